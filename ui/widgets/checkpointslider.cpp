// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checkpointslider.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMargin = 24;
constexpr int kLineY = 15;
constexpr int kLabelY = 27;
constexpr int kHeight = 46;
constexpr int kEdge = 6; // of the words from the widget's
} // namespace

CheckpointSlider::CheckpointSlider(const ThemeSource& themes, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_themes(themes)
{
    setLayoutDirection(Qt::LeftToRight); // in any language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Checkpoint"));
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void CheckpointSlider::setStops(const QStringList& labels, bool lastIsNow)
{
    if (labels == m_labels && lastIsNow == m_lastIsNow)
        return;
    m_labels = labels;
    m_lastIsNow = lastIsNow;
    setRange(0, std::max(0, static_cast<int>(labels.size()) - 1));
    update();
}

void CheckpointSlider::setCurrent(int stop)
{
    setValue(stop);
    setAccessibleDescription(m_labels.value(stop));
    update();
}

int CheckpointSlider::stopX(int stop) const
{
    const int last = maximum();
    return last == 0 ? kMargin : kMargin + (width() - 2 * kMargin) * stop / last;
}

int CheckpointSlider::stopAt(int x) const
{
    const int room = std::max(1, width() - 2 * kMargin);
    return std::clamp(qRound(static_cast<double>(x - kMargin) * maximum() / room), 0, maximum());
}

QSize CheckpointSlider::sizeHint() const
{
    return {400, kHeight};
}
QSize CheckpointSlider::minimumSizeHint() const
{
    return {200, kHeight};
}

void CheckpointSlider::pick(int stop)
{
    if (stop == value() || stop < 0 || stop > maximum())
        return;
    setCurrent(stop);
    emit stopPicked(stop);
}

void CheckpointSlider::mousePressEvent(QMouseEvent* event)
{
    emit sliderPressed();
    if (event->button() == Qt::LeftButton)
        pick(stopAt(event->pos().x()));
    event->accept();
}

void CheckpointSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        pick(stopAt(event->pos().x()));
    event->accept();
}

void CheckpointSlider::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void CheckpointSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();
} // scrolling a page moves no selection

void CheckpointSlider::keyPressEvent(QKeyEvent* event)
{
    emit sliderPressed();
    switch (event->key()) {
    case Qt::Key_Left: return pick(value() - 1);
    case Qt::Key_Right: return pick(value() + 1);
    case Qt::Key_Home: return pick(0);
    case Qt::Key_End: return pick(maximum());
    default: event->ignore();
    }
}

void CheckpointSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_labels.isEmpty())
        return;
    const Theme& theme = m_themes.theme();
    const int here = stopX(value());
    painter.fillRect(QRect(stopX(0), kLineY - 1, here - stopX(0), 3), theme.text.secondary);
    painter.fillRect(QRect(here, kLineY - 1, stopX(maximum()) - here, 3), theme.border.strong);
    paintStops(painter);
    paintLabels(painter);
}

void CheckpointSlider::paintStops(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const bool dense = maximum() > 0 && (width() - 2 * kMargin) / maximum() < 14;
    for (int stop = 0; stop <= maximum(); ++stop) {
        const QPointF centre(stopX(stop) + 0.5, kLineY + 0.5);
        if (stop == value()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent.base);
            painter.drawEllipse(centre, 9, 9);
            continue;
        }
        const bool now = m_lastIsNow && stop == maximum();
        const QColor ring = now ? theme.status(Hue::Running).fg : theme.text.secondary;
        if (dense && !now) { // too many for rings
            painter.fillRect(QRectF(centre.x() - 0.5, centre.y() - 4, 1, 8), ring);
            continue;
        }
        painter.setPen(QPen(ring, 2));
        painter.setBrush(theme.surface.panel);
        painter.drawEllipse(centre, 5, 5);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.border.focus, theme.size.focusStroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(stopX(value()) + 0.5, kLineY + 0.5), 12, 12);
    }
}

/// The chosen stop and the ends always have their words, the others where there is room.
void CheckpointSlider::paintLabels(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    QFont plain = theme.font(Type::Caption);
    plain.setWeight(theme.weight(QFont::Normal));
    QFont strong = theme.font(Type::Caption);
    strong.setWeight(theme.weight(QFont::DemiBold));
    QList<QRect> used;
    const auto put = [&](int stop) {
        const bool chosen = stop == value();
        painter.setFont(chosen ? strong : plain);
        const int wide = painter.fontMetrics().horizontalAdvance(m_labels[stop]);
        const int left = std::clamp(stopX(stop) - wide / 2, kEdge, std::max(kEdge, width() - wide - kEdge));
        const QRect rect(left, kLabelY, wide + 1, 16);
        for (const QRect& other : used)
            if (other.adjusted(-8, 0, 8, 0).intersects(rect))
                return;
        used.append(rect);
        painter.setPen(chosen ? theme.text.primary : theme.text.secondary);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, m_labels[stop]);
    };
    put(value());
    put(maximum());
    for (int stop = 0; stop < maximum(); ++stop)
        if (stop != value())
            put(stop);
}

} // namespace signalbox::ui
