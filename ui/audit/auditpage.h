// SPDX-License-Identifier: GPL-3.0-or-later
// Who decided what, on what evidence: the audit log, its chain, one record.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the table
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/auditmodel.h"
#include "ui/models/runtablemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <map>
#include <set>

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace signalbox::ui {

class AuditAside;
class AuditDelegate;
class AuditFilterBar;
class Button;
class ChainPanel;
class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class Label;
class Panel;
class Skeleton;

class AuditPage final : public Page {
    Q_OBJECT

public:
    AuditPage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs, const Clock& clock,
              QWidget* parent = nullptr);

    PageTitle title() const override;
    void setFilter(const QString& line);
    void entered() override;
    void restate() override;

    /// `parts`: a file for what is proven, and one for the rest.
    void exportTo(const QString& file, bool parts);

signals:
    void breakFound(); // the chain does not hold

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeading(QVBoxLayout* whole);
    void buildChain(QVBoxLayout* whole);
    void buildFilter(QVBoxLayout* whole);
    void buildTable(QVBoxLayout* whole);
    void listen();
    void applyFilter(const QString& line);
    void loadMore(); // where the table has room, or its end is near
    void refresh();
    void showVerdict();
    void showSelected();
    void askExport(bool parts);
    void verify(); // the chain
    void finish(host::RequestId request, const Result<void>& result);
    void load(); // the newest, or what stands around an entry
    void showBreak(); // once

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    const Clock& m_clock;
    AuditModel m_model;
    FilteredAudit m_filtered;
    std::map<ApprovalId, gate::Approval> m_approvals; // those of entries that were looked at
    std::set<ApprovalId> m_asked;
    std::optional<record::AuditVerdict> m_verdict;
    Milliseconds m_checkTook{};
    UtcTime m_checkedAt{};
    bool m_known = false; // a part of the log has come
    bool m_entered = false; // nothing is loaded before the page is looked at

    Flow* m_sentence = nullptr;
    ChainPanel* m_chain = nullptr;
    AuditFilterBar* m_filter = nullptr;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    AuditDelegate* m_delegate = nullptr;
    Label* m_foot = nullptr;
    Button* m_back = nullptr;
    EmptyState* m_empty = nullptr;
    Skeleton* m_skeleton = nullptr;
    AuditAside* m_aside = nullptr;
    FoldingAside* m_folding = nullptr;
    std::optional<host::RequestId> m_loading; // a part of the log
    std::optional<host::RequestId> m_checking, m_exporting;
    const std::optional<host::RequestId>* m_failed = nullptr; // of them, what the strip is about
    QString m_exportedTo;
    std::optional<std::int64_t> m_around; // as the filter has it
    std::int64_t m_breakShown = 0; // entry at which it was
};

} // namespace signalbox::ui
