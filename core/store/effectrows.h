// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of effect: the intent before an act, its result after it.
//
// Thread  that of the connection
// Errors  Io
// Disk    schema.md, effect
#pragma once

#include "core/graph/journal.h"
#include "core/store/connection.h"

#include <optional>
#include <string>

namespace signalbox::store {

Result<std::optional<graph::EffectRecord>> readEffect(Connection& connection, RunId run, const std::string& key);

/// A record with its JSON as text, made on the caller's thread.
struct EffectText {
    std::string key;
    std::string_view safety;
    std::string node;
    std::string intent;
    bool failed = false;
    std::string result;
    int round = 1;
};
EffectText effectText(const graph::EffectRecord& effect, const std::string& node);

/// A later round takes the place of an earlier one.
Result<void> writeIntent(Connection& connection, RunId run, const EffectText& effect, UtcTime now);
Result<void> writeResult(Connection& connection, RunId run, const EffectText& effect, UtcTime now);

} // namespace signalbox::store
