// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/checkpointbar.h"

#include "core/host/views.h"
#include "ui/models/runsteps.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkpointslider.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kReplay_ms = 900; // each checkpoint is seen so long

QHBoxLayout* rowWithin()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 12, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

CheckpointBar::CheckpointBar(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Panel, parent),
      m_slider(new CheckpointSlider(themes, this)),
      m_replay(new Button(themes, {}, Button::Kind::Quiet, this)),
      m_place(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_after(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_locked(new Label(themes, Type::Small, Tone::Secondary, this)),
      m_fork(new Button(themes, tr("Fork from here"), Button::Kind::Default, this)),
      m_live(new Button(themes, tr("Go to live"), Button::Kind::Default, this))
{
    m_fork->setGlyph(QStringLiteral("action-fork"));
    m_after->setElided(true);
    m_buttons = rowWithin();
    m_buttons->setContentsMargins(12, 0, 12, 0);
    m_buttons->addWidget(m_replay);
    m_buttons->addWidget(m_place);
    m_buttons->addWidget(m_after, 1);
    m_buttons->addStretch();
    m_buttons->addWidget(m_fork);
    m_buttons->addWidget(m_live);
    m_below = rowWithin();
    m_below->addWidget(m_locked, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 4);
    column->setSpacing(6);
    column->addLayout(m_buttons);
    column->addLayout(m_below);
    column->addWidget(m_slider);
    m_locked->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QSizePolicy kept = m_locked->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // what is below it does not move
    m_locked->setSizePolicy(kept);
    m_locked->setElided(true);
    m_pace.setInterval(kReplay_ms);
    m_replay->setObjectName(QStringLiteral("replay"));
    connect(&m_pace, &QTimer::timeout, this, &CheckpointBar::showNext);
    connect(m_replay, &Button::clicked, this, &CheckpointBar::replay);
    stopReplay();
    connect(m_live, &Button::clicked, this, &CheckpointBar::livePicked);
    connect(m_fork, &Button::clicked, this, &CheckpointBar::forkPicked);
    connect(m_slider, &QSlider::sliderPressed, this, &CheckpointBar::stopReplay);
    connect(m_slider, &CheckpointSlider::stopPicked, this, [this](int stop) {
        if (stop >= static_cast<int>(m_rows.size()))
            emit livePicked();
        else
            emit checkpointPicked(m_rows[stop].number);
    });
}

int CheckpointBar::fit(int width)
{
    for (const Form form : {Form::Whole, Form::Terse, Form::Stacked}) {
        setForm(form);
        if (leastWidth() <= width)
            break;
    }
    return leastWidth();
}

void CheckpointBar::setForm(Form form)
{
    m_live->setKeyHint(form == Form::Whole ? QStringLiteral("L") : QString());
    m_after->setVisible(form == Form::Whole);
    if (form == Form::Stacked)
        m_below->insertWidget(0, m_place);
    else
        m_buttons->insertWidget(1, m_place);
    m_live->updateGeometry();
}

int CheckpointBar::leastWidth() const
{
    // With the widest words, whichever moment is shown.
    const QString widest
        = m_rows.empty() ? m_place->text() : tr("Checkpoint %1 of %2").arg(stepNumber(m_newest), stepNumber(m_newest));
    const int more
        = m_place->fontMetrics().horizontalAdvance(widest) - m_place->fontMetrics().horizontalAdvance(m_place->text());
    return minimumSizeHint().width() + std::max(0, more);
}

void CheckpointBar::setRun(const host::RunDetail& run)
{
    if (std::exchange(m_run, run.summary.id) != run.summary.id)
        stopReplay();
    m_rows = run.checkpoints;
    m_replay->setVisible(m_rows.size() > 1);
    m_running = !host::isTerminal(run.summary.state) && !run.later;
    m_newest = run.later ? run.summary.checkpoints - 1 : m_rows.empty() ? 0 : m_rows.back().number;
    m_forkFault = forkFault(run);
    showLocks();
    QStringList labels;
    for (const auto& row : m_rows) {
        QStringList names;
        for (const auto& node : row.nodes)
            names.append(inSentence(shortStepName(node)));
        const QString name = names.isEmpty() ? tr("start") : names.join(QStringLiteral(", "));
        labels.append(QStringLiteral("%1 %2").arg(stepNumber(row.number), name));
    }
    if (m_running && !m_rows.empty())
        labels.append(QStringLiteral("%1 %2").arg(stepNumber(m_newest + 1), tr("now")));
    m_slider->setStops(labels, m_running);
}

QString CheckpointBar::forkFault(const host::RunDetail& run)
{
    if (!host::isForkable(run.summary.agent))
        return tr("%1 cannot be rehearsed, so it cannot be forked").arg(agentTask(run.summary.agent));
    return run.checkpoints.empty() ? tr("no checkpoint yet") : QString();
}

QString CheckpointBar::lockedWords() const
{
    return m_locked->text();
}

void CheckpointBar::setOffline(const QString& reason)
{
    m_offline = reason;
    showLocks();
}

void CheckpointBar::replay()
{
    if (m_pace.isActive())
        return stopReplay();
    m_pace.start();
    m_replay->setGlyph(QStringLiteral("action-hold"));
    m_replay->setAccessibleName(tr("Stop the replay"));
    m_replay->setToolTip(m_replay->accessibleName());
    if (m_slider->value() >= m_slider->maximum()) { // from the beginning
        m_replayed = m_rows.front().number;
        emit checkpointPicked(*m_replayed);
    } else {
        showNext();
    }
}

void CheckpointBar::showNext()
{
    const auto next = static_cast<std::size_t>(m_slider->value() + 1);
    const auto stops = static_cast<std::size_t>(m_slider->maximum() + 1);
    if (next + 1 < stops || (next < m_rows.size() && m_rows[next].number != m_newest)) {
        m_replayed = m_rows[next].number;
        emit checkpointPicked(*m_replayed);
    } else {
        m_replayed.reset();
        emit livePicked();
    }
    if (next + 1 >= stops)
        stopReplay();
}

void CheckpointBar::stopReplay()
{
    m_pace.stop();
    m_replay->setGlyph(QStringLiteral("action-replay"));
    m_replay->setAccessibleName(tr("Replay"));
    m_replay->setToolTip(m_replay->accessibleName());
}

void CheckpointBar::hideEvent(QHideEvent* event)
{
    Surface::hideEvent(event);
    stopReplay();
}

void CheckpointBar::showLocks()
{
    const QString fork = m_forkFault.isEmpty() ? m_offline : m_forkFault;
    const QString present = tr("the present is shown");
    m_fork->setLocked(!fork.isEmpty(), fork);
    m_live->setLocked(m_present, present);
    // What cannot be forked stands first: it stays.
    const QString reason = !fork.isEmpty() ? fork : m_present ? present : QString();
    m_locked->setText(reason.isEmpty() ? QString() : tr("Locked: %1.").arg(reason));
    m_locked->setVisible(!reason.isEmpty());
}

void CheckpointBar::setSelected(std::optional<std::int64_t> checkpoint)
{
    m_present = !checkpoint;
    if (m_pace.isActive() && checkpoint != m_replayed)
        stopReplay(); // somebody looks elsewhere
    showLocks();
    if (m_rows.empty()) {
        m_place->setText(tr("No checkpoint yet"));
        m_after->clear();
        return;
    }
    const auto at = checkpoint ? std::ranges::find(m_rows, *checkpoint, &host::CheckpointRow::number) : m_rows.end();
    if (at != m_rows.end()) {
        m_slider->setCurrent(static_cast<int>(at - m_rows.begin()));
        describe(*at, false);
        return;
    }
    m_slider->setCurrent(m_slider->maximum());
    describe(m_rows.back(), m_running && !checkpoint);
}

void CheckpointBar::describe(const host::CheckpointRow& row, bool live)
{
    m_place->setText(live ? tr("Live") : tr("Checkpoint %1 of %2").arg(stepNumber(row.number), stepNumber(m_newest)));
    QStringList names;
    for (const auto& node : row.nodes)
        names.append(stepName(node));
    const QString after = names.isEmpty() ? tr("input received, %1").arg(clockTime(row.at))
                                          : tr("after %1, %2").arg(names.join(QStringLiteral(", ")), clockTime(row.at));
    const qint64 gone = goneBefore(row.number);
    m_after->setText(gone == 0 ? after
                               : tr("%1; %n checkpoints before it are not kept any more, as the run ended long ago",
                                    nullptr, static_cast<int>(gone))
                                     .arg(after));
    m_after->setAccessibleDescription(everyZone(row.at));
    m_place->setToolTip(QStringLiteral("signalboxctl runs fork %1 --checkpoint %2").arg(m_run.value).arg(row.number));
}

/// How many there were between this one and the one that is shown before it.
qint64 CheckpointBar::goneBefore(qint64 checkpoint) const
{
    const auto at = std::ranges::find(m_rows, checkpoint, &host::CheckpointRow::number);
    return at == m_rows.begin() || at == m_rows.end() ? 0 : checkpoint - std::prev(at)->number - 1;
}

} // namespace signalbox::ui
