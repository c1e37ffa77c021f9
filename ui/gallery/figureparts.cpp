// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"
#include "ui/gallery/gallerypart.h"
#include "ui/models/knowledgemodel.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/sharebar.h"
#include "ui/widgets/signedbars.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/timeline.h"

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

GalleryPart timelineOf(const QString& state, TimelineData (*data)(), int picked)
{
    return {u"Timeline, "_s + state, {660, 0}, [data, picked](const GalleryGround& ground, QWidget* parent) {
                auto* timeline = new Timeline(ground.themes, parent);
                timeline->setData(data());
                timeline->pick(picked);
                return timeline;
            }};
}

GalleryPart sparkOf(const QString& state, Spark spark)
{
    return {u"Sparkline, "_s + state, {210, 44}, [spark, state](const GalleryGround& ground, QWidget* parent) {
                auto* sparkline = new Sparkline(ground.themes, parent);
                sparkline->setSpark(spark, state);
                return sparkline;
            }};
}

GalleryPart meterOf(const QString& state, MeterValue value)
{
    return {u"Meter, "_s + state, {210, 0}, [value, state](const GalleryGround& ground, QWidget* parent) {
                auto* meter = new Meter(ground.themes, parent);
                meter->setValue(value, state);
                return meter;
            }};
}

GalleryPart shareOf(const QString& state, const ShareRow::Content& content)
{
    return {u"ShareRow, "_s + state, {320, 0}, [content](const GalleryGround& ground, QWidget* parent) {
                return new ShareRow(ground.themes, content, parent);
            }};
}

std::vector<double> riskValues()
{
    const ChartData risk = fixtures::liveRisk();
    std::vector<double> values;
    for (const auto& sample : risk.series.front().samples)
        values.push_back(sample.value);
    return values;
}

} // namespace

std::vector<GalleryPart> figureParts()
{
    std::vector<GalleryPart> parts;
    parts.push_back(timelineOf(u"an incident"_s, fixtures::incident, 5));
    parts.push_back(timelineOf(u"the critical path"_s, fixtures::criticalPath, -1));
    parts.push_back({u"Timeline, empty"_s, {320, 110}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* timeline = new Timeline(ground.themes, parent);
                         timeline->setData({});
                         return timeline;
                     }});
    parts.push_back({u"Timeline, as a table"_s, {660, 180}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* timeline = new Timeline(ground.themes, parent);
                         timeline->setData(fixtures::incident());
                         timeline->toggleTable();
                         return timeline;
                     }});
    parts.push_back({u"SignedBars"_s, {500, 0}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* bars = new SignedBars(ground.themes, parent);
                         bars->setContributions(fixtures::releaseRisk());
                         return bars;
                     }});
    parts.push_back(
        sparkOf(u"bars and their median"_s,
                {.kind = Spark::Kind::Bars, .values = fixtures::durations(), .mark = 230, .last = Hue::Running}));
    parts.push_back(
        sparkOf(u"line, off baseline"_s, {.values = riskValues(), .mark = 0.5, .last = Hue::Warn, .high = 1}));
    parts.push_back(sparkOf(u"line, usual"_s, {.values = fixtures::durations()}));
    parts.push_back(meterOf(u"within the limit"_s, {.share = 0.17}));
    parts.push_back(meterOf(u"near the limit"_s, {.share = 0.83, .hue = Hue::Warn}));
    parts.push_back(meterOf(u"over the limit"_s, {.share = 1.2, .hue = Hue::Critical}));
    parts.push_back(meterOf(u"with marks"_s,
                            {.share = 0.8,
                             .hue = Hue::Warn,
                             .marks = {{.share = 0.75, .words = u"75"_s}, {.share = 0.95, .words = u"95"_s}}}));
    parts.push_back(meterOf(u"with a critical mark"_s,
                            {.share = 0.56, .hue = Hue::Warn, .marks = {{.share = 0.7, .critical = true}}}));
    parts.push_back(
        shareOf(u"many tries"_s, {.name = u"Clear build cache, re-run"_s, .worked = 41, .tried = 44, .strong = true}));
    parts.push_back(shareOf(u"few tries"_s, {.name = u"Pin search_core 7.9.2"_s, .worked = 3, .tried = 3}));
    parts.push_back(shareOf(
        u"never"_s, {.name = u"A name that is much too long for the place that it has"_s, .worked = 0, .tried = 0}));
    return parts;
}

} // namespace signalbox::ui
