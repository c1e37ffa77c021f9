// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed places of the window, at its left, with a badge where something waits.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/pagehistory.h"
#include "ui/shell/theme.h"

#include <QAbstractButton>

#include <map>

class QVBoxLayout;

namespace signalbox::ui {

class RailItem final : public QAbstractButton {
    Q_OBJECT

public:
    RailItem(const ThemeSource& themes, const QString& iconName, const QString& label, QWidget* parent);

    void setBadge(int waiting); // 0: none
    void setBadgeHue(Hue hue) { m_badgeHue = hue; } // else that of what waits for a person
    void setCount(int count); // quiet; 0: none
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect onScreen(const QRect& place) const; // as the direction of reading mirrors it
    void paintNumbers(QPainter& painter, const Theme& theme) const;
    void nameForReaders();

    const ThemeSource& m_themes;
    const QString m_iconName;
    int m_badge = 0;
    Hue m_badgeHue = Hue::Waiting;
    int m_count = 0;
    bool m_collapsed = false;
};

class Label;

class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const ThemeSource& themes, QWidget* parent = nullptr);

    void setWorkspace(const QString& name);
    void setCurrent(PageKind page);
    RailItem& item(PageKind page) const { return *m_items.at(page); }
    void setCollapsed(bool collapsed);

signals:
    void chosen(signalbox::ui::PageKind page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHeading(QVBoxLayout* column);
    void addItem(QVBoxLayout* column, PageKind page, const QString& iconName, const QString& label);

    const ThemeSource& m_themes;
    std::map<PageKind, RailItem*> m_items;
    QWidget* m_names = nullptr;
    Label* m_workspace = nullptr;
};

} // namespace signalbox::ui
