// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/deploymentgate.h"
#include "core/agents/selfhealing.h"
#include "core/host/superseding.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using gate::ApprovalState;

namespace {

/// Healers ask; the runs of their lines are laid down.
struct Scenery {
    QTemporaryDir folder;
    OpenStore store{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    SetClock clock;
    std::shared_ptr<const graph::Graph> graph = threeSteps();
    std::vector<ci::Run> runs;
    std::set<std::string> passed; // numbers
    Superseding superseding{
        {.database = *store,
         .clock = clock,
         .later =
             [this](const ci::RunRef& run) {
                 std::vector<ci::Run> later = runs;
                 std::erase_if(later,
                               [&](const ci::Run& one) { return one.line != run.line || one.number <= run.number; });
                 return later;
             },
         .hasPassedSince = [this](const ci::RunRef& run, int) { return passed.contains(run.number); }}};

    /// A healer of parser #number asks about that commit.
    ApprovalId asks(const char* number, const char* commit, std::string_view agent = agents::kSelfHealing,
                    int attempt = 1)
    {
        store::NewRun run;
        run.agent = std::string(agent);
        run.line = "parser";
        run.facts
            = {{"line", "parser"}, {"number", number}, {"branch", "main"}, {"commit", commit}, {"attempt", attempt}};
        RunByHand healer(*store, *graph, clock, run);
        must(healer.claim().wait({.person = request(), .at = {}, .event = {}}));
        return must(store::ApprovalRepository(*store).listOfRun(healer.id())).front().id;
    }
    void begins(const char* number, const char* commit, const char* branch = "main", const char* line = "parser")
    {
        ci::Run& run = runs.emplace_back();
        run.line = line;
        run.number = number;
        run.branch = branch;
        run.commit = commit;
    }
    void pass(Milliseconds time) { clock.set(clock.now() + time); }
    ApprovalState state(ApprovalId id) { return must(store::ApprovalRepository(*store).find(id)).state; }
};

} // namespace

class TestSuperseding : public QObject {
    Q_OBJECT

private slots:
    void theOlderGoesWhicheverAskedFirst();
    void whatIsAskedLateGoesToo();
    void nothingElseOfTheLineMatters();
    void itIsLookedWithoutBeingTold();
    void aRunThatPassesLeavesNothingToAsk();
    void aRunThatHasComeToAGateLeavesNothingToAsk();
    void nothingGoesWhileALineIsHeld();
};

void TestSuperseding::theOlderGoesWhicheverAskedFirst()
{
    Scenery s;
    s.begins("4", "b2");
    s.begins("3", "a1");
    const ApprovalId newer = s.asks("4", "b2"); // noticed first, so its healer is the older one
    const ApprovalId older = s.asks("3", "a1");

    must(s.superseding.look());

    QCOMPARE(s.state(newer), ApprovalState::Open);
    QCOMPARE(s.state(older), ApprovalState::Superseded);
}

void TestSuperseding::whatIsAskedLateGoesToo()
{
    Scenery s;
    s.begins("3", "a1");
    s.begins("4", "b2");
    must(s.superseding.look());

    const ApprovalId late = s.asks("3", "a1");
    s.superseding.changed();
    must(s.superseding.look()); // not at once again
    QCOMPARE(s.state(late), ApprovalState::Open);
    s.pass(std::chrono::seconds(1));
    must(s.superseding.look());

    QCOMPARE(s.state(late), ApprovalState::Superseded);
}

void TestSuperseding::nothingElseOfTheLineMatters()
{
    Scenery s;
    const ApprovalId healing = s.asks("3", "a1");
    const ApprovalId other = s.asks("2", "00", "another-agent");
    s.begins("4", "b2", "feature"); // another branch
    s.begins("5", "a1"); // the same commit again
    s.begins("6", "b2", "main", "lexer"); // another line
    s.begins("7", ""); // nothing is known of it yet

    must(s.superseding.look());

    QCOMPARE(s.state(healing), ApprovalState::Open);
    QCOMPARE(s.state(other), ApprovalState::Open);
}

void TestSuperseding::itIsLookedWithoutBeingTold()
{
    Scenery s;
    const ApprovalId older = s.asks("3", "a1");
    must(s.superseding.look());
    s.begins("4", "b2"); // on a server: nothing is written here

    s.pass(std::chrono::seconds(29));
    must(s.superseding.look());
    QCOMPARE(s.state(older), ApprovalState::Open);
    s.pass(std::chrono::seconds(1));
    must(s.superseding.look());

    QCOMPARE(s.state(older), ApprovalState::Superseded);
}

void TestSuperseding::aRunThatPassesLeavesNothingToAsk()
{
    Scenery s;
    const ApprovalId again = s.asks("3", "a1"); // somebody ran it again
    const ApprovalId other = s.asks("2", "a1");
    const ApprovalId gate = s.asks("3", "a1", agents::kDeploymentGate); // whose run has not ended
    s.passed = {"3"};

    must(s.superseding.look());

    QCOMPARE(s.state(again), ApprovalState::Superseded);
    QCOMPARE(s.state(other), ApprovalState::Open);
    QCOMPARE(s.state(gate), ApprovalState::Open);
}

/// Somebody had the failed jobs run again, and what follows them waits for a review now.
void TestSuperseding::aRunThatHasComeToAGateLeavesNothingToAsk()
{
    Scenery s;
    const ApprovalId past = s.asks("3", "a1");
    const ApprovalId beside = s.asks("4", "a1", agents::kSelfHealing, 2); // fails in the attempt that waits
    const ApprovalId gate = s.asks("3", "a1", agents::kDeploymentGate, 2);
    s.asks("4", "a1", agents::kDeploymentGate, 2);

    must(s.superseding.look());

    QCOMPARE(s.state(past), ApprovalState::Superseded);
    QCOMPARE(s.state(beside), ApprovalState::Open);
    QCOMPARE(s.state(gate), ApprovalState::Open);
}

/// What would be asked in its place is not asked before the release.
void TestSuperseding::nothingGoesWhileALineIsHeld()
{
    Scenery s;
    const ApprovalId older = s.asks("3", "a1");
    s.begins("4", "b2");
    must(store::HoldRepository(*s.store).put({.line = {}, .by = "ana", .reason = "outage", .since = s.clock.now()}));
    must(s.superseding.look());
    QCOMPARE(s.state(older), ApprovalState::Open);

    must(store::HoldRepository(*s.store).release({}, {.by = "ana", .reason = "over", .at = s.clock.now()}));
    s.pass(std::chrono::seconds(30));
    must(s.superseding.look());

    QCOMPARE(s.state(older), ApprovalState::Superseded);
}

SIGNALBOX_TEST(TestSuperseding)
#include "tst_superseding.moc"
