// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::test {

namespace {

using namespace Qt::StringLiterals;

const QString kRoot = QStringLiteral(SIGNALBOX_SOURCE_DIR "/");

QStringList captured(const QString& source, const QRegularExpression& pattern)
{
    QStringList found;
    for (auto match = pattern.globalMatch(source); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

} // namespace

QStringList sourcesBelow(const QStringList& folders)
{
    QStringList paths;
    for (const QString& folder : folders) {
        QDirIterator files(kRoot + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next().mid(kRoot.size());
            if (!path.startsWith(u"resources/demo/") && !path.startsWith(u"tests/data/"))
                paths.append(path);
        }
    }
    std::ranges::sort(paths);
    return paths;
}

QString absolutePath(const QString& relative)
{
    return kRoot + relative;
}

QString textOf(const QString& relative)
{
    QFile file(absolutePath(relative));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Split split(const QString& source)
{
    static const QRegularExpression token(
        uR"re(R"(\w*)\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|(//[^\n]*|/\*.*?\*/))re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    Split parts;
    qsizetype end = 0;
    for (auto match = token.globalMatch(source); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        parts.code += QStringView(source).mid(end, found.capturedStart() - end);
        if (found.capturedLength(2) > 0)
            parts.comments += found.captured(2) + u'\n';
        else
            parts.code += u"\"\"";
        end = found.capturedEnd();
    }
    parts.code += QStringView(source).mid(end);
    return parts;
}

QStringList projectIncludes(const QString& source)
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    return captured(source, include);
}

QStringList systemIncludes(const QString& source)
{
    static const QRegularExpression include(u"^#include <([^>]+)>"_s, QRegularExpression::MultilineOption);
    return captured(source, include);
}

} // namespace signalbox::test
