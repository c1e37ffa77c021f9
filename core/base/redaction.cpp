// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include "core/base/baretext.h"
#include "core/base/secretforms.h"
#include "core/base/secretrules.h"
#include "core/base/secretshapes.h"

#include <algorithm>
#include <cctype>

namespace signalbox {

namespace {

constexpr std::size_t kShortestConfigured = 4; // a shorter value would take ordinary words out
constexpr std::string_view kConfigured = "configured secret";
constexpr int kMostRounds = 4;
constexpr std::string_view kMark = "[redacted: ";
constexpr std::string_view kKeyBegin = "-----BEGIN ";
constexpr std::string_view kKeyEnd = "-----END ";
constexpr std::string_view kKeyRedacted = "[redacted: private key]";
constexpr int kLongestKeyLines = 400; // a BEGIN whose END never comes hides no more than this

using Spans = std::vector<SecretSpan>;

void findConfigured(std::string_view text, const std::vector<std::string>& secrets, Spans& spans)
{
    for (const std::string& secret : secrets) {
        for (auto at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + secret.size()))
            spans.push_back({at, at + secret.size(), at, kConfigured, false, true});
    }
}

/// Takes out what lies over a mark that redact() has left earlier.
void dropMarked(std::string_view text, Spans& spans)
{
    for (auto at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
        const std::size_t begin = at + kMark.size();
        const std::size_t end = text.find(']', begin);
        const std::string_view name = text.substr(begin, end == std::string_view::npos ? 0 : end - begin);
        if (name == kConfigured || isShapeName(name))
            std::erase_if(spans, [&](const SecretSpan& span) { return span.begin <= end && span.end > at; });
    }
}

/// Drops what lies inside an earlier or a longer span.
Spans disjoint(Spans spans)
{
    std::ranges::stable_sort(spans, [](const SecretSpan& a, const SecretSpan& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    Spans kept;
    for (const SecretSpan& span : spans) {
        if (kept.empty() || span.begin >= kept.back().end) {
            kept.push_back(span);
            continue;
        }
        kept.back().from = std::min(kept.back().from, span.from);
        if (!kept.back().endsExactly || span.isCertain)
            kept.back().end = std::max(kept.back().end, span.end);
    }
    return kept;
}

std::string without(const Spans& spans, std::string_view text)
{
    std::string out;
    std::size_t done = 0;
    for (const SecretSpan& span : spans) {
        out.append(text.substr(done, span.begin - done));
        out.append(kMark).append(span.name).append("]");
        done = span.end;
    }
    return out.append(text.substr(done));
}

bool isKeyLetter(unsigned char c)
{
    return std::isalnum(c) != 0 || c == '+' || c == '/' || c == '=' || c == '\\' || c == '"';
}

} // namespace

struct Redactor::Rules {
    std::vector<std::string> secrets; // every form of each, longest first

    Spans findIn(std::string_view text) const
    {
        Spans spans;
        findConfigured(text, secrets, spans);
        findShapes(text, spans);
        return spans;
    }

    /// What `text` holds once its hidden bytes are gone, as offsets in `text` itself.
    void findBare(std::string_view text, Backspace backspace, Spans& spans) const
    {
        const BareText bare = bareText(text, backspace);
        if (bare.text.size() == text.size())
            return;
        for (SecretSpan span : findIn(bare.text)) {
            span.end = bare.at[span.end - 1] + 1;
            span.begin = bare.at[span.begin];
            span.from = bare.at[span.from];
            spans.push_back(span);
        }
    }

    Spans find(std::string_view text) const
    {
        Spans spans = findIn(text);
        if (mayHideBytes(text)) {
            findBare(text, Backspace::Keeps, spans);
            if (text.find('\b') != std::string_view::npos)
                findBare(text, Backspace::Erases, spans);
        }
        if (!spans.empty())
            dropMarked(text, spans);
        return disjoint(std::move(spans));
    }
};

Redactor::Redactor(std::vector<std::string> configuredSecrets)
{
    Rules rules;
    for (const std::string& secret : configuredSecrets) {
        if (secret.size() >= kShortestConfigured)
            std::ranges::move(secretForms(secret, kShortestConfigured), std::back_inserter(rules.secrets));
    }
    std::ranges::stable_sort(rules.secrets, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    m_rules = std::make_unique<const Rules>(std::move(rules));
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
    Redacted out{std::string(text), 0};
    Spans spans = m_rules->find(text);
    for (int round = 0; round < kMostRounds && !spans.empty(); ++round) {
        out.text = without(spans, out.text);
        out.count += std::ssize(spans);
        spans = m_rules->find(out.text); // what stood in the shadow of another
    }
    return out;
}

std::size_t Redactor::cutBefore(std::string_view text, std::size_t limit) const
{
    for (const SecretSpan& span : m_rules->find(text)) {
        if (span.from < limit && limit < span.end)
            return span.from > 0 ? span.from : limit;
    }
    return limit;
}

Redacted LineRedactor::redact(std::string_view line)
{
    if (!mayHideBytes(line))
        return redactSeen(line, line);
    return redactSeen(line, bareText(line, Backspace::Keeps).text);
}

Redacted LineRedactor::redactSeen(std::string_view line, std::string_view seen)
{
    const std::size_t end = m_insideKey ? seen.find(kKeyEnd) : std::string_view::npos;
    if (end != std::string_view::npos) {
        m_insideKey = false;
        const std::size_t dashes = seen.find("-----", end + kKeyEnd.size());
        const std::size_t after = dashes == std::string_view::npos ? seen.size() : dashes + 5;
        const std::string rest(seen.substr(after));
        Redacted out = redactSeen(rest, rest);
        out.text.insert(0, kKeyRedacted);
        return out;
    }
    if (m_insideKey && ++m_keyLines < kLongestKeyLines && looksLikeKeyMaterial(seen))
        return {std::string(kKeyRedacted), 0};
    const std::size_t begin = seen.rfind(kKeyBegin);
    const bool opens = begin != std::string_view::npos && seen.find("PRIVATE KEY", begin) != std::string_view::npos
        && seen.find(kKeyEnd, begin) == std::string_view::npos;
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
    return header || (std::ranges::all_of(last, isKeyLetter) && blanks < 3);
}

std::string withoutSecrets(std::string_view text)
{
    static const Redactor redactor; // immutable, made once
    LineRedactor lines(redactor);
    std::string clean;
    for (;;) {
        const std::size_t end = text.find('\n');
        clean += lines.redact(text.substr(0, end)).text;
        if (end == std::string_view::npos)
            return clean;
        clean += '\n';
        text.remove_prefix(end + 1);
    }
}

} // namespace signalbox
