// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/repositoryaddress.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr qsizetype kOwnerAndName = 2;

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

std::optional<RepositoryAddress> repositoryAddress(const QString& words, bool isGitLab)
{
    auto parts = split(words.trimmed());
    if (!parts)
        return std::nullopt;
    if (parts->host.startsWith(QStringLiteral("www.")))
        parts->host = parts->host.mid(4);
    RepositoryAddress made;
    if (parts->host.contains(QStringLiteral("github")))
        made.provider = QStringLiteral("github");
    else if (parts->host.contains(QStringLiteral("gitlab")))
        made.provider = QStringLiteral("gitlab");
    const bool onGitLab = made.provider.isEmpty() ? isGitLab : made.provider == QStringLiteral("gitlab");
    const bool isPublic = parts->host == QStringLiteral("github.com") || parts->host == QStringLiteral("gitlab.com");
    if (!isPublic)
        made.server = parts->scheme + QStringLiteral("://") + parts->host + parts->port;
    made.repository = nameIn(parts->path, onGitLab);
    return made;
}

bool isRepositoryName(const QString& name, bool isGitLab)
{
    static const QRegularExpression ofGitHub(QStringLiteral("^[\\w.-]+/[\\w.-]+$"));
    static const QRegularExpression ofGitLab(QStringLiteral("^[\\w.+-]+(/[\\w.+-]+)+$"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    return (isGitLab ? ofGitLab : ofGitHub).match(name).hasMatch();
}

} // namespace signalbox::ui
