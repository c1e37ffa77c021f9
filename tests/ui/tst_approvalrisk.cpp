// SPDX-License-Identifier: GPL-3.0-or-later
// What risk, an override, age of the evidence and the person ask for before Approve is unlocked.
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = test::ApprovalScene;
using test::grave;

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
};

SIGNALBOX_TEST(TestApprovalRisk)
#include "tst_approvalrisk.moc"
