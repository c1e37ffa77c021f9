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

constexpr std::array<std::pair<Kind, const char*>, 5> kSections{{
    {Kind::Now, QT_TRANSLATE_NOOP("Palette", "Now")},
    {Kind::Line, QT_TRANSLATE_NOOP("Palette", "Lines")},
    {Kind::Command, QT_TRANSLATE_NOOP("Palette", "Commands")},
    {Kind::Recent, QT_TRANSLATE_NOOP("Palette", "Recent")},
    {Kind::Person, QT_TRANSLATE_NOOP("Palette", "People")},
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

bool isAsked(const PaletteItem& item, QChar only)
{
    switch (only.unicode()) {
    case u'>': return item.kind == Kind::Command;
    case u'#': return item.isRun;
    case u'@': return item.kind == Kind::Person;
    default: return true;
    }
}

} // namespace

QList<PaletteRow> findInPalette(const QList<PaletteItem>& items, const QString& query, int perSection)
{
    const QChar only = query.isEmpty() ? QChar() : query.front();
    const bool alone
        = QStringLiteral(">#@").contains(only) && !only.isNull(); // one kind of things: more of it is shown
    const QStringList words = query.mid(alone ? 1 : 0).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<PaletteRow> rows;
    for (const auto& [kind, heading] : kSections) {
        QList<std::pair<int, PaletteItem>> found;
        for (const PaletteItem& item : items) {
            if (const int far = distance(item, words); item.kind == kind && isAsked(item, only) && far >= 0)
                found.append({far, item});
        }
        std::ranges::stable_sort(found, {}, &std::pair<int, PaletteItem>::first);
        found = found.first(std::min<qsizetype>(found.size(), alone ? 4 * perSection : perSection));
        if (!found.isEmpty())
            rows.append({Palette::tr(heading), {}});
        for (const auto& [far, item] : found)
            rows.append({{}, item});
    }
    return rows;
}

} // namespace signalbox::ui
