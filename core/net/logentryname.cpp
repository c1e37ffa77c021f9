// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logentryname.h"

#include <algorithm>
#include <array>

namespace signalbox::net {

namespace {

constexpr int kMostUnits = 90; // of UTF-16
constexpr std::string_view kNotInNames = "/\\:<>|*?\"";
constexpr std::string_view kBrokenCharacter = "\xEF\xBF\xBD"; // U+FFFD, of a character that was cut in two
constexpr std::string_view kBlanks = " \t\r\n";

std::string without(std::string_view name, std::string_view characters)
{
    std::string out;
    std::ranges::copy_if(name, std::back_inserter(out), [&](char c) { return characters.find(c) == characters.npos; });
    return out;
}

std::string replaced(std::string_view name)
{
    std::string out(name);
    std::ranges::replace_if(
        out, [](char c) { return kNotInNames.find(c) != kNotInNames.npos; }, '_');
    return out;
}

/// As it is cut there, without blanks around it.
std::string cut(std::string_view name)
{
    int units = 0;
    std::size_t end = 0;
    while (end < name.size()) {
        const auto lead = static_cast<unsigned char>(name[end]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        units += bytes == 4 ? 2 : 1;
        if (units > kMostUnits)
            break;
        end += bytes;
    }
    name = name.substr(0, end);
    while (name.ends_with(kBrokenCharacter))
        name.remove_suffix(kBrokenCharacter.size());
    const auto from = name.find_first_not_of(kBlanks);
    return from == name.npos ? std::string()
                             : std::string(name.substr(from, name.find_last_not_of(kBlanks) + 1 - from));
}

} // namespace

std::optional<std::string> jobNameIn(std::string_view entry)
{
    constexpr std::string_view kEnd = ".txt";
    if (!entry.ends_with(kEnd) || entry.find('/') != entry.npos)
        return std::nullopt;
    entry.remove_suffix(kEnd.size());
    const std::size_t digits = entry.starts_with('-') ? 1 : 0;
    const std::size_t end = entry.find_first_not_of("0123456789", digits);
    if (end == entry.npos || end == digits || entry[end] != '_')
        return std::nullopt;
    return std::string(entry.substr(end + 1));
}

bool mayBeOf(std::string_view named, std::string_view job)
{
    const std::string seen = cut(named);
    const std::array forms{std::string(job), without(job, "/:"), without(job, kNotInNames), replaced(job)};
    return !seen.empty() && std::ranges::any_of(forms, [&](const std::string& form) { return cut(form) == seen; });
}

std::vector<std::size_t> placesOf(std::string_view job, const std::vector<std::string>& entries)
{
    std::vector<std::size_t> exact;
    std::vector<std::size_t> possible;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (entries[at] == job)
            exact.push_back(at);
        else if (mayBeOf(entries[at], job))
            possible.push_back(at);
    }
    return exact.empty() ? possible : exact;
}

} // namespace signalbox::net
