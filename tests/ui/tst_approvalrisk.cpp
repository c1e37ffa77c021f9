// SPDX-License-Identifier: GPL-3.0-or-later
// What risk, an override, age of the evidence and the person ask for before Approve is unlocked.
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "ui/approvals/pendingbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <nlohmann/json.hpp>

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QListView>
#include <QMimeData>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = test::ApprovalScene;
using test::grave;

namespace {

/// A job of GitLab waits for people.
gate::Approval atAGate(bool mayDecide)
{
    gate::Approval approval = test::escalation();
    approval.request.kind = "deployment";
    approval.request.choices.clear();
    approval.request.evidence = {{"provider", "gitlab"}, {"environment", "production"}};
    approval.request.evidence["gate"] = {{"may_decide", mayDecide}, {"environment", "production"}};
    return approval;
}

} // namespace

class TestApprovalRisk : public QObject {
    Q_OBJECT

private slots:
    void highRiskNeedsAReasonToApprove()
    {
        Scene scene(grave(gate::RiskLevel::High));
        QVERIFY(scene.open());
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("reason needed"));
        scene.press();
        scene.pass(Milliseconds(1200));
        QVERIFY(scene.host.decisions.empty());

        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("looked at it"));
        scene.press();
        scene.pass(Milliseconds(1200));

        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
        QCOMPARE(scene.host.decisions.front().decision.reason, std::string("looked at it"));
    }

    void criticalWantsItsNameTypedNotPasted()
    {
        Scene scene(grave(gate::RiskLevel::Critical));
        QVERIFY(scene.open());
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("looked at it"));
        LineField* typed = scene.actions()->typedField();
        QVERIFY(typed->isVisible());
        typed->setFocus();

        QGuiApplication::clipboard()->setText(QStringLiteral("parser #3"));
        QTest::keyClick(typed, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(typed, Qt::Key_Insert, Qt::ShiftModifier);
        QTest::mouseClick(typed, Qt::MiddleButton);
        QMimeData dragged;
        dragged.setText(QStringLiteral("parser #3"));
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(typed, &drop);
        QCOMPARE(typed->text(), QString());
        QVERIFY(scene.hold()->isLocked());

        QTest::keyClicks(typed, QStringLiteral("parser #3"));
        QVERIFY(!scene.hold()->isLocked());
        scene.press();
        scene.pass(Milliseconds(1100));
        QCOMPARE(scene.host.decisions.front().decision.typed, std::string("parser #3"));
    }

    void criticalCanBeDictated()
    {
        Scene scene(grave(gate::RiskLevel::Critical));
        QVERIFY(scene.open());
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("looked at it"));
        QInputMethodEvent said;
        said.setCommitString(QStringLiteral("parser #3"));

        QCoreApplication::sendEvent(scene.actions()->typedField(), &said);

        QVERIFY(!scene.hold()->isLocked());
    }

    void anOverrideWantsALongReason()
    {
        gate::Approval approval = test::escalation();
        approval.request.against = {gate::Against::Agent};
        Scene scene(approval);
        QVERIFY(scene.open());
        LineField* field = scene.actions()->reasonField();

        QTest::keyClicks(field, QStringLiteral("nineteen characters"));
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("reason needed, at least 20 characters"));
        QTest::keyClicks(field, QStringLiteral("!"));

        QVERIFY(!scene.hold()->isLocked());
    }

    void staleEvidenceLocksUntilItIsRead()
    {
        gate::Approval approval = test::escalation();
        approval.request.sources = {{.name = "Prometheus staging",
                                     .kind = gate::Source::Kind::Metrics,
                                     .readAt = test::noon() - std::chrono::minutes(14),
                                     .commit = {},
                                     .answers = true}};
        Scene scene(approval);
        QVERIFY(scene.open());

        QCOMPARE(scene.prompt()->notice(),
                 QStringLiteral("Prometheus staging is 14\u202fmin old, limit 5\u202fmin. Approve is locked."));
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence stale"));
        scene.press();
        scene.pass(Milliseconds(1200));
        QVERIFY(scene.host.decisions.empty());

        scene.host.approvals[0].request.sources[0].readAt = scene.clock.time;
        scene.host.approvals[0].evidenceHash = "hash new";
        const auto buttons = scene.prompt()->findChildren<Button*>();
        const auto refresh = std::ranges::find_if(
            buttons, [](const Button* button) { return button->text() == QStringLiteral("Refresh evidence"); });
        (*refresh)->click();

        QTRY_VERIFY(scene.prompt()->lockReason().isEmpty());
        QVERIFY(scene.prompt()->notice().isEmpty());
        QVERIFY(!scene.prompt()->isReady()); // new evidence is to be looked at
    }

    void everyStaleSourceIsNamed()
    {
        gate::Approval approval = test::escalation();
        approval.request.sources = {{.name = "Staging metrics",
                                     .kind = gate::Source::Kind::Metrics,
                                     .readAt = test::noon() - std::chrono::minutes(14),
                                     .commit = {},
                                     .answers = true},
                                    {.name = "Release risk",
                                     .kind = gate::Source::Kind::Risk,
                                     .readAt = test::noon() - std::chrono::minutes(34),
                                     .commit = {},
                                     .answers = true}};
        Scene scene(approval);
        QVERIFY(scene.open());

        QCOMPARE(scene.prompt()->notice(),
                 QStringLiteral("Staging metrics is 14\u202fmin old, limit 5\u202fmin. "
                                "Release risk is 34\u202fmin old, limit 30\u202fmin. Approve is locked."));
    }

    void authorCannotApprove()
    {
        gate::Approval approval = test::escalation();
        approval.request.author = "operator";
        approval.request.excluded = {"operator"};
        Scene scene(approval);
        QVERIFY(scene.open());

        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("you are the author"));
        QVERIFY(scene.hold()->isLocked());
        QVERIFY(scene.hold()->accessibleName().contains(QStringLiteral("locked")));
    }

    void aTokenThatIsNoReviewerLocks()
    {
        Scene scene(atAGate(false));
        QVERIFY(scene.open());

        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("the token is no reviewer there"));
        QVERIFY(scene.hold()->isLocked());
        const auto buttons = scene.prompt()->findChildren<ui::Button*>();
        const auto reject = std::ranges::find(buttons, QStringLiteral("Reject"), &ui::Button::text);
        QVERIFY(reject != buttons.end() && (*reject)->isLocked());
    }

    void whatAppsOfOthersDecideHasNoButtons()
    {
        gate::Approval approval = atAGate(false);
        approval.request.evidence["provider"] = "github";
        approval.request.evidence["gate"]["others"] = {"sentinel"};
        approval.request.evidence["gate"]["page"] = "https://github.com/acme/shop/actions/runs/3";
        Scene scene(approval);
        QVERIFY(scene.open());
        const auto buttons = scene.prompt()->findChildren<ui::Button*>();
        const auto page = std::ranges::find(buttons, QStringLiteral("Open there"), &ui::Button::text);
        QVERIFY(page != buttons.end() && (*page)->isVisible());

        QVERIFY(scene.actions()->isHidden());
        QCOMPARE(scene.prompt()->pending()->words(),
                 QStringLiteral("Waits for protection rule sentinel on GitHub. That is not decided here."));
        QVERIFY(!scene.prompt()->pending()->takeBackButton()->isVisible());
        scene.ctrlEnter();
        scene.pass(Milliseconds(1200));
        scene.ctrlEnter();
        QVERIFY(scene.host.decisions.empty());
    }

    void theOutcomeSaysWhetherItWasTakenThere()
    {
        gate::Approval approval = atAGate(true);
        approval.state = gate::ApprovalState::Approved;
        approval.closedAt = approval.askedAt;
        gate::RecordedDecision& made = approval.decisions.emplace_back();
        made.decision.verdict = gate::Verdict::Approve;
        made.decision.by = "ana";
        Scene scene(approval);
        host::RunDetail run;
        run.summary.id = approval.run;
        scene.host.details.emplace(approval.run, run);
        scene.page.open(approval.id);
        const auto words = [&] { return scene.prompt()->pending()->words(); };

        QTRY_VERIFY(words().endsWith(QStringLiteral("GitLab has not taken it yet.")));
        run.summary.outcome = "approved";
        emit scene.host.runsChanged({{approval.run, run.summary}});
        QVERIFY2(words().endsWith(QStringLiteral("GitLab has taken it.")), qPrintable(words()));
        const auto says = [&](const QString& head) {
            const auto labels = scene.prompt()->findChildren<ui::Label*>();
            return std::ranges::find(labels, head, &ui::Label::text) != labels.end();
        };
        QVERIFY(says(QStringLiteral("Approved")));

        run.summary.outcome = "approved_not_started";
        run.summary.rootCause = "400 Unplayable Job";
        emit scene.host.runsChanged({{approval.run, run.summary}});
        QVERIFY2(words().endsWith(QStringLiteral("has not started the job: 400 Unplayable Job")), qPrintable(words()));
        QVERIFY(says(QStringLiteral("Approved, not started")));

        run.summary.state = host::RunState::Failed;
        run.summary.failure = "the token may not do this";
        emit scene.host.runsChanged({{approval.run, run.summary}});
        QVERIFY2(words().endsWith(QStringLiteral("GitLab did not get it: the token may not do this")),
                 qPrintable(words()));
        QVERIFY(says(QStringLiteral("Approved here")));
    }

    void chosenFixIsSent()
    {
        Scene scene;
        QVERIFY(scene.open());
        const auto chips = scene.actions()->findChildren<Button*>();
        const auto chip = std::ranges::find_if(chips, [](const Button* button) {
            return button->text() == QStringLiteral("Clear cache, re-run failed jobs");
        });
        QVERIFY(chip != chips.end());

        QTest::mouseClick(*chip, Qt::LeftButton);
        scene.press();
        scene.pass(Milliseconds(1100));

        QCOMPARE(scene.host.decisions.front().decision.choice, std::string("try_fix:clear_cache_rerun"));
    }

    /// What was chosen for one request is none of the next one's.
    void anotherRequestHasItsOwnChoices()
    {
        Scene scene;
        gate::Approval gate = atAGate(true);
        gate.id = ApprovalId{scene.host.approvals.front().id.value + 1};
        scene.host.approvals.push_back(gate);
        QVERIFY(scene.open());
        const auto offers = [&scene](const QString& label) {
            return std::ranges::any_of(scene.actions()->findChildren<Button*>(), [&label](const Button* button) {
                return button->text() == label && button->isVisible();
            });
        };
        const QString fix = QStringLiteral("Clear cache, re-run failed jobs");
        QVERIFY(offers(fix));
        const QString usual = scene.hold()->accessibleName();
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("half a reas"));

        scene.page.open(gate.id);
        QVERIFY(QTest::qWaitFor([&] { return scene.prompt()->approval() == gate.id; }));

        QVERIFY(!offers(fix));
        QVERIFY(scene.actions()->choice().empty());
        QVERIFY(scene.hold()->accessibleName() != usual); // "Approve: take over"
        QVERIFY(scene.actions()->reason().isEmpty());
        scene.page.open(scene.host.approvals.front().id);
        QVERIFY(QTest::qWaitFor([&] { return scene.prompt()->approval() != gate.id; }));
        QVERIFY(offers(fix));
        QCOMPARE(scene.actions()->reason(), QStringLiteral("half a reas")); // not lost
    }

    void theQueueSaysWhatBecameOfADecision()
    {
        gate::Approval approval = atAGate(true);
        approval.state = gate::ApprovalState::Approved;
        approval.closedAt = test::noon();
        gate::RecordedDecision made;
        made.decision = {gate::Verdict::Approve, "operator", "fine", "hash 3", {}, {}};
        made.at = made.effectiveAt = test::noon();
        approval.decisions = {made};
        Scene scene(approval);
        const auto row = [&scene] {
            const auto* rows = scene.page.queue()->model();
            return rows->index(rows->rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_VERIFY2(row().contains(QStringLiteral("Approved here")), qPrintable(row())); // its run is not known

        host::RunSummary run = test::aRun(9, "parser", host::RunState::Succeeded, "rejected_there");
        scene.host.details[run.id].summary = run;
        emit scene.host.runsLoaded({run});
        QVERIFY2(row().contains(QStringLiteral("Approved here, rejected there")), qPrintable(row()));
        scene.page.open(approval.id);
        const auto shows = [&scene](const QString& words) {
            return std::ranges::any_of(scene.prompt()->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text() == words; });
        };
        QTRY_VERIFY(shows(QStringLiteral("What GitLab was to get")));
        QVERIFY(!shows(QStringLiteral("What GitLab gets")));
    }
};

SIGNALBOX_TEST(TestApprovalRisk)
#include "tst_approvalrisk.moc"
