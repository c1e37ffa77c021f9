// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/logpane.h"

#include "ui/models/words.h"
#include "ui/runs/searchoptions.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logview.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

LogPane::LogPane(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_chooser(new ChoiceField(themes, this)),
      m_note(new Label(themes, Type::Small, Tone::Tertiary, this)),
      m_strip(new ErrorStrip(themes, StatusRole::NoData, this)),
      m_options(new SearchOptions(themes, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new LogView(themes, this)),
      m_empty(new EmptyState(themes, QStringLiteral("nav-audit"), this)),
      m_noMatch(new EmptyState(themes, QStringLiteral("action-search"), this))
{
    m_chooser->setAccessibleName(tr("Job and attempt"));
    m_note->setContentsMargins(11, 4, 11, 0);
    m_empty->setWords(tr("No log yet. It starts with the first line of output."));
    for (QWidget* page : std::initializer_list<QWidget*>{m_view, m_empty, m_noMatch})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_strip, m_options, m_note})
        column->addWidget(part);
    column->addWidget(m_stack, 1);
    connect(m_chooser, &ChoiceField::activated, this, [this] {
        m_byPerson = true;
        want();
    });
    connect(m_strip, &ErrorStrip::actionTriggered, this, [this] { emit wanted(job(), attempt()); });
    connect(m_view, &LogView::extentChanged, this, &LogPane::showState);
    connect(m_view, &LogView::matchesChanged, this, &LogPane::showState);
    connect(m_view, &LogView::failed, this, &LogPane::setFailure);
    connect(m_view, &LogView::copied, this, [this](qint64 lines, qint64 of) {
        m_note->setText(tr("Copied the first %1 of %2 lines.").arg(QLocale().toString(lines), QLocale().toString(of)));
        showState();
    });
    connect(m_view, &LogView::noSections, this, [this] {
        m_note->setText(tr("This log has no sections."));
        showState();
    });
    connect(m_options, &SearchOptions::changed, this, [this] { setSearch(m_search); });
    connect(m_options, &SearchOptions::lastAsked, m_view, &LogView::lastMatch);
    connect(m_options, &SearchOptions::nextAsked, m_view, &LogView::nextMatch);
    connect(m_noMatch, &EmptyState::actionTriggered, this, &LogPane::searchCleared);
    showState();
}

const LogPane::Choice* LogPane::chosen() const
{
    const int at = m_chooser->currentIndex();
    return at >= 0 && at < m_choices.size() ? &m_choices[at] : nullptr;
}

std::string LogPane::job() const
{
    return chosen() ? chosen()->job : std::string();
}

int LogPane::attempt() const
{
    return chosen() ? chosen()->attempt : 1;
}

void LogPane::setJobs(const host::RunDetail& run)
{
    QList<Choice> choices;
    for (const auto& job : run.jobs) {
        if (job.conclusion == ci::Conclusion::Skipped || job.phase == ci::Phase::Queued)
            continue;
        // A call of npm has a number of its own, and no attempts before it.
        const int first = run.summary.number.empty() ? job.attempt : 1;
        for (int number = job.attempt; number >= first; --number) {
            const bool last = number == job.attempt;
            // An attempt that was followed by another one has failed, or there would have been none.
            choices.append({job.name, number, !last || statusOf(job) == StatusRole::Failed,
                            last && job.phase == ci::Phase::Running});
        }
    }
    fill(choices);
    if (chosen())
        want();
    showState();
}

/// What a person chose stays. Else a re-run is where the news is, then a failure.
void LogPane::fill(const QList<Choice>& choices)
{
    const std::string job = this->job();
    const int attempt = this->attempt();
    if (choices != m_choices) {
        m_choices = choices;
        m_chooser->clear();
        for (const auto& choice : m_choices) {
            const QString shown = text(choice.job);
            const QString name = choice.attempt > 1 ? tr("%1, attempt %2").arg(shown).arg(choice.attempt) : shown;
            m_chooser->addItem(choice.failed ? tr("%1, failed").arg(name) : name);
        }
        m_chooser->updateGeometry();
    }
    auto at = std::ranges::find_if(
        m_choices, [&](const Choice& choice) { return choice.job == job && choice.attempt == attempt; });
    if (!m_byPerson || at == m_choices.end())
        at = std::ranges::max_element(m_choices, {},
                                      [](const Choice& choice) { return std::pair(choice.attempt, choice.failed); });
    m_chooser->setCurrentIndex(at == m_choices.end() ? -1 : static_cast<int>(at - m_choices.begin()));
    m_chooser->setVisible(m_choices.size() > 1);
}

void LogPane::want()
{
    const std::string asked = std::to_string(attempt()) + ' ' + job();
    if (asked == m_asked && m_whole)
        return;
    m_asked = asked;
    m_whole = !chosen()->running;
    emit wanted(job(), attempt());
}

void LogPane::setLog(const host::LogPlace& log)
{
    if (log.job != job() || log.attempt != attempt())
        return;
    m_strip->clear();
    const bool another = !m_place || log.file != m_place->file;
    m_place = log;
    if (another) {
        m_note->clear();
        m_view->open(log.file, chosen()->running);
    }
    m_view->setRootCause(log.rootCause);
    showState();
}

void LogPane::showAlone(const host::LogPlace& log, bool growing)
{
    fill({{log.job, log.attempt, !log.rootCause.empty(), growing}});
    setLog(log);
}

void LogPane::forget()
{
    m_byPerson = false;
    m_asked.clear();
    m_place.reset();
    m_note->clear();
    m_strip->clear();
    m_view->clear();
    fill({});
    showState();
}

void LogPane::setFailure(const QString& reason)
{
    m_asked.clear();
    m_place.reset();
    const auto last = m_view->extent().lines;
    m_strip->tell(tr("The log stops at line %1.").arg(QLocale().toString(static_cast<qulonglong>(last))), reason,
                  tr("Load again"));
}

void LogPane::setSearch(const QString& words)
{
    m_search = words;
    m_view->setSearch(m_options->wordsOf(words));
    showState();
}

void LogPane::showState()
{
    m_note->setVisible(!m_note->text().isEmpty());
    m_options->setVisible(!m_search.isEmpty());
    if (m_view->extent().rows == 0)
        return m_stack->setCurrentWidget(m_empty);
    if (!m_search.isEmpty() && m_view->matches().complete && m_view->matches().lines == 0) {
        m_noMatch->setWords(tr("No line matches"), m_search, tr("Clear search"));
        return m_stack->setCurrentWidget(m_noMatch);
    }
    m_stack->setCurrentWidget(m_view);
}

} // namespace signalbox::ui
