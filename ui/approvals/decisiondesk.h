// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the decisions of one prompt to the engine, and brings back what became of them: here, and where they go back to
// a CI system, there. Asks that system anew how all stands, where a person wants newer evidence.
//
// Thread     GUI
// Ownership  engine and prompt outlive it
#pragma once

#include "core/host/agenthost.h"

#include <map>

namespace signalbox::ui {

class ApprovalPrompt;

class DecisionDesk final : public QObject {
    Q_OBJECT

public:
    DecisionDesk(host::AgentHost& engine, ApprovalPrompt& prompt, QObject* parent);

signals:
    void settled(); // one was answered: what is shown may be old

private:
    void finish(host::RequestId request, const Result<void>& result);
    void look();
    void refresh(const std::string& line);
    void tell(const host::RunSummary& run);

    host::AgentHost& m_engine;
    ApprovalPrompt& m_prompt;
    std::vector<gate::Approval> m_all; // as they were loaded last
    gate::Approval m_shown; // that goes there; none: 0
    std::map<host::RequestId, ApprovalId> m_sent; // not answered yet
    std::optional<std::pair<host::RequestId, ApprovalId>> m_refreshing;
};

} // namespace signalbox::ui
