// SPDX-License-Identifier: GPL-3.0-or-later
// A surface with a border, and a heading where one is set; and the hairline that divides its parts.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QVBoxLayout>
#include <QWidget>

namespace signalbox::ui {

class Label;

class Panel : public QWidget {
    Q_OBJECT

public:
    explicit Panel(const ThemeSource& themes, QWidget* parent = nullptr);

    void setTitle(const QString& title); // makes the heading
    void setNote(const QString& note); // at the right of the heading, quieter
    QVBoxLayout* body() const { return m_body; } // no margins of its own

protected:
    void paintEvent(QPaintEvent* event) override;
    const ThemeSource& themes() const { return m_themes; }

private:
    void makeHeading();

    const ThemeSource& m_themes;
    QVBoxLayout* m_whole;
    QVBoxLayout* m_body;
    Label* m_title = nullptr;
    Label* m_note = nullptr;
};

/// A line of one pixel across, or down.
class Rule final : public QWidget {
    Q_OBJECT

public:
    explicit Rule(const ThemeSource& themes, Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);
    void setStrong() { m_strong = true; } // on an overlay, where the usual one would not be seen

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    bool m_strong = false;
};

} // namespace signalbox::ui
