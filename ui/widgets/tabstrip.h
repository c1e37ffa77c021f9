// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs as words in a row, the chosen one underlined.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QTabBar>

namespace signalbox::ui {

class TabStrip final : public QTabBar {
    Q_OBJECT

public:
    explicit TabStrip(const ThemeSource& themes, QWidget* parent = nullptr);

    void setWords(int tab, const QString& words); // repaints only where they differ
    /// A word in the colour of a status beside the tab's own: "changed".
    void setMark(int tab, const QString& mark);

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }

private:
    QString mark(int tab) const { return tabData(tab).toString(); }

    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
