// SPDX-License-Identifier: GPL-3.0-or-later
// The list of approvals: those held, by deadline, then those decided today.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/gate/approval.h"
#include "core/host/views.h"
#include "ui/models/deploymenttext.h"
#include "ui/widgets/surface.h"

#include <map>
#include <set>
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
    /// Of whose run the decision of an approval goes to a CI system.
    void tell(const host::RunSummary& run);
    bool wantsRuns(); // there is one of which nothing is known; once for each
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
    SentText sentOf(const gate::Approval& approval) const;

    const std::string m_person;
    QListView* m_list;
    RowListModel* m_rows;
    std::vector<gate::Approval> m_approvals;
    std::vector<const gate::Approval*> m_held; // into m_approvals
    std::vector<const gate::Approval*> m_decided;
    std::map<RunId, host::RunSummary> m_runs; // of those that were decided
    std::set<RunId> m_wanted;
    bool m_quiet = false;
};

} // namespace signalbox::ui
