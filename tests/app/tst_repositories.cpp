// SPDX-License-Identifier: GPL-3.0-or-later
// Folders as lines: which are taken, for what, and what is said of those that are not.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestRepositories : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("GITHUB_API_URL", "http://127.0.0.1:1"); // where nothing answers
        qputenv("GH_TOKEN", "t0ken");
    }
    void cleanupTestCase()
    {
        qunsetenv("GITHUB_API_URL");
        qunsetenv("GH_TOKEN");
    }

    void aNameThatIsAFolderTooIsTakenForGitHub()
    {
        const QTemporaryDir place;
        makeRepository(place.filePath(u"acme/shop"_s), "jobs: {build: {script: [make]}}\n");

        const Answered there = add(place, u"acme/shop"_s);
        const Answered unheard = add(place, u"acme/docs"_s);
        const Answered here = add(place, u"./acme/shop"_s);

        QCOMPARE(there.status, 3);
        const QString told = u"acme/shop is taken for a repository of GitHub; for the folder of that name here, say "
                             "./acme/shop"_s;
        QVERIFY2(there.diagnostics.contains(told), qPrintable(there.diagnostics));
        QVERIFY2(isOneLine(unheard.diagnostics), qPrintable(unheard.diagnostics));
        QVERIFY2(here.status == 0 && here.diagnostics.isEmpty(), qPrintable(here.diagnostics));
    }

    void theAddressOfAPageTellsWhereItIs_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        QTest::newRow("page") << QStringList(u"http://127.0.0.1:1/acme/shop"_s)
                + QStringList{u"--provider"_s, u"github"_s}
                              << 3 << u"127.0.0.1:1"_s;
        QTest::newRow("whose") << QStringList(u"https://git.acme.com/acme/shop"_s) << 2
                               << u"--provider github or gitlab"_s;
        QTest::newRow("other") << QStringList{u"https://gitlab.com/acme/shop"_s, u"--provider"_s, u"github"_s} << 2
                               << u"is of GitLab, and --provider says github"_s;
        QTest::newRow("none") << QStringList(u"https://github.com/acme"_s) << 2 << u"names no repository"_s;
    }

    void theAddressOfAPageTellsWhereItIs()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QString, told);
        const QTemporaryDir place;
        const Answered answered = runCtl(
            QStringList{u"--store"_s, place.filePath(u"s.sqlite"_s), u"repo"_s, u"add"_s} + words, {}, place.path());
        QCOMPARE(answered.status, status);
        QVERIFY2(answered.diagnostics.contains(told) && isOneLine(answered.diagnostics),
                 qPrintable(answered.diagnostics));
    }

    void jobsAreCounted_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("told");
        QTest::newRow("one") << QByteArray("jobs: {a: {script: [x]}}\n") << u"\t1 job in signalbox.yaml"_s;
        QTest::newRow("two") << QByteArray("jobs: {a: {script: [x]}, b: {script: [x]}}\n")
                             << u"\t2 jobs in signalbox.yaml"_s;
    }

    void jobsAreCounted()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, told);
        const QTemporaryDir place;
        makeRepository(place.filePath(u"shop"_s), yaml);
        const Answered added = add(place, u"./shop"_s);
        QVERIFY2(added.status == 0, qPrintable(added.diagnostics));

        const Answered doctor = runCtl({u"--store"_s, place.filePath(u"s.sqlite"_s), u"doctor"_s});

        QVERIFY2(doctor.output.contains(told), qPrintable(doctor.output));
    }

private:
    static Answered add(const QTemporaryDir& place, const QString& what)
    {
        return runCtl({u"--store"_s, place.filePath(u"s.sqlite"_s), u"repo"_s, u"add"_s, what}, {}, place.path());
    }
    static void makeRepository(const QString& folder, const QByteArray& yaml)
    {
        QVERIFY(QDir().mkpath(folder));
        writtenFile(folder, u"signalbox.yaml"_s, yaml);
        for (const QStringList& words :
             {QStringList{u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}, QStringList{u"add"_s, u"."_s},
              QStringList{u"-c"_s, u"user.name=Ana"_s, u"-c"_s, u"user.email=ana@example.com"_s, u"commit"_s, u"-q"_s,
                          u"-m"_s, u"first"_s}})
            QCOMPARE(QProcess::execute(u"git"_s, QStringList{u"-C"_s, folder} + words), 0);
    }
};

SIGNALBOX_TEST(TestRepositories)
#include "tst_repositories.moc"
