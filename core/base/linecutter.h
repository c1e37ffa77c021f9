// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream of text into lines, for what redacts and stores line after line. A line that is too long becomes
// several, cut at a blank where one is near, and never inside a secret.
//
// Thread     one
// Ownership  the redactor outlives it
// Memory     a line of at most 272 KiB
#pragma once

#include "core/base/redaction.h"

#include <functional>
#include <string>
#include <string_view>

namespace signalbox {

class LineCutter {
public:
    using Each = std::function<void(std::string_view line)>; // without its end

    explicit LineCutter(const Redactor& redactor) : m_redactor(&redactor) { }

    /// A piece of the text; may end inside a line.
    void feed(std::string_view piece, const Each& each);
    /// The text is over: what stands in the last line is one.
    void finish(const Each& each);
    /// While `each` is called: whether its line is of what was fed, not of its end.
    bool isInside() const { return !m_partial.empty(); }

private:
    const Redactor* m_redactor;
    std::string m_partial; // a line without its end
};

} // namespace signalbox
