// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/gate/requestfixture.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::gate;
using namespace signalbox::test;

namespace {

QString refusal(const Result<ApprovalState>& judged)
{
    return judged ? QStringLiteral("accepted") : QString::fromStdString(judged.error().detail);
}

} // namespace

class TestDecisionRules : public QObject {
    Q_OBJECT

private slots:
    void aDecisionLeadsTo_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("state");
        QTest::newRow("approving approves") << int(Verdict::Approve) << int(ApprovalState::Approved);
        QTest::newRow("rejecting rejects") << int(Verdict::Reject) << int(ApprovalState::Rejected);
        QTest::newRow("holding keeps it for later") << int(Verdict::Hold) << int(ApprovalState::Held);
        QTest::newRow("asking leaves it open") << int(Verdict::Ask) << int(ApprovalState::Open);
    }

    void aDecisionLeadsTo()
    {
        QFETCH(int, verdict);
        QFETCH(int, state);

        const auto judged = judge(request(), decision(static_cast<Verdict>(verdict)), kNow);

        QVERIFY2(judged, qPrintable(refusal(judged)));
        QCOMPARE(int(*judged), state);
    }

    void aReasonIsNeeded_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("risk");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* name, Verdict verdict, RiskLevel risk, const char* answer) {
            QTest::newRow(name) << int(verdict) << int(risk) << QString::fromLatin1(answer);
        };
        row("to reject", Verdict::Reject, RiskLevel::Low, "A reason is needed to reject.");
        row("to hold", Verdict::Hold, RiskLevel::Low, "A reason is needed to hold.");
        row("to ask", Verdict::Ask, RiskLevel::Low, "A question is needed to ask for more.");
        row("to approve high", Verdict::Approve, RiskLevel::High,
            "A reason is needed to approve high or critical risk.");
        row("to approve critical", Verdict::Approve, RiskLevel::Critical,
            "A reason is needed to approve high or critical risk.");
        row("not to approve medium", Verdict::Approve, RiskLevel::Medium, "accepted");
    }

    void aReasonIsNeeded()
    {
        QFETCH(int, verdict);
        QFETCH(int, risk);
        QFETCH(QString, answer);

        const auto judged = judge(request(static_cast<RiskLevel>(risk)),
                                  decision(static_cast<Verdict>(verdict), "ben", "  \n\u200b\u2060"), kNow);

        QCOMPARE(refusal(judged), answer);
    }

    void aDecidedRequestSaysByWhomAndWhy()
    {
        Approval approval = request();
        make(approval, decision(Verdict::Reject, "ana", "release after the freeze"));
        approval.state = ApprovalState::Rejected;

        const auto judged = judge(approval, decision(Verdict::Approve), kNow + Milliseconds(60'000));

        QCOMPARE(judged.error().code, ErrorCode::Conflict);
        QCOMPARE(refusal(judged),
                 QStringLiteral("Already decided. Rejected at 14:31 UTC by ana. Reason: release after the freeze."));
    }

    void aDecisionThatCanStillBeTakenBackIsADecision()
    {
        Approval approval = request();
        make(approval, decision(Verdict::Approve, "ana", ""));

        QCOMPARE(refusal(judge(approval, decision(Verdict::Reject), kNow + Milliseconds(1))),
                 QStringLiteral("Already decided. Approved at 14:31 UTC by ana."));
    }

    void aDecisionTakenBackIsNone()
    {
        Approval approval = request();
        make(approval, decision(Verdict::Reject, "ana"));
        approval.decisions.back().takenBack = true;

        const auto judged = judge(approval, decision(Verdict::Approve, "ana"), kNow);

        QVERIFY2(judged && *judged == ApprovalState::Approved, qPrintable(refusal(judged)));
    }

    void tooLateIsRefused()
    {
        const Approval approval = request();

        QVERIFY(judge(approval, decision(Verdict::Approve), approval.deadline - Milliseconds(1)));
        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve), approval.deadline)),
                 QStringLiteral("Time passed at 14:45 UTC. Rejected."));
        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve), approval.deadline + std::chrono::days(1))),
                 QStringLiteral("Time passed at 2026-03-12 14:45 UTC. Rejected."));
    }

    void otherEvidenceIsRefused_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("hash");
        QTest::addColumn<int>("code"); // -1: accepted
        QTest::newRow("approving on other evidence") << int(Verdict::Approve) << "00" << int(ErrorCode::Conflict);
        QTest::newRow("approving on none") << int(Verdict::Approve) << "" << int(ErrorCode::InvalidInput);
        QTest::newRow("rejecting on other evidence") << int(Verdict::Reject) << "00" << int(ErrorCode::Conflict);
        QTest::newRow("rejecting needs none") << int(Verdict::Reject) << "" << -1;
    }

    void otherEvidenceIsRefused()
    {
        QFETCH(int, verdict);
        QFETCH(QString, hash);
        QFETCH(int, code);
        Decision made = decision(static_cast<Verdict>(verdict));
        made.evidenceHash = hash.toStdString();

        const auto judged = judge(request(), made, kNow);

        QCOMPARE(judged ? -1 : int(judged.error().code), code);
    }

    void anUnknownChoiceIsRefused()
    {
        Decision made = decision(Verdict::Approve);
        made.choice = "deploy_anyway";

        QCOMPARE(judge(request(), made, kNow).error().code, ErrorCode::InvalidInput);
        made.choice = "dismiss";
        QVERIFY(judge(request(), made, kNow));
    }

    void aDecisionHasAName()
    {
        QCOMPARE(judge(request(), decision(Verdict::Approve, " "), kNow).error().code, ErrorCode::InvalidInput);
    }

    void criticalTakesTwoDifferentPeople()
    {
        Approval approval = request(RiskLevel::Critical);

        const auto first = judge(approval, typedApproval("ben"), kNow);
        QVERIFY(first && *first == ApprovalState::Open);
        make(approval, decision(Verdict::Approve, "ben"));

        const auto again = judge(approval, typedApproval(" BEN"), kNow);
        QCOMPARE(refusal(again),
                 QStringLiteral("Already approved by  BEN. The second approval comes from another person."));

        const auto second = judge(approval, typedApproval("cleo"), kNow);
        QVERIFY(second && *second == ApprovalState::Approved);
    }

    void oneVetoRejectsWhateverWasApproved()
    {
        Approval approval = request(RiskLevel::Critical);
        make(approval, decision(Verdict::Approve, "ben"));

        const auto veto = judge(approval, decision(Verdict::Reject, "cleo"), kNow);
        QVERIFY(veto && *veto == ApprovalState::Rejected);
        make(approval, decision(Verdict::Reject, "cleo"));

        QVERIFY(outcome(approval) == ApprovalState::Rejected);
        QVERIFY(!judge(approval, decision(Verdict::Approve, "dora"), kNow));
    }

    void whoDoesNotCountMayStopButNotApprove()
    {
        QCOMPARE(judge(request(), decision(Verdict::Approve, "Author"), kNow).error().code, ErrorCode::Conflict);
        QVERIFY(judge(request(), decision(Verdict::Reject, "author"), kNow));
    }

    void aHeldRequestIsHeldOnceAndDecidedLater()
    {
        Approval approval = request();
        approval.state = ApprovalState::Held;
        make(approval, decision(Verdict::Hold));

        QCOMPARE(judge(approval, decision(Verdict::Hold), kNow).error().code, ErrorCode::Conflict);
        const auto judged = judge(approval, decision(Verdict::Approve), kNow);
        QVERIFY(judged && *judged == ApprovalState::Approved);
    }

    void endedRequestsSayHow()
    {
        Approval approval = request();
        approval.state = ApprovalState::Superseded;
        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve), kNow)),
                 QStringLiteral(
                     "The approval ended. A newer commit or request replaces it, or its run has passed meanwhile."));
        approval.state = ApprovalState::Expired;
        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve), kNow)),
                 QStringLiteral("Time passed at 14:45 UTC. Rejected."));
        approval.state = ApprovalState::Void;
        QCOMPARE(judge(approval, decision(Verdict::Approve), kNow).error().code, ErrorCode::Conflict);
    }

    void allButAnAnswerCanBeTakenBackForFiveSeconds()
    {
        QCOMPARE(recorded(decision(Verdict::Approve), kNow).effectiveAt, kNow + Milliseconds(5'000));
        QCOMPARE(recorded(decision(Verdict::Reject), kNow).effectiveAt, kNow + Milliseconds(5'000));
        QCOMPARE(recorded(decision(Verdict::Hold), kNow).effectiveAt, kNow + Milliseconds(5'000));
        QCOMPARE(recorded(decision(Verdict::Ask), kNow).effectiveAt, kNow + Milliseconds(5'000));
        QCOMPARE(recorded(decision(Verdict::Answer), kNow).effectiveAt, kNow);
    }

    void onlyTheFirstQuestionMovesTheDeadline()
    {
        Approval approval = request();
        QVERIFY(asksExtend(approval));
        make(approval, decision(Verdict::Ask, "ben", "why now?"));
        QVERIFY(!asksExtend(approval));
    }

    void onlyWhatWasAskedIsAnswered()
    {
        Approval approval = request();
        QCOMPARE(judge(approval, decision(Verdict::Answer), kNow).error().code, ErrorCode::Conflict);
        make(approval, decision(Verdict::Ask, "ben", "why now?"));

        QCOMPARE(*judge(approval, decision(Verdict::Answer, "eve", "a deadline"), kNow), ApprovalState::Open);
        QCOMPARE(judge(approval, decision(Verdict::Answer, "eve", " "), kNow).error().code, ErrorCode::InvalidInput);
        make(approval, decision(Verdict::Answer, "eve", "a deadline"));
        QVERIFY(!openQuestion(approval));
    }
};

SIGNALBOX_TEST(TestDecisionRules)
#include "tst_decisionrules.moc"
