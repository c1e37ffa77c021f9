// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/glyph.h"

#include "ui/models/words.h"
#include "ui/widgets/statuslook.h"

#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

Glyph::Glyph(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_side(themes.theme().size.iconInline)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Glyph::setStatus(StatusRole role)
{
    m_role = role;
    setAccessibleName(spoken(role));
    update();
}

void Glyph::setSide(int side)
{
    m_side = side;
    updateGeometry();
    update();
}

QSize Glyph::sizeHint() const
{
    const Theme& theme = m_themes.theme();
    return {m_side, std::max(m_side, theme.lineHeight(Type::Body))};
}

void Glyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGlyph(painter, QRectF(0, (height() - m_side) / 2.0, m_side, m_side), m_role, m_themes.theme());
}

} // namespace signalbox::ui
