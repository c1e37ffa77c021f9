// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>

namespace signalbox::ui {

namespace {

constexpr int kOffset = 2;

bool takesRing(const QWidget* widget)
{
    return widget && (widget->focusPolicy() & Qt::TabFocus) != 0 && qobject_cast<const QMenuBar*>(widget) == nullptr;
}

/// The part of `window` in which areas that scroll show something of the widget.
QRect visiblePart(const QWidget& widget, const QWidget& window)
{
    QRect part = window.rect();
    for (const QWidget* each = widget.parentWidget(); each && each != &window; each = each->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(each);
        if (area && area->viewport()->isAncestorOf(&widget))
            part &= QRect(area->viewport()->mapTo(&window, QPoint()), area->viewport()->size());
    }
    return part;
}

} // namespace

FocusRing::FocusRing(const ThemeSource& themes, QWidget* window) : QWidget(window), m_themes(themes)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        if (!m_byKeyboard) {
            m_byKeyboard = true;
            place();
        }
        break;
    case QEvent::MouseButtonPress:
        m_byKeyboard = false;
        place();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (auto* moved = qobject_cast<QWidget*>(watched);
            moved && moved != this && m_target && (moved == m_target || moved->isAncestorOf(m_target)))
            place();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* focused)
{
    m_target = takesRing(focused) && focused->window() == parentWidget()->window() ? focused : nullptr;
    place();
}

void FocusRing::place()
{
    if (!m_target || !m_target->isVisible() || (!m_byKeyboard && !qobject_cast<QLineEdit*>(m_target.data()))) {
        hide();
        return;
    }
    // What fills its place has neighbours: its ring stands inside.
    const bool fills = qobject_cast<QAbstractScrollArea*>(m_target.data()) != nullptr;
    const int out = fills ? 0 : kOffset + m_themes.theme().size.focusStroke;
    const QRect around(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
    setGeometry(around.adjusted(-out, -out, out, out) & visiblePart(*m_target, *parentWidget()));
    const int in = m_themes.theme().size.focusStroke + 1;
    setMask(QRegion(rect()).subtracted(QRegion(rect().adjusted(in, in, -in, -in))));
    show();
    raise();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const double half = theme.size.focusStroke / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border.focus, theme.size.focusStroke));
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), theme.size.radiusControl + kOffset,
                            theme.size.radiusControl + kOffset);
}

} // namespace signalbox::ui
