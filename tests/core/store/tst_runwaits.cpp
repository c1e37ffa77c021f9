// SPDX-License-Identifier: GPL-3.0-or-later
// What RunJournal keeps of a run that waits.
#include "core/store/approvalrepository.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

namespace {

graph::Wait forPerson()
{
    return {.person = request(), .at = {}, .event = {}};
}

graph::Wait forEvent(std::string name)
{
    return {.person = {}, .at = {}, .event = std::move(name)};
}

} // namespace

class TestRunWaits : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;

    Database& database() { return **m_store; }
    RunByHand newRun() { return {database(), *m_graph, m_clock}; }
    RunRow row(RunId run) { return must(RunRepository(database()).find(run)); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aWaitForAPersonIsARequest()
    {
        RunByHand run = newRun();
        run.claim();

        must(run.wait(forPerson()));

        const auto open = must(ApprovalRepository(database()).listOpen());
        QCOMPARE(open.size(), std::size_t(1));
        const gate::Approval& asked = open.front();
        QCOMPARE(asked.run, run.id());
        QCOMPARE(asked.request.line, std::string("parser")); // of the run
        QCOMPARE(asked.evidenceHash, gate::evidenceHash({{"job", "compile"}}));
        QCOMPARE(asked.deadline, m_clock.now() + Milliseconds(3'600'000));
        QCOMPARE(asked.onDeadline, std::string("rejected"));
        QCOMPARE(row(run.id()).approval, std::optional(asked.id));
        QVERIFY(row(run.id()).leaseOwner.empty());
    }

    void criticalAsksForTwo()
    {
        RunByHand run = newRun();
        run.claim();

        must(run.wait({.person = request("deploy", {{"risk", "CRITICAL"}}), .at = {}, .event = {}}));

        QCOMPARE(must(ApprovalRepository(database()).listOpen()).front().request.needed, 2);
    }

    void aRequestForNothingIsRefusedWhole()
    {
        RunByHand run = newRun();
        run.claim();

        const auto refused = run.wait({.person = Json{{"kind", "fix"}}, .at = {}, .event = {}});

        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(row(run.id()).checkpoint, 0);
    }

    void anAnswerThatCameMeanwhileMakesTheRunDueAtOnce()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.wait(forEvent("run parser 3 finished"), RunPhase::Running)); // another node still runs
        QCOMPARE(must(WakeUps(database()).answerEvent("run parser 3 finished", {{"ok", true}}, m_clock.now())), 1);
        QCOMPARE(row(run.id()).phase, RunPhase::Running);

        graph::StepRecord rest;
        rest.checkpoint = &run.at();
        rest.phase = RunPhase::Waiting;
        must(run.journal().commit(run.lease(), std::move(rest)));

        QCOMPARE(row(run.id()).phase, RunPhase::Queued);
        const auto answers = must(CheckpointRepository(database()).answeredWaits(run.id()));
        QCOMPARE(dumpJson(answers.at("1")), std::string(R"({"by":"event","data":{"ok":true}})"));
    }

    void anAnswerIsKeptUntilTheRunHasGoneOnWithIt()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.wait(forEvent("x")));
        must(WakeUps(database()).answerEvent("x", nullptr, m_clock.now()));
        CheckpointRepository checkpoints(database());

        run.claim();
        QCOMPARE(must(checkpoints.answeredWaits(run.id())).size(), std::size_t(1));
        run.at().frontier.tasks = {{.node = 1, .answer = Json{{"by", "event"}}}};
        graph::StepRecord resumed;
        resumed.checkpoint = &run.at();
        must(run.journal().commit(run.lease(), std::move(resumed)));

        QVERIFY(must(checkpoints.answeredWaits(run.id())).empty());
    }

    void aRunThatEndsAsksNobodyAnyMore()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.wait(forPerson(), RunPhase::Running));

        must(run.step({{"error", "x"}}, RunPhase::Failed));

        QVERIFY(must(ApprovalRepository(database()).listOpen()).empty());
        QVERIFY(!must(WakeUps(database()).nextTimer()));
        QCOMPARE(row(run.id()).finishedAt, std::optional(m_clock.now()));
    }

    void aResumedRunAsksAgainWithItsWholeTime()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.wait(forPerson(), RunPhase::Running));
        must(run.step({{"error", "x"}}, RunPhase::Failed));
        m_clock.set(m_clock.now() + Milliseconds(7'200'000));

        must(RunRepository(database()).resume(run.id(), {"ana", m_clock.now()}));

        const auto open = must(ApprovalRepository(database()).listOpen());
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().deadline, m_clock.now() + Milliseconds(3'600'000));
        QCOMPARE(row(run.id()).phase, RunPhase::Queued);
        QVERIFY(!row(run.id()).finishedAt);
        QCOMPARE(RunRepository(database()).resume(run.id(), {"ana", m_clock.now()}).error().code, ErrorCode::Conflict);
    }
};

SIGNALBOX_TEST(TestRunWaits)
#include "tst_runwaits.moc"
