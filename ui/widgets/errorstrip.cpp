// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorstrip.h"

#include "ui/models/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuslook.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

ErrorStrip::ErrorStrip(const ThemeSource& themes, StatusRole role, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_role(role),
      m_sentence(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_rest(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_button(new Button(themes, {}, Button::Kind::Link, this))
{
    const Theme& theme = themes.theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme.spacing(4) + theme.size.iconControl - 4, theme.spacing(3), theme.spacing(5),
                            theme.spacing(3));
    row->setSpacing(theme.spacing(3));
    row->addWidget(m_sentence);
    row->addWidget(m_rest, 1);
    row->addWidget(m_button);
    m_rest->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &Button::clicked, this, &ErrorStrip::actionTriggered);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ErrorStrip::tell(const QString& sentence, const QString& rest, const QString& action)
{
    m_sentence->setText(sentence);
    m_rest->setText(rest);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    m_button->updateGeometry();
    setAccessibleName(rest.isEmpty() ? sentence : tr("%1 %2").arg(sentence, rest));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorStrip::clear()
{
    m_sentence->clear();
    m_rest->clear();
    hide();
}

void ErrorStrip::answer(const Result<void>& result)
{
    if (result)
        return clear();
    const ErrorWords words = errorWords(result.error().code);
    tell(words.sentence, words.action);
}

QString ErrorStrip::sentence() const
{
    return m_sentence->text();
}

void ErrorStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const StatusColours& colours = theme.status(hueOf(m_role));
    QPainter painter(this);
    painter.fillRect(rect(), colours.tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.fg);
    const int side = theme.size.iconControl;
    paintGlyph(painter, QRectF(theme.spacing(4), (height() - side) / 2.0, side, side), m_role, theme);
}

} // namespace signalbox::ui
