// SPDX-License-Identifier: GPL-3.0-or-later
// What the log of a forge's job is before it is seen by anybody: whole lines, without secrets.
//
// Thread     one at a time
// Ownership  the sink outlives it
#pragma once

#include "core/base/linecutter.h"

#include <functional>
#include <string>
#include <string_view>

namespace signalbox::net {

class LogCleaner {
public:
    LogCleaner(const std::string& token, const std::function<void(std::string_view)>& sink);

    void feed(std::string_view piece);
    void finish();

private:
    void take(std::string_view line);
    void flush();

    const Redactor m_redactor;
    LineRedactor m_lines;
    LineCutter m_cutter;
    const std::function<void(std::string_view)>& m_sink;
    std::string m_clean;
    bool m_isFirst = true; // line
};

} // namespace signalbox::net
