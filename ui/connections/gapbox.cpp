// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/gapbox.h"

#include "ui/widgets/button.h"
#include "ui/widgets/frame.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rawdetails.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

GapBox::GapBox(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_sentence(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_rest(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_row(new QHBoxLayout),
      m_details(new RawDetails(themes, this))
{
    const Theme& theme = themes.theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 11, 14, 11);
    column->setSpacing(theme.spacing(2));
    column->addLayout(m_row);
    column->addWidget(m_details);
    m_row->setSpacing(theme.spacing(3));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    for (Label* label : {m_sentence, m_rest}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_row->addLayout(words, 1);
    m_row->addWidget(m_details->button(), 0, Qt::AlignVCenter);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void GapBox::add(Button* button)
{
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

void GapBox::tell(const QString& sentence, const QString& rest, const QString& details)
{
    m_details->setWords(sentence.isEmpty() ? QString() : details);
    m_sentence->setText(sentence);
    m_rest->setText(rest);
    m_rest->setVisible(!rest.isEmpty());
    setAccessibleName(rest.isEmpty() ? sentence : tr("%1 %2").arg(sentence, rest));
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GapBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    paintFrame(painter, rect(), {theme.status(Hue::Critical).fg, theme.surface.window, theme.size.radiusPanel});
}

} // namespace signalbox::ui
