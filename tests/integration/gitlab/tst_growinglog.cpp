// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a job that goes on, on the real stub: it is there from its beginning, grows, and is kept once it is whole.
#include "core/host/remotes.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestGrowingLog : public QObject {
    Q_OBJECT

private slots:
    void itGrowsUntilItsJobEnds();

private:
    static QByteArray bytesOf(const std::filesystem::path& path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestGrowingLog::itGrowsUntilItsJobEnds()
{
    TestGitLab gitlab;
    const QString marker = gitlab.place(u"go-on"_s);
    const QByteArray script = "test:\n  script:\n    - echo first words, secret tok_ops\n    - until [ -e "
        + marker.toUtf8() + " ]; do sleep 0.1; done\n    - echo last words\n";
    if (const QString why = gitlab.start(script); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("GITLAB_TOKEN", TestGitLab::kToken);
    const QTemporaryDir folder;
    host::Workspace workspace;
    workspace.store = folder.filePath(u"s.sqlite"_s).toStdString();
    workspace.remotes["acme/shop"] = {.provider = "gitlab",
                                      .api = gitlab.url().toStdString() + "/api/v4",
                                      .repository = "acme/shop",
                                      .token = {},
                                      .since = {}};
    host::SharedWorkspace shared(workspace);
    const SystemClock clock;
    QVERIFY(gitlab.push());
    const ci::RunRef run{"acme/shop", gitlab.pipelineThat(u"running"_s).toStdString()};
    std::filesystem::path whole;
    {
        host::Remotes remotes(shared, clock);
        const auto file = remotes.logFile(run, "test", 1);
        QVERIFY2(file, file ? "" : file.error().detail.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(bytesOf(*file).contains("first words"), kPatienceMs);
        QVERIFY(remotes.logFile(run, "test", 1) && *remotes.logFile(run, "test", 1) == *file);

        QVERIFY(QFile(marker).open(QIODevice::WriteOnly));

        QTRY_VERIFY_WITH_TIMEOUT(bytesOf(*file).contains("Job succeeded"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(remotes.logFile(run, "test", 1) && *remotes.logFile(run, "test", 1) != *file,
                                 kPatienceMs);
        whole = *remotes.logFile(run, "test", 1);
        QCOMPARE(bytesOf(whole), bytesOf(*file));
        QVERIFY(bytesOf(whole).contains("last words") && !bytesOf(whole).contains("secret tok_ops"));
    }
    const int traces = gitlab.count(u"GET"_s, u"/trace"_s);
    host::Remotes later(shared, clock); // another program
    QCOMPARE(*later.logFile(run, "test", 1), whole);
    QCOMPARE(gitlab.count(u"GET"_s, u"/trace"_s), traces);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

SIGNALBOX_TEST(TestGrowingLog)
#include "tst_growinglog.moc"
