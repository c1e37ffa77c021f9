// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpcall.h"

#include "core/net/http.h"

#include <algorithm>

namespace signalbox::net {

std::string_view fieldOf(const HttpFields& fields, std::string_view name)
{
    const auto found = std::ranges::find_if(fields, [&](const auto& field) { return isSameField(field.first, name); });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace signalbox::net
