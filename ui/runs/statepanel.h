// SPDX-License-Identifier: GPL-3.0-or-later
// What a checkpoint changed in the state of a run, and the state as a whole.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/json.h"
#include "ui/widgets/surface.h"

#include <optional>

class QPlainTextEdit;
class QStackedWidget;

namespace signalbox::ui {

class Button;
class DiffModel;
class DiffView;
class ForkEditor;
class Label;
class TabStrip;

class StatePanel final : public Surface {
    Q_OBJECT

public:
    explicit StatePanel(const ThemeSource& themes, QWidget* parent = nullptr);

    /// `before` and `after` are the states of two checkpoints that follow each other; none before the first.
    void show(std::optional<std::int64_t> from, const Json& before, std::int64_t to, const Json& after);
    void showLoading(std::int64_t to);
    void showNone(); // there is no checkpoint yet
    void toggleSame();
    /// The state of a checkpoint to edit, in place of the rest, until it is forked or left.
    void edit(std::int64_t checkpoint, const Json& state);
    void leaveEditor();
    bool isEditing() const;
    ForkEditor* editor() const { return m_editor; }
    DiffModel* model() const { return m_model; }

private:
    void dress();
    void showSame(bool show);
    void fitRows(); // the foot follows the last row

    QStackedWidget* m_pages;
    ForkEditor* m_editor;
    TabStrip* m_tabs;
    Label* m_title;
    Label* m_target;
    Label* m_count;
    QStackedWidget* m_stack;
    DiffView* m_view;
    DiffModel* m_model;
    QWidget* m_rows;
    QWidget* m_foot;
    Label* m_unchanged;
    Button* m_showAll;
    QPlainTextEdit* m_whole;
};

} // namespace signalbox::ui
