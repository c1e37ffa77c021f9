// SPDX-License-Identifier: GPL-3.0-or-later
// The header of the window: what the page is, its state, search, and Hold all.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Button;
class Label;
class SearchBox;
class StatusPill;

class HeaderBar final : public QWidget {
    Q_OBJECT

public:
    explicit HeaderBar(const ThemeSource& themes, QWidget* parent = nullptr);

    void setTitle(const PageTitle& title);
    void setHeld(bool held); // everything: the button then leads to releasing it

signals:
    void stepAsked(int by);
    void searchAsked();
    void holdAsked();
    void releaseAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Button* addStep(int by, const QString& glyph, const QString& name);
    void fit(); // what gives way where there is little room: the task, then the words of the search

    const ThemeSource& m_themes;
    Button* m_last;
    Button* m_next;
    Label* m_title;
    Label* m_task;
    StatusPill* m_pill;
    Label* m_note;
    SearchBox* m_search;
    Button* m_hold;
    bool m_held = false;
};

} // namespace signalbox::ui
