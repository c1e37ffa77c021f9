// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/regex.h"

#include <re2/re2.h>

#include <array>
#include <mutex>

namespace signalbox::log {

struct Regex::Held {
    explicit Held(std::string source) : text(std::move(source)) { }

    const RE2& compiled()
    {
        std::call_once(once, [this] {
            RE2::Options options(RE2::Latin1); // as bytes, like the scanner
            options.set_log_errors(false);
            regex = std::make_unique<const RE2>(text, options);
        });
        return *regex;
    }

    std::string text;
    std::once_flag once;
    std::unique_ptr<const RE2> regex;
};

Regex::Regex(std::string text) : m_held(std::make_unique<Held>(std::move(text))) { }

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<void> Regex::check() const
{
    const RE2& regex = m_held->compiled();
    if (regex.ok())
        return {};
    return Error{ErrorCode::InvalidInput, regex.error() + " in " + m_held->text};
}

const std::string& Regex::text() const
{
    return m_held->text;
}

bool Regex::matches(std::string_view line) const
{
    return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), m_held->compiled());
}

std::optional<std::string_view> Regex::firstGroup(std::string_view line) const
{
    const RE2& regex = m_held->compiled();
    const re2::StringPiece text(line.data(), line.size());
    std::array<re2::StringPiece, 2> groups;
    const int count = regex.NumberOfCapturingGroups() > 0 ? 2 : 1;
    if (!regex.Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(), count))
        return std::nullopt;
    return std::string_view(groups[1].data(), groups[1].size());
}

} // namespace signalbox::log
