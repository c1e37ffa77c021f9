// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/gateevidence.h"
#include "core/agents/sentdecision.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace signalbox {

using agents::Sending;

class TestSentDecision : public QObject {
    Q_OBJECT

private:
    static gate::Approval decided(gate::ApprovalState state)
    {
        gate::Approval approval;
        approval.request.kind = agents::kDeployment;
        approval.state = state;
        approval.closedAt = UtcTime();
        return approval;
    }

private slots:
    void itWaitsUntilItWasTaken()
    {
        const gate::Approval approval = decided(gate::ApprovalState::Approved);
        QVERIFY(agents::sentDecision(approval, {approval}, {.outcome = "", .failure = {}})->sending == Sending::Waits);
        QVERIFY(agents::sentDecision(approval, {approval}, {.outcome = "approved", .failure = {}})->sending
                == Sending::Taken);
        QVERIFY(agents::sentDecision(approval, {approval}, {.outcome = "approved_there", .failure = {}})->sending
                == Sending::Taken);
    }

    void anApprovalThatIsNotEnoughThereSaysSo()
    {
        gate::Approval approval = decided(gate::ApprovalState::Approved);
        const Json theirs{{"approved", true}, {"by", "lead"}, {"gate", "7"}};
        const Json ofAnother{{"approved", true}, {"by", "lead"}, {"gate", "6"}};
        approval.request.evidence
            = {{"gate", {{"id", "7"}, {"earlier", {theirs, ofAnother}}}}, {"rules", {{"needed", 3}}}};

        const auto sent = agents::sentDecision(approval, {approval}, {.outcome = "approved", .failure = {}});
        QVERIFY(sent->sending == Sending::Taken);
        QCOMPARE(sent->given, 2);
        QCOMPARE(sent->needed, 3);

        approval.request.evidence["rules"]["needed"] = 2;
        QCOMPARE(agents::sentDecision(approval, {approval}, {.outcome = "approved", .failure = {}})->needed, 0);
        approval.request.evidence["rules"] = nullptr;
        QCOMPARE(agents::sentDecision(approval, {approval}, {.outcome = "approved", .failure = {}})->needed, 0);
    }

    void whatWasTakenAndNotStartedSaysWhy()
    {
        const gate::Approval approval = decided(gate::ApprovalState::Approved);
        const auto sent = agents::sentDecision(
            approval, {approval}, {.outcome = std::string(agents::kNotStarted), .failure = {}, .cause = "403"});
        QVERIFY(sent->sending == Sending::NotStarted);
        QCOMPARE(sent->why, std::string("403"));
        QCOMPARE(agents::sendingName(sent->sending), std::string_view("not_started"));
    }

    void rulesBesidesAreNamed()
    {
        gate::Approval approval = decided(gate::ApprovalState::Approved);
        approval.request.evidence = {{"gate", {{"id", "150"}}}, {"rules", {{"needed", 1}, {"apps", {"sentinel"}}}}};

        const auto sent = agents::sentDecision(approval, {approval}, {.outcome = "approved", .failure = {}});

        QVERIFY(sent->sending == Sending::Taken && sent->besides.empty());
        QCOMPARE(sent->apps, std::vector<std::string>{"sentinel"});
    }

    void whoeverWasFasterThereIsNotDenied()
    {
        const gate::Approval rejected = decided(gate::ApprovalState::Rejected);
        const auto lost = agents::sentDecision(rejected, {rejected}, {.outcome = "approved_there", .failure = {}});
        QVERIFY(lost->sending == Sending::Failed);
        QCOMPARE(lost->why, std::string("it had been approved there already"));
        const gate::Approval approved = decided(gate::ApprovalState::Approved);
        QVERIFY(agents::sentDecision(approved, {approved}, {.outcome = "rejected_there", .failure = {}})->sending
                == Sending::Failed);
    }
};

SIGNALBOX_TEST(TestSentDecision)

} // namespace signalbox

#include "tst_sentdecision.moc"
