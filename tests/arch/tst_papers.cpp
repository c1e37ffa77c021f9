// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of the project say is true, and its scripts can be run.
#include "tests/arch/folderrules.h"
#include "tests/arch/sourcetext.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

/// What a page names in `code` that is a path of the project, and what it links to.
QStringList pathsNamedIn(const QString& page)
{
    static const QRegularExpression code(u"`((?:app|core|ui|resources|tests|packaging|docs|cmake|\\.ci)/[\\w./-]*)"_s);
    static const QRegularExpression link(u"\\]\\((?!https?:|#|mailto:)([^)#\\s]+)"_s);
    QStringList paths;
    for (const QRegularExpression& pattern : {code, link}) {
        for (auto match = pattern.globalMatch(page); match.hasNext();)
            paths.append(match.next().captured(1));
    }
    return paths;
}

/// The folders of the README's map: a block of lines such as "core/" and, further in, "  base/  …".
QStringList foldersOfMap(const QString& page)
{
    static const QRegularExpression line(u"^( *)([\\w.]+)/(?: |$)"_s);
    QStringList folders;
    QString parent;
    const QString map = page.section(u"```text\n"_s, 1, 1).section(u"```"_s, 0, 0);
    for (const QString& row : map.split(u'\n')) {
        const auto match = line.match(row);
        if (!match.hasMatch())
            continue;
        const bool nested = match.capturedLength(1) > 0;
        if (!nested)
            parent = match.captured(2);
        folders.append(nested ? parent + u'/' + match.captured(2) : parent);
    }
    return folders;
}

QStringList scripts()
{
    QStringList paths{u".ci/run"_s};
    for (const QString& name : QDir(absolutePath(u"packaging"_s)).entryList({u"*.sh"_s}, QDir::Files))
        paths.append(u"packaging/"_s + name);
    return paths;
}

} // namespace

class TestPapers : public QObject {
    Q_OBJECT

private slots:
    void pageNamesOnlyWhatExists_data()
    {
        QTest::addColumn<QString>("page");
        for (const char* page : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void pageNamesOnlyWhatExists()
    {
        QFETCH(QString, page);
        const QString text = textOf(page);

        QVERIFY(!text.isEmpty());
        for (const QString& path : pathsNamedIn(text))
            QVERIFY2(QFileInfo::exists(absolutePath(path)), qPrintable(page + u" names what is not there: "_s + path));
    }

    void mapIsTheHouse()
    {
        const QStringList drawn = foldersOfMap(textOf(u"README.md"_s));

        QVERIFY(!drawn.isEmpty());
        for (const QString& folder : drawn)
            QVERIFY2(QFileInfo(absolutePath(folder)).isDir(), qPrintable(u"the map draws "_s + folder));
        for (const QString& path : sourcesBelow({u"core"_s, u"ui"_s, u"app"_s})) {
            const QString folder = folderOf(path);
            QVERIFY2(drawn.contains(folder), qPrintable(u"the map leaves out "_s + folder));
        }
    }

    void scriptCanBeRun_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : scripts())
            QTest::newRow(qPrintable(path)) << path;
    }

    void scriptCanBeRun()
    {
        QFETCH(QString, path);
        const bool sourced = !textOf(path).startsWith(u"#!");

        QVERIFY2(sourced || QFileInfo(absolutePath(path)).isExecutable(), "not executable");
        QProcess bash;
        bash.start(u"bash"_s, {u"-n"_s, absolutePath(path)});
        QVERIFY(bash.waitForFinished());
        QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());
    }
};

SIGNALBOX_TEST(TestPapers)

#include "tst_papers.moc"
