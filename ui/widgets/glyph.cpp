// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/glyph.h"

#include "ui/models/words.h"
#include "ui/widgets/statuslook.h"

#include <QPainter>

namespace signalbox::ui {

Glyph::Glyph(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
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

QSize Glyph::sizeHint() const
{
    const Theme& theme = m_themes.theme();
    return {theme.size.iconInline, theme.lineHeight(Type::Body)};
}

void Glyph::paintEvent(QPaintEvent*)
{
    const int side = m_themes.theme().size.iconInline;
    QPainter painter(this);
    paintGlyph(painter, QRectF(0, (height() - side) / 2.0, side, side), m_role, m_themes.theme());
}

} // namespace signalbox::ui
