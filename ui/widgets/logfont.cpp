// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logfont.h"

#include <QGlyphRun>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

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

QList<uint> shownText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUcs4();
}

/// Asks for the form of the character before it: as text, or as a picture.
bool isForm(char32_t character)
{
    return character == 0xfe0e || character == 0xfe0f;
}

} // namespace

/// Cuts a text into parts: what is of one kind and one face stays together.
class LogFont::Cutter {
public:
    Cutter(LogFont& font, const Take& take, double from) : m_font(font), m_take(take), m_at(from) { }

    void cut(const QList<uint>& text)
    {
        for (qsizetype i = 0; i < text.size() && m_more; ++i) {
            if (i > 0 && isForm(text[i]) && QChar::category(text[i - 1]) == QChar::Symbol_Other)
                continue; // the faces here have one form of an emoji
            if (text[i] == u'\t') {
                addTab();
                continue;
            }
            const bool marked = i + 1 < text.size() && QChar::isMark(text[i + 1]) && !isForm(text[i + 1]);
            const quint32 glyph = marked ? 0 : m_font.glyphOf(text[i]);
            if (glyph != 0)
                addColumn(glyph);
            else
                addOther(text[i], marked);
        }
        give();
    }

private:
    void addColumn(quint32 glyph)
    {
        continueWith(m_font.m_faces.own(), Kind::Columns);
        m_part.glyphs += glyph;
    }

    void addTab()
    {
        give();
        const LogFace& own = m_font.m_faces.own();
        const double column = m_font.m_column > 0 ? m_font.m_column : own.metrics.horizontalAdvance(u' ');
        const double stop = kTab * column;
        const double room = stop * (std::floor(m_at / stop + 0.01) + 1) - m_at;
        continueWith(own, Kind::Glyphs);
        m_part.glyphs += own.raw.glyphIndexesForString(QStringLiteral(" ")).front();
        m_part.advances += room;
        give();
    }

    bool addGlyph(const LogFace& face, const QString& character)
    {
        const quint32 glyph = face.raw.glyphIndexesForString(character).front();
        const auto advance = m_font.advanceOf(face, glyph);
        if (!advance)
            return false;
        continueWith(face, Kind::Glyphs);
        m_part.glyphs += glyph;
        m_part.advances += m_font.cells(*advance);
        return true;
    }

    void addOther(char32_t character, bool marked)
    {
        const LogFaces::Answer answer = m_font.m_faces.faceOf(character);
        if (answer.face == nullptr)
            return addMissing(character, answer.awaited);
        const QString one = QString::fromUcs4(&character, 1);
        if (!marked && LogFaces::isSimple(QChar::script(character))) {
            if (!addGlyph(*answer.face, one))
                addMissing(character, true);
            return;
        }
        continueWith(*answer.face, Kind::Words);
        m_part.words += one;
    }

    void addMissing(char32_t character, bool awaited)
    {
        give();
        const QString number = QStringLiteral("[U+%1]").arg(character, 4, 16, QLatin1Char('0')).toUpper();
        for (const QChar c : awaited ? QStringLiteral(" ") : number) {
            if (const quint32 glyph = m_font.glyphOf(c.unicode()))
                addColumn(glyph);
            else
                addGlyph(m_font.m_faces.own(), c);
        }
        m_part.missing = !awaited;
        give();
    }

    enum class Kind { Columns, Glyphs, Words };
    Kind kind() const
    {
        return !m_part.words.isEmpty() ? Kind::Words : m_part.advances.isEmpty() ? Kind::Columns : Kind::Glyphs;
    }

    void continueWith(const LogFace& face, Kind what)
    {
        if (m_part.face != &face || kind() != what)
            give();
        m_part.face = &face;
    }

    void give()
    {
        if (m_part.glyphs.isEmpty() && m_part.words.isEmpty())
            return;
        if (!m_part.words.isEmpty())
            m_part.wide = m_font.shapedWidth(*m_part.face, m_part.words);
        else if (m_part.advances.isEmpty())
            m_part.wide = static_cast<double>(m_part.glyphs.size()) * m_font.m_column;
        else
            m_part.wide = std::accumulate(m_part.advances.begin(), m_part.advances.end(), 0.0);
        m_at += m_part.wide;
        m_more = m_more && m_take(m_part);
        m_part = {};
    }

    LogFont& m_font; // outlives this
    const Take& m_take;
    double m_at; // right of the beginning of the line
    Part m_part;
    bool m_more = true;
};

LogFont::LogFont(const QFont& font, QObject* parent) : QObject(parent), m_faces(font)
{
    static const QString characters = simpleCharacters();
    const LogFace& own = m_faces.own();
    m_glyphs = own.raw.glyphIndexesForString(characters);
    const QList<QPointF> advances = own.raw.advancesForGlyphIndexes(m_glyphs);
    constexpr qsizetype kPlain = u'~' - u' ' + 1;
    const auto differs
        = [&](qsizetype at) { return m_glyphs[at] == 0 || qAbs(advances[at].x() - advances[0].x()) > 0.01; };
    connect(&m_faces, &LogFaces::opened, this, &LogFont::changed);
    m_nextFrame.setSingleShot(true);
    m_nextFrame.setInterval(0);
    connect(&m_nextFrame, &QTimer::timeout, this, &LogFont::changed);
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
    m_column = own.metrics.horizontalAdvance(QString(kMany, u'0')) / kMany;
}

std::optional<double> LogFont::advanceOf(const LogFace& face, quint32 glyph)
{
    const auto measured = [&] { return face.raw.advancesForGlyphIndexes({glyph}).front().x(); };
    if (!face.pictures)
        return measured();
    auto known = m_pictures.constFind(glyph);
    if (known == m_pictures.constEnd()) {
        if (m_newPictures == 0) {
            m_nextFrame.start();
            return {};
        }
        --m_newPictures;
        known = m_pictures.insert(glyph, measured());
    }
    return *known;
}

quint32 LogFont::glyphOf(char32_t character) const
{
    qsizetype before = 0;
    for (const Range& range : kSimple) {
        if (character >= range.first && character <= range.last)
            return m_glyphs.isEmpty() ? 0 : m_glyphs[before + static_cast<qsizetype>(character) - range.first];
        before += range.last - range.first + 1;
    }
    return 0;
}

/// As in a terminal: what is wider than its column stands in two, so that what follows is below its like.
double LogFont::cells(double advance) const
{
    constexpr double kOver = 0.25; // of a column, is let stand
    return m_column > 0 && advance > 0 ? std::max(1.0, std::ceil(advance / m_column - kOver)) * m_column : advance;
}

void LogFont::forParts(std::string_view text, const Take& take, double from)
{
    Cutter(*this, take, from).cut(shownText(text));
}

double LogFont::widthOf(std::string_view text, double from)
{
    double wide = 0;
    const auto add = [&wide](const Part& part) {
        wide += part.wide;
        return true;
    };
    forParts(text, add, from);
    return wide;
}

double LogFont::shapedWidth(const LogFace& face, const QString& words)
{
    constexpr qsizetype kMostWidths = 4096;
    if (m_widths.size() >= kMostWidths)
        m_widths.clear();
    auto known = m_widths.constFind(words);
    if (known == m_widths.constEnd())
        known = m_widths.insert(words, face.metrics.horizontalAdvance(words));
    return *known;
}

void RowGlyphs::add(const LogFont::Part& part, QPointF at, const QColor& colour)
{
    auto run = std::ranges::find_if(
        m_runs, [&](const Run& known) { return known.colour == colour && known.face == part.face; });
    if (run == m_runs.end())
        run = m_runs.insert(m_runs.end(), Run{colour, part.face, {}, {}});
    const quint32 blank = m_font.blank();
    for (qsizetype i = 0; i < part.glyphs.size(); ++i) {
        if (part.glyphs[i] != blank || !part.advances.isEmpty()) {
            run->glyphs.append(part.glyphs[i]);
            run->places.append(at);
        }
        at.rx() += part.advances.isEmpty() ? m_font.column() : part.advances[i];
    }
}

void RowGlyphs::draw(QPainter& painter) const
{
    for (const Run& run : m_runs) {
        QGlyphRun glyphs;
        glyphs.setRawFont(run.face->raw);
        glyphs.setGlyphIndexes(run.glyphs);
        glyphs.setPositions(run.places);
        painter.setPen(run.colour);
        painter.drawGlyphRun({}, glyphs);
    }
}

} // namespace signalbox::ui
