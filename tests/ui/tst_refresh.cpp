// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "ui/approvals/promptheader.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/rawdetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;
using test::ApprovalScene;

/// Evidence of a server is asked for again, and what it says itself can be read.
class TestRefresh : public QObject {
    Q_OBJECT

private:
    static gate::Approval onServer(bool stale = false)
    {
        gate::Approval approval = test::escalation();
        approval.request.line = "acme/shop";
        if (stale)
            approval.request.sources = {{.name = "GitHub",
                                         .kind = gate::Source::Kind::Risk,
                                         .readAt = test::noon() - std::chrono::minutes(40),
                                         .commit = {}}};
        return approval;
    }

    template <typename Part>
    static ui::Button* button(const Part& part, const QString& label)
    {
        for (auto* each : part.template findChildren<ui::Button*>()) {
            if (each->isVisible() && each->text() == label)
                return each;
        }
        return nullptr;
    }

    static ui::ErrorStrip* strip(const QWidget& page, const QString& sentence)
    {
        for (auto* each : page.findChildren<ui::ErrorStrip*>()) {
            if (each->isVisible() && each->sentence() == sentence)
                return each;
        }
        return nullptr;
    }

private slots:
    void theServerIsAskedAndWhatItTellsIsShown_data()
    {
        QTest::addColumn<bool>("stale");
        QTest::newRow("by the banner of old evidence") << true;
        QTest::newRow("by the header") << false;
    }

    void theServerIsAskedAndWhatItTellsIsShown()
    {
        QFETCH(bool, stale);
        ApprovalScene scene(onServer(stale));
        QVERIFY(scene.open());
        scene.host.onLook = [&scene] {
            scene.host.approvals.front().state = gate::ApprovalState::Superseded;
            scene.host.approvals.front().closedAt = scene.clock.now();
        };
        const auto& header = *scene.page.findChild<ui::PromptHeader*>();
        const QWidget& part = stale ? *strip(scene.page, u"GitHub is 40\u202fmin old, limit 30\u202fmin."_s)
                                    : static_cast<const QWidget&>(header);
        QTest::mouseClick(button(part, u"Refresh evidence"_s), Qt::LeftButton);

        QVERIFY(std::ranges::find(scene.host.sent, "lookAtLine acme/shop") != scene.host.sent.end());
        QVERIFY(button(part, u"Refreshing\u2026"_s)); // until it has answered
        QVERIFY(!button(part, u"Refreshing\u2026"_s)->isEnabled());
        QTRY_VERIFY(scene.prompt()->notice().startsWith(u"The approval ended."_s));
        QVERIFY(!scene.prompt()->isRefreshing());
    }

    void aServerThatDoesNotAnswerIsSaidAndAskedAgain()
    {
        ApprovalScene scene(onServer());
        QVERIFY(scene.open());
        const QString raw = u"https://api.github.com/repos: nothing answers there; check the address"_s;
        scene.host.lookOutcome = Error{ErrorCode::Network, raw.toStdString()};
        QTest::mouseClick(button(*scene.page.findChild<ui::PromptHeader*>(), u"Refresh evidence"_s), Qt::LeftButton);

        QTRY_VERIFY(strip(scene.page, u"The evidence was not refreshed."_s));
        auto* told = strip(scene.page, u"The evidence was not refreshed."_s);
        QVERIFY2(told->accessibleName().endsWith(u"The CI system cannot be reached."_s),
                 qPrintable(told->accessibleName()));
        QCOMPARE(told->details()->words(), raw);

        scene.host.lookOutcome = {};
        QTest::mouseClick(button(*told, u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY(!told->isVisible());
        QCOMPARE(std::ranges::count(scene.host.sent, "lookAtLine acme/shop"), 2);
    }

    void aLineOfThisComputerHasNoServerToAsk()
    {
        ApprovalScene scene;
        QVERIFY(scene.open());
        QVERIFY(!button(scene.page, u"Refresh evidence"_s));
    }

    void aStripIsAsHighAsItsWords()
    {
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* strip = new ui::ErrorStrip(themes, ui::StatusRole::NoData, &window);
        column->addWidget(strip);
        column->addWidget(new QWidget(&window), 1);
        window.resize(1000, 400);
        window.show();
        const QString sentence = u"No data from GitHub Enterprise since 14:12."_s;
        const QString rest = u"Lines show their last state. Next try in 30 s."_s;
        strip->tell(sentence, rest, u"Connections"_s, u"nothing answers there"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int low = strip->height();

        window.resize(600, 400);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);

        QVERIFY2(strip->height() > low, qPrintable(u"%1, %2"_s.arg(strip->height()).arg(low)));
        window.resize(1000, 400);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(strip->height(), low);
    }

    void rawWordsAreReadAndCopiedByMouseAndKeys()
    {
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::ErrorStrip strip(themes);
        strip.resize(600, 60);
        strip.tell(u"No data from GitHub."_s, u"Next try in 30 s."_s, {}, u"<b>503</b> from the gateway"_s);
        strip.show();
        strip.activateWindow();
        QVERIFY(!strip.details()->isVisible()); // until somebody wants them
        const int low = strip.sizeHint().height();

        button(strip, u"Show details"_s)->setFocus();
        QTest::keyClick(strip.details()->button(), Qt::Key_Space);

        auto* raw = strip.findChild<QPlainTextEdit*>();
        QVERIFY(raw->isVisible());
        QCOMPARE(raw->toPlainText(), u"<b>503</b> from the gateway"_s);
        QVERIFY(strip.sizeHint().height() > low);
        raw->setFocus();
        QTest::keySequence(raw, QKeySequence::SelectAll);
        QTest::keySequence(raw, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>503</b> from the gateway"_s);

        strip.tell(u"No data from GitHub."_s, {}, {}, u"no such host"_s); // another one is closed again
        QVERIFY(!strip.details()->isVisible());
        QTest::mouseClick(button(strip, u"Show details"_s), Qt::LeftButton);
        QTest::mouseClick(button(strip, u"Copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"no such host"_s);
        QVERIFY(button(strip, u"Hide details"_s));

        strip.tell(u"Nothing is known of it."_s);
        QVERIFY(!button(strip, u"Show details"_s) && !strip.details()->isVisible());
    }
};

SIGNALBOX_TEST(TestRefresh)

} // namespace signalbox

#include "tst_refresh.moc"
