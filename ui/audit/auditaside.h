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

class AuditAside final : public Panel {
    Q_OBJECT

public:
    explicit AuditAside(const ThemeSource& themes, QWidget* parent = nullptr);

    /// `approval` null: the record is about none, or it is not known here.
    void show(const AuditModel::Row& row, bool proven, const gate::Approval* approval);
    void showNothing();

signals:
    void runOpened(signalbox::RunId run, std::int64_t checkpoint);
    void approvalOpened(signalbox::ApprovalId approval);

private:
    void addApproval(const gate::Approval& approval, const record::AuditRecord& record);

    Label* m_title = nullptr;
    Button* m_open = nullptr;
    Fields* m_fields = nullptr;
    std::optional<RunId> m_run;
    std::optional<ApprovalId> m_approval;
};

} // namespace signalbox::ui
