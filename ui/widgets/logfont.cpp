// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logfont.h"

#include <QGlyphRun>
#include <QPainter>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

struct Range {
    char16_t first;
    char16_t last;
};

// Of scripts in which a character's neighbours do not change it: Latin, punctuation, arrows, boxes, marks of tests.
constexpr std::array kSimple{Range{u' ', u'~'},     Range{0x00a1, 0x024f}, Range{0x2010, 0x2027},
                             Range{0x2030, 0x205e}, Range{0x2190, 0x21ff}, Range{0x2500, 0x259f},
                             Range{0x2713, 0x2718}, Range{0xfffd, 0xfffd}};

QString simpleCharacters()
{
    QString all;
    for (const Range& range : kSimple) {
        for (unsigned c = range.first; c <= range.last; ++c)
            all += QChar(static_cast<char16_t>(c));
    }
    return all;
}

QString shownText(std::string_view text)
{
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return shown.replace(u'\t', QStringLiteral("    "));
}

} // namespace

LogFont::LogFont(const QFont& font) : m_raw(QRawFont::fromFont(font)), m_metrics(font)
{
    static const QString characters = simpleCharacters();
    m_glyphs = m_raw.glyphIndexesForString(characters);
    const QList<QPointF> advances = m_raw.advancesForGlyphIndexes(m_glyphs);
    constexpr qsizetype kPlain = u'~' - u' ' + 1;
    const auto differs
        = [&](qsizetype at) { return m_glyphs[at] == 0 || qAbs(advances[at].x() - advances[0].x()) > 0.01; };
    for (qsizetype i = 0; i < m_glyphs.size(); ++i) {
        if (!differs(i))
            continue;
        if (i < kPlain) { // no font of columns
            m_glyphs.clear();
            return;
        }
        m_glyphs[i] = 0;
    }
    constexpr int kMany = 64;
    m_column = m_metrics.horizontalAdvance(QString(kMany, u'0')) / kMany;
}

quint32 LogFont::glyphOf(QChar character) const
{
    qsizetype before = 0;
    for (const Range& range : kSimple) {
        if (character.unicode() >= range.first && character.unicode() <= range.last)
            return m_glyphs.isEmpty() ? 0 : m_glyphs[before + character.unicode() - range.first];
        before += range.last - range.first + 1;
    }
    return 0;
}

void LogFont::forParts(std::string_view text, const std::function<void(const Part&)>& take) const
{
    const QString shown = shownText(text);
    Part part;
    const auto give = [&] {
        part.wide = part.words.isEmpty() ? static_cast<double>(part.glyphs.size()) * m_column : shapedWidth(part.words);
        if (!part.glyphs.isEmpty() || !part.words.isEmpty())
            take(part);
        part = {};
    };
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool marked = i + 1 < shown.size() && shown[i + 1].isMark();
        const quint32 glyph = marked ? 0 : glyphOf(shown[i]);
        if (glyph == 0 ? !part.glyphs.isEmpty() : !part.words.isEmpty())
            give();
        if (glyph == 0)
            part.words += shown[i];
        else
            part.glyphs += glyph;
    }
    give();
}

double LogFont::widthOf(std::string_view text) const
{
    double wide = 0;
    forParts(text, [&wide](const Part& part) { wide += part.wide; });
    return wide;
}

double LogFont::shapedWidth(const QString& words) const
{
    auto known = m_widths.find(words);
    if (known == m_widths.end())
        known = m_widths.insert(words, m_metrics.horizontalAdvance(words));
    return *known;
}

void RowGlyphs::add(const QList<quint32>& glyphs, QPointF at, const QColor& colour)
{
    auto run = std::ranges::find(m_runs, colour, &Run::colour);
    if (run == m_runs.end())
        run = m_runs.insert(m_runs.end(), Run{colour, {}, {}});
    const quint32 blank = m_font.blank();
    for (const quint32 glyph : glyphs) {
        if (glyph != blank) {
            run->glyphs.append(glyph);
            run->places.append(at);
        }
        at.rx() += m_font.column();
    }
}

void RowGlyphs::draw(QPainter& painter) const
{
    for (const Run& run : m_runs) {
        QGlyphRun glyphs;
        glyphs.setRawFont(m_font.raw());
        glyphs.setGlyphIndexes(run.glyphs);
        glyphs.setPositions(run.places);
        painter.setPen(run.colour);
        painter.drawGlyphRun({}, glyphs);
    }
}

} // namespace signalbox::ui
