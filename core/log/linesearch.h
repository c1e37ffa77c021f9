// SPDX-License-Identifier: GPL-3.0-or-later
// What a person searches a log for.
//
// Thread  immutable; any thread may use it
// Errors  InvalidInput for what is no regular expression; the detail says why
// Source  RE2's syntax, linear in the length of the text
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace signalbox::log {

struct SearchWords {
    std::string text;
    bool isRegex = false;
    bool caseMatters = false;
    bool wholeWord = false;
    bool operator==(const SearchWords&) const = default;
};

class LineSearch {
public:
    static Result<std::shared_ptr<const LineSearch>> compile(const SearchWords& words);
    ~LineSearch();

    struct Match {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// The first match in `text` at or after `from`; none: begin is npos.
    Match find(std::string_view text, std::size_t from = 0) const;

    /// On how many lines of `text` it matches.
    std::size_t countLines(std::string_view text) const;

private:
    explicit LineSearch(std::unique_ptr<const re2::RE2> regex);
    std::unique_ptr<const re2::RE2> m_regex;
};

} // namespace signalbox::log
