// SPDX-License-Identifier: GPL-3.0-or-later
// A regular expression over bytes, compiled when it is first asked: most of a catalogue never is.
//
// Thread  any; the first one that asks compiles
// Source  RE2's syntax, linear in the length of the text
#pragma once

#include "core/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::log {

class Regex {
public:
    explicit Regex(std::string text = {});
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    /// InvalidInput where the text is no regular expression; such a one matches nothing.
    Result<void> check() const;
    const std::string& text() const;
    bool matches(std::string_view line) const;

    /// Nothing without a match; else the first group, empty where there is none.
    std::optional<std::string_view> firstGroup(std::string_view line) const;

private:
    struct Held;
    std::unique_ptr<Held> m_held;
};

} // namespace signalbox::log
