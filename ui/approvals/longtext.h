// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside of any length: its first lines, and a link to the rest.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/wrappedtext.h"

namespace signalbox::ui {

class Button;

class LongText final : public QWidget {
    Q_OBJECT

public:
    LongText(const ThemeSource& themes, WrappedText* text, QWidget* parent = nullptr); // takes the text

    /// The text itself where that is surely short, else with the link.
    static QWidget* around(const ThemeSource& themes, WrappedText* text, QWidget* parent);

    Button* link() const { return m_link; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void open(bool open);

    WrappedText* m_text;
    Button* m_link;
    bool m_open = false;
};

} // namespace signalbox::ui
