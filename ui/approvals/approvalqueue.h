// SPDX-License-Identifier: GPL-3.0-or-later
// The list of approvals: those held, by deadline, then those decided today.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/gate/approval.h"
#include "ui/widgets/surface.h"

#include <string>
#include <vector>

class QListView;

namespace signalbox::ui {

class RowListModel;

class ApprovalQueue final : public Surface {
    Q_OBJECT

public:
    ApprovalQueue(const ThemeSource& themes, std::string person, QWidget* parent = nullptr);

    void load(std::vector<gate::Approval> approvals, UtcTime now);
    void tick(UtcTime now); // the time left
    void mark(ApprovalId approval); // as the one that is open, without telling

    const gate::Approval* find(ApprovalId approval) const;
    const std::vector<const gate::Approval*>& held() const { return m_held; }
    const std::vector<const gate::Approval*>& decided() const { return m_decided; }
    const std::vector<gate::Approval>& all() const { return m_approvals; }
    QListView* list() const { return m_list; }

signals:
    void picked(signalbox::ApprovalId approval);

private:
    void sort(UtcTime now);

    const std::string m_person;
    QListView* m_list;
    RowListModel* m_rows;
    std::vector<gate::Approval> m_approvals;
    std::vector<const gate::Approval*> m_held; // into m_approvals
    std::vector<const gate::Approval*> m_decided;
    bool m_quiet = false;
};

} // namespace signalbox::ui
