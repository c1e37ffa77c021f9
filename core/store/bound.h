// SPDX-License-Identifier: GPL-3.0-or-later
// How a C++ value is bound to a statement: times as UTC milliseconds, nothing as NULL.
//
// Thread  any: pure
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::store {

inline QVariant bound(std::int64_t value)
{
    return QVariant(static_cast<qlonglong>(value));
}
inline QVariant bound(int value)
{
    return QVariant(value);
}
inline QVariant bound(bool value)
{
    return QVariant(value ? 1 : 0);
}
inline QVariant bound(double value)
{
    return QVariant(value);
}
inline QVariant bound(std::string_view value)
{
    if (value.empty())
        return QVariant(QStringLiteral("")); // a null QString would be bound as NULL
    return QVariant(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
}
/// UTF-8 that goes to the store as it is, for `CAST(?1 AS TEXT)`; outlives the statement's execution. NULL without text.
struct Utf8 {
    std::string_view text{};
};
inline QVariant bound(Utf8 value)
{
    if (!value.text.data())
        return {};
    return QVariant(QByteArray::fromRawData(value.text.data(), static_cast<qsizetype>(value.text.size())));
}
inline QVariant bound(const std::string& value)
{
    return bound(std::string_view(value));
}
inline QVariant bound(const char* value)
{
    return bound(std::string_view(value));
}
inline QVariant bound(UtcTime value)
{
    return bound(toUnixMs(value));
}
inline QVariant bound(Milliseconds value)
{
    return bound(static_cast<std::int64_t>(value.count()));
}
inline QVariant bound(RunId value)
{
    return bound(value.value);
}
inline QVariant bound(ApprovalId value)
{
    return bound(value.value);
}
inline QVariant bound(std::nullptr_t)
{
    return QVariant();
}

template <typename T>
QVariant bound(const std::optional<T>& value)
{
    return value ? bound(*value) : QVariant();
}

} // namespace signalbox::store
