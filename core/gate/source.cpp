// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/source.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::gate {

namespace {

constexpr Milliseconds kMinute{60'000};
constexpr std::array<std::string_view, 3> kKinds{"metrics", "risk", "checks"};

std::string minutes(Milliseconds span)
{
    return std::to_string(span / kMinute) + " min";
}

} // namespace

std::optional<Milliseconds> ageLimit(Source::Kind kind)
{
    switch (kind) {
    case Source::Kind::Metrics: return 5 * kMinute;
    case Source::Kind::Risk: return 30 * kMinute;
    case Source::Kind::Checks: break;
    }
    return std::nullopt;
}

bool isStale(const Source& source, const std::string& commit, UtcTime now)
{
    const auto limit = ageLimit(source.kind);
    return limit ? now - source.readAt > *limit : source.commit != commit;
}

std::string stalenessText(const Source& stale, UtcTime now)
{
    const auto limit = ageLimit(stale.kind);
    if (!limit)
        return stale.name + " is of another commit, " + stale.commit.substr(0, 7) + ".";
    return stale.name + " is " + minutes(now - stale.readAt) + " old, limit " + minutes(*limit) + ".";
}

Json toJson(const std::vector<Source>& sources)
{
    Json list = Json::array();
    for (const Source& source : sources)
        list.push_back({{"name", source.name},
                        {"kind", kKinds.at(static_cast<std::size_t>(source.kind))},
                        {"read_at", formatUtc(source.readAt)},
                        {"commit", source.commit},
                        {"answers", source.answers}});
    return list;
}

std::vector<Source> sourcesFromJson(const Json& json)
{
    std::vector<Source> sources;
    if (!json.is_array())
        return sources;
    for (const Json& each : json) {
        Source source;
        source.name = fieldOr<std::string>(each, "name", "evidence");
        const auto kind = std::ranges::find(kKinds, fieldOr<std::string>(each, "kind", {}));
        if (kind != kKinds.end())
            source.kind = static_cast<Source::Kind>(kind - kKinds.begin());
        if (const auto readAt = parseUtc(fieldOr<std::string>(each, "read_at", {})))
            source.readAt = *readAt;
        source.commit = fieldOr<std::string>(each, "commit", {});
        source.answers = fieldOr<bool>(each, "answers", false);
        sources.push_back(std::move(source));
    }
    return sources;
}

} // namespace signalbox::gate
