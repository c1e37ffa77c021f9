// SPDX-License-Identifier: GPL-3.0-or-later
// Where a part of the evidence was read and when; and from which age on it may not be approved on.
//
// Thread  any: pure
// Disk    names of kinds are stored
// Source  DESIGN 4: metrics over 5 min, risk over 30 min, checks of another commit
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::gate {

struct Source {
    enum class Kind : std::uint8_t { Metrics, Risk, Checks };

    std::string name; // "Prometheus staging"
    Kind kind = Kind::Metrics;
    UtcTime readAt;
    std::string commit; // that checks looked at; empty: does not matter
    bool answers = true; // false: it cannot be read again now
    bool operator==(const Source&) const = default;
};

/// How old a kind of evidence may be; checks do not age, their commit does.
std::optional<Milliseconds> ageLimit(Source::Kind kind);

/// Too old at `now`, or checks of another commit than `commit`.
bool isStale(const Source& source, const std::string& commit, UtcTime now);

/// "Prometheus staging is 14 min old, limit 5 min."
std::string stalenessText(const Source& stale, UtcTime now);

Json toJson(const std::vector<Source>& sources);
std::vector<Source> sourcesFromJson(const Json& json); // what cannot be read counts as never read

} // namespace signalbox::gate
