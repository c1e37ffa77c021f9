// SPDX-License-Identifier: GPL-3.0-or-later
// The font of a log, by columns: characters that stand for themselves are placed without being shaped, at a fraction
// of the cost. What needs shaping, or another font, is left to Qt.
//
// Thread     GUI
// Ownership  lives for one paint event
#pragma once

#include <QColor>
#include <QFontMetricsF>
#include <QHash>
#include <QList>
#include <QRawFont>

#include <functional>
#include <string_view>
#include <vector>

class QPainter;

namespace signalbox::ui {

class LogFont {
public:
    explicit LogFont(const QFont& font);

    /// A piece of a text: glyphs of a column each, or words to shape.
    struct Part {
        QList<quint32> glyphs;
        QString words;
        double wide = 0;
    };
    void forParts(std::string_view text, const std::function<void(const Part&)>& take) const;
    double widthOf(std::string_view text) const;

    double column() const { return m_column; } // width; 0: the characters differ
    quint32 blank() const { return glyphOf(u' '); }
    const QRawFont& raw() const { return m_raw; }

private:
    quint32 glyphOf(QChar character) const; // 0: it has none of a column's width
    double shapedWidth(const QString& words) const;

    const QRawFont m_raw;
    const QFontMetricsF m_metrics;
    QList<quint32> m_glyphs;
    double m_column = 0;
    mutable QHash<QString, double> m_widths; // a log has few kinds of what is shaped
};

/// Glyphs of one row. Each colour is drawn once, however often the row changes it.
class RowGlyphs {
public:
    explicit RowGlyphs(const LogFont& font) : m_font(font) { }

    void add(const QList<quint32>& glyphs, QPointF at, const QColor& colour);
    void draw(QPainter& painter) const;

private:
    struct Run {
        QColor colour;
        QList<quint32> glyphs;
        QList<QPointF> places;
    };

    const LogFont& m_font; // outlives this
    std::vector<Run> m_runs;
};

} // namespace signalbox::ui
