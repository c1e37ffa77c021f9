// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionlist.h"

#include "ui/models/rowlistmodel.h"
#include "ui/models/words.h"
#include "ui/widgets/rowdelegate.h"

#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 380;
constexpr int kRowHeight = 32;
constexpr int kMostRows = 14; // the rest is scrolled to
} // namespace

SectionList::SectionList(const ThemeSource& themes, const std::vector<host::LogSection>& sections, std::int64_t current,
                         QWidget* parent)
    : QFrame(parent, Qt::Popup), m_list(makeRowList(themes, {.height = kRowHeight, .glyphs = false}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, themes.theme().surface.raised);
    colours.setColor(QPalette::WindowText, themes.theme().border.strong); // of the frame
    setPalette(colours);
    setAutoFillBackground(true);
    QList<ListRow> rows;
    int chosen = 0;
    for (const host::LogSection& section : sections) {
        if (section.line <= current)
            chosen = static_cast<int>(rows.size());
        ListRow row;
        row.id = QString::number(section.line);
        row.title = text(section.name);
        row.right = QLocale().toString(static_cast<qlonglong>(section.line));
        row.spoken = tr("%1, line %2").arg(row.title, row.right);
        rows.append(row);
    }
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
