// SPDX-License-Identifier: GPL-3.0-or-later
// chart_paint: what a line chart costs in CPU time, by the number of its samples: new values, the cross-hair one step
// on, and the first chart of a program. Prints one JSON object; the aim is 16 ms for each.
#include "core/host/usage.h"
#include "ui/widgets/chartplot.h"

#include <QApplication>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace {

using namespace signalbox;

constexpr int kRounds = 20;

ui::ChartData samples(int count, int round)
{
    ui::ChartData data{.name = QStringLiteral("Latency"), .to = UtcTime(Milliseconds(count))};
    for (int number = 0; number < 2; ++number) {
        ui::ChartSeries series{.name = QString::number(number)};
        for (int at = 0; at <= count; ++at)
            series.samples.push_back({UtcTime(Milliseconds(at)), 0.5 + 0.4 * std::sin(at * 0.7 + round + number)});
        data.series.push_back(series);
    }
    data.series.back().line = ui::ChartSeries::Line::Baseline; // dashed
    data.band = ui::ChartBand{.name = {}, .ranges = {}};
    for (const auto& [at, value] : data.series.back().samples)
        data.band->ranges.push_back({at, value - 0.1, value + 0.1});
    return data;
}

template <typename Act>
double msOf(Act act)
{
    const double before = host::cpuSeconds();
    act();
    return 1000 * (host::cpuSeconds() - before);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
    nlohmann::json figures = nlohmann::json::object();
    ui::ChartPlot plot(themes);
    plot.resize(1000, 300);
    plot.show();
    QCoreApplication::processEvents(); // on the screen: repaint() paints
    plot.setData(samples(60, 0));
    figures["first_chart_ms"] = msOf([&] { plot.repaint(); });
    for (const int count : {60, 1000, 100'000}) {
        double fresh = 0, moved = 0;
        for (int round = 1; round <= kRounds; ++round) {
            ui::ChartData data = samples(count, round);
            fresh += msOf([&] {
                plot.setData(std::move(data));
                plot.repaint();
            });
            moved += msOf([&] {
                plot.setMoment(UtcTime(Milliseconds(count / 2 + round % 2)));
                plot.repaint();
            });
        }
        figures[std::to_string(count)]
            = {{"new_values_ms", fresh / kRounds}, {"cross_hair_ms", moved / kRounds}, {"points", plot.points()}};
    }
    std::puts(figures.dump().c_str());
    return 0;
}
