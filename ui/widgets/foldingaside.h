// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows, and the panel beside it: where there is no room for both, one at a time, by tabs.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it; content and aside belong to it, or to the row beside it
// Source     DESIGN 9
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace signalbox::ui {

class TabStrip;

class FoldingAside final : public QWidget {
    Q_OBJECT

public:
    /// A part of the page, and the words of its tab.
    struct Part {
        QWidget* widget = nullptr;
        QString name;
    };

    FoldingAside(const ThemeSource& themes, const Part& content, QWidget* parent);

    /// The panel that stands at the end of `row`, as wide as it has made itself.
    void setAside(const Part& aside, QHBoxLayout* row, int stretch = 0);
    void setFolded(bool folded);
    void setOffered(bool offered); // else the aside is hidden: it has nothing to tell
    void setAsideName(const QString& name) const;
    void showContent() const;
    void showAside() const; // where it is folded
    bool isFolded() const { return m_folded; }

private:
    void arrange();

    TabStrip* m_tabs;
    QStackedWidget* m_stack;
    QScrollArea* m_place; // of the aside, while it is folded
    QWidget* m_aside = nullptr;
    QHBoxLayout* m_row = nullptr;
    int m_stretch = 0;
    int m_least = 0, m_most = 0; // its width beside the content
    bool m_folded = false;
    bool m_offered = true;
};

} // namespace signalbox::ui
