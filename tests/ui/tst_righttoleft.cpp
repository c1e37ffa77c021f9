// SPDX-License-Identifier: GPL-3.0-or-later
// Read from right to left, rail and tracks are mirrored; logs, code, graphs and sliders are not.
#include "tests/signalboxtest.h"
#include "tests/ui/wholewindow.h"
#include "ui/overview/trackpainter.h"
#include "ui/shell/rail.h"
#include "ui/shell/searchbox.h"
#include "ui/widgets/checkpointslider.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/graphview.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/logview.h"

#include <QGuiApplication>
#include <QListView>
#include <QTest>

namespace signalbox {

using ui::PageKind;

namespace {

/// As --reverse does.
struct RightToLeft {
    RightToLeft() { QGuiApplication::setLayoutDirection(Qt::RightToLeft); }
    ~RightToLeft() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
};

/// Where the colour of a pill lies in the picture, from 0 at the left to 1.
double middleOf(const QImage& picture, QRgb colour)
{
    double sum = 0;
    qsizetype found = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) == colour) {
                sum += x;
                ++found;
            }
    return found > 0 ? sum / static_cast<double>(found) / picture.width() : -1;
}

/// How much is drawn between two columns of a field.
double inkOf(const QImage& picture, std::pair<int, int> columns)
{
    const QRgb ground = picture.pixel(columns.first, 5);
    double found = 0;
    for (int y = 5; y < 25; ++y)
        for (int x = columns.first; x < columns.second; ++x)
            found += picture.pixel(x, y) == ground ? 0 : 1;
    return found;
}

} // namespace

class TestRightToLeft : public QObject {
    Q_OBJECT

private slots:
    void theRailStandsAtTheRight()
    {
        const RightToLeft reading;
        test::WholeWindow bench(true);
        bench.window->resize(1440, 900);
        bench.settle();

        const auto* rail = bench.window->findChild<ui::Rail*>();

        QTRY_COMPARE(rail->mapTo(bench.window.get(), QPoint(rail->width(), 0)).x(), bench.window->width());
    }

    void tracksRunToTheLeft()
    {
        const ui::TrackPlan usual(900, Qt::LeftToRight);
        const ui::TrackPlan mirrored(900, Qt::RightToLeft);

        for (std::size_t stage = 0; stage < usual.stops.size(); ++stage)
            QCOMPARE(mirrored.onScreen(mirrored.stops[stage]), 900 - usual.onScreen(usual.stops[stage]));
        QVERIFY(mirrored.onScreen(QRectF(mirrored.name, 0, mirrored.nameWidth, 20)).right() > 850);
    }

    void aPillIsPaintedWhereItsStopIs()
    {
        const auto pillOf = [] {
            test::WholeWindow bench(true);
            bench.window->resize(1440, 900);
            bench.settle();
            const auto* tracks = bench.window->findChild<QListView*>(QStringLiteral("tracks"));
            const QRgb waiting = bench.themes.theme().status(ui::Hue::Waiting).fill.rgb();
            const bool drawn = QTest::qWaitFor([&] { return tracks->isVisible() && tracks->model()->rowCount() > 2; });
            return drawn ? middleOf(const_cast<QListView*>(tracks)->viewport()->grab().toImage(), waiting) : -1;
        };

        const double usual = pillOf();
        const RightToLeft reading;
        const double mirrored = pillOf();

        QVERIFY(usual > 0);
        QVERIFY2(std::abs(usual + mirrored - 1) < 0.02, qPrintable(QString::number(usual + mirrored)));
    }

    void glyphsStandWhereReadingBegins()
    {
        const ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        const test::StoppedClock clock{test::noon()};
        constexpr QSize kSize{300, 34};
        const auto glyphs = [&themes, &clock, kSize] { // how much more is drawn at the left than at the right
            ui::SearchBox search(themes);
            ui::LineField field(themes, ui::Type::Body);
            field.setGlyph(QStringLiteral("action-filter"));
            ui::HoldButton hold(themes, clock);
            QList<double> places;
            for (QWidget* part : std::initializer_list<QWidget*>{&search, &field, &hold}) {
                part->resize(kSize);
                QPixmap picture(kSize);
                part->render(&picture);
                const QImage image = picture.toImage();
                constexpr int kSide = 26; // at the ends of a field, within its frame
                const double left = inkOf(image, {4, kSide});
                const double right = inkOf(image, {kSize.width() - kSide, kSize.width() - 4});
                const int middle = kSize.width() / 2;
                places.append(part == &hold ? inkOf(image, {4, middle}) - inkOf(image, {middle, kSize.width() - 4})
                                            : left - right);
            }
            return places;
        };

        const QList<double> usual = glyphs();
        const RightToLeft reading;
        const QList<double> mirrored = glyphs();

        for (qsizetype part = 0; part < usual.size(); ++part)
            QVERIFY2(usual[part] * mirrored[part] < 0,
                     qPrintable(QStringLiteral("part %1: %2, %3").arg(part).arg(usual[part]).arg(mirrored[part])));
    }

    void logsCodeGraphsAndSlidersStay()
    {
        const RightToLeft reading;
        test::WholeWindow bench(true);
        bench.window->go({.page = PageKind::RunDetail, .run = RunId{7}, .checkpoint = -1, .approval = {}});

        const ui::MainWindow& window = *bench.window;
        for (const QWidget* part : std::initializer_list<const QWidget*>{
                 window.findChild<ui::LogView*>(), window.findChild<ui::GraphView*>(),
                 window.findChild<ui::CheckpointSlider*>(), window.findChild<ui::DiffView*>()})
            QCOMPARE(part->layoutDirection(), Qt::LeftToRight);
    }
};

SIGNALBOX_TEST(TestRightToLeft)

} // namespace signalbox

#include "tst_righttoleft.moc"
