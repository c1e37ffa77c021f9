// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cursor.h"

#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

namespace signalbox::store {

Cursor::Cursor(Cursor&& other) noexcept
    : m_query(std::exchange(other.m_query, nullptr)), m_inUse(other.m_inUse), m_path(other.m_path)
{
}

Cursor::~Cursor()
{
    if (!m_query)
        return;
    m_query->finish();
    *m_inUse = false;
}

Result<bool> Cursor::next()
{
    if (m_query->next())
        return true;
    const QSqlError error = m_query->lastError();
    if (error.isValid())
        return storeError(error, *m_path);
    return false;
}

bool Cursor::isNull(int column) const
{
    return m_query->isNull(column);
}
std::int64_t Cursor::integer(int column) const
{
    return m_query->value(column).toLongLong();
}
double Cursor::real(int column) const
{
    return m_query->value(column).toDouble();
}
std::string Cursor::text(int column) const
{
    const QString text = m_query->value(column).toString();
    std::string ascii(static_cast<std::size_t>(text.size()), '\0');
    char16_t all = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        all |= unit;
        ascii[static_cast<std::size_t>(i)] = static_cast<char>(unit);
    }
    return all < 0x80 ? ascii : text.toStdString(); // most text here is ASCII, and a list reads thousands
}

std::optional<UtcTime> Cursor::maybeTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

Result<Json> Cursor::json(int column) const
{
    const QByteArray utf8 = m_query->value(column).toByteArray();
    auto parsed = parseJson({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    if (!parsed)
        return damaged(*m_path, "a stored value is not JSON");
    return parsed;
}

} // namespace signalbox::store
