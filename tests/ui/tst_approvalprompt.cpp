// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "ui/approvals/evidencepanel.h"
#include "ui/approvals/evidenceview.h"
#include "ui/approvals/pendingbar.h"
#include "ui/widgets/emptystate.h"

#include <QLabel>
#include <QListView>
#include <QTabBar>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = test::ApprovalScene;
using test::kLongEnough;

class TestApprovalPrompt : public QObject {
    Q_OBJECT

private slots:
    void theEvidenceComesBeforeTheDecision()
    {
        Scene scene;
        QVERIFY(scene.open());
        QTRY_COMPARE(scene.prompt()->findChildren<EvidencePanel*>().size(), 6);
        QList<QWidget*> order;
        for (QWidget* each = scene.prompt(); order.isEmpty() || each != scene.prompt(); each = each->nextInFocusChain())
            order.append(each);
        const auto panels = scene.prompt()->findChildren<EvidencePanel*>();
        qsizetype before = 0;
        for (EvidencePanel* panel : panels) {
            QVERIFY2(order.indexOf(panel) > before, qPrintable(panel->accessibleName()));
            before = order.indexOf(panel);
        }
        QVERIFY(order.indexOf(scene.actions()->reasonField()) > before);
        QVERIFY(order.indexOf(scene.hold()) > before);
    }

    void decisionCanBeTakenBackUntilItTakesEffect()
    {
        Scene scene;
        QVERIFY(scene.open());
        gate::RecordedDecision made;
        made.decision = {gate::Verdict::Approve, "operator", "", "hash 3", "take_over", {}};
        made.at = scene.clock.time;
        made.effectiveAt = scene.clock.time + Milliseconds(5000);
        scene.host.approvals[0].decisions = {made};

        scene.reload();

        QTRY_VERIFY(scene.prompt()->pending()->isVisible());
        QVERIFY(!scene.actions()->isVisible());
        QCOMPARE(scene.prompt()->pending()->words(), QStringLiteral("Approved: take over. Takes effect in 5\u202fs."));
        scene.pass(Milliseconds(2500));
        QCOMPARE(scene.prompt()->pending()->words(), QStringLiteral("Approved: take over. Takes effect in 3\u202fs."));
        QTest::mouseClick(scene.prompt()->pending()->takeBackButton(), Qt::LeftButton);
        QCOMPARE(scene.host.sent.back(), std::string("takeBack 3"));
        scene.pass(Milliseconds(4000)); // it takes effect; the store has not told yet
        QVERIFY(!scene.actions()->isVisible());
    }

    void changedWhileDecidingIsRefusedAndExplained()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.host.outcome = Error{ErrorCode::Conflict, "The decision was not sent. The evidence changed."};

        scene.press();
        scene.pass(Milliseconds(1100));
        QVERIFY(scene.answered());

        QVERIFY(scene.prompt()->failure().startsWith(
            QStringLiteral("The decision was not sent. The evidence changed while you decided.")));
    }

    void decisionThatCannotBeSentIsKept()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.host.outcome = Error{ErrorCode::Io, "disk full"};
        QTest::keyClick(&scene.page, Qt::Key_X);
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("not now"));
        QTest::keyClick(scene.actions()->reasonField(), Qt::Key_Return);
        QVERIFY(scene.answered());
        QVERIFY(scene.prompt()->failure().contains(
            QStringLiteral("Your decision is not lost: it stays here until you send it again.")));
        QCOMPARE(scene.actions()->reason(), QStringLiteral("not now"));

        scene.host.outcome = {};
        const auto buttons = scene.prompt()->findChildren<Button*>();
        const auto again = std::ranges::find_if(
            buttons, [](const Button* button) { return button->text() == QStringLiteral("Send again"); });
        QTest::mouseClick(*again, Qt::LeftButton);

        QVERIFY(scene.answered());
        QCOMPARE(scene.host.decisions.size(), std::size_t{2});
        QCOMPARE(scene.host.decisions[1].decision.reason, std::string("not now"));
        QVERIFY(scene.prompt()->failure().isEmpty());
    }

    void twoGesturesSendOneDecision()
    {
        Scene scene;
        QVERIFY(scene.open());
        QTest::keyClick(&scene.page, Qt::Key_X);
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("not now"));

        QTest::keyClick(scene.actions()->reasonField(), Qt::Key_Return);
        QTest::keyClick(scene.actions()->reasonField(), Qt::Key_Return);
        scene.press();
        scene.pass(Milliseconds(1200));

        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
    }

    void oneThatIsNotThereIsNotTakenForAnother()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.page.open(ApprovalId{999});
        auto* empty = scene.page.findChild<EmptyState*>();
        QTRY_VERIFY(empty->isVisible() && empty->accessibleName().contains(QStringLiteral("999")));
        QVERIFY(!scene.prompt()->isVisible());
        scene.reload();
        QVERIFY(!scene.prompt()->isVisible()); // nor when news of others come
        scene.page.open(scene.host.approvals.front().id);
        QTRY_VERIFY(scene.prompt()->isVisible());
    }

    void supersededOneIsClosedWithItsReason()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.host.approvals[0].state = gate::ApprovalState::Superseded;
        scene.host.approvals[0].closedAt = scene.clock.time;
        scene.host.approvals.push_back(test::escalation(8));

        scene.reload();

        QTRY_COMPARE(scene.prompt()->notice(), QStringLiteral("The approval ended. parser #8 replaces parser #3."));
        QVERIFY(!scene.actions()->isVisible());
    }

    void timeThatHasPassedClosesThePrompt()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.pass(std::chrono::minutes(20));

        QVERIFY(!scene.actions()->isVisible());
        QVERIFY(scene.prompt()->pending()->words().startsWith(QStringLiteral("Time passed at")));
        QVERIFY(scene.prompt()->pending()->words().endsWith(QStringLiteral("Rejected.")));
    }

    void fiveQuickApprovalsBringANotice()
    {
        Scene scene;
        scene.host.approvals.clear();
        for (int id = 1; id <= 6; ++id)
            scene.host.approvals.push_back(test::escalation(id));
        for (int id = 1; id <= 5; ++id) {
            scene.page.open(ApprovalId{id});
            QVERIFY(QTest::qWaitFor([&] { return scene.prompt()->approval().value == id; }));
            scene.pass(kLongEnough);
            scene.press();
            scene.pass(Milliseconds(1100));
            scene.release();
            QVERIFY(scene.answered());
        }
        QCOMPARE(scene.host.decisions.size(), std::size_t{5});

        scene.page.open(ApprovalId{6});

        QTRY_COMPARE(scene.prompt()->notice(),
                     QStringLiteral("Five approvals in a row took under 10\u202fs each. The evidence is above."));
    }

    void arrivingApprovalDoesNotStealTheFocus()
    {
        Scene scene;
        QVERIFY(scene.open());
        QTest::keyClick(&scene.page, Qt::Key_X);
        LineField* field = scene.actions()->reasonField();
        QTest::keyClicks(field, QStringLiteral("half a sent"));
        scene.host.approvals.insert(scene.host.approvals.begin(), test::escalation(8));

        scene.reload();
        QTRY_COMPARE(scene.page.queue()->model()->rowCount(), 3);

        QVERIFY(field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("half a sent"));
        QCOMPARE(scene.prompt()->approval().value, std::int64_t{3});
    }

    void narrowWindowWantsTheSectionsOpened()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.page.resize(940, 600);
        QTRY_VERIFY(scene.prompt()->evidence()->isNarrow());
        QVERIFY(!scene.page.queue()->isVisible());
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence incomplete"));
        const auto* tabs = scene.prompt()->evidence()->findChild<QTabBar*>();
        const auto toBeLookedAt = [tabs] {
            QStringList numbers;
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (!tabs->tabToolTip(tab).isEmpty())
                    numbers << QString::number(tab + 1);
            return numbers.join(QLatin1Char(' '));
        };
        QCOMPARE(toBeLookedAt(), QStringLiteral("2 4 5"));

        for (const Qt::Key key : {Qt::Key_2, Qt::Key_4, Qt::Key_5})
            QTest::keyClick(&scene.page, key);

        QVERIFY(scene.prompt()->lockReason().isEmpty());
        QCOMPARE(toBeLookedAt(), QString());
        QCOMPARE(scene.prompt()->evidence()->shownSection(), 5);
    }

    void whatWasOpenedOfOneApprovalUnlocksNoOther()
    {
        Scene scene;
        scene.host.approvals.push_back(test::escalation(6));
        QVERIFY(scene.open());
        scene.page.resize(940, 600);
        QTRY_VERIFY(scene.prompt()->evidence()->isNarrow());
        for (const Qt::Key key : {Qt::Key_2, Qt::Key_4, Qt::Key_5})
            QTest::keyClick(&scene.page, key);
        QVERIFY(scene.prompt()->lockReason().isEmpty());

        scene.page.step(1);

        QCOMPARE(scene.prompt()->approval().value, std::int64_t{6});
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence incomplete"));
        QCOMPARE(scene.prompt()->evidence()->shownSection(), 1);
        for (const Qt::Key key : {Qt::Key_4, Qt::Key_5})
            QTest::keyClick(&scene.page, key);
        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence incomplete")); // the second is not open yet
    }

    void newEvidenceIsOpenedAgain()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.page.resize(940, 600);
        QTRY_VERIFY(scene.prompt()->evidence()->isNarrow());
        for (const Qt::Key key : {Qt::Key_2, Qt::Key_4, Qt::Key_5})
            QTest::keyClick(&scene.page, key);
        QVERIFY(scene.prompt()->lockReason().isEmpty());
        auto evidence = test::parserEvidence();
        evidence.occurrences = 4;
        scene.host.approvals[0].request.evidence = agents::toJson(evidence);
        scene.host.approvals[0].evidenceHash = "hash new";

        scene.reload();

        QCOMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence incomplete"));
        QCOMPARE(scene.prompt()->evidence()->shownSection(), 1);
    }

    void aNarrowWindowLeavesRoomForTheEvidence()
    {
        Scene scene(test::grave(gate::RiskLevel::Critical));
        QVERIFY(scene.open());
        scene.page.resize(844, 400);
        QTRY_VERIFY(scene.prompt()->evidence()->isNarrow());

        const auto middle
            = [&scene](const QWidget* part) { return part->mapTo(scene.actions(), part->rect().center()).y(); };
        const auto beside = [&](const QWidget* field) { return std::abs(middle(field) - middle(scene.hold())) < 20; };
        QTRY_VERIFY(beside(scene.actions()->reasonField()));
        QTRY_VERIFY(beside(scene.actions()->typedField()));
    }

    void whyItIsLockedIsOneLineBelowApprove()
    {
        Scene scene(test::grave(gate::RiskLevel::High));
        QVERIFY(scene.open());

        const auto labels = scene.actions()->findChildren<QLabel*>();
        const auto why = std::ranges::find_if(
            labels, [](const QLabel* label) { return label->isVisible() && label->text().startsWith(u"Locked: "); });

        QVERIFY(why != labels.end());
        const auto bottom = [&] { return scene.hold()->mapTo(scene.actions(), scene.hold()->rect().bottomLeft()).y(); };
        QTRY_VERIFY((*why)->geometry().top() >= bottom());
        QVERIFY(QFontMetrics((*why)->font()).horizontalAdvance((*why)->text()) <= (*why)->width());
    }

    void theFirstReasonIsHiddenFromTheSecond()
    {
        gate::Approval approval = test::grave(gate::RiskLevel::Critical);
        gate::RecordedDecision first;
        first.decision = {gate::Verdict::Approve, "ana", "rehearsed on a copy", "hash 3", "take_over", {}};
        first.at = test::noon();
        first.effectiveAt = test::noon() + Milliseconds(5000);
        approval.decisions = {first};
        Scene scene(approval);
        QVERIFY(QTest::qWaitFor([&] { return scene.prompt()->approval().value == 3; }));

        const auto shows = [&scene](const QString& words) {
            return std::ranges::any_of(scene.prompt()->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(shows(QStringLiteral("Two approvers")));
        QVERIFY(!shows(QStringLiteral("rehearsed on a copy"))); // nor while it can be taken back
        scene.pass(Milliseconds(6000));
        QTRY_VERIFY(shows(QStringLiteral("You, second approver")));
        QVERIFY(shows(QStringLiteral("Two approvers")));
        QVERIFY(!shows(QStringLiteral("rehearsed on a copy")));
    }

    void nothingHeldOffersWhatWasDecided()
    {
        Scene scene(test::anApproval(3, RunId{9}, gate::ApprovalState::Rejected));
        auto* empty = scene.page.findChild<EmptyState*>();
        QTRY_VERIFY(empty->isVisible() && scene.page.queue()->model()->rowCount() == 3);

        emit empty->actionTriggered();

        QCOMPARE(scene.prompt()->approval().value, std::int64_t{3});
        QVERIFY(scene.prompt()->isVisible());
        QVERIFY(!scene.actions()->isVisible());
    }
};

SIGNALBOX_TEST(TestApprovalPrompt)
#include "tst_approvalprompt.moc"
