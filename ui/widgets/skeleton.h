// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where content is on its way: nothing at first, then grey rows, then words.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     DESIGN 3, COPY 4
#pragma once

#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class Skeleton final : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(const ThemeSource& themes, QWidget* parent = nullptr);

    void setRunning(bool running); // starts once, or stops
    void start(); // shows itself
    void stop(); // and hides itself
    bool hasRows() const { return m_rows; }
    QString words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    QTimer m_toRows;
    QTimer m_toWords;
    bool m_running = false;
    bool m_rows = false;
    QString m_words;
};

} // namespace signalbox::ui
