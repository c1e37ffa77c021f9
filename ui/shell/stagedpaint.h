// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a page that has just been shown in several turns: what surrounds its lists, tables and panes, then each of
// these, all in bands. The whole of a page in one turn is what takes the interface thread longest.
//
// Thread  GUI
#pragma once

#include "ui/widgets/turns.h"

class QWidget;

namespace signalbox::ui {

class StagedPaint final {
public:
    void begin(QWidget& page); // what is left of the page before is painted at once, as soon as it is seen
    bool isDone() const { return m_turns.isDone(); }

private:
    void finish();

    Turns m_turns;
};

} // namespace signalbox::ui
