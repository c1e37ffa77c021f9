// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codeblock.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kLeft = 11;
constexpr int kRight = 8;
constexpr int kAbove = 5;
constexpr int kBar = 3;
constexpr int kWrap = static_cast<int>(Qt::TextWrapAnywhere);
} // namespace

CodeBlock::CodeBlock(const ThemeSource& themes, Hue hue, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_hue(hue)
{
    setLayoutDirection(Qt::LeftToRight); // in any language
    setFont(themes.theme().font(Type::Log));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void CodeBlock::setCode(const QString& code)
{
    m_code = code;
    setAccessibleName(code);
    updateGeometry();
    update();
}

int CodeBlock::heightForWidth(int width) const
{
    const QRect place(0, 0, width - kLeft - kRight, 100'000);
    return fontMetrics().boundingRect(place, kWrap, m_code).height() + 2 * kAbove;
}

QSize CodeBlock::sizeHint() const
{
    return {240, heightForWidth(std::max(width(), 240))};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {120, fontMetrics().height() + 2 * kAbove};
}

void CodeBlock::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.status(m_hue).tint);
    painter.fillRect(QRect(0, 0, kBar, height()), theme.status(m_hue).fg);
    painter.setPen(theme.text.primary);
    painter.drawText(rect().adjusted(kLeft, kAbove, -kRight, -kAbove), kWrap, m_code);
}

} // namespace signalbox::ui
