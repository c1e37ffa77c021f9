// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorstrip.h"

#include "ui/widgets/button.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/frame.h"
#include "ui/widgets/rawdetails.h"
#include "ui/widgets/statuslook.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kAbove = 12; // of a box, to what stands over it
constexpr int kLowAbove = 6; // in a low window
constexpr int kMostLines = 5; // what is told may come from outside
constexpr int kLow = 640; // height of a window with little room
} // namespace

ErrorStrip::ErrorStrip(const ThemeSource& themes, StatusRole role, QWidget* parent, Look look)
    : QWidget(parent),
      m_themes(themes),
      m_role(role),
      m_look(look),
      m_words(new Flow(themes, Type::Body, this)),
      m_button(new Button(themes, {}, look == Look::Box ? Button::Kind::Default : Button::Kind::Link, this)),
      m_details(new RawDetails(themes, this))
{
    m_words->setMostLines(kMostLines);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(themes.theme().spacing(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(themes.theme().spacing(3));
    row->addWidget(m_words, 1);
    for (Button* button : {m_details->button(), m_button}) // a link: at the first line
        row->addWidget(button, 0, look == Look::Box ? Qt::AlignVCenter : Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_details);
    arrange();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its wrapped words
    connect(m_button, &Button::clicked, this, &ErrorStrip::actionTriggered);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ErrorStrip::arrange()
{
    const Theme& theme = m_themes.theme();
    const int text = theme.spacing(4) + theme.size.iconControl + theme.spacing(3);
    if (m_look == Look::Strip) {
        layout()->setContentsMargins(text, theme.spacing(3), theme.spacing(4), theme.spacing(3));
        return;
    }
    const bool low = window()->height() < kLow;
    const int inside = low ? 3 : 9;
    m_above = low ? kLowAbove : kAbove;
    layout()->setContentsMargins(theme.spacing(5) + text, m_above + inside, theme.spacing(5) + theme.spacing(4),
                                 inside);
}

QRect ErrorStrip::place() const
{
    if (m_look == Look::Strip)
        return rect();
    const int side = m_themes.theme().spacing(5);
    return rect().adjusted(side, m_above, -side, 0);
}

void ErrorStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ErrorStrip::setActionGlyph(const QString& iconName) const
{
    m_button->setGlyph(iconName);
}

void ErrorStrip::tell(const QString& sentence, const QString& rest, const QString& action, const QString& details)
{
    say(sentence, rest);
    m_action = action;
    setBusy({});
    setDetails(details);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorStrip::tell(const FaultText& fault, const QString& action)
{
    tell(fault.sentence, fault.rest, action, fault.details);
}

void ErrorStrip::setBusy(const QString& words)
{
    const QString& label = words.isEmpty() ? m_action : words;
    m_button->setText(label);
    m_button->setAccessibleName(label);
    m_button->setEnabled(words.isEmpty());
    m_button->setVisible(!label.isEmpty());
    m_button->updateGeometry();
}

void ErrorStrip::setDetails(const QString& details)
{
    m_details->setWords(details);
}

void ErrorStrip::setRest(const QString& rest)
{
    say(sentence(), rest);
}

void ErrorStrip::say(const QString& sentence, const QString& rest)
{
    m_words->setParts({{.words = sentence, .strong = true}, {.words = rest, .tone = Tone::Secondary}});
    setAccessibleName(rest.isEmpty() ? sentence : tr("%1 %2").arg(sentence, rest));
}

void ErrorStrip::clear()
{
    m_words->setParts({});
    m_details->setWords({});
    hide();
}

void ErrorStrip::answer(const Result<void>& result)
{
    if (result)
        return clear();
    tell(faultText(result.error()));
}

QString ErrorStrip::sentence() const
{
    return m_words->parts().isEmpty() ? QString() : m_words->parts().constFirst().words;
}

void ErrorStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const StatusColours& colours = theme.status(hueOf(m_role));
    const QRect whole = place();
    QPainter painter(this);
    const int side = theme.size.iconControl;
    double top = whole.top() + theme.spacing(3) + (theme.lineHeight(Type::Body) - side) / 2.0; // at the first line
    if (m_look == Look::Strip) {
        painter.fillRect(whole, colours.tint);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colours.fg);
    } else {
        paintFrame(painter, whole, {colours.fg, colours.tint, theme.size.radiusPanel});
        const double middle = m_details->isHidden() ? whole.center().y() : m_words->geometry().center().y();
        top = middle - side / 2.0;
    }
    const double left = whole.left() + theme.spacing(4);
    paintGlyph(painter, QRectF(left, top, side, side), m_role, theme);
}

} // namespace signalbox::ui
