// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgepage.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/sharebar.h"
#include "ui/widgets/tabular.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace signalbox::ui {

namespace {

constexpr int kAsideWidth = 336;
constexpr int kAsideBelow = 900; // narrower pages show the table alone
constexpr int kRowHeight = 43;
constexpr int kPadding = 12;
constexpr int kFewTries = 5; // below it a record says little

std::string keyOf(const host::KnowledgeRow& row)
{
    return row.signature + '/' + row.fix;
}

/// The failure above its fix; the share beside its interval.
class KnowledgeDelegate final : public QStyledItemDelegate {
public:
    KnowledgeDelegate(const ThemeSource& themes, const KnowledgeModel& model, QObject* parent)
        : QStyledItemDelegate(parent), m_themes(themes), m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const host::KnowledgeRow* row = m_model.at(index.row());
        painter->save();
        paintRowGround(*painter, option, theme);
        const QRect cell = option.rect.adjusted(index.column() == 0 ? kPadding : kPadding / 2, 0, -kPadding / 2, -1);
        painter->setPen(theme.text.secondary);
        painter->setFont(theme.font(Type::Body));
        if (index.column() == KnowledgeModel::Pattern)
            paintPattern(*painter, cell, *row);
        else if (index.column() == KnowledgeModel::Worked)
            paintWorked(*painter, cell, *row);
        else
            drawTabular(*painter, cell, index.column() == KnowledgeModel::Tried ? Qt::AlignRight : Qt::AlignLeft,
                        index.data().toString());
        painter->restore();
    }

private:
    void paintPattern(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row) const
    {
        const Theme& theme = m_themes.theme();
        const QRect upper(cell.left(), cell.top() + 3, cell.width(), 19);
        const QRect lower(cell.left(), cell.top() + 21, cell.width(), 18);
        painter.setFont(theme.font(Type::Mono));
        painter.setPen(theme.text.primary);
        painter.drawText(upper, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(row.failureClass), Qt::ElideRight, upper.width()));
        painter.setFont(theme.font(Type::Small));
        painter.setPen(theme.text.secondary);
        painter.drawText(lower, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(fixName(row.fix), Qt::ElideRight, lower.width()));
    }

    void paintWorked(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row) const
    {
        const Theme& theme = m_themes.theme();
        const Share share = shareOf(row.worked, row.tried);
        painter.setFont(theme.font(Type::BodyStrong));
        painter.setPen(theme.text.primary);
        drawTabular(painter, QRectF(cell.left(), cell.top(), 48, cell.height()), Qt::AlignRight, percent(share.value));
        paintShare(painter, QRectF(cell.left() + 56, cell.top(), 80, cell.height()), share, theme);
        painter.setFont(theme.font(Type::Small));
        painter.setPen(theme.text.tertiary);
        painter.drawText(cell.adjusted(146, 0, 0, 0), Qt::AlignVCenter,
                         KnowledgePage::tr("%1 to %2").arg(qRound(share.low * 100)).arg(qRound(share.high * 100)));
    }

    const ThemeSource& m_themes;
    const KnowledgeModel& m_model;
};

} // namespace

KnowledgePage::KnowledgePage(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget* parent)
    : Page(parent), m_themes(themes), m_engine(engine), m_model(clock)
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme.spacing(5), theme.spacing(4), theme.spacing(5), theme.spacing(5));
    whole->setSpacing(theme.spacing(4));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    m_answer = new Label(themes, Type::Display, Tone::Primary, this);
    m_rest = new Label(themes, Type::Display, Tone::Secondary, this);
    m_rest->setElided(true);
    heading->addWidget(m_answer);
    heading->addWidget(m_rest, 1);
    whole->addLayout(heading);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.spacing(5) - 1);
    row->addWidget(buildTable(), 1);
    row->addWidget(buildAside());
    whole->addLayout(row, 1);
    listen();
    refresh();
}

PageTitle KnowledgePage::title() const
{
    return {.title = tr("Knowledge"), .task = {}, .status = {}, .statusWords = {}, .note = {}};
}

void KnowledgePage::entered()
{
    m_table->setFocus(Qt::OtherFocusReason);
    m_entered = true;
    if (!m_loading)
        m_loading = m_engine.loadKnowledge();
}

QWidget* KnowledgePage::buildTable()
{
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, [this] { m_loading = m_engine.loadKnowledge(); });
    auto* delegate = new KnowledgeDelegate(m_themes, m_model, this);
    m_table = makeTable(m_themes, *delegate, m_model,
                        {.widths = {300, 70, 260, 120},
                         .stretch = KnowledgeModel::Pattern,
                         .rowHeight = kRowHeight,
                         .name = tr("Knowledge")},
                        panel);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-knowledge"), panel);
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    panel->body()->addWidget(m_strip);
    panel->body()->addWidget(m_stack, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KnowledgePage::showSelected);
    return panel;
}

QWidget* KnowledgePage::buildAside()
{
    m_aside = new Panel(m_themes, this);
    m_aside->setFixedWidth(kAsideWidth);
    m_title = new Label(m_themes, Type::Mono, Tone::Primary, m_aside);
    m_title->setElided(true);
    m_title->setContentsMargins(kPadding, 13, kPadding, 11);
    m_fields = new Fields(m_themes, m_aside);
    m_aside->body()->addWidget(m_title);
    m_aside->body()->addWidget(new Rule(m_themes, Qt::Horizontal, m_aside));
    m_aside->body()->addWidget(m_fields, 1);
    return m_aside;
}

void KnowledgePage::listen()
{
    connect(&m_engine, &host::AgentHost::knowledgeLoaded, this, [this](const std::vector<host::KnowledgeRow>& rows) {
        m_known = true;
        m_model.load(rows);
        refresh();
    });
    connect(&m_engine, &host::AgentHost::knowledgeChanged, this, [this] {
        if (m_entered && !m_loading)
            m_loading = m_engine.loadKnowledge();
    });
    connect(&m_engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_loading != request)
                    return;
                m_loading.reset();
                m_strip->answer(result);
            });
}

void KnowledgePage::refresh()
{
    const int count = m_model.patterns();
    m_empty->setWords(m_known ? tr("Nothing learned yet. Patterns appear after the first verified fix.")
                              : tr("What was learned is not loaded yet."));
    m_answer->setText(!m_known         ? QString()
                          : count == 0 ? tr("Nothing learned yet.")
                                       : tr("%n failures are known.", nullptr, count));
    m_rest->setText(
        count == 0 ? QString()
                   : tr("%1 of %n fixes worked.", nullptr, m_model.tried()).arg(QLocale().toString(m_model.worked())));
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    m_aside->setVisible(count > 0 && width() >= kAsideBelow);
    if (count == 0)
        return;
    const auto kept = std::ranges::find(m_model.all(), m_selected, keyOf);
    m_table->selectRow(kept == m_model.all().end() ? 0 : static_cast<int>(kept - m_model.all().begin()));
}

void KnowledgePage::showSelected()
{
    const host::KnowledgeRow* row = m_model.at(m_table->currentIndex().row());
    if (!row)
        return;
    m_selected = keyOf(*row);
    m_title->setText(text(row->failureClass));
    m_fields->clear();
    m_fields->sentence(className(row->failureClass), Tone::Primary);
    m_fields->field(tr("Signature"), text(row->signature), Type::Mono);
    m_fields->field(tr("Last used"), everyZone(row->lastSeen).section(QLatin1Char('\n'), 0, 0));
    m_fields->section(tr("What was tried against it"), tr("worked, of tried"));
    std::vector<const host::KnowledgeRow*> fixes;
    for (const auto& other : m_model.all()) {
        if (other.signature == row->signature)
            fixes.push_back(&other);
    }
    std::ranges::stable_sort(fixes, std::greater{}, [](const host::KnowledgeRow* fix) {
        return (fix->worked + 1.0) / (fix->tried + 2.0); // the order in which they would be tried
    });
    for (const auto* fix : fixes)
        m_fields->part(new ShareRow(m_themes, {fixName(fix->fix), fix->worked, fix->tried, fix == fixes.front()}));
    if (fixes.front()->tried < kFewTries)
        m_fields->sentence(tr("Few tries say little: the interval is wide."));
    m_fields->finish();
}

void KnowledgePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_aside->setVisible(m_model.rowCount() > 0 && width() >= kAsideBelow);
}

} // namespace signalbox::ui
