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

#include <array>

class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace signalbox::ui {

class AuditAside;
class Button;
class EmptyState;
class ErrorStrip;
class Glyph;
class Label;
class LineField;
class Panel;

class AuditPage final : public Page {
    Q_OBJECT

public:
    AuditPage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs, const Clock& clock,
              QWidget* parent = nullptr);

    PageTitle title() const override;
    void setFilter(const QString& line);
    void entered() override;

signals:
    void breakFound(); // the chain does not hold

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        Button* button = nullptr;
        QString value; // of kind:
        AuditKind kind = AuditKind::Action;
    };

    void buildHeading(QVBoxLayout* whole);
    void buildChain(QVBoxLayout* whole);
    void buildFilter(QVBoxLayout* whole);
    void buildTable(QVBoxLayout* whole);
    void addChip(QHBoxLayout* row, std::size_t at, const QString& label, AuditKind kind, const QString& value);
    void listen();
    void applyFilter(const QString& line);
    void loadMore(); // where the table has room, or its end is near
    void refresh();
    void showVerdict();
    void showSelected();
    void exportLog();

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    const Clock& m_clock;
    AuditModel m_model;
    FilteredAudit m_filtered;
    std::vector<gate::Approval> m_approvals;
    std::optional<record::AuditVerdict> m_verdict;
    Milliseconds m_checkTook{};
    UtcTime m_checkedAt{};
    bool m_known = false; // a part of the log has come
    bool m_entered = false; // nothing is loaded before the page is looked at

    Label* m_answer = nullptr;
    Label* m_rest = nullptr;
    Glyph* m_chainGlyph = nullptr;
    Label* m_chain = nullptr;
    Label* m_chainRest = nullptr;
    Label* m_checked = nullptr;
    LineField* m_filter = nullptr;
    std::array<Chip, 3> m_chips;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    AuditAside* m_aside = nullptr;
    std::optional<host::RequestId> m_loading; // a part of the log
    std::optional<host::RequestId> m_checking, m_exporting;
    QString m_exportedTo;
};

} // namespace signalbox::ui
