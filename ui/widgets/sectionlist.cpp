// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionlist.h"

#include "ui/models/rowlistmodel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/sectioncolumn.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 380;
constexpr int kRowHeight = 36;
constexpr int kMostRows = 14; // the rest is scrolled to
} // namespace

SectionList::SectionList(const ThemeSource& themes, const std::vector<host::LogSection>& sections, bool growing,
                         std::int64_t current, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_list(makeRowList(themes, {.height = kRowHeight}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, themes.theme().surface.raised);
    colours.setColor(QPalette::WindowText, themes.theme().border.strong); // of the frame
    setPalette(colours);
    setAutoFillBackground(true);
    const QList<ListRow> rows = rowsOf(sections, growing);
    const auto behind = std::ranges::upper_bound(sections, current, {}, &host::LogSection::line);
    const int chosen = std::max(0, static_cast<int>(behind - sections.begin()) - 1);
    auto* model = new RowListModel(this);
    model->setRows(rows);
    m_list->setModel(model);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setCurrentIndex(model->index(chosen));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    resize(kWidth, std::min(kMostRows, static_cast<int>(rows.size())) * kRowHeight + 4);
    const auto pick = [this, model](const QModelIndex& index) {
        emit linePicked(model->row(index.row()).id.toLongLong());
        close();
    };
    connect(m_list, &QListView::activated, this, pick);
    connect(m_list, &QListView::clicked, this, pick);
}

} // namespace signalbox::ui
