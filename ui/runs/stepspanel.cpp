// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/stepspanel.h"

#include "ui/models/modelmessages.h"
#include "ui/models/rowlistmodel.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rowdelegate.h"

#include <QGridLayout>
#include <QListView>
#include <QVBoxLayout>

#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kWidth = 222;

QString rowId(const RunStep& step)
{
    return step.checkpoint ? QString::number(*step.checkpoint) : QStringLiteral("live ") + step.nodes.join(u',');
}

} // namespace

StepsPanel::StepsPanel(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Window, parent), m_rows(new RowListModel(this))
{
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeading();
    buildPart();
    m_list = makeRowList(themes, {.height = 44}, this);
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setObjectName(QStringLiteral("steps"));
    column->addWidget(m_list, 1);
    buildFooter();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { pick(current.row()); });
}

void StepsPanel::buildHeading()
{
    const Theme& theme = themes().theme();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(13, 0, 13, 0);
    row->addStrut(theme.size.rowComfortable - 3); // a label takes the height of its type when the theme changes
    auto* heading = new Label(themes(), Type::Heading, Tone::Primary, this);
    heading->setText(tr("Steps"));
    m_count = new Label(themes(), Type::Body, Tone::Tertiary, this);
    row->addWidget(heading, 1);
    row->addWidget(m_count);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(row);
    column->addWidget(new Rule(themes(), Qt::Horizontal, this));
}

void StepsPanel::buildPart()
{
    m_part = new QWidget(this);
    m_partWords = new Label(themes(), Type::Small, Tone::Secondary, m_part);
    m_partWords->setWordWrap(true);
    m_earlier = new Button(themes(), tr("Earlier"), Button::Kind::Link, m_part);
    m_later = new Button(themes(), tr("Later"), Button::Kind::Link, m_part);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(12);
    ways->addWidget(m_earlier);
    ways->addWidget(m_later);
    ways->addStretch(1);
    auto* column = new QVBoxLayout(m_part);
    column->setContentsMargins(13, 6, 13, 6);
    column->setSpacing(4);
    column->addWidget(m_partWords);
    column->addLayout(ways);
    m_part->hide();
    layout()->addWidget(m_part);
    connect(m_earlier, &Button::clicked, this, [this] { emit partAsked(m_first - 1); });
    connect(m_later, &Button::clicked, this, [this] { emit partAsked(m_last + 1); });
}

void StepsPanel::showPart(const host::RunDetail& run)
{
    const bool isPart = !run.checkpoints.empty() && (run.earlier.count > 0 || run.later);
    m_part->setVisible(isPart);
    if (!isPart)
        return;
    m_first = run.checkpoints.front().number;
    m_last = run.checkpoints.back().number;
    m_partWords->setText(tr("Steps %1 to %2 of %3")
                             .arg(stepNumber(m_first), stepNumber(m_last), stepNumber(run.summary.checkpoints - 1)));
    m_earlier->setVisible(run.earlier.count > 0);
    m_later->setVisible(run.later);
}

void StepsPanel::buildFooter()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(new Rule(themes(), Qt::Horizontal, this));
    m_facts = new QGridLayout;
    m_facts->setContentsMargins(13, 12, 13, 12);
    m_facts->setHorizontalSpacing(8);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);

    m_actions = new QBoxLayout(QBoxLayout::LeftToRight);
    m_actions->setContentsMargins(13, 0, 13, 12);
    m_actions->setSpacing(8);
    m_cancel = new Button(themes(), tr("Cancel run"), Button::Kind::Default, this);
    m_resume = new Button(themes(), tr("Resume"), Button::Kind::Default, this);
    m_review = new Button(themes(), tr("Review"), Button::Kind::Default, this);
    m_reason = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_reason->setWordWrap(true);
    m_actions->addWidget(m_review);
    m_actions->addWidget(m_cancel);
    m_actions->addWidget(m_resume);
    m_actions->addWidget(m_reason, 1);
    column->addLayout(m_actions);
    connect(m_cancel, &Button::clicked, this, &StepsPanel::cancelAsked);
    connect(m_review, &Button::clicked, this, &StepsPanel::reviewAsked);
    connect(m_resume, &Button::clicked, this, &StepsPanel::resumeAsked);
}

void StepsPanel::show(const host::RunDetail& run, UtcTime now)
{
    m_steps = stepsOf(run);
    m_count->setText(QLocale().toString(m_steps.size()));
    showPart(run);
    tick(now);
    showFacts(run);
    m_state = run.summary.state;
    m_isAsked = m_state == host::RunState::Waiting && run.summary.approval.has_value();
    showActions();
}

void StepsPanel::tick(UtcTime now)
{
    QList<ListRow> rows;
    std::int64_t number = -1;
    for (const auto& step : m_steps) {
        number = step.checkpoint.value_or(number + 1);
        ListRow row;
        row.id = rowId(step);
        row.role = step.role;
        row.title = QStringLiteral("%1 %2").arg(stepNumber(number), step.name);
        row.detail = stepDetail(step, now);
        row.right = clockTime(step.at);
        row.toolTip = everyZone(step.at);
        rows.append(row);
    }
    m_quiet = true;
    m_rows->setRows(rows);
    m_quiet = false;
}

void StepsPanel::setSelected(std::optional<std::int64_t> checkpoint, bool live)
{
    int row = -1;
    for (qsizetype i = 0; i < m_steps.size(); ++i)
        if (m_steps[i].checkpoint == checkpoint || (live && !m_steps[i].checkpoint))
            row = static_cast<int>(i);
    m_quiet = true;
    const QModelIndex index = m_rows->index(row);
    m_list->setCurrentIndex(index);
    if (row >= 0)
        m_list->scrollTo(index);
    m_quiet = false;
}

void StepsPanel::pick(int row)
{
    if (m_quiet || row < 0 || row >= m_steps.size())
        return;
    if (m_steps[row].checkpoint)
        emit checkpointPicked(*m_steps[row].checkpoint);
    else
        emit livePicked();
}

void StepsPanel::showFacts(const host::RunDetail& run)
{
    QList<std::pair<QString, QString>> facts;
    if (run.maxAttempts > 0)
        facts.append({tr("Attempts"), tr("%1 of %2").arg(run.summary.attempts).arg(run.maxAttempts)});
    else
        facts.append({tr("Attempts"), QLocale().toString(run.summary.attempts)});
    if (const QString calls = modelCalls(run); !calls.isEmpty())
        facts.append({tr("Model calls"), calls});
    if (const QString effects = sideEffects(run); !effects.isEmpty())
        facts.append({tr("Side effects"), effects});
    if (const auto& origin = run.summary.origin) {
        facts.append({run.summary.rehearsal ? tr("Rehearsal of") : tr("Fork of"), tr("run %1").arg(origin->run.value)});
        facts.append({tr("From checkpoint"), stepNumber(origin->checkpoint)});
    }
    facts.append({tr("Started"), clockTime(run.summary.startedAt)});
    if (run.summary.finishedAt)
        facts.append({tr("Took"), duration(*run.summary.finishedAt - run.summary.startedAt)});
    if (facts == std::exchange(m_shownFacts, facts))
        return;

    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < facts.size(); ++i) {
        auto* name = new Label(themes(), Type::Body, Tone::Tertiary, this);
        name->setText(facts[i].first);
        auto* value = new Label(themes(), Type::Body, Tone::Primary, this);
        value->setText(facts[i].second);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setElided(true);
        m_facts->addWidget(name, i, 0);
        m_facts->addWidget(value, i, 1);
    }
}

void StepsPanel::setOffline(const QString& reason)
{
    m_offline = reason;
    showActions();
}

void StepsPanel::showActions()
{
    const bool over = host::isTerminal(m_state);
    const bool resumable = m_state == host::RunState::Failed || m_state == host::RunState::Cancelled;
    const QString reason = over && !resumable ? tr("the run has ended") : m_offline;
    m_cancel->setVisible(!over);
    m_review->setVisible(m_isAsked);
    m_resume->setVisible(over);
    for (Button* button : {m_cancel, m_resume})
        button->setLocked(!reason.isEmpty(), reason);
    m_reason->setText(reason.isEmpty() ? QString() : tr("Locked: %1.").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    arrange();
}

void StepsPanel::arrange()
{
    const QMargins around = m_actions->contentsMargins();
    int needed = around.left() + around.right() - m_actions->spacing();
    for (const Button* button : {m_review, m_cancel, m_resume})
        needed += button->isHidden() ? 0 : button->sizeHint().width() + m_actions->spacing();
    m_actions->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StepsPanel::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

} // namespace signalbox::ui
