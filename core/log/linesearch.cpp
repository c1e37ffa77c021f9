// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/linesearch.h"

#include <re2/re2.h>

#include <algorithm>

namespace signalbox::log {

namespace {
constexpr std::int64_t kMostMemory = 32 * 1024 * 1024; // of one expression: a hostile one is refused, not obeyed
}

Result<std::shared_ptr<const LineSearch>> LineSearch::compile(const SearchWords& words)
{
    RE2::Options options; // UTF-8, as the screen shows it
    options.set_log_errors(false);
    options.set_never_nl(true);
    options.set_case_sensitive(words.caseMatters);
    options.set_max_mem(kMostMemory);
    const std::string text = words.isRegex ? words.text : RE2::QuoteMeta(words.text);
    auto regex = std::make_unique<const RE2>("(?m)" + (words.wholeWord ? "\\b(?:" + text + ")\\b" : text), options);
    if (!regex->ok())
        return Error{ErrorCode::InvalidInput, regex->error()};
    return std::shared_ptr<const LineSearch>(new LineSearch(std::move(regex)));
}

LineSearch::LineSearch(std::unique_ptr<const re2::RE2> regex) : m_regex(std::move(regex)) { }

LineSearch::~LineSearch() = default;

LineSearch::Match LineSearch::find(std::string_view text, std::size_t from) const
{
    re2::StringPiece found;
    if (from > text.size()
        || !m_regex->Match(re2::StringPiece(text.data(), text.size()), from, text.size(), RE2::UNANCHORED, &found, 1))
        return {std::string_view::npos, std::string_view::npos};
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    return {begin, begin + found.size()};
}

std::size_t LineSearch::countLines(std::string_view text) const
{
    std::size_t count = 0;
    for (std::size_t from = 0; from < text.size();) {
        const Match match = find(text, from);
        if (match.begin >= text.size()) // npos, or an empty match behind the last line end
            break;
        ++count;
        const std::size_t end = text.find('\n', match.begin);
        from = end == std::string_view::npos ? text.size() : end + 1;
    }
    return count;
}

} // namespace signalbox::log
