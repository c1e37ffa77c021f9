// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/questionbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace signalbox::ui {

QuestionBar::QuestionBar(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(12, 10, 12, 10);
    whole->setSpacing(themes.theme().spacing(2));
    m_question = new Label(themes, Type::BodyStrong, Tone::Primary, this);
    m_question->setWordWrap(true);
    m_consequence = new Label(themes, Type::Small, Tone::Secondary, this);
    m_consequence->setWordWrap(true);
    m_row = new QHBoxLayout;
    m_row->setSpacing(themes.theme().spacing(3));
    m_row->addStretch(1);
    whole->addWidget(m_question);
    whole->addWidget(m_consequence);
    whole->addLayout(m_row);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void QuestionBar::ask(const QString& question, const QString& consequence, std::vector<Answer> answers)
{
    close();
    m_question->setText(question);
    m_consequence->setText(consequence);
    setAccessibleName(question);
    answers.push_back({tr("Cancel"), [] {}});
    for (Answer& answer : answers) {
        auto* button = new Button(m_themes, answer.label, Button::Kind::Default, this);
        connect(button, &Button::clicked, this, [this, act = std::move(answer.act)] {
            close();
            act();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.push_back(button);
    }
    show();
    m_buttons.back()->setFocus(Qt::OtherFocusReason);
}

void QuestionBar::close()
{
    hide();
    for (Button* button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
}

void QuestionBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface.raised);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border.strong);
}

void QuestionBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace signalbox::ui
