// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "ui/approvals/evidenceview.h"

#include <QAccessible>
#include <QLabel>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = test::ApprovalScene;
using test::kLongEnough;

class TestApprovalGuards : public QObject {
    Q_OBJECT

private slots:
    void whoeverComesToApproveByKeysIsToldOfThem()
    {
        Scene scene;
        QVERIFY(scene.open());
        const auto says = [&scene](const QString& words) {
            const auto labels = scene.actions()->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().startsWith(words); });
        };
        QVERIFY(says(QStringLiteral("Keep pressed")));

        scene.hold()->setFocus(Qt::TabFocusReason);
        scene.pass(Milliseconds(1000));

        QVERIFY(says(QStringLiteral("Ctrl+Enter twice")));
    }

    void keepingPressedForASecondApprovesOnce()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.press();
        scene.pass(Milliseconds(990));
        QVERIFY(scene.host.decisions.empty());
        scene.pass(Milliseconds(20));

        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
        const auto& sent = scene.host.decisions.front();
        QCOMPARE(sent.decision.verdict, gate::Verdict::Approve);
        QCOMPARE(sent.decision.choice, std::string("take_over"));
        QCOMPARE(sent.decision.evidenceHash, std::string("hash 3"));
        QCOMPARE(sent.decision.by, std::string("operator"));
        scene.pass(Milliseconds(2000)); // still pressed
        scene.release();
        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
    }

    void lettingGoEarlyDoesNothing()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.press();
        scene.pass(Milliseconds(600));
        scene.release();
        scene.pass(Milliseconds(600));

        QVERIFY(scene.host.decisions.empty());
    }

    void leavingTheButtonLetsGo()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.press();
        QTest::mouseMove(scene.hold(), QPoint(-40, 10));
        scene.pass(Milliseconds(1200));

        QVERIFY(scene.host.decisions.empty());
    }

    void slipsDoNothing()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.hold()->setFocus();

        QTest::keyClick(scene.hold(), Qt::Key_Return);
        QTest::keyClick(scene.hold(), Qt::Key_Enter);
        for (int i = 0; i < 40; ++i) { // Space held down
            QTest::simulateEvent(scene.hold(), true, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), i > 0);
            scene.pass(Milliseconds(50));
        }
        QTest::mouseDClick(scene.hold(), Qt::LeftButton);
        scene.pass(Milliseconds(1200));

        QVERIFY(scene.host.decisions.empty());
    }

    void noKeyAnywhereOnThePageDecides()
    {
        Scene scene;
        QVERIFY(scene.open());

        for (auto* widget : scene.page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || !widget->isEnabled())
                continue;
            widget->setFocus();
            for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
                QTest::keyClick(widget, key);
                QTest::simulateEvent(widget, true, key, Qt::NoModifier, QString(), true); // and held down
                scene.pass(Milliseconds(1100));
            }
        }

        QVERIFY(scene.host.decisions.empty());
    }

    void pressingFromAfarDoesNothing()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.hold()->click();
        scene.pass(Milliseconds(1100));
        scene.hold()->click();
        auto* accessible = QAccessible::queryAccessibleInterface(scene.hold());
        QVERIFY(accessible);
        accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        scene.pass(Milliseconds(1100));

        QVERIFY(scene.host.decisions.empty());
    }

    void byTwoClicks_data()
    {
        QTest::addColumn<int>("betweenMs");
        QTest::addColumn<int>("decisions");

        QTest::newRow("a double-click is one slip") << 200 << 0;
        QTest::newRow("a second apart") << 1000 << 1;
        QTest::newRow("later counts as the first again") << 5100 << 0;
    }

    void byTwoClicks()
    {
        QFETCH(int, betweenMs);
        QFETCH(int, decisions);
        Scene scene;
        QVERIFY(scene.open());
        scene.prompt()->setByClicks(true);

        QTest::mouseClick(scene.hold(), Qt::LeftButton);
        QVERIFY(scene.host.decisions.empty());
        scene.pass(Milliseconds(betweenMs));
        QTest::mouseClick(scene.hold(), Qt::LeftButton);

        QCOMPARE(static_cast<int>(scene.host.decisions.size()), decisions);
    }

    void byClicksNeitherADoubleClickNorPressingApproves()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.prompt()->setByClicks(true);

        QTest::mouseDClick(scene.hold(), Qt::LeftButton);
        scene.pass(Milliseconds(6000));
        scene.press();
        scene.pass(Milliseconds(3000));

        QVERIFY(scene.host.decisions.empty());
    }

    void controlEnterTwice_data()
    {
        QTest::addColumn<int>("betweenMs");
        QTest::addColumn<int>("decisions");

        QTest::newRow("at once is one slip") << 100 << 0;
        QTest::newRow("just under a second") << 990 << 0;
        QTest::newRow("a second apart") << 1000 << 1;
        QTest::newRow("five seconds apart") << 5000 << 1;
        QTest::newRow("later counts as the first again") << 5100 << 0;
    }

    void controlEnterTwice()
    {
        QFETCH(int, betweenMs);
        QFETCH(int, decisions);
        Scene scene;
        QVERIFY(scene.open());

        scene.ctrlEnter();
        scene.pass(Milliseconds(betweenMs));
        scene.ctrlEnter();

        QCOMPARE(static_cast<int>(scene.host.decisions.size()), decisions);
    }

    void controlEnterHeldDownIsOnePress()
    {
        Scene scene;
        QVERIFY(scene.open());

        scene.ctrlEnter();
        scene.pass(Milliseconds(660));
        for (int ms = 0; ms < 4500; ms += 40) { // as a desktop repeats it that does not say so
            scene.ctrlEnter();
            scene.pass(Milliseconds(40));
        }

        QVERIFY(scene.host.decisions.empty());
    }

    void nothingCountsRightAfterThePromptAppeared()
    {
        Scene scene;
        QVERIFY(QTest::qWaitFor([&] { return scene.prompt()->approval().value == 3; }));
        QVERIFY(!scene.prompt()->isReady());
        scene.actions()->reasonField()->setText(QStringLiteral("known"));

        scene.press(); // too early: this press never counts
        scene.pass(Milliseconds(1400));
        QTest::mouseClick(scene.actions()->button(gate::Verdict::Reject), Qt::LeftButton);
        scene.ctrlEnter();
        scene.pass(Milliseconds(1100));
        scene.release();
        QVERIFY(scene.host.decisions.empty());

        QVERIFY(scene.prompt()->isReady());
        QTest::mouseClick(scene.actions()->button(gate::Verdict::Reject), Qt::LeftButton);
        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
    }

    void changedEvidenceStartsTheWaitAgainAndIsMarked()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.ctrlEnter();
        auto evidence = test::parserEvidence();
        evidence.occurrences = 4;
        scene.host.approvals[0].request.evidence = agents::toJson(evidence);
        scene.host.approvals[0].evidenceHash = "hash new";

        scene.reload();

        QVERIFY(!scene.prompt()->isReady());
        QCOMPARE(scene.prompt()->evidence()->changed(), QStringList{QStringLiteral("checks")});
        scene.pass(kLongEnough);
        scene.ctrlEnter(); // the first one was forgotten
        QVERIFY(scene.host.decisions.empty());
        scene.pass(Milliseconds(1200));
        scene.ctrlEnter();
        QCOMPARE(scene.host.decisions.front().decision.evidenceHash, std::string("hash new"));
    }

    void lettersOnlyOpenTheField_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("verdict");

        QTest::newRow("A asks") << static_cast<int>(Qt::Key_A) << static_cast<int>(gate::Verdict::Ask);
        QTest::newRow("H holds") << static_cast<int>(Qt::Key_H) << static_cast<int>(gate::Verdict::Hold);
        QTest::newRow("X rejects") << static_cast<int>(Qt::Key_X) << static_cast<int>(gate::Verdict::Reject);
    }

    void lettersOnlyOpenTheField()
    {
        QFETCH(int, key);
        QFETCH(int, verdict);
        Scene scene;
        QVERIFY(scene.open());

        QTest::keyClick(&scene.page, static_cast<Qt::Key>(key));

        QVERIFY(scene.host.decisions.empty());
        LineField* field = scene.actions()->reasonField();
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Return); // no reason yet
        QVERIFY(scene.host.decisions.empty());
        QTest::keyClicks(field, QStringLiteral("why xah"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(scene.host.decisions.front().decision.verdict), verdict);
        QCOMPARE(scene.host.decisions.front().decision.reason, std::string("why xah"));
    }

    void anOpenQuestionIsAnsweredInItsPlace()
    {
        Scene scene;
        QVERIFY(scene.open());
        gate::RecordedDecision asked;
        asked.decision = {gate::Verdict::Ask, "release manager", "Was the cache emptied?", {}, {}};
        scene.host.approvals[0].decisions.push_back(asked);
        scene.reload();
        scene.pass(kLongEnough);
        auto* button = scene.actions()->button(gate::Verdict::Answer);
        QCOMPARE(button->text(), QStringLiteral("Answer"));

        QTest::keyClick(&scene.page, Qt::Key_A);
        QTest::keyClicks(scene.actions()->reasonField(), QStringLiteral("yes"));
        QTest::keyClick(scene.actions()->reasonField(), Qt::Key_Return);

        QCOMPARE(scene.host.decisions.size(), std::size_t{1});
        QCOMPARE(scene.host.decisions.front().decision.verdict, gate::Verdict::Answer);
        QCOMPARE(scene.host.decisions.front().decision.reason, std::string("yes"));
    }

    void enterInAFieldThatNoLetterOpenedDoesNothing()
    {
        Scene scene;
        QVERIFY(scene.open());
        LineField* field = scene.actions()->reasonField();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("looks fine"));

        QTest::keyClick(field, Qt::Key_Return);

        QVERIFY(scene.host.decisions.empty());
    }

    void rejectWithoutAReasonAsksForOne()
    {
        Scene scene;
        QVERIFY(scene.open());

        QTest::mouseClick(scene.actions()->button(gate::Verdict::Reject), Qt::LeftButton);

        QVERIFY(scene.host.decisions.empty());
        QVERIFY(scene.actions()->reasonField()->hasFocus());
    }
};

SIGNALBOX_TEST(TestApprovalGuards)
#include "tst_approvalguards.moc"
