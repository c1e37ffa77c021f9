// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codeblock.h"

#include "ui/widgets/textlines.h"

#include <QPainter>
#include <QTextLayout>

namespace signalbox::ui {

namespace {
constexpr int kLeft = 11;
constexpr int kRight = 8;
constexpr int kAbove = 5;
constexpr int kBar = 3;

/// Breaks between words, within one that is longer than a line; returns the height.
double layOut(QTextLayout& layout, int width, const Theme& theme)
{
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    return breakIntoLines(layout, width, theme.lineHeight(Type::Log)).height;
}

} // namespace

CodeBlock::CodeBlock(const ThemeSource& themes, Hue hue, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_hue(hue)
{
    setLayoutDirection(Qt::LeftToRight); // in any language
    themes.dress(this, Type::Log);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodeBlock::setCode(const QString& code)
{
    m_code = inOneParagraph(code);
    setAccessibleName(code);
    updateGeometry();
    update();
}

int CodeBlock::heightForWidth(int width) const
{
    QTextLayout layout(m_code, font());
    return qCeil(layOut(layout, width - kLeft - kRight, m_themes.theme())) + 2 * kAbove;
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
    QTextLayout layout(m_code, font());
    layOut(layout, width() - kLeft - kRight, theme);
    layout.draw(&painter, QPointF(kLeft, kAbove));
}

} // namespace signalbox::ui
