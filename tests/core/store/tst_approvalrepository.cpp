// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"

#include "core/gate/requirements.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using gate::ApprovalState;
using gate::Verdict;

class TestApprovalRepository : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    Database& database() { return **m_store; }
    UtcTime in(int ms) const { return m_clock.now() + Milliseconds(ms); }

    ApprovalId asked(const Json& question = request())
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = question, .at = {}, .event = {}}));
        return must(ApprovalRepository(database()).listOfRun(run.id())).front().id;
    }
    gate::Decision decision(Verdict verdict, std::string by = "ben", std::string choice = {})
    {
        return {.verdict = verdict,
                .by = std::move(by),
                .reason = "looked at it",
                .evidenceHash = gate::evidenceHash({{"job", "compile"}}),
                .choice = std::move(choice)};
    }
    gate::Approval read(ApprovalId id) { return must(ApprovalRepository(database()).find(id)); }
    QString answer(RunId run)
    {
        const auto answers = must(CheckpointRepository(database()).answeredWaits(run));
        return answers.empty() ? QString() : QString::fromStdString(dumpJson(answers.begin()->second["data"]));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aDecisionTakesEffectAfterFiveSeconds()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        WakeUps wakeUps(database());

        QCOMPARE(must(approvals.decide(id, decision(Verdict::Approve), m_clock.now())), ApprovalState::Approved);
        QCOMPARE(read(id).state, ApprovalState::Open);
        QCOMPARE(must(wakeUps.nextTimer()), std::optional(in(5'000)));
        QCOMPARE(must(wakeUps.effectDecisions(in(4'999))), 0);
        QCOMPARE(answer(read(id).run), QString());
        QCOMPARE(must(wakeUps.effectDecisions(in(5'000))), 1);

        QCOMPARE(read(id).state, ApprovalState::Approved);
        QCOMPARE(answer(read(id).run),
                 QStringLiteral(R"({"approval":1,"approvers":["ben"],"by":"ben","choice":"take_over",)"
                                R"("evidence_hash":"%1","reason":"looked at it","verdict":"approve"})")
                     .arg(QString::fromStdString(read(id).evidenceHash)));
        QCOMPARE(must(RunRepository(database()).find(read(id).run)).phase, graph::RunPhase::Queued);
        QVERIFY(!must(wakeUps.nextTimer()));
    }

    void theChoiceReachesTheRun()
    {
        const ApprovalId id = asked();
        must(ApprovalRepository(database()).decide(id, decision(Verdict::Approve, "ben", "dismiss"), m_clock.now()));

        must(WakeUps(database()).effectDecisions(in(5'000)));

        QVERIFY(answer(read(id).run).contains(QStringLiteral(R"("choice":"dismiss")")));
    }

    void aDecisionCanBeTakenBackUntilThen()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        must(approvals.decide(id, decision(Verdict::Reject), m_clock.now()));

        QCOMPARE(approvals.takeBack(id, in(1'000), "ana").error().code, ErrorCode::Conflict);
        must(approvals.takeBack(id, in(4'999), "ben"));

        QCOMPARE(must(WakeUps(database()).effectDecisions(in(5'000))), 0);
        QCOMPARE(must(approvals.decide(id, decision(Verdict::Approve), in(6'000))), ApprovalState::Approved);
        QCOMPARE(approvals.takeBack(id, in(11'000)).error().code, ErrorCode::Conflict);
        QCOMPARE(must(WakeUps(database()).effectDecisions(in(11'000))), 1);
        QCOMPARE(read(id).decisions.size(), std::size_t(2));
        QVERIFY(read(id).decisions.front().takenBack);
    }

    void aSecondDecisionIsRefusedWithTheFirst()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        must(approvals.decide(id, decision(Verdict::Reject), m_clock.now()));

        const auto again = approvals.decide(id, decision(Verdict::Reject), in(10));
        must(WakeUps(database()).effectDecisions(in(5'000)));
        const auto later = approvals.decide(id, decision(Verdict::Approve, "ana"), in(9'000));

        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY2(why(later.error()).startsWith(QStringLiteral("Already decided. Rejected at ")),
                 later.error().detail.c_str());
        QVERIFY(why(later.error()).endsWith(QStringLiteral(" by ben. Reason: looked at it.")));
        QCOMPARE(read(id).decisions.size(), std::size_t(1));
    }

    void oneSenderSayingItTwiceIsHeardOnce()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());

        QCOMPARE(must(approvals.decide(id, decision(Verdict::Approve), m_clock.now(), "window-1")),
                 ApprovalState::Approved);
        QCOMPARE(must(approvals.decide(id, decision(Verdict::Approve), in(10), "window-1")), ApprovalState::Approved);

        QCOMPARE(read(id).decisions.size(), std::size_t(1));
    }

    void ofTwoDecidersOneWins()
    {
        const ApprovalId id = asked();
        OpenStore other(database().path());
        std::atomic<int> won{0};
        std::atomic<int> refused{0};
        const auto race = [&](Database& store, const char* by, Verdict verdict) {
            const auto decided = ApprovalRepository(store).decide(id, decision(verdict, by), m_clock.now());
            if (decided)
                ++won;
            else if (decided.error().code == ErrorCode::Conflict)
                ++refused;
        };

        {
            std::jthread theirs([&] { race(*other, "cleo", Verdict::Reject); });
            race(database(), "ben", Verdict::Approve);
        }

        QCOMPARE(won.load(), 1);
        QCOMPARE(refused.load(), 1);
        QCOMPARE(read(id).decisions.size(), std::size_t(1));
    }

    void takingBackAndTakingEffectDoNotBothWin()
    {
        for (int round = 0; round < 10; ++round) {
            const ApprovalId id = asked();
            ApprovalRepository approvals(database());
            must(approvals.decide(id, decision(Verdict::Approve), m_clock.now()));
            OpenStore other(database().path());
            bool tookBack = false;
            int effected = 0;

            {
                std::jthread theirs([&] { effected = must(WakeUps(*other).effectDecisions(in(5'000))); });
                tookBack = bool(approvals.takeBack(id, in(4'999)));
            }

            QCOMPARE(tookBack ? 1 : 0, 1 - effected);
            QCOMPARE(read(id).state, tookBack ? ApprovalState::Open : ApprovalState::Approved);
        }
    }

    void lateAndStaleDecisionsChangeNothing()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        gate::Decision stale = decision(Verdict::Approve);
        stale.evidenceHash = gate::evidenceHash({{"job", "something else"}});

        QCOMPARE(approvals.decide(id, stale, m_clock.now()).error().code, ErrorCode::Conflict);
        QCOMPARE(approvals.decide(id, decision(Verdict::Approve), in(3'600'000)).error().code, ErrorCode::Conflict);
        QCOMPARE(approvals.decide({99}, decision(Verdict::Approve), m_clock.now()).error().code, ErrorCode::NotFound);

        QVERIFY(read(id).decisions.empty());
    }

    void aDecisionInTimeOutlivesTheDeadline()
    {
        const ApprovalId id = asked();
        const UtcTime deadline = in(3'600'000);
        must(ApprovalRepository(database()).decide(id, decision(Verdict::Approve), deadline - Milliseconds(1)));

        QCOMPARE(must(WakeUps(database()).answerDueTimers(deadline + Milliseconds(1))), 0);
        QCOMPARE(must(WakeUps(database()).effectDecisions(deadline + Milliseconds(5'000))), 1);

        QCOMPARE(read(id).state, ApprovalState::Approved);
    }

    void aHeldRequestKeepsItsDeadline()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());

        QCOMPARE(must(approvals.decide(id, decision(Verdict::Hold), m_clock.now())), ApprovalState::Held);

        QCOMPARE(read(id).state, ApprovalState::Held);
        QCOMPARE(must(WakeUps(database()).nextTimer()), std::optional(in(3'600'000)));
        QCOMPARE(must(approvals.decide(id, decision(Verdict::Approve), in(10))), ApprovalState::Approved);
    }

    void onlyTheFirstQuestionGivesMoreTime()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        const UtcTime deadline = read(id).deadline;

        must(approvals.decide(id, decision(Verdict::Ask), m_clock.now()));
        QCOMPARE(read(id).deadline, deadline + Milliseconds(15 * 60'000));
        must(approvals.decide(id, decision(Verdict::Ask), in(10)));

        QCOMPARE(read(id).deadline, deadline + Milliseconds(15 * 60'000));
        QCOMPARE(read(id).decisions.size(), std::size_t(2));
    }

    void aQuestionAndAHoldAreTakenBackWithAllThatFollowed()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        const UtcTime deadline = read(id).deadline;
        must(approvals.decide(id, decision(Verdict::Ask), m_clock.now()));
        QVERIFY(gate::openQuestion(read(id)));

        must(approvals.takeBack(id, in(4'999), "ben"));
        QVERIFY(!gate::openQuestion(read(id)));
        QCOMPARE(read(id).deadline, deadline);
        must(approvals.decide(id, decision(Verdict::Hold), in(5'000)));
        must(approvals.takeBack(id, in(6'000), "ben"));

        QCOMPARE(read(id).state, ApprovalState::Open);
        must(approvals.decide(id, decision(Verdict::Ask), in(7'000)));
        QCOMPARE(approvals.takeBack(id, in(12'000), "ben").error().code, ErrorCode::Conflict);
        QCOMPARE(read(id).deadline, deadline + Milliseconds(15 * 60'000));
    }

    void whatEndedWithoutADecisionIsUnseenUntilAPersonLooks()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());
        must(approvals.acknowledge(id, m_clock.now())); // it is open
        QVERIFY(!read(id).seenAt);
        QCOMPARE(must(WakeUps(database()).answerDueTimers(read(id).deadline)), 1);
        QVERIFY(gate::passedUnseen(read(id)));

        must(approvals.acknowledge(id, in(1)));
        must(approvals.acknowledge(id, in(2)));

        QCOMPARE(read(id).seenAt, std::optional(in(1)));
        QVERIFY(!gate::passedUnseen(read(id)));
    }

    void aDamagedRowIsToldAndTheOthersAreThere()
    {
        const ApprovalId damaged = asked();
        const ApprovalId whole = asked();
        must(database().writer().write([&](Connection& connection, Changes&) -> Result<void> {
            const auto done = connection.execute("UPDATE approval SET request = 'not json' WHERE id = ?1", damaged);
            return done ? Result<void>() : Result<void>(done.error());
        }));
        std::vector<ApprovalId> unreadable;

        const auto all = must(ApprovalRepository(database()).list(10, &unreadable));

        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().id, whole);
        QCOMPARE(unreadable, std::vector{damaged});
        QVERIFY(!ApprovalRepository(database()).list());
    }

    void anAnswerJoinsTheEvidenceAndVoidsWhatWasApprovedWithoutIt()
    {
        const ApprovalId id = asked(request("deploy", {{"risk", "CRITICAL"}}));
        ApprovalRepository approvals(database());
        const auto approval = [&](const char* person) {
            gate::Decision made = decision(Verdict::Approve, person);
            made.typed = gate::confirmationOf(read(id).request);
            return made;
        };
        must(approvals.decide(id, approval("ben"), m_clock.now()));
        must(approvals.decide(id, decision(Verdict::Ask, "cleo"), in(10'000)));
        QCOMPARE(gate::given(read(id)), 1);

        gate::Decision said = decision(Verdict::Answer, "author");
        said.reason = "the cache was emptied by hand";
        must(approvals.decide(id, said, in(20'000)));

        const gate::Approval now = read(id);
        QVERIFY(now.evidenceHash != said.evidenceHash);
        QCOMPARE(now.evidenceHash, gate::evidenceHash(now.request.evidence));
        QCOMPARE(now.request.evidence.at("answers").at(0).at("answer").get<std::string>(), said.reason);
        QCOMPARE(gate::given(now), 0);
        QCOMPARE(approvals.decide(id, approval("cleo"), in(30'000)).error().code, ErrorCode::Conflict);
        for (const char* person : {"cleo", "ben"}) {
            gate::Decision again = approval(person);
            again.evidenceHash = now.evidenceHash;
            must(approvals.decide(id, again, in(30'000)));
        }
        QCOMPARE(gate::given(read(id)), 2);
    }

    void criticalWaitsForTheSecondPerson()
    {
        const ApprovalId id = asked(request("deploy", {{"risk", "CRITICAL"}}));
        ApprovalRepository approvals(database());
        const auto approval = [&](const char* person) {
            gate::Decision made = decision(Verdict::Approve, person);
            made.typed = gate::confirmationOf(read(id).request);
            return made;
        };

        QCOMPARE(approvals.decide(id, decision(Verdict::Approve, "ben"), m_clock.now()).error().code,
                 ErrorCode::InvalidInput); // nothing was typed
        QCOMPARE(must(approvals.decide(id, approval("ben"), m_clock.now())), ApprovalState::Open);
        QCOMPARE(must(WakeUps(database()).effectDecisions(in(60'000))), 0);
        QCOMPARE(gate::given(read(id)), 1);
        QCOMPARE(approvals.decide(id, approval("ben"), in(60'000)).error().code, ErrorCode::Conflict);
        QCOMPARE(must(approvals.decide(id, approval("cleo"), in(60'000))), ApprovalState::Approved);
        QCOMPARE(must(WakeUps(database()).effectDecisions(in(65'000))), 1);

        QVERIFY(answer(read(id).run).contains(QStringLiteral(R"("approvers":["ben","cleo"])")));
    }

    void aNewerRequestReplacesAnOlder()
    {
        const ApprovalId id = asked();
        ApprovalRepository approvals(database());

        must(approvals.supersede(id, m_clock.now()));

        QCOMPARE(read(id).state, ApprovalState::Superseded);
        QCOMPARE(answer(read(id).run), QStringLiteral(R"({"verdict":"superseded"})"));
        QCOMPARE(why(approvals.decide(id, decision(Verdict::Approve), m_clock.now()).error()),
                 QStringLiteral(
                     "The approval ended. A newer commit or request replaces it, or its run has passed meanwhile."));
        QCOMPARE(approvals.supersede(id, m_clock.now()).error().code, ErrorCode::Conflict);
    }

    void openOnesStandFirstByDeadline()
    {
        const ApprovalId late = asked(request("late", {{"patience_ms", 9'000'000}}));
        const ApprovalId closed = asked(request("closed"));
        const ApprovalId soon = asked(request("soon", {{"patience_ms", 60'000}}));
        ApprovalRepository approvals(database());
        must(approvals.supersede(closed, m_clock.now()));

        QStringList order;
        for (const gate::Approval& each : must(approvals.list()))
            order << QString::fromStdString(each.request.subject);

        QCOMPARE(order, QStringList({QStringLiteral("soon"), QStringLiteral("late"), QStringLiteral("closed")}));
        QCOMPARE(must(approvals.listOpen()).size(), std::size_t(2));
        QVERIFY(soon.value > late.value);
    }
};

SIGNALBOX_TEST(TestApprovalRepository)
#include "tst_approvalrepository.moc"
