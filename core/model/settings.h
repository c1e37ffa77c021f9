// SPDX-License-Identifier: GPL-3.0-or-later
// Which model is asked, where, and what it may cost.
//
// Thread  any: values
// Disk    the JSON form stands in the workspace's file
// Errors  InvalidInput: which field is wrong, and what it may be
#pragma once

#include "core/model/language.h"

namespace signalbox::model {

/// Where a model is asked, unless told.
inline constexpr const char* kOpenAi = "https://api.openai.com/v1";

struct Settings {
    std::string name; // of the model; empty: none is asked
    std::string server{}; // "http://127.0.0.1:11434/v1"; empty: OPENAI_BASE_URL, else kOpenAi
    std::string key{}; // the variable that holds the key; empty: OPENAI_API_KEY
    double inUsd = 0; // per million tokens that it reads
    double outUsd = 0; // per million tokens that it writes
    double monthUsd = 500; // what it may cost in a calendar month, by UTC; 0: nothing that costs

    bool operator==(const Settings&) const = default;
};

double costUsd(const Settings& settings, const Tokens& tokens);
/// The most that an answer to this prompt can cost.
double mostUsd(const Settings& settings, const Prompt& prompt);

/// The share of the month's money at which a warning is due.
inline constexpr double kWarnAt = 0.8;

Json toJson(const Settings& settings);
Result<Settings> settingsFromJson(const Json& json);

} // namespace signalbox::model
