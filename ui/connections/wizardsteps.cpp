// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/wizardsteps.h"

#include <QPainter>
#include <QStyle>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 208;
constexpr int kTop = 16;
constexpr int kStep = 40;
constexpr int kLeft = 20;
constexpr int kCircle = 22;
constexpr int kGap = 12;
} // namespace

WizardSteps::WizardSteps(const ThemeSource& themes, QStringList names, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_names(std::move(names))
{
    setFixedWidth(kWidth);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    setOpen(0);
}

void WizardSteps::setOpen(int step)
{
    m_open = step;
    setAccessibleName(tr("Step %1 of %2, %3").arg(step + 1).arg(m_names.size()).arg(m_names.value(step)));
    update();
}

QSize WizardSteps::sizeHint() const
{
    return {kWidth, 2 * kTop + static_cast<int>(m_names.size()) * kStep};
}

void WizardSteps::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int step = 0; step < m_names.size(); ++step)
        paintStep(painter, step);
}

void WizardSteps::paintStep(QPainter& painter, int step) const
{
    const Theme& theme = m_themes.theme();
    const auto onScreen = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const int top = kTop + step * kStep + (kStep - kCircle) / 2;
    const QRect circle = onScreen({kLeft, top, kCircle, kCircle});
    const bool open = step == m_open;
    painter.setPen(open ? QPen(Qt::NoPen) : QPen(theme.border.control, 1));
    painter.setBrush(open ? QBrush(theme.accent.base) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    if (step < m_open) {
        const QPointF middle = QRectF(circle).center();
        painter.setPen(QPen(theme.text.secondary, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(
            QPolygonF{middle + QPointF(-3.8, 0.2), middle + QPointF(-1.2, 3), middle + QPointF(4, -3)});
    } else {
        QFont face = theme.font(Type::Small);
        face.setWeight(theme.weight(QFont::DemiBold));
        painter.setFont(face);
        painter.setPen(open ? theme.text.onAccent : theme.text.primary);
        painter.drawText(circle, Qt::AlignCenter, QLocale().toString(step + 1));
    }
    painter.setFont(theme.font(open ? Type::BodyStrong : Type::Body));
    painter.setPen(open ? theme.text.primary : theme.text.secondary);
    const int left = kLeft + kCircle + kGap;
    const QRect words = onScreen({left, kTop + step * kStep, width() - left - 8, kStep});
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_names.at(step), Qt::ElideRight, words.width()));
}

} // namespace signalbox::ui
