// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/connections/addrepository.h"
#include "ui/firstrun/computerlist.h"
#include "ui/firstrun/firstrun.h"
#include "ui/models/linetracks.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/segments.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

class TestFirstRun : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedHost engine;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        QTemporaryDir folder;
        ui::Preferences preferences{folder.filePath(QStringLiteral("console.ini"))};
        std::unique_ptr<ui::MainWindow> window;

        Bench()
        {
            engine.findings
                = {{.check = "git", .ok = true, .needed = true, .detail = "git version 2.39.5", .remedy = {}},
                   {.check = "npm", .ok = false, .needed = false, .detail = "no", .remedy = "install npm"}};
            window = std::make_unique<ui::MainWindow>(engine, themes, preferences, clock);
            window->resize(1440, 900);
            window->show();
            window->activateWindow();
            static_cast<void>(
                QTest::qWaitFor([this] { return page() != nullptr; })); // made when it is known to be needed
        }
        ui::FirstRun* page() const { return window->findChild<ui::FirstRun*>(); }
        ui::Button* button(const QString& label) const
        {
            for (auto* button : page()->findChildren<ui::Button*>()) {
                if (button->text() == label)
                    return button;
            }
            return nullptr;
        }
        bool wasSent(const std::string& words) const { return std::ranges::count(engine.sent, words) == 1; }
        bool says(const QString& words) const
        {
            return std::ranges::any_of(page()->findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->isVisible() && label->text().contains(words);
            });
        }
    };

private slots:
    void aWorkspaceWithoutLinesShowsHowToBegin()
    {
        const Bench bench;
        QTRY_VERIFY(bench.page()->isVisible());
        QVERIFY(bench.says(QStringLiteral("No lines yet.")));
        QTRY_VERIFY(bench.says(QStringLiteral("2.39.5")));
        QVERIFY(bench.says(QStringLiteral("Not found. Optional, for npm installs.")));
        QVERIFY(bench.window->windowTitle().startsWith(QStringLiteral("New workspace")));
    }

    void enterOpensTheDemoAndItsLinesTakeThePlace()
    {
        Bench bench;
        QTRY_VERIFY(bench.button(QStringLiteral("Open demo"))->hasFocus());
        bench.engine.names = {"docs"};
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Space);
        QVERIFY(bench.wasSent("openDemo"));
        QVERIFY(bench.button(QStringLiteral("Open demo"))->isLocked()); // not twice
        QTRY_VERIFY(!bench.page()->isVisible());
        QVERIFY(bench.window->windowTitle().startsWith(QStringLiteral("Demo")));
    }

    void aRefusalIsShownInItsWords()
    {
        Bench bench;
        QTRY_VERIFY(bench.page()->isVisible());
        bench.engine.outcome = Error{ErrorCode::InvalidInput, "/src/app has no signalbox.yaml on its default branch"};
        QTest::mouseClick(bench.button(QStringLiteral("Add repository")), Qt::LeftButton);
        auto* wizard = bench.window->findChild<ui::AddRepository*>();
        QVERIFY(wizard != nullptr);
        for (auto* where : wizard->findChildren<ui::Segments*>()) {
            for (int press = 0; press < 2 && where->isVisible(); ++press)
                QTest::keyClick(where, Qt::Key_Right);
        }
        for (auto* field : wizard->findChildren<ui::LineField*>()) {
            if (field->isVisible())
                QTest::keyClicks(field, QStringLiteral("/src/app"));
        }
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
        QVERIFY(bench.wasSent("addLine /src/app"));
        const auto says = [wizard](const QString& words) {
            return std::ranges::any_of(wizard->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(says(QStringLiteral("/src/app has no signalbox.yaml on its default branch")));
        QVERIFY(bench.page()->isVisible());
    }

    void aLineWithoutARunStandsOnItsTrack()
    {
        const auto tracks = ui::lineTracks({test::aRun(1, "parser", host::RunState::Succeeded)}, {"docs", "parser"});
        QCOMPARE(tracks.size(), std::size_t(2));
        QCOMPARE(tracks[0].line, QStringLiteral("docs"));
        QCOMPARE(tracks[0].role, ui::StatusRole::Pending);
        QCOMPARE(ui::spokenTrack(tracks[0], test::noon()), QStringLiteral("docs, no run yet."));
    }

    void whatIsMissingIsSaidWithItsRemedy()
    {
        QCOMPARE(ui::findingText({.check = "git", .ok = false, .needed = true, .detail = "", .remedy = "install git"}),
                 QStringLiteral("Needed: install git"));
        host::Finding disk{.check = "disk space", .ok = true, .needed = true, .detail = {}, .remedy = {}};
        disk.freeBytes = 212'000'000'000;
        QVERIFY(ui::findingText(disk).startsWith(QStringLiteral("212 GB free")));
    }
};

SIGNALBOX_TEST(TestFirstRun)

} // namespace signalbox

#include "tst_firstrun.moc"
