// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contributions.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox::ui {

namespace {

struct ContributionWords {
    Q_DECLARE_TR_FUNCTIONS(ContributionWords)
};

constexpr QChar kMinus{0x2212};

} // namespace

double Contributions::score() const
{
    return std::accumulate(parts.begin(), parts.end(), base,
                           [](double sum, const Contribution& part) { return sum + part.share; });
}

std::vector<int> shownHundredths(const Contributions& of)
{
    std::vector<double> exact{of.base * 100};
    for (const auto& part : of.parts)
        exact.push_back(part.share * 100);
    std::vector<int> shown;
    for (const double value : exact)
        shown.push_back(static_cast<int>(std::floor(value)));
    const auto score = static_cast<int>(std::lround(of.score() * 100));
    auto missing = static_cast<std::size_t>(std::max(0, score - std::accumulate(shown.begin(), shown.end(), 0)));
    std::vector<std::size_t> order(exact.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t at) { return exact[at] - std::floor(exact[at]); });
    missing = std::min(missing, order.size());
    for (std::size_t at = 0; at < missing; ++at) // what lost most by rounding down gets it back
        ++shown[order[at]];
    return shown;
}

QString shownScore(int hundredths)
{
    return QLocale().toString(hundredths / 100.0, 'f', 2);
}

QString shownShare(int hundredths)
{
    const QString figure = shownScore(std::abs(hundredths));
    return (hundredths < 0 ? QString(kMinus) : QStringLiteral("+")) + figure;
}

QString spokenContribution(const Contribution& part, int hundredths)
{
    const QString figure = shownScore(std::abs(hundredths));
    return part.share < 0 ? ContributionWords::tr("%1 lowers risk by %2.").arg(part.name, figure)
                          : ContributionWords::tr("%1 raises risk by %2.").arg(part.name, figure);
}

void ContributionTable::load(const Contributions& of)
{
    const std::vector<int> shown = shownHundredths(of);
    beginResetModel();
    m_rows = {{of.baseName, shownScore(shown.front())}};
    for (std::size_t at = 0; at < of.parts.size(); ++at)
        m_rows.emplace_back(of.parts[at].name, shownShare(shown[at + 1]));
    m_rows.emplace_back(of.title, shownScore(std::accumulate(shown.begin(), shown.end(), 0)));
    endResetModel();
}

int ContributionTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ContributionTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ContributionTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const auto& [name, figure] = m_rows[static_cast<std::size_t>(index.row())];
    return index.column() == 0 ? name : figure;
}

QVariant ContributionTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Factor") : tr("Share");
}

} // namespace signalbox::ui
