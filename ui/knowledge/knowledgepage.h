// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned, and how far it can be trusted: every fix by failure, with its record.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the table
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/knowledgemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <optional>

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace signalbox::ui {

class EmptyState;
class ErrorStrip;
class Fields;
class Label;
class Panel;

class KnowledgePage final : public Page {
    Q_OBJECT

public:
    KnowledgePage(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget* parent = nullptr);

    PageTitle title() const override;
    void entered() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildTable();
    QWidget* buildAside();
    void listen();
    void refresh();
    void showSelected();

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    KnowledgeModel m_model;
    Label* m_answer = nullptr;
    Label* m_rest = nullptr;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    Panel* m_aside = nullptr;
    Label* m_title = nullptr;
    Fields* m_fields = nullptr;
    std::optional<host::RequestId> m_loading;
    std::string m_selected; // signature and fix, kept while rows are loaded again
    bool m_known = false; // loaded once
    bool m_entered = false; // nothing is loaded before the page is looked at
};

} // namespace signalbox::ui
