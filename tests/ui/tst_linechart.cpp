// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"
#include "tests/signalboxtest.h"
#include "tests/ui/chartscene.h"
#include "ui/models/charttable.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/chartplot.h"
#include "ui/widgets/linechart.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;
using namespace std::chrono_literals;

namespace {

struct Scene {
    ThemeSource themes{ThemeSource::Choice::Dark};
    LineChart chart{themes};

    explicit Scene(ChartData data = test::aChart())
    {
        chart.resize(640, 260);
        chart.setData(std::move(data));
        chart.setPalette(themes.theme().palette());
        chart.show();
        chart.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&chart));
        chart.plot()->setFocus();
    }
    ChartPlot& plot() const { return *chart.plot(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(chart.currentWidget(), key, modifiers);
    }
    QColor at(UtcTime moment, double value)
    {
        return chart.grab().toImage().pixelColor(plot().placeOf(moment, value).toPoint());
    }
};

/// "dash 6 2", as tokens.json has it, from the pen that is drawn with.
QString dashOf(const QPen& pen)
{
    if (pen.style() == Qt::SolidLine)
        return u"solid"_s;
    QStringList words{pen.dashPattern().constFirst() * pen.widthF() < 1.5 ? u"dot"_s : u"dash"_s};
    for (const qreal length : pen.dashPattern())
        words << QString::number(length * pen.widthF());
    return words.join(u' ');
}

} // namespace

class TestLineChart : public QObject {
    Q_OBJECT

private slots:
    void saysHowItWent()
    {
        QCOMPARE(spokenChart(test::aChart()),
                 u"Live risk, 30 minutes, from 0.16 to 0.58, rising. Promotion stops at 0.50, passed at 12:29."
                 " Rollback at 0.70, not passed."_s);
    }

    void arrowsMoveTheReadout()
    {
        Scene scene;

        scene.press(Qt::Key_Left);
        QCOMPARE(scene.plot().accessibleName(), u"12:30:00, Canary 0.58, Baseline 0.20"_s);
        scene.press(Qt::Key_Left);
        QCOMPARE(scene.plot().accessibleName(), u"12:29:00, Canary 0.54, Baseline 0.20"_s);
        scene.press(Qt::Key_Home);
        QCOMPARE(scene.plot().accessibleName(), u"12:00:00, Canary 0.16, Baseline 0.20"_s);
        scene.press(Qt::Key_End);
        QCOMPARE(*scene.plot().moment(), test::noon() + 30min);
        scene.press(Qt::Key_Escape);
        QVERIFY(!scene.plot().moment());
    }

    void theMouseReadsWhatIsNearest()
    {
        Scene scene;

        QTest::mouseMove(&scene.plot(), scene.plot().placeOf(test::noon() + 10min + 20s, 0.5).toPoint());

        QCOMPARE(*scene.plot().moment(), test::noon() + 10min);
    }

    void copyTakesEveryValueForASpreadsheet()
    {
        Scene scene;

        scene.press(Qt::Key_C, Qt::ControlModifier);

        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 32);
        QCOMPARE(lines.at(0), u"Time\tCanary\tBaseline"_s);
        QCOMPARE(lines.at(1), u"2026-03-12T12:00:00.000Z\t0.16\t0.2"_s);
    }

    void theTableHasTheSameValues()
    {
        Scene scene;

        scene.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);

        QVERIFY(scene.chart.isTabular());
        const auto* table = scene.chart.findChild<QTableView*>();
        QCOMPARE(table->accessibleName(), u"Live risk as a table"_s);
        QVERIFY(table->hasFocus());
        QCOMPARE(table->model()->rowCount(), 31);
        QCOMPARE(table->model()->index(30, 1).data().toString(), u"0.58"_s);
        scene.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!scene.chart.isTabular());
        QVERIFY(scene.plot().hasFocus());
    }

    void theTableModelKeepsItsPromises()
    {
        ChartTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);

        table.load(test::aChart());
        table.load({});

        QCOMPARE(table.rowCount(), 0);
    }

    void aHundredThousandSamplesAreDrawnAsAThousand()
    {
        ChartData data = test::aChart();
        for (auto& series : data.series) {
            series.samples.clear();
            for (int i = 0; i <= 100'000; ++i)
                series.samples.push_back({data.from + Milliseconds(18 * i), 0.5 + 0.4 * std::sin(i / 7.0)});
        }
        Scene scene(data);

        QVERIFY(scene.plot().points() > 1000);
        QVERIFY(scene.plot().points() <= 2 * 2 * static_cast<int>(scene.plot().area().width()));
        QVERIFY(scene.plot().points() <= 2000);
    }

    void nothingIsDrawnAcrossAGap()
    {
        ChartData data = test::aChart();
        data.limits.clear();
        data.series = {data.series.front()};
        for (auto& sample : data.series.front().samples)
            sample.value = 0.6;
        const UtcTime middle = data.from + 15min;
        const QColor drawn = Scene(data).at(middle, 0.6);

        for (int minute = 13; minute <= 17; ++minute)
            data.series.front().samples[static_cast<std::size_t>(minute)].value = metrics::kNoData;
        const QColor left = Scene(data).at(middle, 0.6);

        QVERIFY(contrast(drawn, left) > 3);
        QCOMPARE(spokenMoment(data, middle), u"12:15:00, Canary —"_s);
    }

    void whatIsOffBaselineHasTheHueOfIt()
    {
        ChartData data = test::aChart();
        data.series.front().offSince = data.from + 28min;
        Scene scene(data);

        QCOMPARE(scene.at(data.from + 29min, 0.16 + 0.042 * 9), scene.themes.theme().status(Hue::Warn).fg);
        QVERIFY(scene.at(data.from + 10min, 0.16) != scene.themes.theme().status(Hue::Warn).fg);
    }

    void oldValuesSayTheirAge()
    {
        ChartData data = test::aChart();
        data.to += 6min;
        data.freshness = Freshness::Stale;

        QVERIFY(spokenChart(data).endsWith(u"6\u202fmin old."_s));
        data.to += 2h;
        QVERIFY(spokenChart(data).endsWith(u"as of 12:30."_s));
    }

    void withoutValuesItSaysSo()
    {
        Scene scene(ChartData{.name = u"Live risk"_s});

        QCOMPARE(scene.chart.currentWidget()->accessibleName(), u"No data yet."_s);
        scene.chart.showLoading(u"First look in 40 s."_s);
        QCOMPARE(scene.chart.currentWidget()->accessibleName(), u"First look in 40 s."_s);
        scene.chart.setData(test::aChart());
        QCOMPARE(scene.chart.currentWidget(), static_cast<QWidget*>(&scene.plot()));
    }

    void everySeriesHasTheDashOfTheTokens()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        const QJsonObject tokens
            = QJsonDocument::fromJson(*resources::embedded(QStringLiteral("tokens.json"))).object();
        const QJsonObject dashes = tokens.value(u"chartSeriesDash"_s).toObject();
        ChartData data;
        data.series.resize(6);

        for (std::size_t number = 0; number < 6; ++number) {
            const QString token = tokens.value(u"chartSeriesOrder"_s)[static_cast<int>(number)].toString();
            const QPen pen = seriesPen(data, number, themes.theme());
            QCOMPARE(dashOf(pen), dashes.value(token).toString());
            QCOMPARE(pen.color(), themes.theme().chart.series[token.mid(1).toUInt() - 1]);
        }
        data.series[0].line = ChartSeries::Line::Baseline;
        const QPen baseline = seriesPen(data, 0, themes.theme());
        QCOMPARE(dashOf(baseline) + u", width "_s + QString::number(baseline.widthF()),
                 dashes.value(u"baseline"_s).toString());
        const QPen limit = limitPen({}, themes.theme());
        QCOMPARE(dashOf(limit) + u", width "_s + QString::number(limit.widthF()),
                 dashes.value(u"threshold"_s).toString());
    }

    void theAxesHaveRoundTimesAndNoNeedlessDecimals()
    {
        QStringList values, times;
        for (const Tick& tick : valueTicks(test::aChart(), 4))
            values << tick.words;
        for (const Tick& tick : timeTicks(test::noon(), test::noon() + 30min, 540))
            times << tick.words;

        QCOMPARE(values, (QStringList{u"0"_s, u"0.25"_s, u"0.50"_s, u"0.75"_s, u"1.00"_s}));
        QCOMPARE(times,
                 (QStringList{u"12:00"_s, u"12:05"_s, u"12:10"_s, u"12:15"_s, u"12:20"_s, u"12:25"_s, u"12:30"_s}));
    }
};

SIGNALBOX_TEST(TestLineChart)

#include "tst_linechart.moc"
