// SPDX-License-Identifier: GPL-3.0-or-later
// Expected rows, written as plain text.
#pragma once

#include <QStringList>

#include <initializer_list>

namespace signalbox::test {

inline QStringList lines(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

} // namespace signalbox::test
