// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/rightstable.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kNameWidth = 172;
constexpr int kUseWidth = 148;
constexpr int kShortNameWidth = 232;
constexpr int kRow = 36;
constexpr int kShortRow = 39;
} // namespace

RightsTable::RightsTable(const ThemeSource& themes, Shape shape, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    const bool whole = shape == Shape::Whole;
    auto* delegate = new CellDelegate(
        themes, [this](const QModelIndex& index) { return look(index); }, this);
    m_table = makeTable(themes, *delegate, m_model,
                        {.widths = {whole ? kNameWidth : kShortNameWidth, 200, kUseWidth},
                         .stretch = RightsModel::Outcome,
                         .rowHeight = whole ? kRow : kShortRow,
                         .name = tr("Rights")},
                        this);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (!whole) {
        m_table->horizontalHeader()->hide();
        m_table->setColumnHidden(RightsModel::Use, true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    connect(&m_model, &RightsModel::modelReset, this, &RightsTable::measure);
    measure();
}

CellLook RightsTable::look(const QModelIndex& index) const
{
    const ci::TriedRight& right = m_model.rights()[static_cast<std::size_t>(index.row())];
    const bool lacks = right.state == ci::RightState::Lacks || right.state == ci::RightState::Fails;
    CellLook look{.tone = index.column() == RightsModel::Name || (lacks && index.column() == RightsModel::Use)
                      ? Tone::Primary
                      : Tone::Secondary,
                  .alarm = lacks};
    if (index.column() == RightsModel::Name) {
        look.type = Type::BodyStrong;
        look.glyph = lacks ? StatusRole::Failed : statusOf(right.state);
    }
    return look;
}

int RightsTable::wordsWidth(int column) const
{
    constexpr int kBeside = 40; // the glyph and the padding
    const QFontMetrics metrics(m_themes.theme().font(column == RightsModel::Name ? Type::BodyStrong : Type::Body));
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_model.index(row, column).data().toString()));
    return widest + kBeside;
}

void RightsTable::measure()
{
    for (const int column : {RightsModel::Name, RightsModel::Use}) {
        if (!m_table->isColumnHidden(column) && m_model.rowCount() > 0)
            m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), wordsWidth(column)));
    }
    const QHeaderView* header = m_table->horizontalHeader();
    const int head = header->isHidden() ? 0 : header->sizeHint().height();
    setFixedHeight(head + m_model.rowCount() * m_table->verticalHeader()->defaultSectionSize());
}

} // namespace signalbox::ui
