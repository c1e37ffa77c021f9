// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statemask.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace signalbox::ui {

namespace {

Json maskedTexts(const Json& value)
{
    if (value.is_string())
        return withoutSecrets(value.get_ref<const std::string&>());
    Json out = value;
    for (Json& inner : out)
        if (value.is_structured())
            inner = maskedTexts(inner);
    return out;
}

} // namespace

Json maskedState(const Json& state)
{
    const std::string whole = dumpJson(state); // a name tells a secret, too: "password"
    const std::string masked = withoutSecrets(whole);
    if (masked == whole)
        return state;
    auto parsed = parseJson(masked);
    return parsed ? *std::move(parsed) : maskedTexts(state); // the mask took a part of the JSON along
}

bool hasMask(const Json& value)
{
    if (value.is_string())
        return value.get_ref<const std::string&>().find(kMask) != std::string::npos;
    return value.is_structured() && std::any_of(value.begin(), value.end(), hasMask);
}

} // namespace signalbox::ui
