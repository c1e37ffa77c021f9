// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"

#include <array>

namespace signalbox::ui::fixtures {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

TimelineItem span(int lane, UtcTime from, Milliseconds took, const QString& label)
{
    return {.lane = lane, .from = from, .to = from + took, .label = label};
}

TimelineItem event(int lane, UtcTime at, const QString& label, StatusRole role)
{
    return {.lane = lane, .from = at, .label = label, .role = role};
}

} // namespace

TimelineData incident()
{
    const UtcTime start = present() - 36min - 41s; // 13:50
    TimelineData data{.name = u"Incident"_s,
                      .from = start,
                      .to = start + 60min,
                      .lanes = {u"Pipeline"_s, u"Deploy"_s, u"Agents"_s, u"People"_s, u"Alerts"_s},
                      .moment = start + 44min + 18s};
    data.items = {span(0, start + 1min, 3min + 30s, u"build"_s),
                  span(0, start + 4min + 40s, 3min + 30s, u"tests"_s),
                  span(0, start + 8min + 20s, 2min, u"risk"_s),
                  span(1, start + 12min, 12min, u"5\u202f%"_s),
                  span(1, start + 24min, 11min, u"25\u202f%"_s),
                  span(1, start + 35min, 9min, u"25\u202f%, promotion held"_s),
                  span(1, start + 46min, 14min, u"2.30.6 at 100\u202f%"_s),
                  event(2, start + 10min + 40s, u"risk 0.34 high"_s, StatusRole::Succeeded),
                  event(2, start + 35min, u"held promotion"_s, StatusRole::OffBaseline),
                  event(2, start + 44min + 18s, u"rolled back"_s, StatusRole::RolledBack),
                  event(3, start + 11min, u"you approved"_s, StatusRole::Succeeded),
                  event(3, start + 38min, u"you asked for logs"_s, StatusRole::Succeeded),
                  event(3, start + 58min, u"closed"_s, StatusRole::Succeeded),
                  event(4, start + 42min + 30s, u"p95 over limit"_s, StatusRole::OffBaseline),
                  event(4, start + 44min, u"2 critical errors"_s, StatusRole::Critical),
                  event(4, start + 48min, u"recovered"_s, StatusRole::Succeeded)};
    data.items[5].role = StatusRole::OffBaseline;
    return data;
}

TimelineData criticalPath()
{
    const UtcTime start = present();
    TimelineData data{.name = u"Critical path"_s,
                      .from = start,
                      .to = start + 10min,
                      .lanes
                      = {u"checkout"_s, u"install deps"_s, u"lint"_s, u"typecheck"_s, u"unit tests 1/2"_s,
                         u"unit tests 2/2"_s, u"build bundle"_s, u"e2e smoke"_s, u"image push"_s, u"publish report"_s},
                      .sinceStart = true};
    struct Job {
        Milliseconds from, took, slack;
        int after;
    };
    const std::array<Job, 10> jobs{{{0s, 14s, 0s, -1},
                                    {14s, 112s, 0s, 0},
                                    {126s, 38s, 133s, -1},
                                    {126s, 64s, 107s, -1},
                                    {126s, 171s, 0s, 1},
                                    {126s, 133s, 38s, -1},
                                    {297s, 148s, 0s, 4},
                                    {445s, 96s, 0s, 6},
                                    {445s, 41s, 55s, -1},
                                    {541s, 9s, 0s, 7}}};
    for (int lane = 0; lane < static_cast<int>(jobs.size()); ++lane) {
        const auto& [from, took, slack, after] = jobs[static_cast<std::size_t>(lane)];
        const auto seconds = took / 1s;
        TimelineItem item
            = span(lane, start + from, took, u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
        item.critical = slack == 0s;
        item.after = after;
        if (!item.critical)
            item.slackUntil = *item.to + slack;
        data.items.push_back(item);
    }
    return data;
}

Contributions releaseRisk()
{
    return {.title = u"Release risk"_s,
            .baseName = u"Base rate of this line"_s,
            .base = 0.12,
            .parts = {{u"API contract change"_s, 0.14},
                      {u"Touches payment path"_s, 0.09},
                      {u"Coverage 71\u202f%, usual 84\u202f%"_s, 0.08},
                      {u"Author new to this line"_s, 0.05},
                      {u"3 dependency updates"_s, 0.04},
                      {u"Small batch, 1 feature"_s, -0.05},
                      {u"6 h clean in staging"_s, -0.04}}};
}

GraphScene everyNodeState()
{
    using State = NodeState;
    GraphScene scene{.drawing = {.graph = "states", .nodes = {}, .edges = {}}, .state = {}};
    const std::array<std::pair<const char*, State>, 7> nodes{{{"detect_failure", State::Succeeded},
                                                              {"analyze_failure", State::Running},
                                                              {"attempt_fix", State::Retrying},
                                                              {"verify_fix", State::Failed},
                                                              {"update_knowledge", State::Skipped},
                                                              {"escalate", State::Pending},
                                                              {"wait_for_human", State::Waiting}}};
    int position = 0;
    for (const auto& [name, state] : nodes) {
        scene.drawing.nodes.push_back({name, position == 0, state == State::Waiting});
        NodeView view;
        view.name = name;
        view.state = state;
        view.since = present() - 72s;
        view.until = present() + 18min + 24s;
        if (state != State::Pending && state != State::Skipped)
            view.position = ++position;
        view.took = state == State::Succeeded ? std::optional<Milliseconds>(6400) : std::nullopt;
        view.attempt = state == State::Retrying ? 2 : 0;
        view.maxAttempts = state == State::Retrying ? 3 : 0;
        view.live = state == State::Running;
        view.failure = state == State::Failed ? "exit 1" : "";
        scene.state.nodes.push_back(view);
    }
    const auto edge = [&](const char* from, const char* to, const char* label, int taken) {
        const auto kind = *label != 0 ? graph::EdgeKind::Conditional : graph::EdgeKind::Plain;
        scene.drawing.edges.push_back({from, to, kind, label});
        scene.state.edges.push_back({.from = from, .to = to, .kind = kind, .label = label, .taken = taken});
    };
    edge("detect_failure", "analyze_failure", "failed", 1);
    edge("analyze_failure", "attempt_fix", "fix", 1);
    edge("attempt_fix", "verify_fix", "", 2);
    edge("verify_fix", "attempt_fix", "retry", 1);
    edge("verify_fix", "update_knowledge", "passed", 0);
    edge("verify_fix", "escalate", "escalate", 0);
    edge("escalate", "wait_for_human", "", 0);
    return scene;
}

std::vector<LineTrack> tracks()
{
    const QList<StatusRole> mostlyFine{StatusRole::Succeeded, StatusRole::Succeeded, StatusRole::Failed,
                                       StatusRole::Healed, StatusRole::Succeeded};
    LineTrack held{.line = u"checkout-api"_s,
                   .role = StatusRole::HeldForYou,
                   .at = Stage::Gate,
                   .pill = u"#3318"_s,
                   .note = u"Held for you"_s,
                   .run = RunId{1},
                   .approval = {},
                   .since = present() - 24min,
                   .lately = mostlyFine,
                   .held = true};
    LineTrack healing = held;
    healing.line = u"search"_s;
    healing.held = false;
    healing.role = StatusRole::Retrying;
    healing.at = Stage::Test;
    healing.pill = u"#7713"_s;
    healing.note = u"Healing, attempt 2 of 3"_s;
    LineTrack clear = healing;
    clear.line = u"catalog"_s;
    clear.role = StatusRole::Clear;
    clear.at = Stage::Production;
    clear.pill = u"#5520"_s;
    clear.note.clear();
    return {held, healing, clear};
}

} // namespace signalbox::ui::fixtures
