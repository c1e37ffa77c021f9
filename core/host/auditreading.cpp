// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditreading.h"

#include "core/gate/requirements.h"
#include "core/store/approvalrepository.h"
#include "core/store/auditlog.h"

#include <charconv>
#include <map>

namespace signalbox::host {

namespace {

constexpr int kPage = 1000;
constexpr std::string_view kApproval = "approval ";

/// The approval and the decision that a record tells of; nothing: of none that has a reason.
std::optional<std::pair<ApprovalId, gate::RecordedDecision>> decisionIn(const record::AuditEntry& entry)
{
    if ((entry.action != "approval_decided" && entry.action != "approval_taken_back") || entry.reason.empty()
        || !entry.subject.starts_with(kApproval))
        return std::nullopt;
    ApprovalId approval;
    const char* const end = entry.subject.data() + entry.subject.size();
    if (std::from_chars(entry.subject.data() + kApproval.size(), end, approval.value).ptr != end)
        return std::nullopt;
    const auto data = parseJson(entry.data);
    const auto verdict = gate::verdictFromName(data ? fieldOr<std::string>(*data, "verdict", {}) : std::string());
    gate::RecordedDecision made;
    made.decision.verdict = verdict.value_or(gate::Verdict::Approve); // what cannot be read is not shown either
    made.decision.by = entry.actor;
    return std::pair(approval, std::move(made));
}

} // namespace

Result<AuditPart> AuditReading::part(std::int64_t before, int limit)
{
    store::AuditRepository log(m_database);
    const auto head = log.head();
    if (!head)
        return head.error();
    auto records = log.listBefore(before > 0 ? before : head->count + 1, limit);
    if (!records)
        return records.error();
    if (auto hidden = hideReasons(*records); !hidden)
        return hidden.error();
    return AuditPart{*std::move(records), head->count};
}

Result<void> AuditReading::each(std::int64_t after, std::int64_t last,
                                const std::function<Result<void>(const record::AuditRecord&)>& tell)
{
    store::AuditRepository log(m_database);
    for (;;) {
        auto page = log.list(after, kPage);
        if (!page)
            return page.error();
        if (auto hidden = hideReasons(*page); !hidden)
            return hidden;
        for (const record::AuditRecord& record : *page) {
            if (last > 0 && record.number > last)
                return {};
            if (auto told = tell(record); !told)
                return told;
        }
        if (page->size() < kPage)
            return {};
        after = page->back().number;
    }
}

Result<void> AuditReading::hideReasons(std::vector<record::AuditRecord>& records)
{
    store::ApprovalRepository approvals(m_database);
    std::map<ApprovalId, std::optional<gate::Approval>> open; // nothing: it is closed
    for (record::AuditRecord& record : records) {
        const auto decision = decisionIn(record.entry);
        if (!decision)
            continue;
        const auto& [id, made] = *decision;
        const auto [known, isNew] = open.try_emplace(id);
        if (isNew) {
            auto found = approvals.findOpen(id);
            if (!found)
                return found.error();
            known->second = *std::move(found);
        }
        if (known->second && gate::reasonHidden(*known->second, made, m_person)) {
            record.entry.reason.clear();
            record.reasonHidden = true;
        }
    }
    return {};
}

} // namespace signalbox::host
