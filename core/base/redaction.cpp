// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include "core/base/secretrules.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>

namespace signalbox {

namespace {

constexpr int kMaxGroups = 4;
constexpr std::size_t kShortestConfigured = 4; // a shorter value would take ordinary words out
constexpr std::string_view kKeyBegin = "-----BEGIN ";
constexpr std::string_view kKeyEnd = "-----END ";
constexpr std::string_view kKeyRedacted = "[redacted: private key]";
constexpr int kLongestKeyLines = 400; // a BEGIN whose END never comes hides no more than this

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name;
    bool endsExactly = false;
};

RE2::Options byteOptions()
{
    RE2::Options options(RE2::Latin1); // logs are bytes; a pattern must not stop at one that is not UTF-8
    options.set_log_errors(false);
    return options;
}

double entropyBits(std::string_view text)
{
    std::array<int, 256> counts{};
    for (const char c : text)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        const double share = count / static_cast<double>(text.size());
        bits -= count == 0 ? 0.0 : share * std::log2(share);
    }
    return bits;
}

bool isMasked(std::string_view value)
{
    static constexpr std::array<std::string_view, 9> kIndirect{"$",   "%",        "{",        "<",   "[",
                                                               "***", "secrets.", "process.", "env."};
    return std::ranges::any_of(kIndirect, [&](std::string_view start) { return value.starts_with(start); })
        || value.find_first_not_of("*xX.:-") == std::string_view::npos;
}

bool hasDigit(std::string_view value)
{
    return value.find_first_of("0123456789") != std::string_view::npos;
}

bool isPath(std::string_view value)
{
    const bool drive = value.size() > 2 && value[1] == ':' && value[2] == '\\';
    return value.starts_with('/') || value.starts_with("./") || value.starts_with("../") || value.starts_with('~')
        || drive || value.find("://") != std::string_view::npos;
}

bool isIrregular(std::string_view value)
{
    if (isPath(value) || value.find('(') != std::string_view::npos
        || value.find_first_not_of("0123456789.,:_-+TZ") == std::string_view::npos)
        return false;
    const auto holds = [&](auto is) { return std::ranges::any_of(value, [&](unsigned char c) { return is(c) != 0; }); };
    const bool lower = holds([](unsigned char c) { return std::islower(c); });
    const bool upper = holds([](unsigned char c) { return std::isupper(c); });
    const bool sign = value.find_first_of("!@#%^&*+=/?|~") != std::string_view::npos;
    const double bits = entropyBits(value);
    if (hasDigit(value))
        return bits >= (value.size() < 12 ? 2.3 : 2.8);
    return value.size() >= 10 && ((sign && bits >= 2.8) || (lower && upper && value.size() >= 16 && bits >= 3.7));
}

bool holdsUp(SecretCheck check, std::string_view value)
{
    switch (check) {
    case SecretCheck::None: return true;
    case SecretCheck::Unmasked: return !isMasked(value.substr(value.rfind(':') + 1)) && !isMasked(value);
    case SecretCheck::Digits: return !isMasked(value) && hasDigit(value);
    case SecretCheck::Entropy: return !isMasked(value) && isIrregular(value);
    }
    return false;
}

/// The last group that took part in the match, or the whole match.
re2::StringPiece secretOf(const std::array<re2::StringPiece, kMaxGroups>& groups, int count)
{
    for (int i = count; i > 0; --i) {
        if (groups[static_cast<std::size_t>(i)].data() != nullptr)
            return groups[static_cast<std::size_t>(i)];
    }
    return groups[0];
}

/// The known shapes, compiled once for all redactors.
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

    void find(std::string_view text, std::vector<Span>& spans) const
    {
        if (!m_hints.Match(re2::StringPiece(text.data(), text.size()), nullptr))
            return;
        for (std::size_t i = 0; i < m_patterns.size(); ++i)
            findRule(kSecretRules[i], *m_patterns[i], text, spans);
    }

private:
    static void findRule(const SecretRule& rule, const RE2& pattern, std::string_view text, std::vector<Span>& spans)
    {
        const re2::StringPiece whole(text.data(), text.size());
        std::array<re2::StringPiece, kMaxGroups> groups;
        const int count = pattern.NumberOfCapturingGroups();
        std::size_t from = 0;
        while (from < text.size()
               && pattern.Match(whole, from, text.size(), RE2::UNANCHORED, groups.data(), count + 1)) {
            const re2::StringPiece secret = secretOf(groups, count);
            const auto begin = static_cast<std::size_t>(secret.data() - text.data());
            if (!secret.empty() && holdsUp(rule.check, text.substr(begin, secret.size())))
                spans.push_back({begin, begin + secret.size(), rule.name, rule.endsExactly});
            const auto start = static_cast<std::size_t>(groups[0].data() - text.data());
            from = start + std::max<std::size_t>(groups[0].size(), 1);
        }
    }

    RE2::Set m_hints;
    std::vector<std::unique_ptr<const RE2>> m_patterns; // one a rule
};

const Shapes& shapes()
{
    static const Shapes kShapes;
    return kShapes;
}

void findConfigured(std::string_view text, const std::vector<std::string>& secrets, std::vector<Span>& spans)
{
    for (const std::string& secret : secrets) {
        for (auto at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + secret.size()))
            spans.push_back({at, at + secret.size(), "configured secret", false});
    }
}

/// Drops what lies inside an earlier or a longer span.
std::vector<Span> disjoint(std::vector<Span> spans)
{
    std::ranges::stable_sort(
        spans, [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<Span> kept;
    for (const Span& span : spans) {
        if (kept.empty() || span.begin >= kept.back().end)
            kept.push_back(span);
        else if (!kept.back().endsExactly)
            kept.back().end = std::max(kept.back().end, span.end);
    }
    return kept;
}

} // namespace

struct Redactor::Rules {
    std::vector<std::string> secrets; // longest first
};

Redactor::Redactor(std::vector<std::string> configuredSecrets)
{
    std::erase_if(configuredSecrets, [](const std::string& value) { return value.size() < kShortestConfigured; });
    std::ranges::sort(configuredSecrets, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    m_rules = std::make_unique<const Rules>(Rules{std::move(configuredSecrets)});
}

Redactor::~Redactor() = default;

const std::vector<std::string>& Redactor::configuredSecrets() const
{
    return m_rules->secrets;
}

std::vector<std::string> Redactor::hints()
{
    return {kSecretHints.begin(), kSecretHints.end()};
}

Redacted Redactor::redact(std::string_view text) const
{
    std::vector<Span> spans;
    findConfigured(text, m_rules->secrets, spans);
    shapes().find(text, spans);
    if (spans.empty())
        return {std::string(text), 0};

    Redacted out;
    std::size_t done = 0;
    for (const Span& span : disjoint(std::move(spans))) {
        out.text.append(text.substr(done, span.begin - done));
        out.text.append("[redacted: ").append(span.name).append("]");
        done = span.end;
        ++out.count;
    }
    out.text.append(text.substr(done));
    return out;
}

Redacted LineRedactor::redact(std::string_view line)
{
    const std::size_t end = m_insideKey ? line.find(kKeyEnd) : std::string_view::npos;
    if (end != std::string_view::npos) {
        m_insideKey = false;
        const std::size_t dashes = line.find("-----", end + kKeyEnd.size());
        const std::size_t after = dashes == std::string_view::npos ? line.size() : dashes + 5;
        Redacted rest = redact(line.substr(after));
        return {std::string(kKeyRedacted) + rest.text, rest.count};
    }
    if (m_insideKey && ++m_keyLines < kLongestKeyLines && looksLikeKeyMaterial(line))
        return {std::string(kKeyRedacted), 0};
    const std::size_t begin = line.rfind(kKeyBegin);
    const bool opens = begin != std::string_view::npos && line.find("PRIVATE KEY", begin) != std::string_view::npos
        && line.find(kKeyEnd, begin) == std::string_view::npos;
    if (opens)
        m_keyLines = 0;
    m_insideKey = opens || (m_insideKey && m_keyLines < kLongestKeyLines);
    return m_redactor.redact(line);
}

bool looksLikeKeyMaterial(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    const std::size_t blanks = static_cast<std::size_t>(std::ranges::count(line, ' '));
    const std::string_view last = line.substr(line.find_last_of(" \t") + 1); // npos + 1 is 0
    const bool header = line.find(": ") != std::string_view::npos && blanks < 4;
    const bool material = std::ranges::all_of(last, [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '+' || c == '/' || c == '=' || c == '\\' || c == '"';
    });
    return header || (material && blanks < 3);
}

} // namespace signalbox
