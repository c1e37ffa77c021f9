// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"
#include "ui/gallery/gallerypart.h"
#include "ui/widgets/chartplot.h"
#include "ui/widgets/linechart.h"

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize kWide(660, 240);
constexpr QSize kSmall(324, 150);

GalleryPart chartOf(const QString& state, const QSize& size, ChartData (*data)())
{
    return {u"LineChart, "_s + state, size, [data](const GalleryGround& ground, QWidget* parent) {
                auto* chart = new LineChart(ground.themes, parent);
                chart->setData(data());
                return chart;
            }};
}

GalleryPart riskOf(const QString& state, Freshness freshness)
{
    return {u"LineChart, "_s + state, kSmall, [freshness](const GalleryGround& ground, QWidget* parent) {
                auto* chart = new LineChart(ground.themes, parent);
                chart->setData(fixtures::liveRisk(freshness));
                return chart;
            }};
}

} // namespace

std::vector<GalleryPart> chartParts()
{
    std::vector<GalleryPart> parts;
    parts.push_back(chartOf(u"band, limits, marks, off baseline"_s, kWide, [] { return fixtures::liveRisk(); }));
    parts.push_back({u"LineChart, cross-hair"_s, kWide, [](const GalleryGround& ground, QWidget* parent) {
                         auto* chart = new LineChart(ground.themes, parent);
                         chart->setData(fixtures::latency());
                         chart->plot()->setMoment(fixtures::present() - std::chrono::minutes(12));
                         return chart;
                     }});
    parts.push_back(chartOf(u"canary and baseline"_s, kSmall, fixtures::latency));
    parts.push_back(chartOf(u"no data in between"_s, kSmall, fixtures::withGap));
    parts.push_back(riskOf(u"stale"_s, Freshness::Stale));
    parts.push_back(riskOf(u"silent"_s, Freshness::Silent));
    parts.push_back({u"LineChart, empty"_s, kSmall, [](const GalleryGround& ground, QWidget* parent) {
                         auto* chart = new LineChart(ground.themes, parent);
                         chart->showEmpty(u"No rollout is in progress. Last: checkout-api 4.17.9, 2 days ago."_s,
                                          u"Show history"_s);
                         return chart;
                     }});
    parts.push_back({u"LineChart, loading"_s, kSmall, [](const GalleryGround& ground, QWidget* parent) {
                         auto* chart = new LineChart(ground.themes, parent);
                         chart->showLoading(u"First look in 40 s."_s);
                         return chart;
                     }});
    parts.push_back({u"LineChart, as a table"_s, kSmall, [](const GalleryGround& ground, QWidget* parent) {
                         auto* chart = new LineChart(ground.themes, parent);
                         chart->setData(fixtures::latency());
                         chart->toggleTable();
                         return chart;
                     }});
    parts.push_back(chartOf(u"a hundred thousand samples"_s, kSmall, fixtures::dense));
    parts.push_back(chartOf(u"colour and dash of each series"_s, {660, 160}, fixtures::sixSeries));
    parts.push_back({u"ChartLegend"_s, {660, 0}, [](const GalleryGround& ground, QWidget* parent) {
                         return new ChartLegend(ground.themes, fixtures::latency(), parent);
                     }});
    return parts;
}

} // namespace signalbox::ui
