// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cursor.h"

#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <sqlite3.h>

#include <utility>

namespace signalbox::store {

Cursor::Cursor(sqlite3_stmt* statement, bool& inUse, const std::string& path)
    : m_statement(statement), m_inUse(&inUse), m_path(&path)
{
}

Cursor::Cursor(Cursor&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)),
      m_at(other.m_at),
      m_inUse(other.m_inUse),
      m_path(other.m_path)
{
}

Cursor::~Cursor()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    *m_inUse = false;
}

Result<bool> Cursor::next()
{
    if (m_at == At::End)
        return false;
    const auto found = m_at == At::Before ? Result<bool>(sqlite3_data_count(m_statement) > 0) : step();
    m_at = found && *found ? At::Row : At::End;
    return found;
}

Result<bool> Cursor::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW;
    return storeError(sqlite3_db_handle(m_statement), *m_path);
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}
double Cursor::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}
std::string_view Cursor::utf8(int column) const
{
    const auto* text = sqlite3_column_text(m_statement, column); // before the length: it may convert
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return text ? std::string_view(reinterpret_cast<const char*>(text), length) : std::string_view();
}

std::optional<UtcTime> Cursor::maybeTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

Result<Json> Cursor::json(int column) const
{
    auto parsed = parseJson(utf8(column));
    if (!parsed)
        return damaged(*m_path, "a stored value is not JSON");
    return parsed;
}

} // namespace signalbox::store
