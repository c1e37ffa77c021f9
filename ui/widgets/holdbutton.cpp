// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/holdbutton.h"

#include "ui/widgets/button.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 16;
constexpr int kGap = 10;
constexpr int kLookEvery_ms = 40;
} // namespace

HoldButton::HoldButton(const ThemeSource& themes, const Clock& clock, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes), m_clock(clock)
{
    themes.dress(this, Type::Body);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    m_timer.setInterval(kLookEvery_ms);
    connect(&m_timer, &QTimer::timeout, this, &HoldButton::tick);
}

void HoldButton::setLabel(const QString& label)
{
    setText(label);
    nameForReaders();
    updateGeometry();
}

void HoldButton::setLocked(bool locked, const QString& reason)
{
    m_locked = locked;
    m_lockReason = reason;
    setEnabled(!locked);
    nameForReaders();
    if (locked)
        letGo();
    update();
}

void HoldButton::setByClicks(bool byClicks)
{
    m_byClicks = byClicks;
    nameForReaders();
    letGo();
}

void HoldButton::nameForReaders()
{
    if (m_locked)
        setAccessibleName(tr("%1, locked, %2").arg(text(), m_lockReason));
    else if (m_byClicks)
        setAccessibleName(tr("%1. Press Control Enter twice, or click twice, one to five seconds apart.").arg(text()));
    else
        setAccessibleName(tr("%1. Press Control Enter twice, one to five seconds apart, or keep the mouse button "
                             "pressed for one second.")
                              .arg(text()));
}

double HoldButton::progress() const
{
    if (!m_since || m_byClicks)
        return 0;
    const double share = toSeconds(m_clock.now() - *m_since) / toSeconds(kHoldFor);
    return std::clamp(share, 0.0, 1.0);
}

void HoldButton::tick()
{
    if (!m_since)
        return;
    update();
    if (progress() < 1)
        return;
    letGo();
    emit heldLongEnough();
}

void HoldButton::letGo()
{
    m_since.reset();
    m_timer.stop();
    setDown(false);
    update();
}

void HoldButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_locked || (m_mayBegin && !m_mayBegin()))
        return;
    m_since = m_clock.now();
    setDown(true);
    m_timer.start();
}

void HoldButton::mouseMoveEvent(QMouseEvent* event)
{
    if (!rect().contains(event->pos()))
        letGo();
}

void HoldButton::mouseReleaseEvent(QMouseEvent* event)
{
    tick(); // the timer may be late
    if (event->button() != Qt::LeftButton)
        return;
    const bool whole = m_since.has_value() && rect().contains(event->pos());
    letGo();
    if (whole && m_byClicks)
        emit clickedOnce();
}

void HoldButton::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
}

void HoldButton::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Select) {
        event->accept();
        return;
    }
    event->ignore();
}

void HoldButton::keyReleaseEvent(QKeyEvent* event)
{
    event->ignore();
}

void HoldButton::hideEvent(QHideEvent* event)
{
    letGo();
    QAbstractButton::hideEvent(event);
}

QSize HoldButton::sizeHint() const
{
    const Theme& theme = m_themes.theme();
    const int words = QFontMetrics(actionFont(m_themes.theme())).horizontalAdvance(text());
    return {words + 2 * kPadding + kGap + theme.size.iconControl, std::min(theme.size.decisionButton, maximumHeight())};
}

void HoldButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, theme.size.radiusControl, theme.size.radiusControl);
    const bool over = underMouse() && isEnabled();
    painter.fillPath(shape, m_locked ? QColor(Qt::transparent) : over ? theme.surface.overlay : theme.surface.raised);
    if (m_since) {
        painter.save();
        painter.setClipPath(shape);
        const double filled = width() * progress();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        painter.fillRect(QRectF(mirrored ? width() - filled : 0, 0, filled, height()), theme.accent.selection);
        painter.restore();
    }
    painter.setPen(QPen(m_locked ? theme.border.strong : theme.border.control, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);

    const QColor ink = m_locked ? theme.text.disabled : theme.text.primary;
    const int side = theme.size.iconControl;
    const int left = (width() - sizeHint().width()) / 2 + kPadding;
    const auto onScreen = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    painter.drawPixmap(onScreen({left, (height() - side) / 2, side, side}).topLeft(),
                       theme.pixmap(m_locked ? QStringLiteral("misc-lock") : QStringLiteral("action-approve"), ink,
                                    side, devicePixelRatioF()));
    painter.setFont(actionFont(m_themes.theme()));
    painter.setPen(ink);
    painter.drawText(onScreen(rect().adjusted(left + side + kGap, 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace signalbox::ui
