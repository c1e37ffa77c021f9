// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lookrepository.h"

#include <algorithm>

namespace signalbox::store {

namespace {

constexpr std::string_view kLast = "SELECT newest, open FROM look WHERE line = ?1";
constexpr std::string_view kKeep = "INSERT INTO look (line, newest, open) VALUES (?1, ?2, ?3)"
                                   " ON CONFLICT (line) DO UPDATE SET newest = ?2, open = ?3";

std::set<std::string> openIn(const std::string& text)
{
    std::set<std::string> open;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        open.emplace(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return open;
}

std::string toText(const std::set<std::string>& open)
{
    std::string text;
    for (const std::string& number : open)
        text += (text.empty() ? "" : " ") + number;
    return text;
}

} // namespace

Result<std::optional<Look>> LookRepository::last(const std::string& line)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<Look>((*connection)->query(kLast, line), [](const Cursor& row) -> Result<Look> {
        return Look{row.text(0), openIn(row.text(1))};
    });
}

Result<void> LookRepository::keep(const std::string& line, const Look& look)
{
    return m_database.writer().write([&](Connection& connection, Changes&) -> Result<void> {
        const auto kept = connection.execute(kKeep, line, look.newest, toText(look.open));
        return kept ? Result<void>() : Result<void>(kept.error());
    });
}

} // namespace signalbox::store
