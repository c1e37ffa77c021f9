// SPDX-License-Identifier: GPL-3.0-or-later
// A question in the place that it is about: what is asked, what follows, and its answers. None is the default; Escape
// closes it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     COPY 7
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;

namespace signalbox::ui {

class Button;
class Label;

class QuestionBar final : public QWidget {
    Q_OBJECT

public:
    explicit QuestionBar(const ThemeSource& themes, QWidget* parent = nullptr);

    struct Answer {
        QString label;
        std::function<void()> act; // the bar has closed then
    };
    /// Shows itself; Cancel stands behind the answers.
    void ask(const QString& question, const QString& consequence, std::vector<Answer> answers);
    void close();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const ThemeSource& m_themes;
    Label* m_question;
    Label* m_consequence;
    QHBoxLayout* m_row;
    std::vector<Button*> m_buttons;
};

} // namespace signalbox::ui
