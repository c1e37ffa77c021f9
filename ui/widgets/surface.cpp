// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/surface.h"

#include <QPainter>

namespace signalbox::ui {

Surface::Surface(const ThemeSource& themes, Kind kind, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_kind(kind)
{
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Surface::paintEvent(QPaintEvent*)
{
    const SurfaceColours& colours = m_themes.theme().surface;
    const QColor& fill = m_kind == Kind::Window ? colours.window
        : m_kind == Kind::Panel                 ? colours.panel
        : m_kind == Kind::Raised                ? colours.raised
                                                : colours.inset;
    QPainter(this).fillRect(rect(), fill);
}

} // namespace signalbox::ui
