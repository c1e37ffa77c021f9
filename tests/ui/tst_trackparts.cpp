// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/models/trackmodel.h"
#include "ui/overview/trackpainter.h"
#include "ui/shell/ownwindows.h"
#include "ui/widgets/pace.h"
#include "ui/widgets/trackparts.h"

#include <QListView>
#include <QPainter>

#include <set>

namespace signalbox {

using namespace Qt::StringLiterals;
using Bench = test::WindowBench;
using ui::StatusRole;

class TestTrackParts : public QObject {
    Q_OBJECT

private:
    static QImage drawn(const ui::ThemeSource& themes, const ui::LineTrack& track, Qt::LayoutDirection direction)
    {
        const test::StoppedClock clock{test::noon()};
        ui::TrackModel model(clock);
        model.setTracks({track});
        const ui::Pace pace(1400);
        const ui::TrackDelegate delegate(themes, pace, nullptr);
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, kWidth, delegate.sizeHint(option, model.index(0)).height());
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(themes.theme().surface.panel);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        delegate.paint(&painter, option, model.index(0));
        return image;
    }

    static constexpr int kWidth = 849;

private slots:
    void theArmOfAGateTellsWhetherItHolds_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from left to right") << Qt::LeftToRight;
        QTest::newRow("from right to left") << Qt::RightToLeft;
    }

    void theArmOfAGateTellsWhetherItHolds()
    {
        QFETCH(Qt::LayoutDirection, direction);
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        const ui::TrackPlan plan(kWidth, direction);
        ui::LineTrack clear;
        clear.pill = u"#1"_s;
        ui::LineTrack held = clear;
        held.held = true;
        const double gate = plan.stops[static_cast<std::size_t>(ui::Stage::Gate)];
        const auto blade = [&](double before) { return QPoint(qRound(plan.onScreen(gate - before)), 11); };

        const QImage raised = drawn(themes, clear, direction);
        const QImage level = drawn(themes, held, direction);

        QCOMPARE(level.pixelColor(blade(5)), themes.theme().status(ui::Hue::Waiting).fill);
        QCOMPARE(level.pixelColor(blade(14)), themes.theme().status(ui::Hue::Waiting).fill);
        QVERIFY(raised.pixelColor(blade(14)) != themes.theme().status(ui::Hue::Waiting).fill);
        const QPoint mast(qRound(plan.onScreen(gate)), 20);
        QVERIFY(raised.pixelColor(mast) != themes.theme().surface.panel); // it stands there when clear, too
    }

    void whatWaitsStandsBeforeItsGate()
    {
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        const ui::TrackPlan plan(kWidth, Qt::LeftToRight);
        ui::LineTrack waiting;
        waiting.role = StatusRole::HeldForYou;
        waiting.at = ui::Stage::Gate;
        waiting.pill = u"#1"_s;
        waiting.held = true;
        const int gate = plan.stops[static_cast<std::size_t>(ui::Stage::Gate)];
        const QColor fill = themes.theme().status(ui::Hue::Waiting).fill;

        const QImage image = drawn(themes, waiting, Qt::LeftToRight);

        constexpr int kTrack = 27;
        QCOMPARE(image.pixelColor(gate - 14, kTrack), fill);
        QVERIFY(image.pixelColor(gate - 5, kTrack) != fill);
        QVERIFY(image.pixelColor(gate + 12, kTrack) != fill);
    }

    void theLastRunsDifferInShape()
    {
        const ui::Theme theme = ui::Theme::load(ui::Mode::Light);
        std::set<QByteArray> shapes;
        const std::vector roles{StatusRole::Succeeded,  StatusRole::Failed,      StatusRole::Running,
                                StatusRole::HeldForYou, StatusRole::OffBaseline, StatusRole::NoData};

        for (const StatusRole role : roles) {
            QImage image(8, 16, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            ui::paintRunMark(painter, QRectF(2, 1, 4, 14), role, theme);
            painter.end();
            QByteArray ink;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    ink += image.pixelColor(x, y) == QColor(Qt::white) ? ' ' : '#';
            shapes.insert(ink);
        }

        QCOMPARE(shapes.size(), roles.size());
    }

    void nothingIsPaintedAgainWhileNothingMoves()
    {
        Bench bench; // one run goes on
        QTRY_VERIFY(bench.isLoaded());
        auto* pace = bench.window->findChild<ui::Pace*>();
        QTRY_VERIFY(pace->isGoing());

        bench.window->go({ui::PageKind::Audit, {}, -1, {}});
        QVERIFY(!pace->isGoing());
        bench.window->go({ui::PageKind::Overview, {}, -1, {}});
        QVERIFY(pace->isGoing());
        bench.engine.runs[0] = test::aRun(2, "search", host::RunState::Succeeded, "green"); // for whoever loads them
        emit bench.engine.runsChanged({{RunId{2}, bench.engine.runs[0]}});

        QTRY_VERIFY(!pace->isGoing());
    }

    void reducedMotionStandsStill()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        auto* pace = bench.window->findChild<ui::Pace*>();
        QTRY_VERIFY(pace->isGoing());
        auto* desktop = bench.window->findChild<ui::DesktopSettings*>();

        desktop->hear(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, QDBusVariant(1U));

        QVERIFY(!pace->isGoing());
        QVERIFY(!pace->at());
    }

    void theWallMovesOnlyWhileItIsSeen()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        ui::WallView& wall = bench.window->ownWindows().wall();

        wall.show();
        QVERIFY(wall.isMoving());
        wall.leave();

        QVERIFY(!wall.isMoving());
    }
};

SIGNALBOX_TEST(TestTrackParts)

} // namespace signalbox

#include "tst_trackparts.moc"
