// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/attemptplace.h"

#include "core/base/digest.h"

#include <algorithm>
#include <charconv>

namespace signalbox::local {

bool isPlainFileName(std::string_view name)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
            || c == '-';
    };
    return !name.empty() && name.size() <= 64 && name.front() != '.' && name.front() != '-'
        && std::ranges::all_of(name, allowed);
}

std::string jobFileName(std::string_view job)
{
    if (isPlainFileName(job))
        return std::string(job);
    constexpr std::size_t kLongest = 200; // with what is put behind it
    constexpr std::size_t kDigits = 16;
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string name;
    for (const char c : job) {
        const auto byte = static_cast<unsigned char>(c);
        if (isPlainFileName("_" + std::string(1, c)) && !(name.empty() && (c == '.' || c == '-')))
            name += c;
        else
            name += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    if (name.size() > kLongest) {
        name.resize(kLongest);
        name += "%" + digestHex(job).substr(0, kDigits);
    }
    return name;
}

std::optional<AttemptPlace> AttemptPlace::fromFolder(const std::filesystem::path& folder)
{
    const std::string name = folder.filename().string();
    constexpr std::string_view kPrefix = "attempt-";
    const auto runs = folder.parent_path().parent_path();
    AttemptPlace place{runs.parent_path(), folder.parent_path().filename().string(), 0};
    if (!name.starts_with(kPrefix) || runs.filename() != "runs")
        return std::nullopt;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + kPrefix.size(), end, place.attempt);
    if (read.ec != std::errc() || read.ptr != end || place.attempt < 1)
        return std::nullopt;
    return place;
}

} // namespace signalbox::local
