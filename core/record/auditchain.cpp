// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/auditchain.h"

#include "core/base/digest.h"

#include <algorithm>

namespace signalbox::record {

namespace {

constexpr std::size_t kNumber = 0;
constexpr std::size_t kPrevious = 9;

} // namespace

AuditFields auditFields(const AuditRecord& record)
{
    const AuditEntry& entry = record.entry;
    return {std::to_string(record.number),
            std::to_string(toUnixMs(entry.at)),
            entry.actor,
            entry.action,
            entry.subject,
            entry.line,
            entry.reason,
            entry.evidenceHash,
            entry.data,
            record.previous};
}

std::string auditHash(const AuditFields& fields)
{
    std::string text = "signalbox-audit-1";
    for (const std::string& field : fields) { // lengths keep a byte from moving into the field beside it
        text += std::to_string(field.size());
        text += ':';
        text += field;
        text += ',';
    }
    return digestHex(text);
}

void ChainCheck::fail(std::int64_t number, std::string_view why, const Hashes& hashes)
{
    if (!m_verdict.ok)
        return; // the first one is the one to tell
    m_verdict.ok = false;
    m_verdict.firstBad = number;
    m_verdict.why = why;
    m_verdict.stored = hashes.stored;
    m_verdict.computed = hashes.computed;
}

void ChainCheck::add(const AuditFields& fields, std::string_view hash)
{
    const std::int64_t expected = ++m_verdict.records;
    const std::string made = auditHash(fields);
    if (fields[kNumber] != std::to_string(expected))
        fail(expected, "missing");
    else if (made != hash)
        fail(expected, "changed", {hash, made});
    else if (fields[kPrevious] != m_last)
        fail(expected, "order", {fields[kPrevious], m_last});
    if (m_head && m_head->count > 0 && expected == 1 && hash != m_head->first)
        fail(1, "rewritten", {m_head->first, hash});
    if (m_head && expected == m_head->count) {
        if (hash == m_head->hash)
            m_verdict.proven = expected;
        else
            fail(expected, "rewritten", {m_head->hash, hash});
    }
    m_last = hash;
}

AuditVerdict ChainCheck::finish() const
{
    AuditVerdict verdict = m_verdict;
    if (m_head && verdict.records < m_head->count && verdict.ok) {
        verdict.ok = false;
        verdict.firstBad = verdict.records + 1;
        verdict.why = "cut";
    }
    if (verdict.firstBad)
        verdict.notProven = verdict.records - *verdict.firstBad + (verdict.why == "changed" ? 0 : 1);
    if (verdict.firstBad)
        verdict.proven = std::min(verdict.proven, *verdict.firstBad - 1);
    verdict.headSince = m_head ? m_head->since : 0;
    verdict.endProven = verdict.ok && m_head.has_value() && verdict.headSince == 0;
    if (verdict.ok && !verdict.endProven)
        verdict.why = m_head ? "head_late" : "no_head";
    return verdict;
}

} // namespace signalbox::record
