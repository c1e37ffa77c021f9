// SPDX-License-Identifier: GPL-3.0-or-later
// One record of the audit log: who, why, the approval as it was shown, and the hashes.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/gate/approval.h"
#include "ui/models/auditmodel.h"
#include "ui/widgets/panel.h"

namespace signalbox::ui {

class Button;
class Fields;
class StatusPill;

class AuditAside final : public Panel {
    Q_OBJECT

public:
    AuditAside(const ThemeSource& themes, std::string person, QWidget* parent = nullptr);

    /// `approval` null: the record is about none, or it is not known here; `breaks` null: the chain does not break at
    /// it.
    void show(const AuditModel::Row& row, Proof proof, const gate::Approval* approval,
              const record::AuditVerdict* breaks);
    void showNothing();

signals:
    void runOpened(signalbox::RunId run, std::int64_t checkpoint);
    void approvalOpened(signalbox::ApprovalId approval);

private:
    void addApproval(const gate::Approval& approval, const record::AuditRecord& record);
    void addBreak(const record::AuditVerdict& verdict);
    void addDecision(const AuditModel::Row& row);

    const std::string m_person; // who reads

    Label* m_title = nullptr;
    StatusPill* m_pill = nullptr;
    Button* m_open = nullptr;
    Fields* m_fields = nullptr;
    std::optional<RunId> m_run;
    std::optional<ApprovalId> m_approval;
};

} // namespace signalbox::ui
