// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvalspage.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalqueue.h"
#include "ui/approvals/decisiondesk.h"
#include "ui/models/decisiontext.h"
#include "ui/models/errortext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/skeleton.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {
constexpr int kNarrowWindow = 1000;
constexpr int kTwoColumns = 700; // of evidence, beside the queue
constexpr int kTickEvery_ms = 250;
} // namespace

ApprovalsPage::ApprovalsPage(host::AgentHost& engine, const ThemeSource& themes, const Clock& clock, QWidget* parent)
    : Page(parent),
      m_engine(engine),
      m_clock(clock),
      m_queue(new ApprovalQueue(themes, engine.person(), this)),
      m_strip(new ErrorStrip(themes, StatusRole::NoData, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(themes, QStringLiteral("nav-approvals"), m_stack)),
      m_skeleton(new Skeleton(themes, m_stack)),
      m_prompt(new ApprovalPrompt(themes, clock, engine.person(), m_stack))
{
    setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(600, 280); // narrower than its parts would like side by side
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_prompt);
    m_stack->addWidget(m_skeleton);
    m_prompt->addKeys(this);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_queue);
    row->addLayout(column, 1);
    connectParts();
    connectEngine();
    m_ticker.setInterval(kTickEvery_ms);
    connect(&m_ticker, &QTimer::timeout, this, &ApprovalsPage::tick);
}

void ApprovalsPage::connectParts()
{
    connect(m_queue, &ApprovalQueue::picked, this, &ApprovalsPage::select);
    connect(new DecisionDesk(m_engine, *m_prompt, this), &DecisionDesk::settled, this, &ApprovalsPage::load);
    connect(m_prompt, &ApprovalPrompt::runAsked, this, [this](RunId run) { emit runOpened(run, -1); });
    connect(m_prompt, &ApprovalPrompt::reloadAsked, this, &ApprovalsPage::load);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_queue->decided().empty())
            select(m_queue->decided().front()->id);
    });
    connect(m_strip, &ErrorStrip::actionTriggered, this, &ApprovalsPage::load);
}

void ApprovalsPage::connectEngine()
{
    connect(&m_engine, &host::AgentHost::approvalsLoaded, this, &ApprovalsPage::take);
    connect(&m_engine, &host::AgentHost::approvalsUnreadable, this, [this](const std::vector<ApprovalId>& unreadable) {
        if (unreadable.empty())
            return m_strip->clear();
        const ErrorWords words = unreadableApprovals(unreadable);
        m_strip->tell(words.sentence, words.action);
    });
    connect(&m_engine, &host::AgentHost::approvalsChanged, this, &ApprovalsPage::load); // the rail counts them, too
    connect(&m_engine, &host::AgentHost::requestFinished, this, &ApprovalsPage::finish);
    connect(&m_engine, &host::AgentHost::runLoaded, this, [this](const host::RunDetail& run) {
        m_queue->tell(run.summary);
        m_queue->tick(m_clock.now());
    });
    connect(&m_engine, &host::AgentHost::runsLoaded, this, [this](const std::vector<host::RunSummary>& runs) {
        std::ranges::for_each(runs, [this](const host::RunSummary& run) { m_queue->tell(run); });
        m_queue->tick(m_clock.now());
    });
    connect(&m_engine, &host::AgentHost::runsChanged, this, [this](const std::vector<host::RunDelta>& deltas) {
        for (const host::RunDelta& delta : deltas)
            if (delta.now)
                m_queue->tell(*delta.now);
        m_queue->tick(m_clock.now());
    });
}

void ApprovalsPage::load()
{
    m_loading = m_engine.loadApprovals();
    if (!m_loaded)
        showPrompt();
}

/// One that was opened stays on screen when it is decided, so that its outcome can be read.
void ApprovalsPage::take(const std::vector<gate::Approval>& approvals)
{
    m_loaded = true;
    m_queue->load(approvals, m_clock.now());
    if (m_queue->wantsRuns())
        m_engine.loadRuns();
    if (m_opened && m_shown.value != 0 && !m_queue->find(m_shown))
        m_missing = std::exchange(m_shown, {}); // another one in its place would be taken for it
    else if (!m_queue->find(m_shown) && m_missing.value == 0)
        m_shown = m_queue->held().empty() ? ApprovalId() : m_queue->held().front()->id;
    showPrompt();
}

void ApprovalsPage::showPrompt()
{
    if (!isVisible())
        return; // evidence costs a frame; it is made when it is looked at
    if (const gate::Approval* approval = m_queue->find(m_shown)) {
        if (std::exchange(m_opened, false) && gate::passedUnseen(*approval) && !m_acknowledging)
            m_acknowledging = m_engine.acknowledge(approval->id);
        m_prompt->show(*approval, replacementOf(*approval, m_queue->all()));
        m_skeleton->setRunning(false);
        m_stack->setCurrentWidget(m_prompt);
    } else {
        showNone();
    }
    m_queue->mark(m_shown);
    arrange();
}

void ApprovalsPage::showNone()
{
    const bool loading = !m_loaded && m_loading;
    m_skeleton->setRunning(loading);
    if (!m_loaded)
        m_empty->setWords(tr("Approvals are not loaded yet."));
    else
        m_empty->setWords(m_missing.value == 0 ? tr("Nothing is held.")
                                               : tr("Approval %1 is not among those shown.").arg(m_missing.value),
                          {}, m_queue->decided().empty() ? QString() : tr("Show decided"));
    m_stack->setCurrentWidget(loading ? static_cast<QWidget*>(m_skeleton) : m_empty);
}

void ApprovalsPage::open(ApprovalId approval)
{
    m_missing = {};
    m_shown = approval;
    m_opened = true;
    if (m_loaded)
        showPrompt();
    load();
}

void ApprovalsPage::select(ApprovalId approval)
{
    const gate::Approval* found = m_queue->find(approval);
    if (approval == m_shown && (!found || !gate::passedUnseen(*found)))
        return;
    m_missing = {};
    m_shown = approval;
    m_opened = true;
    showPrompt();
}

void ApprovalsPage::step(int by)
{
    const auto& waiting = m_queue->held();
    if (waiting.empty())
        return;
    const auto at = std::ranges::find(waiting, m_shown, &gate::Approval::id);
    const auto count = static_cast<std::ptrdiff_t>(waiting.size());
    const auto next = at == waiting.end() ? 0 : ((at - waiting.begin()) + by + count) % count;
    select(waiting[static_cast<std::size_t>(next)]->id);
}

void ApprovalsPage::finish(host::RequestId request, const Result<void>& result)
{
    if (m_acknowledging == request)
        m_acknowledging.reset();
    if (m_loading != request)
        return;
    m_loading.reset();
    if (!result && !m_loaded)
        showPrompt(); // nothing is on its way any more
    if (!result)
        m_strip->tell(faultText(tr("Approvals cannot be read."), result.error()), tr("Try again"));
}

void ApprovalsPage::arrange()
{
    const bool narrow = window()->width() < kNarrowWindow;
    const bool alone = narrow || width() - m_queue->minimumWidth() < kTwoColumns;
    if (alone && m_queue->list()->hasFocus())
        setFocus(Qt::OtherFocusReason); // not on into a field of the prompt
    m_queue->setVisible(!alone);
    m_prompt->setNarrow(narrow);
    m_alone = alone;
    emit titleChanged();
}

void ApprovalsPage::tick()
{
    m_prompt->tick();
    m_queue->tick(m_clock.now());
    m_queue->mark(m_shown);
}

void ApprovalsPage::takeOffline()
{
    m_prompt->setOffline(offlineReason());
}

void ApprovalsPage::restate()
{
    tick();
    showPrompt();
}

std::optional<ApprovalId> ApprovalsPage::shown() const
{
    return m_stack->currentWidget() == m_prompt ? std::optional(m_shown) : std::nullopt;
}

QListView* ApprovalsPage::queue() const
{
    return m_queue->list();
}

PageTitle ApprovalsPage::title() const
{
    PageTitle title;
    title.title = tr("Approvals");
    const auto& waiting = m_queue->held();
    title.steps = m_alone && waiting.size() > 1;
    const auto at = std::ranges::find(waiting, m_shown, &gate::Approval::id);
    if (m_alone && at != waiting.end())
        title.task = tr("%1 of %2").arg(at - waiting.begin() + 1).arg(waiting.size());
    return title;
}

void ApprovalsPage::entered()
{
    m_queue->list()->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void ApprovalsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    load();
    m_ticker.start();
    // In a turn of its own, and before the page is painted: a timer would come after.
    QMetaObject::invokeMethod(this, &ApprovalsPage::showPrompt, Qt::QueuedConnection);
}

void ApprovalsPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_ticker.stop();
}

} // namespace signalbox::ui
