// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestRepoUsage : public QObject {
    Q_OBJECT

private slots:
    void whatCannotBeWatchedIsRefusedInOneLine_data();
    void whatCannotBeWatchedIsRefusedInOneLine();
    void cleanup()
    {
        for (const char* name : {"GH_TOKEN", "GITHUB_TOKEN", "GITHUB_API_URL", "GITLAB_TOKEN", "GITLAB_URL"})
            qunsetenv(name);
    }
};

void TestRepoUsage::whatCannotBeWatchedIsRefusedInOneLine_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    const QStringList shop{u"acme/shop"_s};
    const QByteArray nowhere = "http://127.0.0.1:1";
    QTest::newRow("no token") << shop << QByteArray() << nowhere << 3 << u"set GH_TOKEN"_s;
    QTest::newRow("nobody answers") << shop << QByteArray("t0ken") << nowhere << 3 << u"http://127.0.0.1:1"_s;
    QTest::newRow("a token in the clear")
        << shop << QByteArray("t0ken") << QByteArray("http://github.acme.com") << 2
        << u"GITHUB_API_URL http://github.acme.com would be sent a token without TLS"_s;
    QTest::newRow("the same, as an option")
        << QStringList{u"acme/shop"_s, u"--api"_s, u"http://github.acme.com"_s} << QByteArray("t0ken") << nowhere << 2
        << u"--api http://github.acme.com would be sent"_s;
    QTest::newRow("a token in place of its variable")
        << QStringList{u"acme/shop"_s, u"--token-variable"_s, u"github_pat-1"_s} << QByteArray("t0ken") << nowhere << 2
        << u"never the token itself"_s;
    QTest::newRow("a token that could be a name")
        << QStringList{u"acme/shop"_s, u"--token-variable"_s, u"ghp_"_s + QString(36, u'a')} << QByteArray("t0ken")
        << nowhere << 2 << u"never the token itself"_s;
    QTest::newRow("a folder has no token")
        << QStringList{u"."_s, u"--token-variable"_s, u"GH_TOKEN"_s} << QByteArray("t0ken") << nowhere << 2
        << u"--token-variable is for a repository of GitHub"_s;
    QTest::newRow("a name that cannot be") << QStringList{u"acme/../x"_s, u"--provider"_s, u"github"_s}
                                           << QByteArray("t0ken") << nowhere << 2 << u"OWNER/NAME"_s;
    QTest::newRow("another system") << QStringList{u"acme/shop"_s, u"--provider"_s, u"bitbucket"_s}
                                    << QByteArray("t0ken") << nowhere << 2 << u"local, github or gitlab"_s;
    const QStringList gitlab{u"acme/web/shop"_s, u"--provider"_s, u"gitlab"_s};
    QTest::newRow("no token of GitLab") << gitlab << QByteArray() << nowhere << 3 << u"set GITLAB_TOKEN"_s;
    QTest::newRow("no GitLab answers") << gitlab << QByteArray("t0ken") << nowhere << 3 << u"http://127.0.0.1:1"_s;
    QTest::newRow("its token in the clear")
        << gitlab << QByteArray("t0ken") << QByteArray("http://gitlab.acme.com") << 2
        << u"GITLAB_URL http://gitlab.acme.com/api/v4 would be sent a token without TLS"_s;
    QTest::newRow("a name that GitLab has not") << QStringList{u"shop"_s, u"--provider"_s, u"gitlab"_s}
                                                << QByteArray("t0ken") << nowhere << 2 << u"GROUP/PROJECT"_s;
}

void TestRepoUsage::whatCannotBeWatchedIsRefusedInOneLine()
{
    QFETCH(QStringList, what);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, api);
    QFETCH(int, status);
    QFETCH(QString, told);
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    qputenv("GH_TOKEN", token);
    qputenv("GITHUB_TOKEN", "");
    qputenv("GITHUB_API_URL", api);
    qputenv("GITLAB_TOKEN", token);
    qputenv("GITLAB_URL", api);

    const Answered answered = runCtl(store + QStringList{u"repo"_s, u"add"_s} + what);

    QVERIFY2(answered.status == status && isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
    QVERIFY2(answered.diagnostics.contains(told), qPrintable(answered.diagnostics));
    QVERIFY(!answered.diagnostics.contains(u"t0ken"_s));
    QCOMPARE(runCtl(store + QStringList{u"repo"_s, u"list"_s, u"--json"_s}).output.trimmed(), u"[]"_s);
}

SIGNALBOX_TEST(TestRepoUsage)
#include "tst_repousage.moc"
