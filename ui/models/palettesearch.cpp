// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palettesearch.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::ui {

namespace {

using Kind = PaletteItem::Kind;

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

constexpr std::array<std::pair<Kind, const char*>, 4> kSections{{
    {Kind::Now, QT_TRANSLATE_NOOP("Palette", "Now")},
    {Kind::Line, QT_TRANSLATE_NOOP("Palette", "Lines")},
    {Kind::Command, QT_TRANSLATE_NOOP("Palette", "Commands")},
    {Kind::Recent, QT_TRANSLATE_NOOP("Palette", "Recent")},
}};

/// 0: the title begins with it; 1: a word of the title does; 2: it is somewhere; -1: it is not found.
int distance(const PaletteItem& item, const QStringList& words)
{
    const QString whole = item.title + QLatin1Char(' ') + item.detail;
    const bool found
        = std::ranges::all_of(words, [&](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); });
    if (!found)
        return -1;
    const QString first = words.value(0);
    if (item.title.startsWith(first, Qt::CaseInsensitive))
        return 0;
    return item.title.contains(QLatin1Char(' ') + first, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

QList<PaletteRow> findInPalette(const QList<PaletteItem>& items, const QString& query, int perSection)
{
    const bool commands = query.startsWith(QLatin1Char('>'));
    const bool runs = query.startsWith(QLatin1Char('#'));
    const QStringList words = query.mid(commands || runs ? 1 : 0).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<PaletteRow> rows;
    for (const auto& [kind, heading] : kSections) {
        QList<std::pair<int, PaletteItem>> found;
        for (const PaletteItem& item : items) {
            const bool asked = commands ? item.kind == Kind::Command : !runs || item.isRun;
            if (const int far = distance(item, words); item.kind == kind && asked && far >= 0)
                found.append({far, item});
        }
        std::ranges::stable_sort(found, {}, &std::pair<int, PaletteItem>::first);
        const bool alone = commands || runs; // one kind of things: show more of it
        found = found.first(std::min<qsizetype>(found.size(), alone ? 4 * perSection : perSection));
        if (!found.isEmpty())
            rows.append({Palette::tr(heading), {}});
        for (const auto& [far, item] : found)
            rows.append({{}, item});
    }
    return rows;
}

} // namespace signalbox::ui
