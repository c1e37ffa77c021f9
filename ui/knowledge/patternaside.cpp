// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/patternaside.h"

#include "ui/knowledge/knowledgedelegate.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace signalbox::ui {

namespace {

constexpr int kWidth = 340;
constexpr int kPadding = 12;
constexpr int kFewTries = 5; // below it a record says little
constexpr int kRunRow = 29;
constexpr std::array<const char*, 3> kMarkGlyphs{"action-approve", "action-reject", ""};

CellLook markLook(const host::EvidenceRow* run)
{
    const bool wrong = run && run->judged == record::Judgement::Wrong;
    return {.type = Type::Small, .tone = wrong ? Tone::Primary : Tone::Tertiary, .right = true};
}

} // namespace

PatternAside::PatternAside(const ThemeSource& source, const Clock& clock, QWidget* parent)
    : Panel(source, parent), m_evidence(clock)
{
    setFixedWidth(kWidth);
    buildHeading();
    buildEvidence();
    buildMarks();
    showMarked();
}

void PatternAside::buildHeading()
{
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(kPadding, 8, kPadding - 2, 6);
    m_title = new Label(themes(), Type::Mono, Tone::Primary, this);
    m_title->setElided(true);
    const auto strengthen = [this] {
        QFont face = themes().theme().font(Type::Mono);
        face.setWeight(themes().theme().weight(QFont::DemiBold));
        m_title->setFont(face);
    };
    connect(&themes(), &ThemeSource::changed, m_title, strengthen); // after the label's own face
    strengthen();
    m_forget = new Button(themes(), tr("Forget"), Button::Kind::Link, this);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_forget);
    connect(m_forget, &Button::clicked, this, &PatternAside::forgetAsked);
    m_fields = new Fields(themes(), this);
    using record::PatternSwitch;
    m_switch = new Segments(
        themes(),
        {autonomyName(PatternSwitch::Off), autonomyName(PatternSwitch::Suggest), autonomyName(PatternSwitch::Auto)},
        this);
    connect(m_switch, &Segments::asked, this,
            [this](int choice) { emit switchAsked(host::patternOf(m_row), static_cast<PatternSwitch>(choice)); });
    m_lock = new Label(themes(), Type::Small, Tone::Tertiary, this);
    m_lock->setElided(true);
    auto* set = new QHBoxLayout;
    set->setContentsMargins(kPadding, 8, kPadding, 8);
    set->setSpacing(themes().theme().spacing(3));
    set->addWidget(m_switch);
    set->addWidget(m_lock, 1);
    body()->addLayout(heading);
    body()->addWidget(new Rule(themes(), Qt::Horizontal, this));
    body()->addWidget(m_fields);
    body()->addLayout(set);
    body()->addWidget(new Rule(themes(), Qt::Horizontal, this));
}

void PatternAside::buildEvidence()
{
    auto* caption = new QHBoxLayout;
    caption->setContentsMargins(kPadding, 8, kPadding, 4);
    auto* title = new Label(themes(), Type::Caption, Tone::Secondary, this);
    title->setText(tr("Evidence runs"));
    m_count = new Label(themes(), Type::Caption, Tone::Tertiary, this);
    caption->addWidget(title, 1);
    caption->addWidget(m_count);
    body()->addLayout(caption);
    auto* delegate = new CellDelegate(
        themes(),
        [this](const QModelIndex& index) -> CellLook {
            const host::EvidenceRow* run = m_evidence.at(index.row());
            if (index.column() == EvidenceModel::Run && run)
                return {.tone = Tone::Primary, .glyph = statusOf(*run)};
            if (index.column() == EvidenceModel::Mark)
                return markLook(run);
            return {.type = Type::Small, .tone = Tone::Tertiary, .right = index.column() == EvidenceModel::When};
        },
        this);
    m_runs = makeTable(
        themes(), *delegate, m_evidence,
        {.widths = {148, 78, 54, 56}, .stretch = EvidenceModel::Run, .rowHeight = kRunRow, .name = tr("Evidence runs")},
        this);
    m_runs->horizontalHeader()->hide();
    m_runs->setMinimumHeight(2 * kRunRow);
    body()->addWidget(m_runs, 1);
    connect(m_runs->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PatternAside::showMarked);
    connect(m_runs, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const host::EvidenceRow* run = m_evidence.at(index.row()))
            emit runOpened(run->run, -1);
    });
}

void PatternAside::buildMarks()
{
    body()->addWidget(new Rule(themes(), Qt::Horizontal, this));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kPadding, 8, kPadding, 10);
    column->setSpacing(themes().theme().spacing(3));
    m_ask = new Label(themes(), Type::Caption, Tone::Secondary, this);
    m_ask->setElided(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(themes().theme().spacing(3));
    const std::array<QString, 3> labels{tr("Right"), tr("Wrong"), tr("Not a failure")};
    for (std::size_t at = 0; at < labels.size(); ++at) {
        m_marks[at] = new Button(themes(), labels[at], Button::Kind::Default, this);
        m_marks[at]->setGlyph(QLatin1String(kMarkGlyphs[at]));
        m_marks[at]->setCheckable(true);
        row->addWidget(m_marks[at]);
        connect(m_marks[at], &Button::clicked, this, [this, at] {
            if (m_marked)
                emit judged(*m_marked, static_cast<record::Judgement>(at));
            showMarked(); // what is checked is what is stored
        });
    }
    row->addStretch(1);
    auto* note = new Label(themes(), Type::Small, Tone::Tertiary, this);
    note->setText(tr("A mark changes the figures and the choice of the next run. It is kept in Audit."));
    note->setWordWrap(true);
    column->addWidget(m_ask);
    column->addLayout(row);
    column->addWidget(note);
    body()->addLayout(column);
}

void PatternAside::show(const host::KnowledgeRow& row, const std::vector<host::KnowledgeRow>& fixes)
{
    if (host::patternOf(row) != host::patternOf(m_row)) {
        m_marked.reset();
        m_evidence.load({});
        m_count->clear();
        showMarked();
    }
    m_row = row;
    m_title->setText(text(row.failureClass));
    m_fields->clear();
    m_fields->sentence(className(row.failureClass), Tone::Primary);
    m_fields->field(tr("Signature"), text(row.signature), Type::Mono);
    m_fields->field(tr("Last used"), wholeTime(row.lastSeen));
    m_fields->section(tr("What was tried against it"), tr("worked, of tried"));
    std::vector<const host::KnowledgeRow*> tried;
    for (const auto& other : fixes) {
        if (other.signature == row.signature)
            tried.push_back(&other);
    }
    showFixes(std::move(tried));
    m_fields->finish();
    const SegmentsLook look = switchLook(row);
    m_switch->show(look.taken, look.locked, lockReason(row.lock));
    m_switch->setAccessibleName(tr("%1, %2, worked %3 of %4")
                                    .arg(className(row.failureClass), inSentence(look.labels[look.taken]))
                                    .arg(row.worked)
                                    .arg(row.tried));
    showLock();
}

void PatternAside::setOffline(const QString& reason)
{
    m_offline = reason;
    m_switch->setOff(!reason.isEmpty());
    m_forget->setLocked(!reason.isEmpty(), reason);
    showLock();
    showMarked();
}

void PatternAside::showLock()
{
    m_lock->setText(m_offline.isEmpty() ? lockReason(m_row.lock) : tr("Locked: %1").arg(m_offline));
}

void PatternAside::showFixes(std::vector<const host::KnowledgeRow*> fixes)
{
    std::ranges::stable_sort(fixes, std::greater{}, [](const host::KnowledgeRow* fix) {
        return record::expectedShare(fix->tried, fix->worked); // the order in which they would be tried
    });
    for (const auto* fix : fixes)
        m_fields->share({fixName(fix->fix), fix->worked, fix->tried, fix == fixes.front()});
    if (!fixes.empty() && fixes.front()->tried < kFewTries)
        m_fields->sentence(tr("Few tries say little: the interval is wide."));
}

void PatternAside::showEvidence(std::vector<host::EvidenceRow> runs)
{
    const auto kept = m_marked;
    m_evidence.load(std::move(runs));
    const int count = m_evidence.rowCount();
    m_count->setText(count < m_row.seen
                         ? tr("newest %1 of %2").arg(QLocale().toString(count), QLocale().toString(m_row.seen))
                         : QLocale().toString(count));
    const int row = kept ? m_evidence.rowOf(*kept) : -1;
    if (count > 0)
        m_runs->selectRow(std::max(row, 0));
    showMarked();
}

void PatternAside::showMarked()
{
    const host::EvidenceRow* run = m_evidence.at(m_runs->currentIndex().row());
    m_marked = run ? std::optional(run->run) : std::nullopt;
    m_ask->setText(run ? tr("Was the pattern right about %1?").arg(runName(*run)) : tr("No run here to mark."));
    for (std::size_t at = 0; at < m_marks.size(); ++at) {
        m_marks[at]->setLocked(!m_offline.isEmpty(), m_offline);
        m_marks[at]->setEnabled(run && m_offline.isEmpty());
        m_marks[at]->setChecked(run && run->judged == static_cast<record::Judgement>(at));
    }
}

} // namespace signalbox::ui
