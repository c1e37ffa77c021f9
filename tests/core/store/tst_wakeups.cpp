// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

class TestWakeUps : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    Database& database() { return **m_store; }
    UtcTime in(int ms) const { return m_clock.now() + Milliseconds(ms); }

    RunId waiting(const graph::Wait& wait)
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait(wait, wait.at && wait.event.empty() ? RunPhase::Sleeping : RunPhase::Waiting));
        return run.id();
    }
    RunPhase phase(RunId run) { return must(RunRepository(database()).find(run)).phase; }
    QString answer(RunId run)
    {
        const auto answers = must(CheckpointRepository(database()).answeredWaits(run));
        return answers.empty() ? QString() : QString::fromStdString(dumpJson(answers.begin()->second));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aTimerRingsWhenItsTimeHasCome()
    {
        WakeUps wakeUps(database());
        QVERIFY(!must(wakeUps.nextTimer()));
        const RunId run = waiting({.person = {}, .at = in(5'000), .event = {}});
        waiting({.person = {}, .at = in(9'000), .event = {}});
        QCOMPARE(must(wakeUps.nextTimer()), std::optional(in(5'000)));

        QCOMPARE(must(wakeUps.answerDueTimers(in(4'999))), 0);
        QCOMPARE(phase(run), RunPhase::Sleeping);
        QCOMPARE(must(wakeUps.answerDueTimers(in(5'000))), 1);

        QCOMPARE(phase(run), RunPhase::Queued);
        QCOMPARE(answer(run), QStringLiteral(R"({"by":"time","data":null})"));
        QCOMPARE(must(wakeUps.nextTimer()), std::optional(in(9'000)));
    }

    void anEventWakesAllThatWaitForItOnce()
    {
        WakeUps wakeUps(database());
        const RunId first = waiting({.person = {}, .at = in(60'000), .event = "done 3"});
        const RunId second = waiting({.person = {}, .at = {}, .event = "done 3"});
        const RunId other = waiting({.person = {}, .at = {}, .event = "done 4"});
        QVERIFY(must(wakeUps.openEvents()) == (std::vector<std::string>{"done 3", "done 4"}));
        QVERIFY(must(wakeUps.openEvents("done 3")) == (std::vector<std::string>{"done 4"}));

        QCOMPARE(must(wakeUps.answerEvent("done 3", {{"attempt", 2}}, m_clock.now())), 2);
        QCOMPARE(must(wakeUps.answerEvent("done 3", {{"attempt", 9}}, m_clock.now())), 0);

        QCOMPARE(answer(first), QStringLiteral(R"({"by":"event","data":{"attempt":2}})"));
        QCOMPARE(phase(second), RunPhase::Queued);
        QCOMPARE(phase(other), RunPhase::Waiting);
        QCOMPARE(must(wakeUps.answerDueTimers(in(60'000))), 0); // the event was first
    }

    void lookingAgainEndsAWaitWhoseEventWasLost()
    {
        const RunId run = waiting({.person = {}, .at = in(1'000), .event = "done 3"});

        QCOMPARE(must(WakeUps(database()).answerDueTimers(in(1'000))), 1);

        QCOMPARE(answer(run), QStringLiteral(R"({"by":"time","data":null})"));
        QVERIFY(must(WakeUps(database()).openEvents()).empty());
    }

    void noDecisionByTheDeadlineIsAnAnswer()
    {
        WakeUps wakeUps(database());
        const RunId run = waiting({.person = request(), .at = {}, .event = {}});
        const UtcTime deadline = in(3'600'000);
        QCOMPARE(must(wakeUps.nextTimer()), std::optional(deadline));

        QCOMPARE(must(wakeUps.answerDueTimers(deadline)), 1);

        QCOMPARE(answer(run), QStringLiteral(R"({"by":"person","data":{"outcome":"rejected","verdict":"expired"}})"));
        QCOMPARE(phase(run), RunPhase::Queued);
        const auto approval = must(ApprovalRepository(database()).listOfRun(run)).front();
        QCOMPARE(approval.state, gate::ApprovalState::Expired);
        QCOMPARE(approval.closedAt, std::optional(deadline));
        QVERIFY(!must(wakeUps.nextTimer()));
    }

    void aTimeThatPassesFirstEndsTheQuestion()
    {
        const RunId run = waiting({.person = request(), .at = in(1'000), .event = {}});

        QCOMPARE(must(WakeUps(database()).answerDueTimers(in(1'000))), 1);

        const auto approval = must(ApprovalRepository(database()).listOfRun(run)).front();
        QCOMPARE(approval.state, gate::ApprovalState::Void);
        QVERIFY(approval.closedAt);
    }

    void manyAreAnsweredInTurns()
    {
        WakeUps wakeUps(database());
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        graph::StepRecord record = run.next(RunPhase::Sleeping);
        for (int i = 0; i < WakeUps::kAtOnce + 5; ++i) {
            const std::string token = std::to_string(++run.at().waits);
            run.at().frontier.tasks.push_back({.node = 1, .phase = graph::Task::Phase::Waiting, .token = token});
            record.waits.push_back({token, "b", {.person = {}, .at = in(i), .event = {}}});
        }
        must(run.journal().commit(run.lease(), std::move(record)));

        QCOMPARE(must(wakeUps.answerDueTimers(in(10'000))), WakeUps::kAtOnce);
        QCOMPARE(must(wakeUps.nextTimer()), std::optional(in(WakeUps::kAtOnce)));
        QCOMPARE(must(wakeUps.answerDueTimers(in(10'000))), 5);
        QVERIFY(!must(wakeUps.nextTimer()));
    }
};

SIGNALBOX_TEST(TestWakeUps)
#include "tst_wakeups.moc"
