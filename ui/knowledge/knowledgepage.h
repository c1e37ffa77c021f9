// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned, how far it can be trusted, and how far agents may go with it.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the table
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/knowledgemodel.h"
#include "ui/models/runtablemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <map>
#include <optional>

class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace signalbox::ui {

class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class ImportPanel;
class Label;
class PatternAside;
class PatternFilterBar;
class QuestionBar;
class Skeleton;

class KnowledgePage final : public Page {
    Q_OBJECT

public:
    KnowledgePage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs, const Clock& clock,
                  QWidget* parent = nullptr);

    PageTitle title() const override;
    void entered() override;
    void restate() override;

    void planImport(const QString& file); // shows what it would change
    void exportTo(const QString& file);

signals:
    void policyAsked(); // of the lines

protected:
    void takeOffline() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeading(QVBoxLayout* whole);
    void buildFilter(QVBoxLayout* whole);
    QWidget* buildTable();
    void connectAside();
    void listen();
    void answered(host::RequestId request, const Result<void>& result);
    void load();
    void loadEvidence();
    void refresh();
    void refreshWords();
    void showSelected();
    void askSwitch(const host::PatternKey& pattern, record::PatternSwitch to);
    void switchTo(const host::PatternKey& pattern, record::PatternSwitch to);
    void askToForget();
    /// Sends it and tells of it where it fails; what was done is told by the engine.
    void send(host::RequestId request, const QString& done = {});

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    KnowledgeModel m_model;
    FilteredKnowledge m_filtered;
    Flow* m_sentence = nullptr;
    PatternFilterBar* m_filter = nullptr;
    ErrorStrip* m_strip = nullptr;
    QHBoxLayout* m_row = nullptr;
    FoldingAside* m_folding = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    Skeleton* m_skeleton = nullptr;
    ImportPanel* m_import = nullptr;
    QuestionBar* m_question = nullptr;
    Label* m_foot = nullptr;
    PatternAside* m_aside = nullptr;
    std::optional<host::RequestId> m_loading, m_evidence, m_planning, m_importing;
    std::map<host::RequestId, QString> m_sent; // and what to say once it is done
    host::PatternKey m_selected; // kept while rows are loaded again
    bool m_known = false; // loaded once
    bool m_entered = false; // nothing is loaded before the page is looked at
    bool m_previewing = false; // the table has made room for an import
};

} // namespace signalbox::ui
