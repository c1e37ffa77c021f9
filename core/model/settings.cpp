// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace signalbox::model {

namespace {

constexpr double kMillion = 1e6;
constexpr std::int64_t kBytesPerToken = 2; // seldom fewer, in any tongue: the most that it can be

bool isMoney(double usd)
{
    return std::isfinite(usd) && usd >= 0 && usd <= kMillion;
}

} // namespace

double costUsd(const Settings& settings, const Tokens& tokens)
{
    return (settings.inUsd * static_cast<double>(tokens.in) + settings.outUsd * static_cast<double>(tokens.out))
        / kMillion;
}

double mostUsd(const Settings& settings, const Prompt& prompt)
{
    const auto bytes
        = static_cast<std::int64_t>(prompt.system.size() + prompt.user.size() + dumpJson(prompt.schema).size());
    return costUsd(settings, {bytes / kBytesPerToken, prompt.mostTokens});
}

Json toJson(const Settings& settings)
{
    return {{"name", settings.name},    {"server", settings.server},  {"key", settings.key},
            {"in_usd", settings.inUsd}, {"out_usd", settings.outUsd}, {"month_usd", settings.monthUsd}};
}

Result<Settings> settingsFromJson(const Json& json)
{
    Settings settings{.name = fieldOr<std::string>(json, "name", {}),
                      .server = fieldOr<std::string>(json, "server", {}),
                      .key = fieldOr<std::string>(json, "key", {}),
                      .inUsd = fieldOr<double>(json, "in_usd", 0),
                      .outUsd = fieldOr<double>(json, "out_usd", 0),
                      .monthUsd = fieldOr<double>(json, "month_usd", Settings().monthUsd)};
    constexpr std::size_t kMostName = 200;
    const auto isControl = [](unsigned char c) { return c <= ' ' || c == 0x7F; };
    if (settings.name.size() > kMostName || std::ranges::any_of(settings.name, isControl))
        return Error{ErrorCode::InvalidInput, "the name of a model has no blanks, and at most 200 characters"};
    const auto isOfVariable = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
    if (!std::ranges::all_of(settings.key, isOfVariable))
        return Error{ErrorCode::InvalidInput,
                     "the key of a model stands in a variable: name it, such as OPENAI_API_KEY"};
    if (!isMoney(settings.inUsd) || !isMoney(settings.outUsd) || !isMoney(settings.monthUsd))
        return Error{ErrorCode::InvalidInput,
                     "a price or a budget of the model is no amount of dollars from 0 to 1,000,000"};
    return settings;
}

} // namespace signalbox::model
