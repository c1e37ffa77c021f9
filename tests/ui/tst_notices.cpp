// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/notices.h"

#include <QTest>

using namespace signalbox;
using signalbox::test::anApproval;
using signalbox::test::noon;

class TestNotices : public QObject {
    Q_OBJECT

private:
    static QStringList titles(const std::vector<ui::Notice>& notices)
    {
        QStringList all;
        for (const auto& notice : notices)
            all << notice.title;
        return all;
    }

    static gate::Approval ofLine(std::int64_t id, const std::string& line)
    {
        gate::Approval approval = anApproval(id, RunId{id});
        approval.request.line = line;
        approval.request.subject = line + " 1." + std::to_string(id);
        approval.request.kind = "fix";
        return approval;
    }

private slots:
    void whatWasHeldAtTheStartIsNotNew()
    {
        ui::Notices notices("operator");

        QVERIFY(notices.due({ofLine(1, "parser")}, noon()).empty());
        QVERIFY(notices.due({ofLine(1, "parser")}, noon() + std::chrono::minutes(1)).empty());
    }

    void aNewOneIsToldOnceWithItsDeadline()
    {
        ui::Notices notices("operator");
        notices.due({}, noon());

        const auto told = notices.due({ofLine(1, "parser")}, noon());

        QCOMPARE(titles(told), QStringList{QStringLiteral("Approval: parser 1.1")});
        QCOMPARE(told.front().body, QStringLiteral("parser, risk low. Decide by 12:18."));
        QCOMPARE(told.front().button, QStringLiteral("Review"));
        QVERIFY(notices.due({ofLine(1, "parser")}, noon()).empty());
    }

    void fiveMinutesAndOneMinuteAreToldAgain()
    {
        ui::Notices notices("operator");
        const gate::Approval approval = ofLine(1, "parser"); // until 12:18
        notices.due({approval}, noon());

        const auto five = notices.due({approval}, noon() + std::chrono::minutes(13));
        const auto between = notices.due({approval}, noon() + std::chrono::minutes(15));
        const auto one = notices.due({approval}, noon() + std::chrono::minutes(17));

        QCOMPARE(titles(five), QStringList{QStringLiteral("5\u202fmin left: parser 1.1")});
        QCOMPARE(five.front().body, QStringLiteral("Rejected at 12:18 without a decision."));
        QVERIFY(between.empty());
        QCOMPARE(titles(one), QStringList{QStringLiteral("1\u202fmin left: parser 1.1")});
    }

    void anEndWithoutADecisionIsTold()
    {
        ui::Notices notices("operator");
        gate::Approval approval = ofLine(1, "parser");
        notices.due({approval}, noon());
        approval.state = gate::ApprovalState::Expired;

        const auto ended = notices.due({approval}, noon() + std::chrono::minutes(18));

        QCOMPARE(titles(ended), QStringList{QStringLiteral("Rejected: parser 1.1")});
        QCOMPARE(ended.front().body, QStringLiteral("No decision by 12:18."));
    }

    void whatWasLetThroughAgainstThePolicyIsTold()
    {
        ui::Notices notices("operator");
        gate::Approval approval = ofLine(1, "parser");
        approval.request.needed = 2;
        approval.request.author = "mona";
        gate::Approval fine = ofLine(2, "search");
        notices.due({approval, fine}, noon());
        gate::RecordedDecision there;
        there.decision = {.verdict = gate::Verdict::Approve,
                          .by = "github:mona",
                          .reason = {},
                          .evidenceHash = "elsewhere",
                          .choice = {}};
        there.at = noon();
        for (gate::Approval* one : {&approval, &fine}) {
            one->decisions = {there};
            one->state = gate::ApprovalState::Approved;
            one->closedAt = noon();
        }

        const auto told = notices.due({approval, fine}, noon());

        QCOMPARE(titles(told), QStringList{QStringLiteral("Policy broken: parser 1.1")});
        QCOMPARE(told.front().body,
                 QStringLiteral("Let through by mona on GitHub. The policy needs 2. They are the author."));
        QCOMPARE(told.front().button, QStringLiteral("Open"));
    }

    void theSecondApproverIsCalledAndTheFirstIsNot()
    {
        gate::Approval approval = ofLine(1, "parser");
        approval.request.risk = gate::RiskLevel::Critical;
        gate::RecordedDecision first;
        first.decision.verdict = gate::Verdict::Approve;
        first.decision.by = "ana";
        first.at = noon() - std::chrono::minutes(1);
        first.effectiveAt = noon() - std::chrono::seconds(55);
        ui::Notices forSecond("operator");
        ui::Notices forFirst("ana");
        forSecond.due({approval}, noon());
        forFirst.due({approval}, noon());
        approval.decisions = {first};
        const UtcTime later = noon() + std::chrono::minutes(1);

        const auto told = forSecond.due({approval}, later);

        QCOMPARE(titles(told), QStringList{QStringLiteral("Second approval: parser 1.1")});
        QCOMPARE(told.front().body, QStringLiteral("Critical. First approval at 11:59. Decide by 12:18."));
        QVERIFY(forFirst.due({approval}, later).empty());
    }

    void aLineIsToldOnceInTenMinutesUnlessItGetsUrgent()
    {
        ui::Notices notices("operator");
        notices.due({}, noon());
        std::vector<gate::Approval> held{ofLine(1, "parser")};
        notices.due(held, noon());
        held.push_back(ofLine(2, "parser"));
        held.push_back(ofLine(3, "search"));

        QCOMPARE(titles(notices.due(held, noon() + std::chrono::minutes(2))),
                 QStringList{QStringLiteral("Approval: search 1.3")});
        QCOMPARE(titles(notices.due(held, noon() + std::chrono::minutes(14))).size(), 2); // 5 min left, one a line
    }

    void moreThanTenBecomeOne()
    {
        ui::Notices notices("operator");
        notices.due({}, noon());
        std::vector<gate::Approval> held;
        for (int id = 1; id <= 14; ++id)
            held.push_back(ofLine(id, "line" + std::to_string(id)));

        const auto told = notices.due(held, noon());

        QCOMPARE(told.size(), std::size_t{11});
        QCOMPARE(told.back().title, QStringLiteral("14 events in 10\u202fmin"));
        QCOMPARE(told.back().body, QStringLiteral("14 held for you."));
        QVERIFY(!told.back().approval);
        held.push_back(ofLine(15, "line15"));
        QVERIFY(notices.due(held, noon() + std::chrono::minutes(1)).empty());
    }

    void doNotDisturbIsKept()
    {
        ui::Notices notices("operator");
        notices.due({}, noon());
        notices.setQuietUntil(noon() + std::chrono::hours(1));

        QVERIFY(notices.due({ofLine(1, "parser")}, noon()).empty());
        QVERIFY(!notices.isQuiet(noon() + std::chrono::hours(1)));
    }

    void aRehearsalDisturbsNobody()
    {
        ui::Notices notices("operator");
        notices.due({}, noon());
        gate::Approval approval = ofLine(1, "parser");
        approval.request.rehearsal = true;

        QVERIFY(notices.due({approval}, noon()).empty());
    }
};

SIGNALBOX_TEST(TestNotices)
#include "tst_notices.moc"
