// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"
#include "ui/gallery/gallerypart.h"
#include "ui/models/charttable.h"
#include "ui/models/rowlistmodel.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/rowdelegate.h"

#include <QHeaderView>
#include <QListView>
#include <QTableView>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

QWidget* table(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent); // holds what the table does not own
    auto* model = new ChartTable(whole);
    model->load(fixtures::latency());
    auto* delegate = new CellDelegate(
        ground.themes,
        [](const QModelIndex& index) {
            const bool first = index.column() == 0;
            return CellLook{.tone = first ? Tone::Secondary : Tone::Primary,
                            .glyph = first
                                ? std::optional(index.row() == 1 ? StatusRole::OffBaseline : StatusRole::Succeeded)
                                : std::nullopt,
                            .tabular = true,
                            .right = !first};
        },
        whole);
    auto* view = makeTable(ground.themes, *delegate, *model, {.widths = {140, 120, 120}, .name = u"Latency"_s}, whole);
    view->selectRow(2);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    return whole;
}

GalleryPart rowsOf(const QString& state, RowDelegate::Look look)
{
    return {u"Row list, "_s + state, {324, 200}, [look](const GalleryGround& ground, QWidget* parent) {
                auto* list = makeRowList(ground.themes, look, parent);
                auto* model = new RowListModel(list);
                const auto row
                    = [](StatusRole role, const QString& title, const QString& detail, const QString& right) {
                          ListRow made;
                          made.id = title;
                          made.role = role;
                          made.title = title;
                          made.detail = detail;
                          made.right = right;
                          return made;
                      };
                ListRow heading = row(StatusRole::Clear, u"Held"_s, {}, u"2"_s);
                heading.heading = true;
                ListRow held
                    = row(StatusRole::HeldForYou, u"identity 3.0.0"_s, u"Critical 0.62. 1 of 2 approved"_s, u"9:12"_s);
                held.urgent = true;
                const ListRow decided
                    = row(StatusRole::Succeeded, u"web-shop 24.11"_s, u"Approved by you"_s, u"11:20"_s);
                const ListRow longOne = row(StatusRole::Failed, QString(200, u'n'), QString(200, u'd'), u"09:58"_s);
                model->setRows({heading, held, decided, longOne});
                list->setModel(model);
                list->setCurrentIndex(model->index(1));
                list->setAccessibleName(u"Queue"_s);
                return list;
            }};
}

} // namespace

std::vector<GalleryPart> tableParts()
{
    return {{u"Table, with delegates"_s, {440, 190}, table},
            rowsOf(u"two lines, too long"_s, {.height = 44, .rules = true, .strong = true}),
            rowsOf(u"without rules and glyphs"_s, {.height = 44, .glyphs = false})};
}

} // namespace signalbox::ui
