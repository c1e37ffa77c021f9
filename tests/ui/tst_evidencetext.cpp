// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhealing.h"
#include "tests/ui/lines.h"
#include "ui/models/decisiontext.h"
#include "ui/models/evidencetext.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

QStringList titles(const QList<EvidenceSection>& sections)
{
    QStringList list;
    for (const auto& section : sections)
        list.append(section.title);
    return list;
}

QStringList values(const EvidenceSection& section)
{
    QStringList list;
    for (const auto& row : section.rows)
        list.append(row.value + (row.right.isEmpty() ? QString() : QStringLiteral(", ") + row.right));
    return list;
}

} // namespace

class TestEvidenceText : public QObject {
    Q_OBJECT

private slots:
    void escalationEndsWithTheAgentsView()
    {
        const auto sections = evidenceOf(test::escalation());

        QCOMPARE(titles(sections),
                 test::lines({"What failed", "Root cause", "What was tried", "Blast radius", "Checks", "Agent view"}));
        QCOMPARE(sections.last().note, QStringLiteral("Shown last on purpose"));
    }

    void rootCauseComesFirstWithItsLineNumber()
    {
        const auto cause = evidenceOf(test::escalation())[1];

        QCOMPARE(cause.rows[0].label, QStringLiteral("41"));
        QVERIFY(cause.rows[0].strong && !cause.rows[1].strong);
        QCOMPARE(cause.note, QStringLiteral("Confidence 97\u202f%"));
    }

    void anExitCodeThatNobodyToldIsNotMadeUp()
    {
        gate::Approval approval = test::escalation();
        auto evidence = *agents::escalationFromJson(approval.request.evidence);
        evidence.exitCode.reset(); // as GitHub and GitLab leave it
        approval.request.evidence = agents::toJson(evidence);
        QVERIFY(approval.request.evidence["exit_code"].is_null());
        const QStringList shown = values(evidenceOf(approval)[0]);
        QVERIFY(std::ranges::none_of(shown, [](const QString& row) { return row.contains(QStringLiteral("exit")); }));
    }

    void triedAndConsideredFixesTellWhyTheyAreNotTheEnd()
    {
        const auto tried = evidenceOf(test::escalation())[2];

        QCOMPARE(values(tried),
                 test::lines({"Re-run failed jobs, attempt 2, still failing",
                              "Clear cache, re-run failed jobs, the policy asks a person"}));
    }

    void approversStandBeforeTheAgentsView()
    {
        gate::Approval approval = test::escalation();
        approval.request.needed = 2;
        gate::RecordedDecision first;
        first.decision = {gate::Verdict::Approve, "ana", "rehearsed", approval.evidenceHash, "take_over", {}};
        first.at = test::noon();
        approval.decisions = {first};

        const auto sections = evidenceOf(approval);

        QCOMPARE(sections[5].title, QStringLiteral("Two approvers"));
        QVERIFY(!sections[5].rows[0].value.contains(QStringLiteral("rehearsed"))); // until the second has decided
        QCOMPARE(sections[6].title, QStringLiteral("Agent view"));
    }

    void theFreeSeatSaysWhetherItIsYours_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("seat");
        QTest::newRow("yours") << QStringLiteral("operator")
                               << QStringLiteral("You, second approver, not the author, not the first");
        QTest::newRow("not the first one's")
            << QStringLiteral("ana") << QStringLiteral("Second approver, another person");
        QTest::newRow("not the author's")
            << QStringLiteral("jonas") << QStringLiteral("Second approver, you are the author");
    }

    void theFreeSeatSaysWhetherItIsYours()
    {
        QFETCH(QString, person);
        QFETCH(QString, seat);
        gate::Approval approval = test::escalation();
        approval.request.choices = {"release"};
        approval.request.risk = gate::RiskLevel::Critical;
        gate::RecordedDecision first;
        first.decision = {gate::Verdict::Approve, "ana", "rehearsed", approval.evidenceHash, "release", {}};
        approval.decisions = {first};

        const auto sections = evidenceOf(approval, person.toStdString());
        const auto decisions = std::ranges::find(sections, QStringLiteral("decisions"), &EvidenceSection::key);

        QCOMPARE(decisions->note, QStringLiteral("1 of 2"));
        QCOMPARE(decisions->rows.last().value + QStringLiteral(", ") + decisions->rows.last().right, seat);
    }

    void whatSpeaksAgainstItIsSaid()
    {
        gate::Approval approval = test::escalation();
        approval.request.against = {gate::Against::Agent, gate::Against::FailedCheck};

        QVERIFY(promptOrigin(approval).endsWith(
            QStringLiteral("Policy: two approvers, neither the author. The agent advises against it. A check failed. "
                           "Approving is an override.")));
    }

    void whatIsPressedIsWhatIsTold()
    {
        gate::Approval approval = test::anApproval(4, RunId{9});
        approval.request.choices = {"take_over", "try_fix:clear_cache_rerun"};
        const gate::Decision usual{
            .verdict = gate::Verdict::Approve, .by = "ana", .reason = {}, .evidenceHash = {}, .choice = {}};

        QCOMPARE(approveLabel("take_over"), QStringLiteral("Approve: take over"));
        QCOMPARE(doneLabel(approval, usual), QStringLiteral("Approved: take over"));
        QCOMPARE(approveLabel(""), QStringLiteral("Approve"));
        QCOMPARE(approvedLabel(""), QStringLiteral("Approved"));
        gate::Decision other = usual;
        other.choice = "try_fix:clear_cache_rerun";
        QCOMPARE(approveLabel(other.choice), QStringLiteral("Approve: clear cache, re-run failed jobs"));
        QCOMPARE(doneLabel(approval, other), QStringLiteral("Approved: clear cache, re-run failed jobs"));
        other.verdict = gate::Verdict::Reject;
        QCOMPARE(doneLabel(approval, other), QStringLiteral("Rejected"));
    }

    void unknownEffectSaysWhatEachAnswerDoes()
    {
        gate::Approval approval = test::anApproval(4, RunId{9});
        approval.request.kind = "unknown_effect";
        approval.request.subject = "attempt_fix";
        approval.request.evidence = {{"effect", "rerun:2"},
                                     {"safety", "retry"},
                                     {"node", "attempt_fix"},
                                     {"intent", {{"action", "rerun_failed_jobs"}}}};

        QCOMPARE(titles(evidenceOf(approval)), test::lines({"What was begun", "Blast radius", "Agent view"}));
    }

    void aNewLockfileShowsItsPackagesAndTheDifference()
    {
        gate::Approval approval = test::anApproval(5, RunId{9});
        approval.request.kind = "fix";
        approval.request.subject = "shop: new package-lock.json";
        approval.request.evidence
            = {{"file", "package-lock.json"},
               {"folder", "/shop"},
               {"class", "npm_eresolve"},
               {"strategy", "legacy_peer_deps"},
               {"flags", {"--legacy-peer-deps"}},
               {"packages", {{{"package", "node_modules/money"}, {"before", "1.0.0"}, {"after", "2.0.0"}}}},
               {"packages_changed", 1},
               {"packages_kept", 3},
               {"diff", {"@@ -1 +1 @@", "-1.0.0", "+2.0.0"}},
               {"diff_left_out", 0}};

        const auto sections = evidenceOf(approval);

        QCOMPARE(titles(sections),
                 test::lines({"Packages", "Difference", "What failed", "Blast radius", "Agent view"}));
        QCOMPARE(values(sections[0]), test::lines({"2.0.0, was 1.0.0"}));
        QCOMPARE(values(sections[1]), test::lines({"@@ -1 +1 @@", "-1.0.0", "+2.0.0"}));
        QCOMPARE(sections[3].rows.last().value, QStringLiteral("npm ci needs --legacy-peer-deps"));
        QCOMPARE(promptTitle(approval), QStringLiteral("shop: new package-lock.json"));
    }

    void aLooserPolicyIsToldValueByValue()
    {
        gate::Approval approval;
        approval.request.kind = "policy";
        approval.request.line = "shop";
        approval.request.evidence
            = {{"line", "shop"},
               {"looser",
                {"autonomy.retry: ask to automatic", "retries_per_run: 3 to 5", "always_ask: without production"}},
               {"accepted", {{"autonomy", {{"retry", "ask"}}}, {"retries_per_run", 3}, {"approval_deadline_s", 600.0}}},
               {"proposed",
                {{"autonomy", {{"retry", "automatic"}}}, {"retries_per_run", 5}, {"approval_deadline_s", 300.0}}}};

        const auto sections = evidenceOf(approval);

        QCOMPARE(titles(sections), test::lines({"What changes", "Blast radius"}));
        QCOMPARE(values(sections[0]),
                 test::lines({"5, was 10", "5, was 3, looser", "Automatic, was Asks a person, looser",
                              "always_ask: without production"})); // what has no label keeps its own words
        QCOMPARE(promptTitle(approval), QStringLiteral("Policy of shop"));
    }

    void aRefusalIsToldByItsKind()
    {
        gate::Approval approval = test::escalation();
        approval.deadline = test::noon() + std::chrono::hours(1);
        gate::Decision decision{gate::Verdict::Hold, "ana", "wait", approval.evidenceHash, "", {}};
        QCOMPARE(refusalText(approval, decision, test::noon()), QString());

        approval.state = gate::ApprovalState::Held;
        QCOMPARE(refusalText(approval, decision, test::noon()),
                 QStringLiteral("It is held already. It can be approved or rejected."));
        decision.reason.clear();
        QCOMPARE(refusalText(approval, decision, test::noon()), QStringLiteral("A reason is needed."));
        QVERIFY(refusalText(approval, decision, approval.deadline).startsWith(QStringLiteral("Time passed at ")));
    }

    void closedOnesTellByWhomAndWhy()
    {
        gate::Approval approval = test::escalation();
        approval.state = gate::ApprovalState::Rejected;
        gate::RecordedDecision made;
        made.decision = {gate::Verdict::Reject, "ana", "release after the freeze", approval.evidenceHash, "", {}};
        made.at = test::noon();
        approval.decisions = {made};

        QVERIFY(closedText(approval).endsWith(QStringLiteral(" by ana. Reason: release after the freeze")));
        QVERIFY(outcomeText(approval, {}, QStringLiteral("GitHub has taken it."))
                    .endsWith(QStringLiteral(" Reason: release after the freeze. GitHub has taken it.")));
    }
};

SIGNALBOX_TEST(TestEvidenceText)
#include "tst_evidencetext.moc"
