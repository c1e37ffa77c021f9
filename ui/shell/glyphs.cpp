// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/glyphs.h"

#include <QImage>
#include <QPainter>

namespace signalbox::ui {

namespace {

void draw(const QFont& font)
{
    QString all;
    for (char glyph = '!'; glyph <= '~'; ++glyph)
        all += QLatin1Char(glyph);
    QImage image(QSize(1024, 32), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setFont(font);
    painter.drawText(QPoint(0, 24), all);
}

} // namespace

std::vector<Turns::Step> glyphsDrawn(const ThemeSource& themes)
{
    std::vector<Turns::Step> steps;
    for (const Type type :
         {Type::Title, Type::Heading, Type::Body, Type::BodyStrong, Type::Small, Type::Mono, Type::Log})
        steps.emplace_back([&themes, type] { draw(themes.theme().font(type)); });
    return steps;
}

} // namespace signalbox::ui
