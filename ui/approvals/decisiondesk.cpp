// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/decisiondesk.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/models/deploymenttext.h"

#include <algorithm>

namespace signalbox::ui {

DecisionDesk::DecisionDesk(host::AgentHost& engine, ApprovalPrompt& prompt, QObject* parent)
    : QObject(parent), m_engine(engine), m_prompt(prompt)
{
    connect(&prompt, &ApprovalPrompt::decided, this, [this](ApprovalId approval, const gate::Decision& decision) {
        m_sent.emplace(m_engine.decide(approval, decision), approval);
    });
    connect(&prompt, &ApprovalPrompt::takeBackAsked, this,
            [this](ApprovalId approval) { m_sent.emplace(m_engine.takeBack(approval), approval); });
    connect(&prompt, &ApprovalPrompt::refreshAsked, this, &DecisionDesk::refresh);
    connect(&engine, &host::AgentHost::requestFinished, this, &DecisionDesk::finish);
    connect(&engine, &host::AgentHost::approvalsLoaded, this, [this](const auto& approvals) { m_all = approvals; });
    connect(&prompt, &ApprovalPrompt::shown, this, &DecisionDesk::look);
    connect(&engine, &host::AgentHost::runLoaded, this, [this](const host::RunDetail& run) { tell(run.summary); });
    connect(&engine, &host::AgentHost::runsChanged, this, [this](const std::vector<host::RunDelta>& deltas) {
        for (const host::RunDelta& delta : deltas) {
            if (delta.now)
                tell(*delta.now);
        }
    });
}

/// Whether its decision was taken there is known of its run.
void DecisionDesk::look()
{
    const auto found = std::ranges::find(m_all, m_prompt.approval(), &gate::Approval::id);
    const bool goesThere = found != m_all.end() && found->closedAt && isDeployment(found->request);
    const ApprovalId before = std::exchange(m_shown, goesThere ? *found : gate::Approval()).id;
    if (goesThere && before != m_shown.id)
        m_engine.loadRun(m_shown.run, -1);
}

void DecisionDesk::tell(const host::RunSummary& run)
{
    if (m_shown.id.value == 0 || run.id != m_shown.run)
        return;
    m_prompt.setSent(sentText(m_shown, m_all, run));
}

void DecisionDesk::refresh(const std::string& line)
{
    m_prompt.setRefreshing(true);
    m_refreshing.emplace(m_engine.lookAtLine(line), m_prompt.approval());
}

void DecisionDesk::finish(host::RequestId request, const Result<void>& result)
{
    if (m_refreshing && m_refreshing->first == request) {
        const ApprovalId asked = std::exchange(m_refreshing, std::nullopt)->second;
        if (asked == m_prompt.approval())
            m_prompt.finishRefresh(result);
        emit settled();
        return;
    }
    const auto sent = m_sent.extract(request);
    if (!sent)
        return;
    if (sent.mapped() == m_prompt.approval())
        m_prompt.finish(result);
    emit settled();
}

} // namespace signalbox::ui
