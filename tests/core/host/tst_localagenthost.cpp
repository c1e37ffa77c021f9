// SPDX-License-Identifier: GPL-3.0-or-later
// The door of the console on a real store with the real demo: what is asked is answered once,
// what is told has been stored, and everything is there again after closing and opening.
#include "core/host/demo.h"
#include "core/host/localagenthost.h"
#include "tests/core/host/fulldisk.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::host;

namespace {

constexpr int kPatienceMs = 60'000;

/// A host with what it has told so far.
class Console {
public:
    explicit Console(const QString& folder)
    {
        auto opened = LocalAgentHost::open((folder + QStringLiteral("/signalbox.sqlite")).toStdString());
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        host = *std::move(opened);
        QObject::connect(host.get(), &AgentHost::runsChanged, host.get(), [this](const auto& deltas) {
            for (const RunDelta& delta : deltas)
                runs[delta.id] = *delta.now;
        });
        QObject::connect(host.get(), &AgentHost::requestFinished, host.get(),
                         [this](RequestId request, const Result<void>& result) {
                             ++answers[request.value];
                             last = result ? QString() : QString::fromStdString(result.error().detail);
                         });
        QObject::connect(host.get(), &AgentHost::approvalsLoaded, host.get(),
                         [this](const auto& loaded) { approvals = loaded; });
        QObject::connect(host.get(), &AgentHost::runLoaded, host.get(),
                         [this](const auto& loaded) { detail = loaded; });
        QObject::connect(host.get(), &AgentHost::logLoaded, host.get(),
                         [this](RunId, const auto& loaded) { log = loaded; });
        QObject::connect(host.get(), &AgentHost::holdChanged, host.get(), [this](const auto& all) { holds = all; });
    }

    /// Waits for the answer; the error's text, or nothing.
    QString answer(RequestId request)
    {
        if (!QTest::qWaitFor([&] { return answers.count(request.value) > 0; }, kPatienceMs))
            return QStringLiteral("no answer");
        return last;
    }
    RunSummary runOf(const std::string& line)
    {
        for (const auto& [id, run] : runs) {
            if (run.line == line)
                return run;
        }
        return {};
    }

    std::map<RunId, RunSummary> runs;
    std::map<std::int64_t, int> answers;
    QString last;
    std::vector<gate::Approval> approvals;
    RunDetail detail;
    LogPlace log;
    std::vector<Hold> holds;
    std::unique_ptr<LocalAgentHost> host; // last: it goes first
};

} // namespace

class TestLocalAgentHost : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(static_cast<bool>(makeDemo(storePath().toStdString(), {})));
        m_console = std::make_unique<Console>(m_folder.path());
    }

    void holdAllStopsEveryStepAndReleasingNeedsAReason()
    {
        QCOMPARE(m_console->answer(m_console->host->hold({}, "maintenance")), QString());
        m_console->host->start();
        QVERIFY(static_cast<bool>(startDemo(m_console->host->runtime())));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->runs.size() == m_console->host->lines().size(), kPatienceMs);

        for (const auto& [id, run] : m_console->runs)
            QCOMPARE(run.checkpoints, 1);
        QTRY_COMPARE(static_cast<int>(m_console->holds.size()), 1);
        QVERIFY(!m_console->answer(m_console->host->release({}, "")).isEmpty());

        QCOMPARE(m_console->answer(m_console->host->release({}, "done")), QString());
        QTRY_COMPARE(static_cast<int>(m_console->holds.size()), 0);
    }

    void theDemoIsToldAsItGoesOn()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_console->runOf("storefront").outcome, std::string("healed"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->runOf("search").outcome, std::string("retried"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->runOf("catalog").outcome, std::string("green"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_console->runOf("parser").state == RunState::Waiting && m_console->runOf("parser").approval, kPatienceMs);
        if (demoLineLeftOut().empty())
            QTRY_COMPARE_WITH_TIMEOUT(m_console->runOf("webshop").outcome, std::string("healed"), kPatienceMs);
    }

    void aRunIsShownWithItsGraphItsFixAndItsLog()
    {
        const RunSummary run = m_console->runOf("storefront");
        QCOMPARE(m_console->answer(m_console->host->loadRun(run.id, -1)), QString());

        QVERIFY(m_console->detail.drawing.nodes.size() > 6);
        QCOMPARE(static_cast<int>(m_console->detail.checkpoints.size()), run.checkpoints);
        QCOMPARE(m_console->detail.tried.front().outcome, std::string("passed"));
        QCOMPARE(m_console->answer(m_console->host->loadLog(run.id, "build", 1)), QString());
        QFile log(QString::fromStdString(m_console->log.file.string()));
        QVERIFY(log.open(QFile::ReadOnly));
        const QList<QByteArray> lines = log.readAll().split('\n');
        QVERIFY(lines.at(m_console->log.rootCause.at(0) - 1).contains("dependency cache is corrupt"));
    }

    void aForkIsRehearsedBesideItsOriginal()
    {
        const RunId original = m_console->runOf("storefront").id;
        RunId fork;
        QObject::connect(m_console->host.get(), &AgentHost::runForked, this,
                         [&](RunId, const Forked& forked) { fork = forked.run; });

        QCOMPARE(m_console->answer(m_console->host->forkRun(
                     {.run = original, .checkpoint = 1, .patch = Json::object(), .live = false})),
                 QString());

        QVERIFY(fork != original && fork.value > 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->runs[fork].outcome, std::string("healed"), kPatienceMs);
        QVERIFY(m_console->runs[fork].rehearsal);
        QVERIFY(m_console->runs[fork].origin == (graph::Origin{original, 1}));
        QVERIFY(!m_console
                     ->answer(m_console->host->forkRun({.run = original, .checkpoint = 99, .patch = {}, .live = false}))
                     .isEmpty());
    }

    void aDecisionIsTakenOnceAndCanBeTakenBack()
    {
        QCOMPARE(m_console->answer(m_console->host->loadApprovals()), QString());
        const gate::Approval asked = m_console->approvals.front();
        gate::Decision decision{.verdict = gate::Verdict::Approve,
                                .by = m_console->host->person(),
                                .reason = {},
                                .evidenceHash = asked.evidenceHash,
                                .choice = {}};

        QCOMPARE(m_console->answer(m_console->host->decide(asked.id, decision)), QString());
        QVERIFY(!m_console->answer(m_console->host->decide(asked.id, decision)).isEmpty());
        QCOMPARE(m_console->answer(m_console->host->takeBack(asked.id)), QString());

        decision.evidenceHash = "0123";
        QVERIFY(!m_console->answer(m_console->host->decide(asked.id, decision)).isEmpty());
    }

    void aNewerCommitOnTheBranchVoidsWhatWasAskedOfTheOlder()
    {
        const RunSummary older = m_console->runOf("parser");
        const QString folder
            = QString::fromStdString(m_console->host->runtime().folderOf("parser")->string()); // the line's repository
        QFile note(folder + QStringLiteral("/NOTES"));
        QVERIFY(note.open(QFile::WriteOnly) && note.write("later") > 0);
        note.close();
        for (const QStringList& step : {QStringList{QStringLiteral("add"), QStringLiteral("NOTES")},
                                        QStringList{QStringLiteral("commit"), QStringLiteral("-q"),
                                                    QStringLiteral("-m"), QStringLiteral("Note")}})
            QCOMPARE(QProcess::execute(QStringLiteral("git"),
                                       QStringList{QStringLiteral("-C"), folder, QStringLiteral("-c"),
                                                   QStringLiteral("user.name=a"), QStringLiteral("-c"),
                                                   QStringLiteral("user.email=a@example.org")}
                                           + step),
                     0);

        QCOMPARE(m_console->answer(m_console->host->startPipeline("parser")), QString());

        const auto stateOf = [&](ApprovalId id) {
            static_cast<void>(m_console->answer(m_console->host->loadApprovals()));
            const auto found = std::ranges::find(m_console->approvals, id, &gate::Approval::id);
            return found == m_console->approvals.end() ? gate::ApprovalState::Open : found->state;
        };
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*older.approval), gate::ApprovalState::Superseded, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->runs[older.id].state, RunState::Succeeded, kPatienceMs);
        QCOMPARE(m_console->runs[older.id].outcome, std::string("escalated"));
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(m_console->runs,
                                                     [&](const auto& run) {
                                                         return run.first > older.id && run.second.line == "parser"
                                                             && run.second.state == RunState::Waiting;
                                                     }),
                                 kPatienceMs); // the newer one asks anew
    }

    void aStoreThatIsFullIsToldUntilItIsNot()
    {
        QTemporaryDir folder;
        Console full(folder.path());
        QSignalSpy failed(full.host.get(), &AgentHost::storeFailed);
        QSignalSpy changed(full.host.get(), &AgentHost::approvalsChanged);
        {
            const test::FullDisk disk(0);
            QVERIFY(!full.answer(full.host->hold({}, "maintenance")).isEmpty());
            QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), kPatienceMs);
            QVERIFY(changed.isEmpty());
        }
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), kPatienceMs); // with nothing else to write
        QCOMPARE(full.answer(full.host->hold({}, "maintenance")), QString());
    }

    void closedAndOpenedEverythingIsAsItWas()
    {
        const auto before = m_console->runs;
        m_console.reset();

        m_console = std::make_unique<Console>(m_folder.path());
        std::vector<RunSummary> loaded;
        QObject::connect(m_console->host.get(), &AgentHost::runsLoaded, m_console->host.get(),
                         [&](const auto& runs) { loaded = runs; });
        QCOMPARE(m_console->answer(m_console->host->loadRuns()), QString());

        QCOMPARE(loaded.size(), before.size());
        for (const RunSummary& run : loaded) {
            const RunSummary& old = before.at(run.id);
            QCOMPARE(run.outcome, old.outcome);
            QCOMPARE(run.checkpoints, old.checkpoints);
            QVERIFY(run.state == old.state);
        }
    }

    void everyRequestIsAnsweredOnce()
    {
        for (const auto& [request, times] : m_console->answers)
            QCOMPARE(times, 1);
        QVERIFY(!m_console->answers.empty());
    }

    void cleanupTestCase() { m_console.reset(); }

private:
    QString storePath() const { return m_folder.filePath(QStringLiteral("signalbox.sqlite")); }

    QTemporaryDir m_folder;
    std::unique_ptr<Console> m_console;
};

SIGNALBOX_TEST(TestLocalAgentHost)
#include "tst_localagenthost.moc"
