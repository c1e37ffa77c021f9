// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/reading.h"

#include "core/base/terminal.h"
#include "core/log/linetext.h"
#include "core/log/verdict.h"

#include <algorithm>
#include <iterator>

namespace signalbox::log {

namespace {

constexpr std::size_t kLongestText = 5000; // bytes of a line that are kept; fewer are shown, once secrets are out
constexpr std::size_t kTailLines = 40;

bool hasText(std::string_view line)
{
    return line.find_first_not_of(" \t\r") != std::string_view::npos;
}

std::string kept(std::string_view text)
{
    text = text.substr(0, kLongestText);
    return std::string(text.substr(0, text.find_last_not_of(" \t\r") + 1)); // npos + 1 is 0
}

void addOnce(std::vector<std::size_t>& list, std::size_t value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

bool isBeginning(MarkerKind kind)
{
    return kind == MarkerKind::StepStart || kind == MarkerKind::Command || kind == MarkerKind::EchoEnd;
}

} // namespace

void Classifier::Reading::LineHits::clear()
{
    patterns.clear();
    markers.clear();
    secret = false;
}

Classifier::Reading::Reading(std::shared_ptr<const Catalogue> catalogue, Format format,
                             std::shared_ptr<const Redactor> redactor)
    : m_catalogue(std::move(catalogue)),
      m_redactor(std::move(redactor)),
      m_compiled(*m_catalogue->m_compiled),
      m_format(format),
      m_blocks([this](std::string_view block) { readBlock(block); }),
      m_scanner(m_compiled.expressions),
      m_lines(*m_redactor),
      m_steps(m_evidence)
{
}

void Classifier::Reading::feed(std::string_view chunk)
{
    const bool first = m_bytes == 0;
    m_bytes += std::ssize(chunk);
    m_blocks.feed(chunk);
    if (first)
        rehearse(m_compiled.set, *m_redactor);
}

Classification Classifier::Reading::finish()
{
    m_blocks.finish();
    m_steps.end();
    Classification result = judge(m_evidence, m_compiled.set, *m_redactor);
    result.redactions = m_redactions;
    result.lines = m_line - 1 + (m_endsInsideLine ? 1 : 0);
    result.bytes = m_bytes;
    return result;
}

void Classifier::Reading::readBlock(std::string_view raw)
{
    m_block = raw;
    if (raw.find('\x1b') != std::string_view::npos) {
        m_clean.clear();
        appendWithoutTerminalSequences(raw, m_clean);
        m_block = m_clean;
    }
    m_lineStart = 0;
    m_lineEnd = std::min(m_block.find('\n'), m_block.size());
    takePending();
    m_hits.clear();
    for (const Hit& hit : hitsIn(m_block)) {
        if (hit.end > m_lineEnd + 1) {
            readLine(m_block.substr(m_lineStart, m_lineEnd - m_lineStart));
            m_hits.clear();
            advanceTo(hit.end - 1);
        }
        collect(hit.expression);
    }
    readLine(m_block.substr(m_lineStart, m_lineEnd - m_lineStart));
    advanceTo(m_block.size());
    m_evidence.tail = linesUpTo(m_block.size(), m_line);
    m_endsInsideLine = !m_block.empty() && m_block.back() != '\n';
}

/// The scanner's hits and the places of configured secrets, by their end.
std::vector<Hit> Classifier::Reading::hitsIn(std::string_view block)
{
    std::vector<Hit> hits = m_scanner.scan(block);
    const auto secret = static_cast<std::uint32_t>(m_compiled.claims.size());
    const std::size_t found = hits.size();
    for (const std::string& value : m_redactor->configuredSecrets()) {
        for (auto at = block.find(value); at != std::string_view::npos; at = block.find(value, at + value.size()))
            hits.push_back({at + value.size(), secret});
    }
    if (hits.size() > found)
        std::ranges::stable_sort(hits, {}, &Hit::end);
    return hits;
}

/// Makes the line that holds `offset` the current one; a line end belongs to the line before it.
void Classifier::Reading::advanceTo(std::size_t offset)
{
    while (m_lineEnd < offset && m_lineEnd < m_block.size()) {
        m_lineStart = m_lineEnd + 1;
        m_lineEnd = std::min(m_block.find('\n', m_lineStart), m_block.size());
        ++m_line;
    }
}

void Classifier::Reading::collect(std::uint32_t expression)
{
    if (expression == m_compiled.claims.size()) {
        m_hits.secret = true;
        return;
    }
    const Catalogue::Compiled::Claim& claim = m_compiled.claims[expression];
    switch (claim.owner) {
    case Catalogue::Compiled::Owner::Pattern: addOnce(m_hits.patterns, claim.index); break;
    case Catalogue::Compiled::Owner::Marker: addOnce(m_hits.markers, claim.index); break;
    case Catalogue::Compiled::Owner::Secret: m_hits.secret = true; break;
    }
}

void Classifier::Reading::readLine(std::string_view line)
{
    if (m_hits.secret) {
        m_redactions += m_lines.redact(line).count;
        m_sawKey = m_sawKey || m_lines.insideKey();
    }
    if (m_hits.patterns.empty() && m_hits.markers.empty())
        return;
    std::string whole; // a secret with a carriage return inside is one before the line is parted only
    if (line.substr(0, line.size() - 1).find('\r') != std::string_view::npos) {
        whole = m_redactor->redact(line).text;
        line = whole;
    }
    for (const std::string_view part : overwrittenParts(line)) {
        const std::string_view text = withoutPrefix(part, m_format);
        if (!m_lines.insideKey() || !looksLikeKeyMaterial(text))
            readText(text);
    }
}

void Classifier::Reading::readText(std::string_view text)
{
    readMarkers(text, true);
    readPatterns(text);
    readMarkers(text, false);
}

void Classifier::Reading::readMarkers(std::string_view text, bool beginning)
{
    for (const std::size_t index : m_hits.markers) {
        const Marker& marker = m_compiled.set.markers[index];
        if (isBeginning(marker.kind) != beginning)
            continue;
        if (const auto name = marker.regex.firstGroup(text))
            readMarker(marker.kind, *name, text.starts_with("##[group]"));
    }
}

void Classifier::Reading::readMarker(MarkerKind kind, std::string_view name, bool echoes)
{
    switch (kind) {
    case MarkerKind::StepStart: m_steps.begin(kept(name), echoes); break;
    case MarkerKind::Command: m_steps.runs(kept(name)); break;
    case MarkerKind::EchoEnd: m_steps.scriptEchoed(); break;
    case MarkerKind::ErrorLine:
    case MarkerKind::StepFailed:
        m_steps.nameIfNone(kept(name));
        m_steps.markFailed();
        if (m_steps.wantsTail())
            m_steps.setTail(linesUpTo(m_lineEnd, m_line));
        if (kind == MarkerKind::StepFailed)
            m_steps.close(StepState::Failed);
        break;
    case MarkerKind::StepPassed: m_steps.close(StepState::Passed); break;
    case MarkerKind::JobFailed:
        m_evidence.failureSaid = true;
        m_evidence.jobPassed = false;
        break;
    case MarkerKind::JobPassed: m_evidence.jobPassed = true; break;
    case MarkerKind::JobEnded: m_evidence.jobEnded = true; break;
    case MarkerKind::ToolFailed: m_steps.markToolFailed(); break;
    case MarkerKind::ToolPassed:
    case MarkerKind::GoesOn: m_evidence.lastPassed = m_line; break;
    case MarkerKind::Recovered: m_steps.forget(); break;
    }
}

void Classifier::Reading::readPatterns(std::string_view text)
{
    if (m_hits.patterns.empty() || m_compiled.set.harmless.matches(text))
        return;
    const std::string_view bare = withoutSpeaker(text);
    if (bare.size() != text.size() && m_compiled.set.harmless.matches(bare))
        return;
    const bool hesitant = m_compiled.set.hesitant.matches(text) || m_compiled.set.hesitant.matches(bare);
    for (const std::size_t index : m_hits.patterns) {
        const Pattern& pattern = m_compiled.set.patterns[index];
        const auto holds = [&](const Regex& regex) {
            return regex.matches(text) || (bare.size() != text.size() && regex.matches(bare));
        };
        if (pattern.command && !pattern.command->matches(m_steps.command()))
            continue;
        if (std::ranges::none_of(pattern.regexes, holds) || std::ranges::any_of(pattern.excludes, holds))
            continue;
        if (pattern.next)
            sightNext(pattern, hesitant);
        else
            sight(pattern, text, hesitant);
    }
}

void Classifier::Reading::sight(const Pattern& pattern, std::string_view text, bool hesitant)
{
    m_steps.sight(Sighting{&pattern, m_line, kept(text), hesitant});
}

void Classifier::Reading::sightNext(const Pattern& pattern, bool hesitant)
{
    Sighting sighting{&pattern, m_line, {}, hesitant};
    for (std::size_t start = m_lineEnd + 1; start < m_block.size();) {
        ++sighting.line;
        const std::size_t end = std::min(m_block.find('\n', start), m_block.size());
        const std::string_view text = withoutPrefix(m_block.substr(start, end - start), m_format);
        if (hasText(text)) {
            sighting.text = kept(text);
            m_steps.sight(std::move(sighting));
            return;
        }
        start = end + 1;
    }
    m_pending = std::move(sighting);
}

void Classifier::Reading::takePending()
{
    if (m_pending.pattern == nullptr)
        return;
    const Pattern& pattern = *m_pending.pattern;
    m_pending.pattern = nullptr;
    const std::string_view first = withoutPrefix(m_block.substr(0, m_lineEnd), m_format);
    if (hasText(first))
        sight(pattern, first, m_pending.hesitant);
    else
        sightNext(pattern, m_pending.hesitant);
}

/// The last lines of the block before `end`, whose last one is `line`; with those of the block before it.
std::vector<NumberedLine> Classifier::Reading::linesUpTo(std::size_t end, std::int64_t line) const
{
    std::vector<NumberedLine> lines;
    if (end > 0 && end == m_block.size() && m_block.back() == '\n') {
        --end;
        --line;
    }
    for (bool more = end > 0; more && lines.size() < kTailLines; --line) {
        const std::size_t before = end == 0 ? std::string_view::npos : m_block.rfind('\n', end - 1);
        const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view text = withoutPrefix(m_block.substr(start, end - start), m_format);
        const bool secret = m_sawKey && looksLikeKeyMaterial(text) && hasText(text);
        lines.push_back({line, secret ? std::string("[redacted: private key]") : kept(text)});
        more = before != std::string_view::npos;
        end = start == 0 ? 0 : before;
    }
    const std::size_t room = std::min(kTailLines - lines.size(), m_evidence.tail.size());
    std::copy_n(m_evidence.tail.rbegin(), room, std::back_inserter(lines));
    std::ranges::reverse(lines);
    return lines;
}

} // namespace signalbox::log
