// SPDX-License-Identifier: GPL-3.0-or-later
// The policy of each line: what it is, where it comes from, and a change of it as a diff before it is proposed.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the values
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/linediff.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedWidget;

namespace signalbox::ui {

class Button;
class ChoiceField;
class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class Label;
class LineField;
class Panel;
class PolicyForm;
class Skeleton;

class PolicySection final : public QWidget {
    Q_OBJECT

public:
    PolicySection(const ThemeSource& themes, host::AgentHost& engine, QWidget* parent = nullptr);

    void entered();
    void setOffline(const QString& reason); // of the lock; empty: it is not

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildValues();
    QWidget* buildForm(QWidget* panel);
    QWidget* buildChange();
    void listen();
    void chooseLine();
    void show(const host::PolicyView& policy);
    void plan();
    void discard();
    void propose();
    void refresh();
    std::string line() const;
    host::PolicyEdit edit() const;

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    LineDiffModel m_diff;
    Flow* m_sentence = nullptr;
    FoldingAside* m_folding = nullptr;
    ErrorStrip* m_strip = nullptr;
    ChoiceField* m_lines = nullptr;
    Label* m_origin = nullptr;
    QStackedWidget* m_valuesStack = nullptr; // the form, nothing known, on its way
    EmptyState* m_unknown = nullptr;
    Skeleton* m_skeleton = nullptr;
    PolicyForm* m_form = nullptr;
    Label* m_looser = nullptr;
    QStackedWidget* m_stack = nullptr; // nothing changed, the diff
    EmptyState* m_unchanged = nullptr;
    Panel* m_change = nullptr;
    LineField* m_reason = nullptr;
    Button* m_discard = nullptr;
    Button* m_propose = nullptr;
    Label* m_locked = nullptr; // why it cannot be proposed
    QString m_offline;
    std::optional<host::PolicyView> m_policy;
    std::optional<host::PolicyOffer> m_offer; // of what is typed now
    std::optional<host::RequestId> m_loading, m_planning, m_proposing;
};

} // namespace signalbox::ui
