// SPDX-License-Identifier: GPL-3.0-or-later
// What the LocalAgentHost does with records: the audit log, what was learned, policies, storage.
#include "core/host/auditexport.h"
#include "core/host/localagenthost.h"

namespace signalbox::host {

RequestId LocalAgentHost::loadAudit(std::int64_t before, int limit)
{
    return ask<AuditPart>([this, before, limit] { return m_runtime->audit().part(before, limit); },
                          [this, before](const AuditPart& part) { emit auditLoaded(before, part); });
}

RequestId LocalAgentHost::verifyAudit()
{
    struct Checked {
        record::AuditVerdict verdict;
        Milliseconds took{};
    };
    return ask<Checked>(
        [this]() -> Result<Checked> {
            const UtcTime begun = m_runtime->clock().now();
            const auto verdict = m_runtime->verifyAudit();
            if (!verdict)
                return verdict.error();
            return Checked{*verdict, m_runtime->clock().now() - begun};
        },
        [this](const Checked& checked) { emit auditVerified(checked.verdict, checked.took); });
}

RequestId LocalAgentHost::exportAudit(const AuditExport& what)
{
    return command([this, what] { return host::exportAudit(m_runtime->audit(), what); }, &m_runtime->pool());
}

RequestId LocalAgentHost::loadApproval(ApprovalId approval)
{
    return ask<gate::Approval>([this, approval] { return m_runtime->queries().approval(approval); },
                               [this](const gate::Approval& found) { emit approvalLoaded(found); });
}

RequestId LocalAgentHost::lookAtLine(const std::string& line)
{
    const RequestId request{++m_lastRequest};
    m_runtime->lookNow(line, [this, request](const Result<void>& look) {
        QMetaObject::invokeMethod(
            this, [this, request, look] { emit requestFinished(request, look); }, Qt::QueuedConnection);
    });
    return request;
}

RequestId LocalAgentHost::loadKnowledge()
{
    return ask<std::vector<KnowledgeRow>>([this] { return m_runtime->patterns().patterns(); },
                                          [this](const auto& rows) { emit knowledgeLoaded(rows); });
}

RequestId LocalAgentHost::loadEvidence(const PatternKey& pattern, int limit)
{
    return ask<std::vector<EvidenceRow>>(
        [this, pattern, limit] { return m_runtime->patterns().evidence(pattern, limit); },
        [this, pattern](const auto& runs) { emit evidenceLoaded(pattern, runs); });
}

RequestId LocalAgentHost::switchPattern(const PatternKey& pattern, record::PatternSwitch to)
{
    return command([this, pattern, to] { return m_runtime->patterns().set(pattern, to); });
}

RequestId LocalAgentHost::judgeRun(RunId run, record::Judgement judgement, const std::string& note)
{
    return command([this, run, judgement, note]() -> Result<void> {
        const auto changed = m_runtime->patterns().judge(run, judgement, note);
        return changed ? Result<void>() : Result<void>(changed.error());
    });
}

RequestId LocalAgentHost::forgetSignature(const std::string& signature)
{
    return command([this, signature] { return m_runtime->patterns().forget(signature); });
}

RequestId LocalAgentHost::planImport(const std::filesystem::path& file)
{
    return ask<ImportOffer>([this, file] { return m_runtime->patterns().planImport(file); },
                            [this](const ImportOffer& offer) { emit importPlanned(offer); });
}

RequestId LocalAgentHost::importKnowledge(const std::filesystem::path& file, const std::string& digest)
{
    return command([this, file, digest]() -> Result<void> {
        const auto taken = m_runtime->patterns().importFile(file, digest);
        return taken ? Result<void>() : Result<void>(taken.error());
    });
}

RequestId LocalAgentHost::exportKnowledge(const std::filesystem::path& file)
{
    return command([this, file] { return m_runtime->patterns().exportTo(file); });
}

RequestId LocalAgentHost::loadPolicy(const std::string& line)
{
    return ask<PolicyView>([this, line] { return m_runtime->policies().view(line); },
                           [this](const PolicyView& policy) { emit policyLoaded(policy); }, &m_runtime->pool());
}

RequestId LocalAgentHost::planPolicy(const PolicyEdit& edit)
{
    return ask<PolicyOffer>([this, edit] { return m_runtime->policies().plan(edit); },
                            [this](const PolicyOffer& offer) { emit policyPlanned(offer); }, &m_runtime->pool());
}

RequestId LocalAgentHost::proposePolicy(const PolicyEdit& edit, const std::string& digest)
{
    return ask<std::string>([this, edit, digest] { return m_runtime->policies().propose(edit, digest); },
                            [this, line = edit.line](const std::string& branch) { emit policyProposed(line, branch); },
                            &m_runtime->pool());
}

RequestId LocalAgentHost::loadStorage()
{
    return ask<StorageView>([this] { return m_runtime->storage().view(); },
                            [this](const StorageView& storage) { emit storageLoaded(storage); }, &m_runtime->pool());
}

RequestId LocalAgentHost::planPruning(int days)
{
    return ask<PruningOffer>([this, days] { return m_runtime->storage().plan(days); },
                             [this](const PruningOffer& offer) { emit pruningPlanned(offer); }, &m_runtime->pool());
}

RequestId LocalAgentHost::prune(int days)
{
    return command(
        [this, days]() -> Result<void> {
            const auto removed = m_runtime->storage().prune(days);
            return removed ? Result<void>() : Result<void>(removed.error());
        },
        &m_runtime->pool());
}

RequestId LocalAgentHost::keepCheckpoints(int days)
{
    return command([this, days] { return m_runtime->storage().keep(days); });
}

} // namespace signalbox::host
