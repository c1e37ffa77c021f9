// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that type a character, pressed alone: commands, or, for who dictates or often slips, none. Where the focus types
// them or acts upon them itself they do so either way.
//
// Thread  GUI
// Source  DESIGN 9; WCAG 2.1.4
#pragma once

#include <QObject>

class QKeyEvent;

namespace signalbox::ui {

class LetterKeys final : public QObject {
    Q_OBJECT

public:
    explicit LetterKeys(bool on, QObject* parent = nullptr); // of all windows of the program

    void setOn(bool on) { m_on = on; }
    bool isOff(const QKeyEvent& key) const; // it is no command now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_on;
};

} // namespace signalbox::ui
