// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runaside.h"

#include "core/agents/sentdecision.h"
#include "ui/models/gonewords.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codeblock.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statuspill.h"

#include <QCoreApplication>
#include <QHBoxLayout>

#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kWidth = 298;
constexpr int kPadding = 12;
constexpr std::size_t kRunsForHistory = 3; // fewer say nothing

struct Aside {
    Q_DECLARE_TR_FUNCTIONS(Aside)
};

QString fixOutcome(const host::TriedFix& fix)
{
    const QString took = stepDuration(fix.took);
    if (fix.outcome.empty())
        return Aside::tr("running");
    if (fix.outcome == "offered")
        return Aside::tr("offered after %1").arg(took);
    return fix.outcome == "passed" ? Aside::tr("passed after %1").arg(took)
                                   : Aside::tr("still failing after %1").arg(took);
}

QString jobTime(const ci::Job& job, UtcTime now)
{
    if (job.startedAt)
        return job.finishedAt ? stepDuration(*job.finishedAt - *job.startedAt) : duration(now - *job.startedAt);
    if (job.phase == ci::Phase::Finished)
        return inSentence(jobLabel(job));
    return job.needs.empty() ? Aside::tr("not started") : Aside::tr("waits for %1").arg(text(job.needs.front()));
}

} // namespace

RunAside::RunAside(const ThemeSource& themes, const Clock& clock, QWidget* parent)
    : Panel(themes, parent), m_clock(clock)
{
    setFixedWidth(kWidth);
    buildHeading();
    m_body = new QWidget(this);
    body()->addWidget(m_body, 1);
    buildFooter();
    showNothing();
}

void RunAside::buildHeading()
{
    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(kPadding, kPadding - 2, kPadding, kPadding - 2);
    heading->setSpacing(2);
    auto* first = new QHBoxLayout;
    m_title = new Label(themes(), Type::Heading, Tone::Primary, this);
    m_title->setElided(true);
    m_pill = new StatusPill(themes(), this);
    first->addWidget(m_title, 1);
    first->addWidget(m_pill);
    m_origin = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_origin->setElided(true);
    heading->addLayout(first);
    heading->addWidget(m_origin);
    body()->addLayout(heading);
    body()->addWidget(new Rule(themes(), Qt::Horizontal, this));
}

void RunAside::buildFooter()
{
    body()->addWidget(new Rule(themes(), Qt::Horizontal, this));
    auto* footer = new QVBoxLayout;
    footer->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    footer->setSpacing(themes().theme().spacing(3));
    auto* first = new QHBoxLayout;
    first->setSpacing(themes().theme().spacing(3));
    m_open = new Button(themes(), tr("Open run"), Button::Kind::Default, this);
    m_open->setKeyHint(tr("Enter"));
    m_log = new Button(themes(), tr("Open log"), Button::Kind::Default, this);
    m_log->setGlyph(QStringLiteral("action-window"));
    const int room = kWidth - 2 - 2 * kPadding - first->spacing();
    if (m_open->sizeHint().width() + m_log->sizeHint().width() > room)
        m_open->setKeyHint({}); // the sheet of keys has it, too
    first->addWidget(m_open);
    first->addWidget(m_log);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(themes().theme().spacing(3));
    m_rerun = new Button(themes(), tr("Re-run"), Button::Kind::Default, this);
    m_rerun->setGlyph(QStringLiteral("action-refresh"));
    m_reason = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_reason->setWordWrap(true);
    second->addWidget(m_rerun);
    second->addWidget(m_reason, 1);
    footer->addLayout(first);
    footer->addLayout(second);
    body()->addLayout(footer);
    connect(m_open, &Button::clicked, this, &RunAside::openRun);
    connect(m_log, &Button::clicked, this, &RunAside::openLog);
    connect(m_rerun, &Button::clicked, this, &RunAside::rerun);
}

void RunAside::showSummary(const host::RunSummary& run, LineHistory history)
{
    const bool another = !m_run || m_run->id != run.id;
    m_run = run;
    m_history = std::move(history);
    if (another)
        m_detail.reset();
    refill();
}

void RunAside::refill()
{
    fillHeading();
    fillBody();
    lockRerun();
}

void RunAside::showDetail(const host::RunDetail& run)
{
    m_run = run.summary;
    m_detail = run;
    refill();
}

void RunAside::showNothing()
{
    m_run.reset();
    m_detail.reset();
    m_title->setText(tr("No run selected"));
    m_origin->clear();
    m_pill->hide();
    fillBody();
    lockRerun();
}

void RunAside::setEverythingHeld(bool held)
{
    m_held = held;
    lockRerun();
}

void RunAside::setOffline(const QString& reason)
{
    m_offline = reason;
    lockRerun();
}

void RunAside::setRerunning(bool rerunning)
{
    m_rerunning = rerunning;
    lockRerun();
}

void RunAside::fillHeading()
{
    const host::RunSummary& run = *m_run;
    m_title->setText(subjectOf(run));
    const StatusRole role = statusOf(run);
    const bool tellsMore = run.rehearsal || role == StatusRole::Failed || role == StatusRole::Healed;
    m_pill->setStatus(role, tellsMore ? rowLabel(run) : label(role));
    m_pill->show();
    QStringList origin{text(run.branch), shortCommit(run.commit),
                       tr("%1 %2").arg(triggerName(run.trigger), shortTime(run.startedAt))};
    origin.removeAll(QString());
    m_origin->setText(origin.join(QStringLiteral(", ")));
}

void RunAside::fillBody()
{
    auto* fresh = new QWidget(this);
    auto* column = new QVBoxLayout(fresh);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    delete body()->replaceWidget(m_body, fresh);
    m_body->hide();
    m_body->deleteLater();
    m_body = fresh;
    if (m_run) {
        addRootCause();
        addFixes();
        addJobs();
        addHistory();
    }
    column->addStretch(1);
    fresh->show();
}

QVBoxLayout* RunAside::section(const QString& heading, const QString& note)
{
    auto* whole = static_cast<QVBoxLayout*>(m_body->layout());
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kPadding, kPadding - 2, kPadding, kPadding);
    column->setSpacing(themes().theme().spacing(3));
    auto* caption = new Label(themes(), Type::Caption, Tone::Secondary, m_body);
    caption->setText(heading);
    auto* row = new QHBoxLayout;
    row->addWidget(caption, 1);
    if (!note.isEmpty()) {
        auto* beside = new Label(themes(), Type::Small, Tone::Secondary, m_body);
        beside->setText(note);
        row->addWidget(beside);
    }
    column->addLayout(row);
    whole->addLayout(column);
    whole->addWidget(new Rule(themes(), Qt::Horizontal, m_body));
    return column;
}

void RunAside::addRow(QVBoxLayout* column, StatusRole role, QWidget* words, const QString& right)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(themes().theme().spacing(3));
    auto* glyph = new Glyph(themes(), m_body);
    glyph->setStatus(role);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(words, 1, Qt::AlignTop);
    if (!right.isEmpty()) {
        auto* note = new Label(themes(), Type::Small, Tone::Secondary, m_body);
        note->setText(right);
        note->setMinimumHeight(themes().theme().lineHeight(Type::Body));
        row->addWidget(note, 0, Qt::AlignTop);
    }
    column->addLayout(row);
}

void RunAside::addRootCause()
{
    const host::RunSummary& run = *m_run;
    if (run.rootCause.empty() && run.failure.empty())
        return;
    const QString heading = run.rootCause.empty() ? tr("The agent's run failed")
        : run.agent == agents::kDeploymentGate    ? tr("Why it ended so")
        : run.rootCauseLine > 0                   ? tr("Root cause, line %1").arg(run.rootCauseLine)
                                                  : tr("Root cause");
    auto* column = section(heading);
    auto* code = new CodeBlock(themes(), Hue::Critical, m_body);
    code->setCode(run.rootCause.empty()                      ? text(run.failure)
                      : run.agent == agents::kDeploymentGate ? goneWords(run.rootCause)
                                                             : text(run.rootCause));
    column->addWidget(code);
    if (!run.failureClass.empty()) {
        auto* pattern = new Label(themes(), Type::Small, Tone::Secondary, m_body);
        pattern->setText(className(run.failureClass));
        column->addWidget(pattern);
    }
}

void RunAside::addFixes()
{
    if (!m_detail || m_detail->tried.empty())
        return;
    auto* column = section(tr("Fixes tried by the %1 agent").arg(agentName(m_run->agent)));
    int number = 0;
    for (const host::TriedFix& fix : m_detail->tried) {
        auto* words = new QWidget(m_body);
        auto* lines = new QVBoxLayout(words);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        auto* name = new Label(themes(), Type::Body, Tone::Primary, words);
        name->setText(tr("%1  %2").arg(++number).arg(fixName(fix.action)));
        name->setElided(true);
        auto* outcome = new Label(themes(), Type::Small, Tone::Secondary, words);
        outcome->setText(fixOutcome(fix));
        lines->addWidget(name);
        lines->addWidget(outcome);
        addRow(column, statusOf(fix), words);
    }
}

void RunAside::addJobs()
{
    if (!m_detail || m_detail->jobs.empty())
        return;
    auto* column = section(tr("Jobs of attempt %1").arg(m_run->attempts));
    for (const ci::Job& job : m_detail->jobs) {
        auto* name = new Label(themes(), Type::Mono, Tone::Primary, m_body);
        name->setText(text(job.name));
        name->setMinimumHeight(themes().theme().lineHeight(Type::Body));
        name->setElided(true);
        addRow(column, statusOf(job), name, jobTime(job, m_clock.now()));
    }
}

/// How long the last runs of its line took, this one last.
void RunAside::addHistory()
{
    if (m_history.took.size() < kRunsForHistory)
        return;
    const QString heading
        = tr("%1, last %n run(s)", nullptr, static_cast<int>(m_history.took.size())).arg(text(m_run->line));
    const QString middle = m_history.median ? tr("median %1").arg(duration(*m_history.median)) : QString();
    Spark spark{.kind = Spark::Kind::Bars, .last = m_history.open ? Hue::Running : Hue::Nominal};
    for (const Milliseconds took : m_history.took)
        spark.values.push_back(toSeconds(took));
    if (m_history.median)
        spark.mark = toSeconds(*m_history.median);
    auto* sparkline = new Sparkline(themes(), m_body);
    QStringList spoken{heading, middle, tr("this one %1").arg(duration(m_history.took.back()))};
    spoken.removeAll(QString());
    sparkline->setSpark(spark, spoken.join(QStringLiteral(", ")));
    section(heading, middle)->addWidget(sparkline);
}

void RunAside::lockRerun()
{
    const bool open = m_run && !host::isTerminal(m_run->state);
    QString reason;
    if (!m_run)
        reason = tr("no run selected");
    else if (m_rerunning)
        reason = tr("sending");
    else if (!m_offline.isEmpty())
        reason = m_offline;
    else if (isOnServer(m_run->line))
        reason = tr("runs of a server are started there");
    else if (m_held)
        reason = tr("all lines held");
    else if (m_run->state == host::RunState::Waiting)
        reason = tr("held for a decision");
    else if (open)
        reason = m_run->attempts > 1 ? tr("heal in progress") : tr("run in progress");
    m_open->setEnabled(m_run.has_value());
    m_log->setEnabled(m_run.has_value());
    m_rerun->setLocked(!reason.isEmpty(), reason);
    m_rerun->setToolTip(m_run ? tr("Runs the jobs of %1 on its newest commit").arg(text(m_run->line)) : QString());
    m_reason->setText(reason.isEmpty() ? QString() : tr("Locked: %1").arg(reason));
    if (std::exchange(m_lock, reason) != reason)
        emit lockChanged();
}

} // namespace signalbox::ui
