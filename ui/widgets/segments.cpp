// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 8;
constexpr int kHeight = 24;
} // namespace

QList<QRect> segmentPlaces(const QRect& place, const SegmentsLook& look, const Theme& theme)
{
    const QFontMetrics metrics(theme.font(Type::BodyStrong)); // the widest that each gets
    QList<QRect> places;
    int left = place.left();
    const int top = place.top() + (place.height() - kHeight) / 2;
    for (const QString& label : look.labels) {
        const int width = metrics.horizontalAdvance(label) + 2 * kPadding;
        places.append(QRect(left, top, width, kHeight));
        left += width;
    }
    return places;
}

void paintSegments(QPainter& painter, const QRect& place, const SegmentsLook& look, const Theme& theme)
{
    const QList<QRect> places = segmentPlaces(place, look, theme);
    if (places.isEmpty())
        return;
    const QRectF whole = QRectF(places.first().united(places.last())).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath frame;
    frame.addRoundedRect(whole, theme.size.radiusControl, theme.size.radiusControl);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(frame, theme.surface.panel);
    for (int at = 0; at < places.size(); ++at) {
        const bool taken = at == look.taken;
        if (taken) {
            painter.setClipPath(frame);
            painter.fillRect(places[at], theme.accent.selection);
            painter.setClipping(false);
        }
        painter.setFont(theme.font(taken ? Type::BodyStrong : Type::Body));
        painter.setPen(look.off || at == look.locked ? theme.text.disabled
                           : taken                   ? theme.accent.selectionText
                                                     : theme.text.secondary);
        painter.drawText(places[at], Qt::AlignCenter, look.labels[at]);
        if (at > 0)
            painter.fillRect(QRect(places[at].left(), places[at].top() + 1, 1, kHeight - 2), theme.border.strong);
    }
    painter.setPen(QPen(theme.border.control, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(frame);
    painter.restore();
}

Segments::Segments(const ThemeSource& themes, const QStringList& labels, QWidget* parent)
    : QWidget(parent), m_themes(themes)
{
    m_look.labels = labels;
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Segments::show(int taken, int locked, const QString& reason)
{
    m_look.taken = taken;
    m_look.locked = locked;
    setAccessibleDescription(reason);
    setToolTip(reason);
    update();
}

void Segments::setOff(bool off)
{
    m_look.off = off;
    update();
}

QSize Segments::sizeHint() const
{
    const auto places = segmentPlaces(QRect(0, 0, 1, kHeight), m_look, m_themes.theme());
    return {places.isEmpty() ? 0 : places.last().right() + 1, kHeight};
}

void Segments::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSegments(painter, rect(), m_look, m_themes.theme());
}

void Segments::mouseReleaseEvent(QMouseEvent* event)
{
    const auto places = segmentPlaces(rect(), m_look, m_themes.theme());
    for (int at = 0; at < places.size(); ++at) {
        if (event->button() == Qt::LeftButton && places[at].contains(event->position().toPoint()))
            ask(at);
    }
}

void Segments::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        ask(m_look.taken - 1);
    else if (event->key() == Qt::Key_Right)
        ask(m_look.taken + 1);
    else
        QWidget::keyPressEvent(event);
}

void Segments::ask(int choice)
{
    if (!m_look.off && choice >= 0 && choice < m_look.labels.size() && choice != m_look.taken
        && choice != m_look.locked)
        emit asked(choice);
}

} // namespace signalbox::ui
