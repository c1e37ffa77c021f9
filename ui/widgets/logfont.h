// SPDX-License-Identifier: GPL-3.0-or-later
// The font of a log, by columns: characters that stand for themselves are placed without being shaped, at a fraction
// of the cost. What needs shaping is left to Qt; what no face has is its number, as [U+0748].
//
// Thread     GUI
// Memory     the widths of a few thousand words
#pragma once

#include "ui/widgets/logfaces.h"

#include <QColor>
#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

class QPainter;

namespace signalbox::ui {

class LogFont final : public QObject {
    Q_OBJECT

public:
    explicit LogFont(const QFont& font, QObject* parent = nullptr);

    /// A piece of a text: glyphs side by side, or words to shape.
    struct Part {
        const LogFace* face = nullptr;
        QList<quint32> glyphs;
        QList<double> advances; // of the glyphs; empty: a column each
        QString words;
        bool missing = false; // no face has it: the glyphs are those of its number
        double wide = 0;
    };
    /// Call it before each frame: a face of pictures gives a few new ones a frame, and changed() for the next.
    void beginFrame() { m_newPictures = kMostNewPictures; }
    using Take = std::function<bool(const Part&)>; // false: no more
    /// `from`: how far right of the beginning of its line the text stands, as a tab goes on to the next stop.
    void forParts(std::string_view text, const Take& take, double from = 0);
    double widthOf(std::string_view text, double from = 0);
    static constexpr int kTab = 8; // columns from one stop to the next

    const QFont& font() const { return m_faces.own().font; }
    double column() const { return m_column; } // width; 0: the characters differ
    quint32 blank() const { return glyphOf(u' '); }

signals:
    void changed(); // a face was opened: texts look otherwise now

private:
    class Cutter;
    static constexpr int kMostNewPictures = 4; // half a millisecond each
    std::optional<double> advanceOf(const LogFace& face, quint32 glyph); // empty: not in this frame
    quint32 glyphOf(char32_t character) const; // 0: it has none of a column's width
    double cells(double advance) const; // of a glyph of another face: one column, or more
    double shapedWidth(const LogFace& face, const QString& words);

    LogFaces m_faces;
    QList<quint32> m_glyphs;
    double m_column = 0;
    QHash<quint32, double> m_pictures; // shown so far, with their advances: to ask again is to unpack again
    int m_newPictures = kMostNewPictures;
    QTimer m_nextFrame;
    QHash<QString, double> m_widths; // a log has few kinds of what is shaped
};

/// Glyphs of one row. Each colour and face is drawn once, however often the row changes it.
class RowGlyphs {
public:
    explicit RowGlyphs(const LogFont& font) : m_font(font) { }

    void add(const LogFont::Part& part, QPointF at, const QColor& colour);
    void draw(QPainter& painter) const;

private:
    struct Run {
        QColor colour;
        const LogFace* face = nullptr;
        QList<quint32> glyphs;
        QList<QPointF> places;
    };

    const LogFont& m_font; // outlives this
    std::vector<Run> m_runs;
};

} // namespace signalbox::ui
