// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/gateevidence.h"
#include "tests/signalboxtest.h"
#include "tests/ui/lines.h"
#include "ui/models/approvalrows.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

agents::GateEvidence evidence()
{
    agents::GateEvidence made;
    made.provider = "github";
    made.run.line = "identity";
    made.run.number = "1187";
    made.run.commit = "8c1f2ab0d9e4";
    made.run.author = "mona";
    made.gate.environment = "production";
    made.gate.mayDecide = true;
    for (const char* login : {"ana", "ben", "cleo", "dan", "eve", "finn"})
        made.gate.reviewers.push_back({login, false});
    made.rules = ci::GateRules{1, true, false, "any"};
    made.changes = ci::GateChanges();
    made.riskFrom = "production_name";
    return made;
}

gate::Approval asked(const agents::GateEvidence& evidence, int needed = 1)
{
    gate::Approval approval;
    approval.request.kind = "deployment";
    approval.request.line = "identity";
    approval.request.author = "mona";
    approval.request.risk = gate::RiskLevel::High;
    approval.request.needed = needed;
    approval.request.evidence = agents::toJson(evidence, needed);
    approval.evidenceHash = gate::evidenceHash(approval.request.evidence);
    return approval;
}

QStringList rowsOf(const gate::Approval& approval, const char* key)
{
    QStringList rows;
    for (const auto& section : deploymentSections(approval)) {
        if (section.key != QLatin1String(key))
            continue;
        for (const auto& row : section.rows)
            rows << (row.right.isEmpty() ? row.value : QStringLiteral("%1 | %2").arg(row.value, row.right));
    }
    return rows;
}

/// Of the queue, once it is known what has become of the decision.
QString rowOf(const gate::Approval& approval, const host::RunSummary& run)
{
    return approvalRow(approval, "ana", UtcTime(), sentText(approval, {approval}, run)).detail;
}

} // namespace

class TestDeploymentText : public QObject {
    Q_OBJECT

private slots:
    void everySectionHasItsPlace()
    {
        QStringList titles;
        for (const auto& section : evidenceOf(asked(evidence())))
            titles << section.title;

        QCOMPARE(titles,
                 test::lines({"What changes", "Release risk", "Who can let this through", "Checks", "Blast radius",
                              "What GitHub gets", "Past releases", "Agent view"}));
    }

    void howReleasesBeforeWentIsCounted()
    {
        agents::GateEvidence made = evidence();
        made.changes->past = {{"9d8e7f6a5b", ci::Conclusion::Failure, *parseUtc("2026-07-01T10:00:00Z")},
                              {"1a2b3c4d5e", ci::Conclusion::Success, std::nullopt}};
        gate::Approval approval = asked(made);
        approval.askedAt = *parseUtc("2026-07-03T10:00:00Z");

        const auto sections = deploymentSections(approval);
        const auto past = std::ranges::find(sections, QStringLiteral("past"), &EvidenceSection::key);
        QCOMPARE(past->note, QStringLiteral("1 of the last 2 to production went well"));
        QCOMPARE(past->rows[0].value, QStringLiteral("9d8e7f6"));
        QCOMPARE(past->rows[0].role, StatusRole::Failed);
        QVERIFY(past->rows[0].right.startsWith(QStringLiteral("1 Jul")));
        QCOMPARE(past->rows[1].role, StatusRole::Succeeded);
        QCOMPARE(rowsOf(asked(evidence()), "past"),
                 test::lines({"GitHub tells of no release to production that has ended."}));
    }

    void eachWayAroundHasItsRemedy()
    {
        const QStringList rows = rowsOf(asked(evidence(), 2), "gate");

        QVERIFY(rows.contains(QStringLiteral("One reviewer is enough on GitHub. Any of 6 may approve there, the policy "
                                             "needs 2. | Gate by protection rule")));
        QVERIFY(rows.contains(QStringLiteral("Administrators may skip the gate. \"Allow administrators to bypass\" is "
                                             "on. | Turn off on GitHub")));
        QVERIFY(rows.contains(QStringLiteral("The author may approve. \"Prevent self-review\" is off. | Turn on on "
                                             "GitHub")));
        QCOMPARE(spokenEnforcement(asked(evidence(), 2).request),
                 QStringLiteral("Advisory: 3 ways around this gate, listed below."));
    }

    void aRuleOfOurAppIsNamed()
    {
        agents::GateEvidence ruled = evidence();
        ruled.gate.rule = "signalbox";
        ruled.rules = ci::GateRules{1, false, std::nullopt, "any"};

        const QStringList rows = rowsOf(asked(ruled, 2), "gate");
        QCOMPARE(rows.front(), QStringLiteral("signalbox, which only Signalbox answers"));
        QVERIFY(rows.contains(QStringLiteral("Nobody answers for this rule on GitHub. A reviewer who rejects there is "
                                             "honoured and recorded here, once.")));
        QVERIFY(rows.filter(QStringLiteral("does not tell")).isEmpty()); // whether the author may approve: not there
        QCOMPARE(enforcementLabel(asked(ruled, 2).request), QStringLiteral("Enforced"));
        QVERIFY(!isNoReviewer(asked(ruled).request));
    }

    void whatAppsOfOthersDecideIsSaid()
    {
        agents::GateEvidence made = evidence();
        made.gate.reviewers.clear();
        made.gate.mayDecide = false;
        made.gate.others = {"sentinel"};
        made.gate.page = "https://github.com/acme/identity/actions/runs/1187";
        made.rules = ci::GateRules{1, false, std::nullopt, "any"};
        const gate::Approval approval = asked(made);

        QCOMPARE(elsewhereText(approval.request),
                 QStringLiteral("Waits for protection rule sentinel on GitHub. That is not decided here."));
        QCOMPARE(rowsOf(approval, "gate").front(), QStringLiteral("sentinel"));
        QCOMPARE(rowsOf(approval, "radius"),
                 QStringList(QStringLiteral("The jobs of production start once protection rule sentinel lets them "
                                            "through.")));
        QVERIFY(rowsOf(approval, "sent").isEmpty());
        QVERIFY(
            rowsOf(approval, "agent").contains(QStringLiteral("https://github.com/acme/identity/actions/runs/1187")));
        QVERIFY(rowsOf(approval, "agent").filter(QStringLiteral("no reviewer")).isEmpty());
        const auto row = approvalRow(approval, "ana", UtcTime());
        QCOMPARE(row.detail, QStringLiteral("Waits for rule sentinel"));
        QVERIFY(row.right.isEmpty() && !row.urgent); // nobody here is late
        QVERIFY(elsewhereText(asked(evidence()).request).isEmpty());
        QVERIFY(!promptOrigin(approval).contains(QStringLiteral("Policy"))); // ours says nothing of it
        QVERIFY(promptOrigin(asked(evidence())).contains(QStringLiteral("Policy: ")));
    }

    void whatGitHubDoesNotTellIsSaid()
    {
        agents::GateEvidence known = evidence();
        known.rules = ci::GateRules{1, std::nullopt, true, ""};

        QVERIFY(rowsOf(asked(known), "gate")
                    .contains(QStringLiteral("GitHub does not tell whether administrators may skip the gate.")));
        QVERIFY(!isAdvisory(asked(known).request));
        QCOMPARE(enforcementLabel(asked(known).request), QStringLiteral("Not known whether enforced"));
    }

    void theQueueSaysWhetherItIsEnforced()
    {
        agents::GateEvidence kept = evidence();
        kept.rules = ci::GateRules{1, false, true, "protected"};

        const auto advisory = approvalRow(asked(evidence()), "ana", UtcTime());
        const auto enforced = approvalRow(asked(kept), "ana", UtcTime());

        QCOMPARE(advisory.title, QStringLiteral("identity to production"));
        QCOMPARE(advisory.detail, QStringLiteral("High, advisory"));
        QCOMPARE(enforced.detail, QStringLiteral("High, enforced"));
    }

    void whatWasSentIsShownOnceItHasEnded()
    {
        gate::Approval approval = asked(evidence());
        approval.closedAt = approval.askedAt;
        approval.state = gate::ApprovalState::Rejected;
        gate::RecordedDecision& made = approval.decisions.emplace_back();
        made.decision.verdict = gate::Verdict::Reject;
        made.decision.by = "ana";
        made.decision.reason = "not tested";
        const QStringList rejected = rowsOf(approval, "sent");
        QCOMPARE(rejected.size(), 1);
        QVERIFY2(rejected[0].startsWith(QStringLiteral("Rejected in Signalbox.")), qPrintable(rejected[0]));
        QVERIFY(rejected[0].endsWith(QStringLiteral("Reason: not tested")));

        made.decision.by = "github:mona"; // there: nothing was sent
        QVERIFY(rowsOf(approval, "sent").isEmpty());

        approval.decisions.clear();
        approval.state = gate::ApprovalState::Void;
        QVERIFY(rowsOf(approval, "sent").isEmpty());

        approval.state = gate::ApprovalState::Expired;
        QVERIFY(
            rowsOf(approval, "sent")[0].startsWith(QStringLiteral("Rejected by Signalbox: nobody decided in time.")));
    }

    void whetherItWasTakenThereIsSaid()
    {
        gate::Approval approval = asked(evidence());
        host::RunSummary run;
        QVERIFY(sentText(approval, {}, run).words.isEmpty()); // nobody has decided
        approval.closedAt = approval.askedAt;
        approval.state = gate::ApprovalState::Approved;
        approval.decisions.emplace_back().decision.by = "ana";
        approval.decisions.back().decision.verdict = gate::Verdict::Approve;

        QCOMPARE(sentText(approval, {approval}, run).words, QStringLiteral("GitHub has not taken it yet."));
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved here, not taken yet"));
        run.outcome = "rejected_there";
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved here, rejected there"));
        run.outcome = "gone";
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved here, too late"));
        run.outcome = "approved";
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved by you"));
        QCOMPARE(sentText(approval, {approval}, run).words, QStringLiteral("GitHub has taken it."));
        agents::GateEvidence two = evidence();
        two.rules = ci::GateRules{2, {}, {}, {}};
        gate::Approval half = asked(two);
        half.closedAt = half.askedAt;
        half.state = gate::ApprovalState::Approved;
        half.decisions = approval.decisions;
        QCOMPARE(sentText(half, {half}, run).words,
                 QStringLiteral("GitHub has taken it. It is approved here, and had 1 of 2 approvals there then."));
        agents::GateEvidence ruled = evidence();
        ruled.gate.rule = "signalbox";
        ruled.gate.reviewers = {{.name = "boss"}};
        gate::Approval besides = asked(ruled);
        besides.closedAt = besides.askedAt;
        besides.state = gate::ApprovalState::Approved;
        besides.decisions = approval.decisions;
        QCOMPARE(sentText(besides, {besides}, run).words,
                 QStringLiteral("GitHub has taken it. It goes on once the others have decided: boss."));
        QVERIFY(
            rowsOf(besides, "radius")
                .contains(QStringLiteral("The jobs of production start once the others have let them through: boss")));
        ruled.rules->apps = {"sentinel"};
        besides.request.evidence = asked(ruled).request.evidence;
        QCOMPARE(sentText(besides, {besides}, run).words,
                 QStringLiteral("GitHub has taken it. It goes on once the others have decided: boss, protection rule "
                                "sentinel."));
        ruled.gate.rule.clear(); // a reviewer's token, and a rule besides
        besides.request.evidence = asked(ruled).request.evidence;
        QCOMPARE(sentText(besides, {besides}, run).words,
                 QStringLiteral("GitHub has taken it. It goes on once the others have decided: protection rule "
                                "sentinel."));
        QVERIFY(rowsOf(besides, "radius")
                    .join(u' ')
                    .contains(QStringLiteral("once the others have let them through: protection rule sentinel")));
        QVERIFY(rowsOf(besides, "gate").contains(QStringLiteral("sentinel")));
        agents::GateEvidence refused = evidence();
        refused.fault = "the token may not do this";
        gate::Approval next = asked(refused);
        next.id = ApprovalId{2};
        QCOMPARE(sentText(approval, {approval, next}, run).words,
                 QStringLiteral("GitHub refused it, a person is asked again: the token may not do this"));
        const SentText refusal = sentText(approval, {approval, next}, run);
        QVERIFY(!refusal.arrived);
        QCOMPARE(approvalRow(approval, "ana", UtcTime(), refusal).detail,
                 QStringLiteral("Approved here, refused there"));
        auto sections = deploymentSections(approval);
        markUnsent(sections, approval.request, refusal);
        const auto sent = std::ranges::find(sections, QStringLiteral("sent"), &EvidenceSection::key);
        QCOMPARE(sent->title, QStringLiteral("What GitHub was to get"));
        QCOMPARE(sent->rows.front().value, refusal.words);
        run.outcome = "approved_not_started";
        run.rootCause = "400 Unplayable Job";
        const SentText halted = sentText(approval, {approval}, run);
        QCOMPARE(halted.words, QStringLiteral("GitHub has taken it, but has not started the job: 400 Unplayable Job"));
        QVERIFY(halted.arrived && !halted.isDone);
        QCOMPARE(runLabel(run), QStringLiteral("Approved, not started"));
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved here, not started"));
        run.state = host::RunState::Failed;
        run.failure = "cut";
        QCOMPARE(sentText(approval, {approval}, run).words, QStringLiteral("GitHub did not get it: cut"));
        QCOMPARE(rowOf(approval, run), QStringLiteral("Approved here, not sent"));
        approval.decisions.front().decision.by = "github:mona";
        QVERIFY(sentText(approval, {approval}, run).words.isEmpty()); // it was made there
    }

    void whyNothingWaitsThereAnyMoreIsSaid()
    {
        gate::Approval approval = asked(evidence());
        approval.closedAt = approval.askedAt;
        approval.state = gate::ApprovalState::Superseded;
        host::RunSummary run;
        run.outcome = "superseded";
        QVERIFY(sentText(approval, {approval}, run).words.isEmpty()); // a newer commit, for all that is told

        run.rootCause = "run 9 deploys to production in its place";

        QCOMPARE(sentText(approval, {approval}, run).words,
                 QStringLiteral("On GitHub: run 9 deploys to production in its place."));

        run.rootCause = "the run has ended: timed_out"; // as the engine keeps it
        QCOMPARE(sentText(approval, {approval}, run).words,
                 QStringLiteral("On GitHub: the run has ended at a time limit."));
    }

    void whatIsSentIsShown()
    {
        const gate::Approval approval = asked(evidence());

        QCOMPARE(rowsOf(approval, "sent").front(),
                 QStringLiteral("Approved by 1 of 1 in Signalbox. Risk high, evidence %1.")
                     .arg(QString::fromStdString(approval.evidenceHash.substr(0, 8))));
    }

    void aJobOfGitLabIsSaidToAskNobodyAndToKeepNoComment()
    {
        agents::GateEvidence job = evidence();
        job.provider = "gitlab";
        job.gate.reviewers.clear();
        job.gate.job = "ship";
        job.gate.keepsComment = false;
        job.gate.mayDecide.reset();
        job.rules = ci::GateRules();
        job.rules->isOpen = true;

        QCOMPARE(rowsOf(asked(job), "gate").front(),
                 QStringLiteral("Nobody is asked there. Whoever may run the job on GitLab can start it, its author "
                                "too."));
        QCOMPARE(rowsOf(asked(job), "sent"),
                 QStringList(QStringLiteral("GitLab is told to start or to cancel the job, and keeps no comment: your "
                                            "reason stays here.")));
        QVERIFY(rowsOf(asked(job), "radius").contains(QStringLiteral("Job ship starts")));
        QVERIFY(!isNoReviewer(asked(job).request));
    }

    void anApprovalOfGitLabNamesItsSettings()
    {
        agents::GateEvidence made = evidence();
        made.provider = "gitlab";
        made.gate.mayDecide = false;
        made.gate.earlier = {{"production", true, "lead", "go"}};
        made.rules = ci::GateRules{2, true, false, ""};

        const QStringList rows = rowsOf(asked(made), "gate");
        QVERIFY(rows.contains(QStringLiteral("approved by lead")));
        QVERIFY(rows.contains(QStringLiteral("2 approvals")));
        QVERIFY(
            rows.contains(QStringLiteral("Administrators may approve too. GitLab lets them approve any deployment.")));
        QVERIFY(rows.contains(QStringLiteral("The author may approve. \"Allow pipeline triggerer to approve "
                                             "deployment\" is on. | Turn off on GitLab")));
        QVERIFY(isNoReviewer(asked(made).request));
    }

    void changesThatCannotBeReadAreNotKnown()
    {
        agents::GateEvidence blind = evidence();
        blind.changes.reset();
        blind.changesFault = "the token may not read deployments";

        QVERIFY(
            rowsOf(asked(blind), "changes").contains(QStringLiteral("Not known: the token may not read deployments")));
    }

    void peopleOfGitHubAreCalledSo()
    {
        QCOMPARE(personWords("github:boss"), QStringLiteral("boss on GitHub"));
        QCOMPARE(personWords("ana"), QStringLiteral("ana"));
        QCOMPARE(personWords("corp:ana"), QStringLiteral("corp:ana"));
    }
};

SIGNALBOX_TEST(TestDeploymentText)
#include "tst_deploymenttext.moc"
