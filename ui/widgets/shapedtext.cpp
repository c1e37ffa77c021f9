// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shapedtext.h"

#include <QCache>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QStaticText>
#include <QStyle>

namespace signalbox::ui {

namespace {

constexpr int kWhole = -1; // is not cut
constexpr int kMost = 1000; // lines; a page has some hundred

struct Line {
    QFont font;
    QString words;
    int room = kWhole; // pixels

    bool operator==(const Line&) const = default;
};

size_t qHash(const Line& line, size_t seed = 0)
{
    return qHashMulti(seed, line.words, line.room);
}

struct Shaped {
    QStaticText text;
    QSizeF size;
    double ascent = 0;
};

const Shaped& shaped(const Line& line)
{
    static QCache<Line, Shaped> known(kMost);
    if (const Shaped* found = known.object(line))
        return *found;
    const QFontMetricsF metrics(line.font);
    auto* fresh = new Shaped;
    fresh->text.setTextFormat(Qt::PlainText);
    fresh->text.setText(line.room == kWhole ? line.words : metrics.elidedText(line.words, Qt::ElideRight, line.room));
    fresh->text.prepare({}, line.font);
    fresh->size = fresh->text.size();
    fresh->ascent = metrics.ascent();
    known.insert(line, fresh);
    return *fresh;
}

} // namespace

void drawLine(QPainter& painter, const QRectF& place, Qt::Alignment side, const QString& words)
{
    if (words.isEmpty())
        return;
    const Shaped* line = &shaped({painter.font(), words, kWhole});
    if (line->size.width() > place.width())
        line = &shaped({painter.font(), words, static_cast<int>(place.width())});
    const bool right = QStyle::visualAlignment(painter.layoutDirection(), side).testFlag(Qt::AlignRight);
    const double left = right ? place.right() - line->size.width() : place.left();
    painter.drawStaticText(QPointF(left, place.top() + (place.height() - line->size.height()) / 2), line->text);
}

void drawShaped(QPainter& painter, const QPointF& baseLine, const QString& words)
{
    const Shaped& line = shaped({painter.font(), words, kWhole});
    painter.drawStaticText(baseLine - QPointF(0, line.ascent), line.text);
}

} // namespace signalbox::ui
