// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvalprompt.h"

#include "core/gate/requirements.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/evidenceview.h"
#include "ui/approvals/pendingbar.h"
#include "ui/approvals/promptbanners.h"
#include "ui/approvals/promptheader.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/decisiontext.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/words.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kSections = 9; // that have a key
} // namespace

ApprovalPrompt::ApprovalPrompt(const ThemeSource& themes, const Clock& clock, std::string person, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_person(std::move(person)),
      m_header(new PromptHeader(themes, this)),
      m_banners(new PromptBanners(themes, this)),
      m_quickNotice(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_evidence(new EvidenceView(themes, this)),
      m_actions(new ActionBar(themes, clock, this)),
      m_pending(new PendingBar(themes, this))
{
    m_quickNotice->setContentsMargins(18, 8, 16, 8);
    m_quickNotice->setText(tr("Five approvals in a row took under 10\u202fs each. The evidence is above."));
    m_quickNotice->hide();
    m_pending->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_header, m_banners})
        column->addWidget(part);
    column->addWidget(m_evidence, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_quickNotice, m_actions, m_pending})
        column->addWidget(part);
    connectParts();
}

void ApprovalPrompt::connectParts()
{
    m_actions->approveButton()->setGuard([this] { return mayAct() && lockReason().isEmpty(); });
    connect(m_header, &PromptHeader::runAsked, this, [this] { emit runAsked(m_approval.run); });
    connect(m_actions, &ActionBar::asked, this, &ApprovalPrompt::decide);
    connect(m_actions, &ActionBar::approveHeld, this, &ApprovalPrompt::approve);
    connect(m_actions->approveButton(), &HoldButton::clickedOnce, this, &ApprovalPrompt::confirm);
    connect(m_actions, &ActionBar::edited, this, [this] {
        m_needsReason = false;
        showLocks();
    });
    connect(m_evidence, &EvidenceView::opened, this, &ApprovalPrompt::showLocks);
    connect(m_banners, &PromptBanners::sendAgainAsked, this, &ApprovalPrompt::sendAgain);
    const auto refresh = [this] {
        if (!m_refreshing)
            emit refreshAsked(m_approval.request.line);
    };
    connect(m_banners, &PromptBanners::refreshAsked, this, refresh);
    connect(m_header, &PromptHeader::refreshAsked, this, refresh);
    connect(m_pending, &PendingBar::takeBackAsked, this, [this] {
        if (m_sending)
            return;
        m_sending = true;
        m_lastSent.reset();
        emit takeBackAsked(m_approval.id);
    });
}

void ApprovalPrompt::addKeys(QWidget* scope)
{
    const auto key = [this, scope](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, scope, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
        return shortcut;
    };
    const auto once = [&key](const QKeySequence& keys, auto slot) { key(keys, slot)->setAutoRepeat(false); };
    once(Qt::Key_A, [this] { openField(m_actions->asking()); });
    once(Qt::Key_H, [this] { openField(gate::Verdict::Hold); });
    once(Qt::Key_X, [this] { openField(gate::Verdict::Reject); });
    for (int number = 1; number <= kSections; ++number)
        once(QKeySequence(Qt::Key_0 + number), [this, number] { goToSection(number); });
    // The guard wants to hear of each repetition: X11 marks most of them, and one that it does not would be a second
    // press.
    key(Qt::CTRL | Qt::Key_Return, &ApprovalPrompt::confirm);
    key(Qt::CTRL | Qt::Key_Enter, &ApprovalPrompt::confirm);
}

void ApprovalPrompt::show(const gate::Approval& approval, const QString& replacedBy)
{
    const bool other = approval.id != m_approval.id;
    const bool changed = !other && approval.evidenceHash != m_approval.evidenceHash;
    const QList<EvidenceSection> before = m_sections;
    m_approval = approval;
    m_replacedBy = replacedBy;
    if (other)
        showNew();
    m_sections = sections();
    if (changed)
        m_guard.evidenceShown(m_clock.now());
    if (other || changed)
        m_evidence->showNew(m_sections, changed ? changedSections(before, m_sections) : QStringList());
    else
        m_evidence->show(m_sections);
    m_actions->setApproval(approval);
    showState();
    emit shown();
}

void ApprovalPrompt::setSent(const SentText& sent)
{
    m_sent = sent;
    m_sections = sections();
    m_evidence->show(m_sections);
    showState();
}

QList<EvidenceSection> ApprovalPrompt::sections() const
{
    QList<EvidenceSection> made = evidenceOf(m_approval, m_person);
    markUnsent(made, m_approval.request, m_sent);
    return made;
}

void ApprovalPrompt::showNew()
{
    m_sent = {};
    m_actions->leave();
    m_banners->clearFailure();
    m_lastSent.reset();
    m_sending = false;
    m_needsReason = false;
    m_refusedUnknown = false;
    setRefreshing(false);
    m_banners->clearRefresh();
    m_header->setRead({});
    m_openedAt = m_clock.now();
    m_guard.evidenceShown(m_openedAt);
    m_quickNotice->setVisible(m_quick.tooQuick());
}

void ApprovalPrompt::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_guard.evidenceShown(m_clock.now());
    showLocks();
}

void ApprovalPrompt::setNarrow(bool narrow)
{
    m_evidence->setNarrow(narrow);
    showLocks();
}

/// Which of actions and outcome is shown, and the banner above the evidence.
void ApprovalPrompt::showState()
{
    const UtcTime now = m_clock.now();
    m_header->show(m_approval, now);
    m_header->setArrived(m_sent.arrived, m_sent.isDone);
    const gate::RecordedDecision* made = isOpen(m_approval) ? settlingDecision(m_approval, now) : nullptr;
    const bool open = isOpen(m_approval) && now < m_approval.deadline;
    const bool acts = open && !made && elsewhereText(m_approval.request).isEmpty();
    const QWidget* focused = window()->focusWidget();
    const bool leaves = acts && focused && m_pending->isAncestorOf(focused);
    m_actions->setVisible(acts);
    if (leaves) // the keys stay in the prompt when it is taken back
        m_evidence->takeFocus();
    m_pending->setVisible(!acts);
    if (made)
        m_pending->showPending(m_approval, *made, now, m_person);
    else if (!acts)
        m_pending->showClosed(outcomeText(m_approval, m_replacedBy, m_sent.words),
                              m_sent.arrived && m_sent.isDone ? statusOf(m_approval.state) : StatusRole::Failed);
    m_actions->setBusy(m_sending);
    m_banners->showEnded(endedText(m_approval, m_replacedBy));
    if (m_refusedUnknown && m_approval.closedAt) {
        m_refusedUnknown = false;
        m_banners->tellRefused(tr("Already decided."), closedText(m_approval, m_replacedBy));
    }
    m_banners->showStale(open ? staleText(m_approval.request, now) : StaleText());
    showLocks();
}

void ApprovalPrompt::tick()
{
    if (m_approval.id.value == 0)
        return;
    const UtcTime now = m_clock.now();
    m_header->tick(now);
    const gate::RecordedDecision* made = isOpen(m_approval) ? settlingDecision(m_approval, now) : nullptr;
    const bool shownOpen = !m_actions->isHidden();
    if (made)
        m_pending->showPending(m_approval, *made, now, m_person);
    else if ((shownOpen && now >= m_approval.deadline) || (!shownOpen && isOpen(m_approval)))
        showState();
    m_banners->showStale(isOpen(m_approval) ? staleText(m_approval.request, now) : StaleText());
    showLocks();
}

void ApprovalPrompt::setByClicks(bool byClicks)
{
    m_actions->approveButton()->setByClicks(byClicks);
    showLocks();
}

void ApprovalPrompt::setOffline(const QString& reason)
{
    m_offline = reason;
    showLocks();
}

bool ApprovalPrompt::mayAct() const
{
    return !m_sending && m_actions->isVisible() && isReady();
}

void ApprovalPrompt::openField(gate::Verdict verdict)
{
    if (m_actions->isHidden() || m_sending)
        return;
    m_actions->openField(verdict);
    m_actions->reasonField()->setFocus(Qt::ShortcutFocusReason);
}

void ApprovalPrompt::goToSection(int number)
{
    if (!isVisible())
        return;
    m_evidence->goTo(number);
}

void ApprovalPrompt::confirm()
{
    if (!mayAct() || !lockReason().isEmpty())
        return;
    if (m_guard.confirm(m_clock.now()))
        approve();
    showLocks();
}

void ApprovalPrompt::approve()
{
    if (!mayAct() || !lockReason().isEmpty())
        return;
    gate::Decision decision;
    decision.verdict = gate::Verdict::Approve;
    decision.choice = m_actions->choice();
    decision.reason = m_actions->reason().toStdString();
    decision.typed = m_actions->typed().toStdString();
    m_quick.approved(m_clock.now() - m_openedAt);
    send(std::move(decision));
}

/// Ask, Hold or Reject.
void ApprovalPrompt::decide(gate::Verdict verdict)
{
    if (!mayAct() || (verdict == gate::Verdict::Reject && isNoReviewer(m_approval.request)))
        return;
    if (m_actions->reason().isEmpty()) {
        openField(verdict);
        m_needsReason = true;
        return showLocks();
    }
    gate::Decision decision;
    decision.verdict = verdict;
    decision.reason = m_actions->reason().toStdString();
    send(std::move(decision));
}

void ApprovalPrompt::send(gate::Decision decision)
{
    decision.by = m_person;
    decision.evidenceHash = m_approval.evidenceHash;
    m_sending = true;
    m_guard.forgetFirst();
    m_banners->clearFailure();
    m_lastSent = decision;
    m_actions->setBusy(true);
    showLocks();
    emit decided(m_approval.id, decision);
}

void ApprovalPrompt::sendAgain()
{
    if (!m_lastSent || m_sending)
        return;
    if (m_lastSent->evidenceHash != m_approval.evidenceHash)
        return refuse({ErrorCode::Conflict, {}});
    send(*std::exchange(m_lastSent, std::nullopt));
}

void ApprovalPrompt::finish(const Result<void>& result)
{
    m_sending = false;
    m_actions->setBusy(false);
    showLocks();
    if (result) {
        m_lastSent.reset();
        m_actions->forget();
        m_actions->setApproval(m_approval);
        return;
    }
    if (!m_lastSent)
        return m_banners->tellTooLate(result.error());
    switch (const Error& error = result.error(); error.code) {
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput: return refuse(error);
    default: m_banners->tellUnsent(error);
    }
}

void ApprovalPrompt::refuse(const Error& error)
{
    const bool moved = m_lastSent && m_lastSent->evidenceHash != m_approval.evidenceHash;
    const QString why = m_lastSent && !moved ? refusalText(m_approval, *m_lastSent, m_clock.now()) : QString();
    if (why.isEmpty())
        m_banners->tellRefused(error, moved);
    else
        m_banners->tellRefused(tr("The decision was not sent."), why);
    m_refusedUnknown = why.isEmpty() && !moved;
    m_lastSent.reset();
    emit reloadAsked();
}

void ApprovalPrompt::setRefreshing(bool refreshing)
{
    m_refreshing = refreshing;
    m_header->setRefreshing(refreshing);
    m_banners->setRefreshing(refreshing);
}

void ApprovalPrompt::finishRefresh(const Result<void>& result)
{
    setRefreshing(false);
    if (result) {
        m_banners->clearRefresh();
        m_header->setRead(m_clock.now());
    } else {
        m_banners->tellNotRefreshed(result.error());
    }
}

QString ApprovalPrompt::failure() const
{
    return m_banners->failure();
}

QString ApprovalPrompt::notice() const
{
    if (const QString ended = m_banners->ended(); !ended.isEmpty())
        return ended;
    if (const QString stale = m_banners->stale(); !stale.isEmpty())
        return stale;
    return m_quickNotice->isHidden() ? QString() : m_quickNotice->text();
}

} // namespace signalbox::ui
