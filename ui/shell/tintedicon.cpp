// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tintedicon.h"

#include "resources/embedded.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace signalbox::ui {

QPixmap tintedIcon(const QString& name, const QString& tint, int side, double ratio)
{
    const QString key
        = QLatin1String("signalbox/") + name + QLatin1Char('/') + tint + QChar(side) + QChar(qRound(100 * ratio));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    auto svg = resources::embedded(QStringLiteral("icons/%1.svg").arg(name));
    if (!svg)
        return {};
    if (!tint.isEmpty())
        svg->replace("currentColor", tint.toLatin1());
    pixmap = QPixmap(QSize(side, side) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(*svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace signalbox::ui
