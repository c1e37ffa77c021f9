// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/deploymentgate.h"
#include "core/agents/gateevidence.h"
#include "core/host/gatewatch.h"
#include "core/notify/message.h"
#include "core/store/approvalrepository.h"
#include "core/store/auditlog.h"
#include "tests/core/agents/scriptedgate.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using gate::ApprovalState;

namespace {

/// Run 7 of acme/shop waits at production, and a person is asked about it.
struct Scenery {
    Scenery()
    {
        run.line = "acme/shop";
        run.number = "7";
        run.author = "mona";
        run.attempt = 1;
        run.phase = ci::Phase::Queued;
    }

    ApprovalId asks(const Json& more = Json::object())
    {
        agents::GateEvidence evidence;
        evidence.provider = "github";
        evidence.run = run;
        evidence.gate = gate.waiting.front();
        Json json{{"kind", "deployment"},
                  {"line", "acme/shop"},
                  {"author", "mona"},
                  {"choices", Json::array()},
                  {"evidence", agents::toJson(evidence, 1)}};
        json.update(more);
        store::NewRun begun{
            .agent = std::string(agents::kDeploymentGate), .line = "acme/shop", .subject = {}, .frontier = {}};
        RunByHand byHand(*store, *graph, clock, begun);
        must(byHand.claim().wait({.person = request("acme/shop #7 -> production", json), .at = {}, .event = {}}));
        return must(store::ApprovalRepository(*store).listOfRun(byHand.id())).front().id;
    }
    Result<void> look() { return look(run.attempt); }
    Result<void> look(int attempt) { return watch.look("acme/shop", {{{"acme/shop", "7"}, attempt}}, {}); }
    gate::Approval approval(ApprovalId id) { return must(store::ApprovalRepository(*store).find(id)); }
    /// What the run that asked is told.
    QString told(ApprovalId id)
    {
        auto connection = must(store->reader());
        const auto answer
            = store::firstOf<std::string>(connection->query("SELECT answer FROM wait WHERE approval = ?1", id),
                                          [](const store::Cursor& row) -> Result<std::string> { return row.text(0); });
        return QString::fromStdString(must(answer).value_or(""));
    }
    /// What people elsewhere are to be told.
    std::vector<notify::Message> news(notify::Event event)
    {
        auto connection = must(store->reader());
        auto all = must(store::collect<notify::Message>(
            connection->query("SELECT message FROM news"),
            [](const store::Cursor& row) { return notify::messageFromJson(must(row.json(0))); }));
        std::erase_if(all, [event](const notify::Message& one) { return one.event != event; });
        return all;
    }
    QString lastDecided()
    {
        QString found;
        for (const auto& record : must(store::AuditRepository(*store).list())) {
            if (record.entry.action == "approval_decided")
                found = QString::fromStdString(record.entry.actor + " " + record.entry.data);
        }
        return found;
    }

    QTemporaryDir folder;
    OpenStore store{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    SetClock clock;
    std::shared_ptr<const graph::Graph> graph = threeSteps();
    ScriptedGate gate;
    ci::Run run;
    QStringList asked; // what waits, as it was told of
    QStringList reports;
    GateWatch watch{{.database = *store,
                     .clock = clock,
                     .gate = gate,
                     .standing = [this](const ci::RunRef&, std::stop_token) { return Result<ci::Run>(run); },
                     .ask = [this](const ci::RunRef& of, int attempt, const ci::PendingGate& what) -> Result<void> {
                         asked << QString::fromStdString(agents::gateSubject(of, attempt, what));
                         return {};
                     },
                     .report = [this](const Error& error) { reports << QString::fromStdString(error.detail); }}};
};

} // namespace

class TestGateWatch : public QObject {
    Q_OBJECT

private slots:
    void whatWaitsIsToldOfOnce();
    void aWaitThatGoesOnIsLeftAlone();
    void aDecisionThereIsHonoured_data();
    void aDecisionThereIsHonoured();
    void aReviewOfTheAuthorIsMarked();
    void whatIsOverThereEndsHere_data();
    void whatIsOverThereEndsHere();
    void aLaterAttemptThatWaitsIsAnother();
    void aRefusalHindersNothing();
    void anAttemptThatIsNotListedIsAskedFor();
    void whatNobodyIsKnownToHaveDoneIsNoDecision();
    void aLaterDeploymentSupersedes();
    void aTokenThatMayDecideNowIsAskedAnew();
};

void TestGateWatch::whatWaitsIsToldOfOnce()
{
    Scenery s;

    must(s.look());
    must(s.look());

    QCOMPARE(s.asked, QStringList(QStringLiteral("deployment-gate acme/shop #7/1 production 0")));
}

void TestGateWatch::aWaitThatGoesOnIsLeftAlone()
{
    Scenery s;
    const ApprovalId id = s.asks();

    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Open);
}

void TestGateWatch::aDecisionThereIsHonoured_data()
{
    QTest::addColumn<bool>("approved");
    QTest::newRow("approved") << true;
    QTest::newRow("rejected") << false;
}

void TestGateWatch::aDecisionThereIsHonoured()
{
    QFETCH(bool, approved);
    Scenery s;
    const ApprovalId id = s.asks();
    s.gate.reviewed(approved, "boss", "looks well");

    must(s.look());
    must(s.look());

    const gate::Approval closed = s.approval(id);
    QCOMPARE(closed.state, approved ? ApprovalState::Approved : ApprovalState::Rejected);
    QCOMPARE(closed.decisions.size(), std::size_t(1));
    QCOMPARE(closed.decisions.front().decision.by, std::string("github:boss"));
    QCOMPARE(closed.decisions.front().decision.reason, std::string("looks well"));
    QCOMPARE(gate::given(closed), 0); // it was given on no evidence of ours
    QCOMPARE(s.told(id),
             QStringLiteral(R"({"by":"person","data":{"approved":%1,"by":"boss","reason":"looks well",)"
                            R"("verdict":"decided_there"}})")
                 .arg(approved ? QStringLiteral("true") : QStringLiteral("false")));
    QVERIFY2(s.lastDecided().startsWith(QStringLiteral("github:boss")), qPrintable(s.lastDecided()));
    QVERIFY2(!s.lastDecided().contains(QStringLiteral("breaks")), qPrintable(s.lastDecided()));
}

void TestGateWatch::aReviewOfTheAuthorIsMarked()
{
    Scenery s;
    s.asks({{"needed", 2}});
    s.gate.reviewed(true, "mona", "");

    must(s.look());

    QVERIFY2(s.lastDecided().contains(QStringLiteral(R"("breaks":["one_of_2","author"])")),
             qPrintable(s.lastDecided()));
    const auto broken = s.news(notify::Event::PolicyBroken);
    QCOMPARE(broken.size(), std::size_t(1));
    QCOMPARE(broken.front().detail("by"), std::string("github:mona"));
    QCOMPARE(broken.front().detail("breaks"), std::string("one_of_2,author"));
    QCOMPARE(s.news(notify::Event::ApprovalClosed).size(), std::size_t(1)); // which is no breach
}

void TestGateWatch::whatIsOverThereEndsHere_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<QString>("why");
    QTest::newRow("the run was cancelled") << 1 << true << "the run has ended: cancelled";
    QTest::newRow("it was run again") << 2 << false << "attempt 2 of the run has begun";
    QTest::newRow("an administrator let it through") << 1 << false << "it was let through there without a review";
}

void TestGateWatch::whatIsOverThereEndsHere()
{
    QFETCH(int, attempt);
    QFETCH(bool, ended);
    QFETCH(QString, why);
    Scenery s;
    const ApprovalId id = s.asks();
    s.gate.waiting.clear();
    s.run.attempt = attempt;
    s.run.phase = ended ? ci::Phase::Finished : ci::Phase::Running;
    s.run.conclusion = ended ? ci::Conclusion::Cancelled : ci::Conclusion::None;

    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Void);
    QVERIFY(s.approval(id).decisions.empty());
    QVERIFY2(s.told(id).contains(why), qPrintable(s.told(id)));
}

void TestGateWatch::aLaterAttemptThatWaitsIsAnother()
{
    Scenery s;
    const ApprovalId id = s.asks();
    s.run.attempt = 2;
    s.gate.said = {{"production", true, "boss", "go"}}; // said of that one, for all that is known

    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Void);
    QCOMPARE(s.asked.size(), 1);
}

void TestGateWatch::aRefusalHindersNothing()
{
    Scenery s;
    s.gate.lookFault = Error{ErrorCode::InvalidInput, "the token may not do this"};

    must(s.look());
    must(s.look());
    QCOMPARE(s.reports, QStringList(QStringLiteral("the token may not do this")));

    s.gate.lookFault = Error{ErrorCode::Network, "cut"};
    QVERIFY(!s.look());
}

void TestGateWatch::anAttemptThatIsNotListedIsAskedFor()
{
    Scenery s;
    s.run.attempt = 3;

    must(s.look(0));

    QCOMPARE(s.asked, QStringList(QStringLiteral("deployment-gate acme/shop #7/3 production 0")));
}

void TestGateWatch::whatNobodyIsKnownToHaveDoneIsNoDecision()
{
    Scenery s;
    const ApprovalId id = s.asks();
    s.gate.reviewed(false, "", "");

    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Void);
    QVERIFY2(s.told(id).contains(QStringLiteral("it was cancelled there")), qPrintable(s.told(id)));
}

void TestGateWatch::aLaterDeploymentSupersedes()
{
    Scenery s;
    const ApprovalId id = s.asks();
    s.gate.waiting.clear();
    s.gate.later = "9";
    s.run.phase = ci::Phase::Finished;
    s.run.conclusion = ci::Conclusion::Cancelled;

    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Superseded);
    QVERIFY(s.approval(id).decisions.empty());
    QCOMPARE(s.told(id),
             QStringLiteral(R"({"by":"person","data":{"reason":"run 9 deploys to production in its place",)"
                            R"("verdict":"superseded"}})"));
    QVERIFY(s.reports.isEmpty());
}

void TestGateWatch::aTokenThatMayDecideNowIsAskedAnew()
{
    Scenery s;
    s.gate.waiting.front().mayDecide = false;
    const ApprovalId id = s.asks();
    must(s.look());
    QCOMPARE(s.approval(id).state, ApprovalState::Open);

    s.gate.waiting.front().mayDecide = true; // another one is in its place
    must(s.look());

    QCOMPARE(s.approval(id).state, ApprovalState::Superseded);
    QVERIFY2(s.told(id).contains(QStringLiteral("changed_there")), qPrintable(s.told(id)));
}

SIGNALBOX_TEST(TestGateWatch)
#include "tst_gatewatch.moc"
