// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline, signed bars, sparkline and meter.
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/runtablemodel.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/signedbars.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/timeline.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;
using namespace std::chrono_literals;

namespace {

TimelineData anIncident()
{
    const UtcTime start = test::noon();
    return {.name = u"Incident"_s,
            .from = start,
            .to = start + 60min,
            .lanes = {u"Pipeline"_s, u"Deploy"_s, u"Alerts"_s},
            .items
            = {{.lane = 0, .from = start + 1min, .to = start + 5min, .label = u"build"_s},
               {.lane = 1, .from = start + 12min, .to = start + 30min, .label = u"5 %"_s},
               {.lane = 1,
                .from = start + 30min,
                .to = start + 44min,
                .label = u"25 %, promotion held"_s,
                .role = StatusRole::OffBaseline},
               {.lane = 2, .from = start + 43min, .label = u"p95 over limit"_s, .role = StatusRole::OffBaseline}}};
}

Contributions aRisk()
{
    return {.title = u"Release risk"_s,
            .baseName = u"Base rate of this line"_s,
            .base = 0.12,
            .parts = {{u"API contract change"_s, 0.14}, {u"Small batch, 1 feature"_s, -0.05}}};
}

QImage drawn(QSize size, const std::function<void(QPainter&)>& draw)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void arrowsGoFromItemToItem()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        Timeline timeline(themes);
        timeline.setData(anIncident());
        const QSignalSpy picked(&timeline, &Timeline::itemPicked);
        const QSignalSpy opened(&timeline, &Timeline::itemActivated);
        QStringList said;

        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Home,
                                  Qt::Key_End, Qt::Key_Return}) {
            QTest::keyClick(timeline.currentWidget(), key);
            said << QString::number(timeline.picked());
        }

        QCOMPARE(said.join(u' '), u"0 1 2 2 3 0 3 3"_s);
        QCOMPARE(picked.count(), 7);
        QCOMPARE(opened.constFirst().constFirst().toInt(), 3);
        QCOMPARE(timeline.currentWidget()->accessibleName(),
                 u"Alerts, p95 over limit, 12:43:00, warning, off baseline."_s);
    }

    void spansSayFromWhenToWhen()
    {
        TimelineData data = anIncident();

        QCOMPARE(spokenItem(data, 2), u"Deploy, 25 %, promotion held, 12:30:00 to 12:44:00, warning, off baseline."_s);
        data.sinceStart = true;
        data.items[0].slackUntil = data.from + 9min;
        QCOMPARE(spokenItem(data, 0), u"Pipeline, build, 1:00 to 5:00, slack until 9:00."_s);
    }

    void theTimelineIsATableToo()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        Timeline timeline(themes);
        timeline.setData(anIncident());

        QTest::keyClick(timeline.currentWidget(), Qt::Key_C, Qt::ControlModifier);

        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(3), u"Deploy\t25 %, promotion held\t12:30:00\t12:44:00"_s);
        TimelineTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.load(anIncident());
        QCOMPARE(table.rowCount(), 4);
    }

    void nothingHappenedIsSaid()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        Timeline timeline(themes);

        timeline.setData({});

        QCOMPARE(timeline.currentWidget()->accessibleName(), u"Nothing happened in this time."_s);
    }

    void whoAddsUpTheBarsGetsTheScore_data()
    {
        QTest::addColumn<QList<double>>("values"); // the base first
        QTest::newRow("as they are") << QList<double>{0.12, 0.14, -0.05};
        QTest::newRow("thirds") << QList<double>{0.333333, 0.333333, 0.333333};
        QTest::newRow("all rounded down") << QList<double>{0.104, 0.104, 0.104, 0.104};
        QTest::newRow("all lower") << QList<double>{0.5, -0.0051, -0.0051, -0.0051};
        QTest::newRow("nothing") << QList<double>{0};
    }

    void whoAddsUpTheBarsGetsTheScore()
    {
        QFETCH(QList<double>, values);
        Contributions of{.base = values.takeFirst()};
        for (const double value : values)
            of.parts.push_back({u"part"_s, value});

        const std::vector<int> shown = shownHundredths(of);

        QCOMPARE(std::accumulate(shown.begin(), shown.end(), 0), qRound(of.score() * 100));
        for (std::size_t at = 0; at < of.parts.size(); ++at)
            QVERIFY(std::abs(shown[at + 1] - of.parts[at].share * 100) < 1);
    }

    void barsSayWhatTheyDo()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        SignedBars bars(themes);
        bars.setContributions(aRisk());

        QCOMPARE(bars.currentWidget()->accessibleName(), u"Release risk 0.21"_s);
        QCOMPARE(bars.currentWidget()->accessibleDescription(),
                 u"API contract change raises risk by 0.14. Small batch, 1 feature lowers risk by 0.05."_s);
        bars.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Small batch, 1 feature\t−0.05\n"_s));
    }

    void aSparklineOfManyValuesKeepsItsPeak()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        Spark spark{.values = std::vector<double>(100'000, 1), .high = 10};
        spark.values[50'000] = 10;

        const QImage image = drawn(
            {100, 40}, [&](QPainter& painter) { paintSpark(painter, QRectF(0, 0, 100, 40), spark, themes.theme()); });

        int top = image.height();
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < top; ++y)
                if (image.pixelColor(x, y).lightness() > 60)
                    top = y;
        QVERIFY2(top <= 4, qPrintable(QString::number(top)));
    }

    void overItsLimitAMeterIsFull()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        const QColor full = themes.theme().status(Hue::Warn).fill;

        const QImage image = drawn({40, 8}, [&](QPainter& painter) {
            paintMeter(painter, QRectF(0, 0, 40, 8), {.share = 1.4, .hue = Hue::Warn}, themes.theme());
        });

        QCOMPARE(image.pixelColor(1, 4), full);
        QCOMPARE(image.pixelColor(38, 4), full);
    }

    void theHistoryOfARunIsThatOfItsLine()
    {
        const test::StoppedClock clock{test::noon()};
        RunTableModel runs(clock);
        std::vector<host::RunSummary> all;
        for (int id = 1; id <= 6; ++id)
            all.push_back(test::aRun(id, id == 3 ? "parser" : "search", host::RunState::Succeeded, "green"));
        all[3].state = host::RunState::Cancelled;
        all[4].state = host::RunState::Running;
        all[4].finishedAt.reset();
        runs.load(all);

        const LineHistory history = runs.historyOf(*runs.find(RunId{5}), 2);

        QVERIFY(history.open);
        QCOMPARE(history.took.size(), std::size_t(2));
        QCOMPARE(history.took.back(), Milliseconds(10min)); // run 5, which goes on
        QCOMPARE(history.took.front(), Milliseconds(2min)); // run 2
    }
};

SIGNALBOX_TEST(TestFigures)

#include "tst_figures.moc"
