// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretshapes.h"

#include "core/base/secretchecks.h"
#include "core/base/secretrules.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace signalbox {

namespace {

constexpr int kMaxGroups = 4;
constexpr int kMostRefused = 200; // of a rule in one text, before its matches are passed over whole

using Groups = std::array<re2::StringPiece, kMaxGroups>;

RE2::Options byteOptions()
{
    RE2::Options options(RE2::Latin1); // logs are bytes; a pattern must not stop at one that is not UTF-8
    options.set_log_errors(false);
    return options;
}

/// The last group that took part in the match, or the whole match.
re2::StringPiece secretOf(const Groups& groups, int count)
{
    for (int i = count; i > 0; --i) {
        if (groups[static_cast<std::size_t>(i)].data() != nullptr)
            return groups[static_cast<std::size_t>(i)];
    }
    return groups[0];
}

class Shapes {
public:
    Shapes() : m_hints(byteOptions(), RE2::UNANCHORED)
    {
        for (const std::string_view hint : kSecretHints)
            m_hints.Add(re2::StringPiece(hint.data(), hint.size()), nullptr);
        const bool ready = m_hints.Compile();
        assert(ready);
        static_cast<void>(ready);
        for (const SecretRule& rule : kSecretRules) {
            const re2::StringPiece text(rule.pattern.data(), rule.pattern.size());
            m_patterns.push_back(std::make_unique<const RE2>(text, byteOptions()));
            assert(m_patterns.back()->ok() && m_patterns.back()->NumberOfCapturingGroups() < kMaxGroups);
        }
    }

    void find(std::string_view text, std::vector<SecretSpan>& spans) const
    {
        if (!m_hints.Match(re2::StringPiece(text.data(), text.size()), nullptr))
            return;
        for (std::size_t i = 0; i < m_patterns.size(); ++i)
            findRule(kSecretRules[i], *m_patterns[i], text, spans);
    }

private:
    static void findRule(const SecretRule& rule, const RE2& pattern, std::string_view text,
                         std::vector<SecretSpan>& spans)
    {
        const re2::StringPiece whole(text.data(), text.size());
        Groups groups;
        const int count = pattern.NumberOfCapturingGroups();
        std::size_t from = 0;
        int refused = 0;
        while (from < text.size()
               && pattern.Match(whole, from, text.size(), RE2::UNANCHORED, groups.data(), count + 1)) {
            const re2::StringPiece secret = secretOf(groups, count);
            const auto begin = static_cast<std::size_t>(secret.data() - text.data());
            const auto start = static_cast<std::size_t>(groups[0].data() - text.data());
            const std::size_t end = start + std::max<std::size_t>(groups[0].size(), 1);
            const bool held = !secret.empty() && holdsUp(rule.check, text.substr(begin, secret.size()));
            if (held)
                spans.push_back({begin, begin + secret.size(), start, rule.name, rule.endsExactly,
                                 rule.check == SecretCheck::None});
            // Another may begin inside of what was refused.
            from = held || ++refused > kMostRefused ? end : std::max(begin, start + 1);
        }
    }

    RE2::Set m_hints;
    std::vector<std::unique_ptr<const RE2>> m_patterns; // one a rule
};

} // namespace

void findShapes(std::string_view text, std::vector<SecretSpan>& spans)
{
    static const Shapes kShapes;
    kShapes.find(text, spans);
}

bool isShapeName(std::string_view name)
{
    return std::ranges::find(kSecretRules, name, &SecretRule::name) != kSecretRules.end();
}

} // namespace signalbox
