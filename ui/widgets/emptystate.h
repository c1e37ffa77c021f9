// SPDX-License-Identifier: GPL-3.0-or-later
// Shown where there is nothing to show: an icon, one sentence, one action.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QLabel;

namespace signalbox::ui {

class Button;
class Label;

class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(const ThemeSource& themes, const QString& iconName, QWidget* parent = nullptr);

    void setHeading(const QString& heading); // above the words, which are quieter then
    /// `code` stands below the sentence in a mono face; an empty `action` leaves the button out.
    void setWords(const QString& sentence, const QString& code = {}, const QString& action = {});

signals:
    void actionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override; // where it is low, the words and the action come first

private:
    void dress();

    const ThemeSource& m_themes;
    const QString m_iconName;
    QLabel* m_icon;
    Label* m_heading;
    Label* m_sentence;
    Label* m_code;
    Button* m_button;
};

} // namespace signalbox::ui
