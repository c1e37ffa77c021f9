// SPDX-License-Identifier: GPL-3.0-or-later
// All sections of the evidence: two columns side by side, or tabs where the window is narrow.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/evidencetext.h"
#include "ui/shell/theme.h"
#include "ui/widgets/turns.h"

#include <QSet>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace signalbox::ui {

class EvidencePanel;
class TabStrip;

class EvidenceView final : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceView(const ThemeSource& themes, QWidget* parent = nullptr);

    /// Other evidence than before, or the same one changed: nothing of it has been opened.
    void showNew(const QList<EvidenceSection>& sections, const QStringList& changed);
    void show(const QList<EvidenceSection>& sections); // that evidence, as it reads now
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    void goTo(int number); // from 1
    void takeFocus(); // to the first section that is shown
    bool neededOpened() const; // on one page: none of them is beside the window
    int shownSection() const; // number; 0: all
    QStringList changed() const { return m_changedKeys; }

signals:
    void opened(); // a section that had not been looked at

private:
    void rebuild();
    void fill(); // a panel's heading, or a few of its rows
    void addPanel();
    void orderTabs();
    bool isFilled(int sections) const; // the first so many
    QVBoxLayout* columnOf(const EvidenceSection& section) const;
    bool isInside(const EvidencePanel* panel) const; // the width of the window
    void look(); // at what has been scrolled to
    void arrange();
    void openTab(int tab);
    void markTabs(); // those that changed, and those to be looked at before approving

    const ThemeSource& m_themes;
    TabStrip* m_tabs;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_left = nullptr;
    QVBoxLayout* m_right = nullptr;
    QList<EvidenceSection> m_sections;
    QList<EvidencePanel*> m_panels; // of the first so many sections: they are filled bit by bit
    Turns m_filling;
    QStringList m_changedKeys;
    QSet<QString> m_opened;
    QSet<QString> m_reached; // wider than the window, and scrolled to its end
    bool m_narrow = false;
};

} // namespace signalbox::ui
