// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectioncolumn.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rowdelegate.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 264;
constexpr int kRowHeight = 36;
constexpr int kMargin = 12;
constexpr int kDeepest = 4; // further ones are as far to the right

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(Sections)
};
} // namespace

QList<ListRow> rowsOf(const std::vector<host::LogSection>& sections, bool growing)
{
    QList<ListRow> rows;
    for (const host::LogSection& section : sections) {
        ListRow row;
        row.id = QString::number(section.line);
        row.role = section.failed     ? StatusRole::Failed
            : section.open && growing ? StatusRole::Running
                                      : StatusRole::Succeeded;
        row.title = text(section.name);
        const QString line = QLocale().toString(static_cast<qlonglong>(section.line));
        row.right = section.took ? duration(*section.took) : line;
        row.rightBelow = section.took ? line : QString();
        row.depth = std::min(section.depth, kDeepest);
        row.spoken = Sections::tr("%1, %2, line %3").arg(row.title, spoken(row.role), line);
        rows.append(row);
    }
    return rows;
}

SectionColumn::SectionColumn(const ThemeSource& themes, LogView& view, QWidget* parent)
    : Surface(themes, Kind::Panel, parent),
      m_view(view),
      m_model(new RowListModel(this)),
      m_list(makeRowList(themes, {.height = kRowHeight, .left = kMargin}, this)),
      m_foot(new Label(themes, Type::Small, Tone::Tertiary, this))
{
    setFixedWidth(kWidth);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 8, kMargin, 8);
    auto* title = new Label(themes, Type::BodyStrong, Tone::Primary, this);
    title->setText(tr("Sections"));
    auto* note = new Label(themes, Type::Small, Tone::Tertiary, this);
    note->setText(tr("time, first line"));
    note->setElided(true);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(title);
    head->addWidget(note, 1);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Sections"));
    m_foot->setText(tr("Times come from the log itself."));
    m_foot->setWordWrap(true);
    m_foot->setContentsMargins(kMargin, 8, kMargin, 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(m_list, 1);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(m_foot);
    const auto pick = [this](const QModelIndex& index) { m_view.goToLine(m_model->row(index.row()).id.toLongLong()); };
    connect(m_list, &QListView::activated, this, pick);
    connect(m_list, &QListView::clicked, this, pick);
    connect(&view, &LogView::sectionsFound, this, &SectionColumn::take);
    connect(&view, &LogView::currentChanged, this, &SectionColumn::showPlace);
    connect(&view, &LogView::scrolled, this, &SectionColumn::showPlace);
}

void SectionColumn::take(const std::vector<host::LogSection>& sections)
{
    m_model->setRows(rowsOf(sections, m_view.isGrowing()));
    m_foot->setVisible(std::ranges::any_of(sections, [](const host::LogSection& one) { return one.took.has_value(); }));
    showPlace();
    emit filled();
}

void SectionColumn::showPlace()
{
    if (m_list->hasFocus()) // a person is choosing
        return;
    const std::int64_t line = m_view.isCurrentInView() ? m_view.currentLine() : m_view.bottomLine();
    int at = -1;
    while (at + 1 < m_model->rowCount() && m_model->row(at + 1).id.toLongLong() <= line)
        ++at;
    if (at >= 0 && at != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(at));
}

} // namespace signalbox::ui
