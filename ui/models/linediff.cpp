// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linediff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace signalbox::ui {

namespace {

constexpr qsizetype kMostCompared = 4'000'000; // pairs of lines; beyond it all that differs goes and comes

QStringList linesOf(const QString& text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// For each pair of places, how many lines from there on can stay: the longest common subsequence.
class Subsequence {
public:
    Subsequence(const QStringList& before, const QStringList& after) : m_width(after.size() + 1)
    {
        m_length.resize(static_cast<std::size_t>((before.size() + 1) * m_width));
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j)
                at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    int& at(qsizetype i, qsizetype j) { return m_length[static_cast<std::size_t>(i * m_width + j)]; }

private:
    const qsizetype m_width;
    std::vector<int> m_length;
};

QList<DiffLine> whole(const QStringList& before, const QStringList& after)
{
    using Kind = DiffLine::Kind;
    QList<DiffLine> lines;
    const bool comparable = before.size() * after.size() <= kMostCompared;
    Subsequence common(comparable ? before : QStringList(), comparable ? after : QStringList());
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() || j < after.size()) {
        const bool both = i < before.size() && j < after.size();
        if (both && comparable && before[i] == after[j]) {
            lines.append({Kind::Same, static_cast<int>(j) + 1, after[j]});
            ++i;
            ++j;
        } else if (i < before.size()
                   && (j == after.size() || !comparable || common.at(i + 1, j) >= common.at(i, j + 1))) {
            lines.append({Kind::Removed, static_cast<int>(i) + 1, before[i]});
            ++i;
        } else {
            lines.append({Kind::Added, static_cast<int>(j) + 1, after[j]});
            ++j;
        }
    }
    return lines;
}

} // namespace

QList<DiffLine> lineDiff(const QString& before, const QString& after, int around)
{
    const QList<DiffLine> all = whole(linesOf(before), linesOf(after));
    std::vector<bool> kept(static_cast<std::size_t>(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == DiffLine::Kind::Same)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - around); j <= std::min(all.size() - 1, i + around); ++j)
            kept[static_cast<std::size_t>(j)] = true;
    }
    QList<DiffLine> shown;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (kept[static_cast<std::size_t>(i)])
            shown.append(all[i]);
        else if (!shown.isEmpty() && shown.last().kind != DiffLine::Kind::Gap)
            shown.append({DiffLine::Kind::Gap, 0, {}});
    }
    if (!shown.isEmpty() && shown.last().kind == DiffLine::Kind::Gap)
        shown.removeLast();
    return shown;
}

void LineDiffModel::load(QList<DiffLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LineDiffModel::count(DiffLine::Kind kind) const
{
    return static_cast<int>(std::ranges::count(m_lines, kind, &DiffLine::kind));
}

int LineDiffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LineDiffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const DiffLine& line = m_lines[index.row()];
    switch (role) {
    case NumberRole: return line.number;
    case KindRole: return static_cast<int>(line.kind);
    case Qt::DisplayRole: return line.text;
    case Qt::AccessibleTextRole:
        return line.kind == DiffLine::Kind::Added  ? tr("added: %1").arg(line.text)
            : line.kind == DiffLine::Kind::Removed ? tr("removed: %1").arg(line.text)
                                                   : line.text;
    default: return {};
    }
}

} // namespace signalbox::ui
