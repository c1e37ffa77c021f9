// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of GitLab seldom, on the real stub: that a pipeline ends, and what failed where no job of it did.
#include "core/host/remotes.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestGitLabCalls : public QObject {
    Q_OBJECT

private slots:
    void aPipelineIsCancelled();
    void aFailureElsewhereIsTold();

private:
    static host::Workspace workspaceOn(const TestGitLab& gitlab)
    {
        qputenv("GITLAB_TOKEN", TestGitLab::kToken);
        host::Workspace workspace;
        workspace.remotes["acme/shop"] = {.provider = "gitlab",
                                          .api = gitlab.url().toStdString() + "/api/v4",
                                          .repository = "acme/shop",
                                          .token = {},
                                          .since = {}};
        return workspace;
    }

    SystemClock m_clock;
};

void TestGitLabCalls::aPipelineIsCancelled()
{
    TestGitLab gitlab;
    if (const QString why = gitlab.start("test:\n  script: [\"sleep 600\"]\n"); !why.isEmpty())
        QSKIP(qPrintable(why));
    host::SharedWorkspace shared(workspaceOn(gitlab));
    host::Remotes remotes(shared, m_clock);
    QVERIFY(gitlab.push());
    const ci::RunRef run{"acme/shop", gitlab.pipelineThat(u"running"_s).toStdString()};

    const auto ended = remotes.of("acme/shop").cancel(run, {});

    QVERIFY2(ended, ended ? "" : ended.error().detail.c_str());
    QCOMPARE(gitlab.pipelineThat(u"canceled"_s).toStdString(), run.number);
    QVERIFY(remotes.of("acme/shop").cancel(run, {})); // which is over
    QCOMPARE(gitlab.count(u"POST"_s, u"/cancel"_s), 1);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestGitLabCalls::aFailureElsewhereIsTold()
{
    TestGitLab gitlab;
    if (const QString why = gitlab.start("test:\n  script: [\"false\"]\n"); !why.isEmpty())
        QSKIP(qPrintable(why));
    host::SharedWorkspace shared(workspaceOn(gitlab));
    host::Remotes remotes(shared, m_clock);
    QVERIFY(gitlab.push());
    const ci::RunRef run{"acme/shop", gitlab.pipelineThat(u"failed"_s).toStdString()};
    const QString bridge = uR"([{"id":7,"name":"downstream","status":"failed","created_at":"2026-06-30T12:00:00Z"}])"_s;
    gitlab.order("GET", "/jobs$", {{u"status"_s, 200}, {u"body"_s, u"[]"_s}});
    gitlab.order("GET", "/bridges$", {{u"status"_s, 200}, {u"body"_s, bridge}});

    const auto found = remotes.of("acme/shop").run(run, {});

    QVERIFY2(found, found ? "" : found.error().detail.c_str());
    QCOMPARE(found->jobs.size(), std::size_t(1));
    QCOMPARE(found->jobs.front().name, "downstream");
    QCOMPARE(found->jobs.front().conclusion, ci::Conclusion::Failure);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

SIGNALBOX_TEST(TestGitLabCalls)
#include "tst_gitlabcalls.moc"
