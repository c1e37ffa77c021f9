// SPDX-License-Identifier: GPL-3.0-or-later
// What does not work over a connection, what follows from it, and what can be done now.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockups settings and add-repository
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace signalbox::ui {

class Button;
class Label;
class RawDetails;

class GapBox final : public QWidget {
    Q_OBJECT

public:
    GapBox(const ThemeSource& themes, QWidget* parent);

    void add(Button* button); // at its end
    /// And shows itself; without a sentence it hides. `details`: raw words, which a person may open.
    void tell(const QString& sentence, const QString& rest, const QString& details = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    Label* m_sentence;
    Label* m_rest;
    QHBoxLayout* m_row;
    RawDetails* m_details;
};

} // namespace signalbox::ui
