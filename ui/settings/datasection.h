// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything is, how large, how long it is kept; and what a person changes in that.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip at the top
#pragma once

#include "core/host/agenthost.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace signalbox::ui {

class Button;
class ChoiceField;
class ErrorStrip;
class Flow;
class Label;
class QuestionBar;

class DataSection final : public QWidget {
    Q_OBJECT

public:
    DataSection(const ThemeSource& themes, host::AgentHost& engine, QWidget* parent = nullptr);

    void entered();
    void setOffline(const QString& reason); // of the lock; empty: it is not

private:
    QWidget* buildPlaces();
    QWidget* buildKeeping();
    Label* addRow(QVBoxLayout* column, const QString& label, QWidget* control = nullptr);
    Label* addPlace(QVBoxLayout* column, const QString& label);
    void listen();
    void show(const host::StorageView& storage);
    void ask(const host::PruningOffer& offer);
    void keep(int days);
    void tellFailure(bool ofLoading, const Result<void>& result);

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    Flow* m_sentence = nullptr;
    ErrorStrip* m_strip = nullptr;
    Label* m_store = nullptr;
    Label* m_logs = nullptr;
    Label* m_audit = nullptr;
    Label* m_workspace = nullptr;
    Label* m_counts = nullptr;
    ChoiceField* m_keep = nullptr;
    ChoiceField* m_age = nullptr;
    Button* m_prune = nullptr;
    QuestionBar* m_question = nullptr;
    Label* m_done = nullptr;
    int m_kept = 0; // days, as stored
    bool m_loadFailed = false; // the strip is about loading, not about a change
    std::optional<int> m_toKeep; // what is asked about before it is kept; nothing: it is about pruning
    std::optional<host::RequestId> m_loading, m_planning, m_keeping, m_pruning;
};

} // namespace signalbox::ui
