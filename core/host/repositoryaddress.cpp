// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/repositoryaddress.h"

#include "core/host/forges.h"

#include <QRegularExpression>
#include <QStringList>

namespace signalbox::host {

namespace {

constexpr qsizetype kOwnerAndName = 2;
constexpr const char* kGitHub = "github";
constexpr const char* kGitLab = "gitlab";

struct Parts {
    QString scheme;
    QString host;
    QString port; // with its colon
    QString path;
};

std::optional<Parts> split(const QString& words)
{
    static const QRegularExpression withScheme(
        QStringLiteral("^(https?|ssh|git)://(?:[^/@\\s]*@)?([^/:\\s?#]+|\\[[0-9a-fA-F:]+\\])(:[0-9]+)?(/[^\\s]*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ofGit(QStringLiteral("^[^/@:\\s]+@([^/:\\s]+):([^\\s]*)$"));
    static const QRegularExpression bare(QStringLiteral("^(?:www\\.)?(github\\.com|gitlab\\.com)(/[^\\s]*)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto match = withScheme.match(words); match.hasMatch()) {
        const QString scheme = match.captured(1).toLower();
        const bool isPage = scheme.startsWith(QStringLiteral("http")); // the port of ssh is none of the page
        return Parts{isPage ? scheme : QStringLiteral("https"), match.captured(2).toLower(),
                     isPage ? match.captured(3) : QString(), match.captured(4)};
    }
    if (const auto match = ofGit.match(words); match.hasMatch())
        return Parts{QStringLiteral("https"), match.captured(1).toLower(), {}, match.captured(2)};
    if (const auto match = bare.match(words); match.hasMatch())
        return Parts{QStringLiteral("https"), match.captured(1).toLower(), {}, match.captured(2)};
    return std::nullopt;
}

QString nameIn(QString path, bool isGitLab)
{
    static const QRegularExpression behind(QStringLiteral("[?#].*$"));
    path.remove(behind);
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (!isGitLab)
        parts = parts.mid(0, kOwnerAndName);
    for (const char* page : {"-", "tree", "blob"}) // what follows is within the repository
        if (const qsizetype at = parts.indexOf(QLatin1String(page), kOwnerAndName); at > 0)
            parts = parts.mid(0, at);
    if (parts.size() < kOwnerAndName)
        return {};
    if (parts.last().endsWith(QStringLiteral(".git")))
        parts.last().chop(4);
    return parts.join(u'/');
}

} // namespace

std::optional<RepositoryAddress> repositoryAddress(std::string_view words, std::string_view provider)
{
    auto parts = split(QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())).trimmed());
    if (!parts)
        return std::nullopt;
    if (parts->host.startsWith(QStringLiteral("www.")))
        parts->host = parts->host.mid(4);
    RepositoryAddress made;
    for (const char* each : {kGitHub, kGitLab}) {
        if (made.provider.empty() && parts->host.contains(QLatin1String(each)))
            made.provider = each;
    }
    const bool isPublic = parts->host == QStringLiteral("github.com") || parts->host == QStringLiteral("gitlab.com");
    if (!isPublic)
        made.server = (parts->scheme + QStringLiteral("://") + parts->host + parts->port).toStdString();
    const std::string_view where = made.provider.empty() ? provider : std::string_view(made.provider);
    made.repository = nameIn(parts->path, where == kGitLab).toStdString();
    return made;
}

bool isRepositoryName(std::string_view provider, std::string_view name)
{
    const Forge* const forge = forgeOf(provider);
    return forge && forge->isRepository(name);
}

} // namespace signalbox::host
