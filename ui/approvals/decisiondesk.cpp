// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/decisiondesk.h"

#include "ui/approvals/approvalprompt.h"

namespace signalbox::ui {

DecisionDesk::DecisionDesk(host::AgentHost& engine, ApprovalPrompt& prompt, QObject* parent)
    : QObject(parent), m_engine(engine), m_prompt(prompt)
{
    connect(&prompt, &ApprovalPrompt::decided, this, [this](ApprovalId approval, const gate::Decision& decision) {
        m_sent.emplace(m_engine.decide(approval, decision), approval);
    });
    connect(&prompt, &ApprovalPrompt::takeBackAsked, this,
            [this](ApprovalId approval) { m_sent.emplace(m_engine.takeBack(approval), approval); });
    connect(&engine, &host::AgentHost::requestFinished, this, &DecisionDesk::finish);
}

void DecisionDesk::finish(host::RequestId request, const Result<void>& result)
{
    const auto sent = m_sent.extract(request);
    if (!sent)
        return;
    if (sent.mapped() == m_prompt.approval())
        m_prompt.finish(result);
    emit settled();
}

} // namespace signalbox::ui
