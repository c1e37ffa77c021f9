// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/promptheader.h"

#include "ui/models/approvallistmodel.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuspill.h"
#include "ui/widgets/wrappedtext.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QUrl>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kClockWidth = 250;
constexpr int kBarHeight = 4;
constexpr int kMostLines = 3; // below the title

StatusRole riskRole(gate::RiskLevel level)
{
    return level == gate::RiskLevel::Critical ? StatusRole::Critical : StatusRole::OffBaseline;
}

} // namespace

PromptHeader::PromptHeader(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_glyph(new Glyph(themes, this)),
      m_title(new Label(themes, Type::Display, Tone::Primary, this)),
      m_risk(new StatusPill(themes, this)),
      m_advisory(new StatusPill(themes, this)),
      m_run(new Button(themes, tr("Open run"), Button::Kind::Link, this)),
      m_page(new Button(themes, tr("Open there"), Button::Kind::Link, this)),
      m_refresh(new Button(themes, {}, Button::Kind::Link, this)),
      m_origin(new WrappedText(themes, Type::Body, Tone::Secondary, this))
{
    m_glyph->setStatus(StatusRole::HeldForYou);
    m_glyph->setSide(themes.theme().size.iconControl);
    m_title->setElided(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_origin->setMostLines(kMostLines);
    m_origin->setLeastWidth(200);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(16);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_risk);
    titleRow->addWidget(m_advisory);
    titleRow->addStretch(1);
    grid->addWidget(m_glyph, 0, 0);
    grid->addLayout(titleRow, 0, 1);
    grid->addWidget(m_origin, 1, 1);
    auto* links = new QHBoxLayout;
    links->setSpacing(16);
    for (Button* link : {m_run, m_page, m_refresh})
        links->addWidget(link);
    links->addStretch(1);
    grid->addLayout(links, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1); // the words stay together beside a higher clock
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 16, 12);
    row->setSpacing(16);
    row->addLayout(grid, 1);
    row->addWidget(buildClock(), 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its wrapped words
    setRefreshing(false);
    connect(m_run, &Button::clicked, this, &PromptHeader::runAsked);
    connect(m_refresh, &Button::clicked, this, &PromptHeader::refreshAsked);
    connect(m_page, &Button::clicked, this, [this] { QDesktopServices::openUrl(QUrl(gatePage(m_approval.request))); });
}

QWidget* PromptHeader::buildClock()
{
    auto* clock = new QWidget(this);
    clock->setMinimumWidth(kClockWidth);
    clock->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_left = new Label(m_themes, Type::Display, Tone::Primary, clock);
    m_leftWord = new Label(m_themes, Type::Body, Tone::Tertiary, clock);
    const QStringList around
        = tr("%1 left").split(QStringLiteral("%1")); // large between small, in the language's order
    m_beforeLeft = new Label(m_themes, Type::Body, Tone::Tertiary, clock);
    m_beforeLeft->setText(around.constFirst().trimmed());
    m_leftWord->setText(around.constLast().trimmed());
    m_decideBy = new Label(m_themes, Type::Body, Tone::Secondary, clock);
    m_decideBelow = new Label(m_themes, Type::Small, Tone::Secondary, clock);
    m_decideBelow->hide();
    m_bar = new QWidget(clock);
    m_bar->setFixedHeight(kBarHeight);
    m_outcome = new Label(m_themes, Type::Small, Tone::Tertiary, clock);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_beforeLeft, 0, Qt::AlignBottom);
    line->addWidget(m_left);
    line->addWidget(m_leftWord, 0, Qt::AlignBottom);
    line->addStretch(1);
    line->addWidget(m_decideBy, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(clock);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_outcome);
    column->addWidget(m_decideBelow);
    return clock;
}

void PromptHeader::show(const gate::Approval& approval, UtcTime now)
{
    m_approval = approval;
    m_glyph->setStatus(statusOf(approval.state));
    m_title->setText(promptTitle(approval));
    m_run->setVisible(approval.run.value != 0);
    m_page->setVisible(!gatePage(approval.request).isEmpty());
    m_refresh->setVisible(isOpen(approval) && isOnServer(approval.request.line));
    showOrigin();
    const bool tells = approval.request.risk >= gate::RiskLevel::High;
    m_risk->setVisible(tells);
    if (tells)
        m_risk->setStatus(riskRole(approval.request.risk), riskLabel(approval.request.risk));
    const bool advisory = isAdvisory(approval.request);
    m_advisory->setVisible(advisory);
    if (advisory) {
        m_advisory->setStatus(StatusRole::OffBaseline, enforcementLabel(approval.request));
        m_advisory->setAccessibleName(spokenEnforcement(approval.request));
    }
    m_outcome->setText(elsewhereText(approval.request).isEmpty() ? deadlineText(approval) : QString());
    tick(now);
}

void PromptHeader::tick(UtcTime now)
{
    if (!isOpen(m_approval))
        return showOver();
    if (!elsewhereText(m_approval.request).isEmpty())
        return showState(tr("Waits there"));
    const double whole = toSeconds(m_approval.deadline - m_approval.askedAt);
    const double left = toSeconds(m_approval.deadline - now);
    const double share = whole > 0 ? std::clamp(left / whole, 0.0, 1.0) : 0;
    const QString words = timeLeft(m_approval.deadline, now);
    m_beforeLeft->setVisible(!m_beforeLeft->text().isEmpty());
    m_leftWord->setVisible(!m_leftWord->text().isEmpty());
    const QString until = dayTime(m_approval.deadline, now);
    showDeadline(left > 0 ? tr("Decide by %1").arg(until) : tr("Time passed at %1").arg(until));
    if (words == m_left->text() && share == m_share)
        return;
    m_share = share;
    const auto minutes = std::max<std::int64_t>(0, (m_approval.deadline - now).count() / 60'000);
    nameLeft(tr("%n minutes left, decide by %1, then %2.", nullptr, static_cast<int>(minutes))
                 .arg(dayTime(m_approval.deadline, now), deadlineOutcome(m_approval.onDeadline)));
    m_left->setText(words);
    update();
}

/// Beside what is left, as far as both fit where a clock stands; a date takes a line of its own, not room of the title.
void PromptHeader::showDeadline(const QString& words)
{
    const int beside = m_beforeLeft->sizeHint().width() + m_left->sizeHint().width() + m_leftWord->sizeHint().width();
    const bool fits = beside + m_decideBy->fontMetrics().horizontalAdvance(words) <= kClockWidth;
    m_decideBy->setText(fits ? words : QString());
    m_decideBelow->setText(fits ? QString() : words);
    m_decideBelow->setVisible(!fits);
}

/// Each name that is set is told to screen readers, and this one is asked for every second.
void PromptHeader::nameLeft(const QString& words)
{
    if (words != m_left->accessibleName())
        m_left->setAccessibleName(words);
}

void PromptHeader::setArrived(bool arrived, bool isDone)
{
    m_arrived = arrived;
    m_isDone = isDone;
    if (!isOpen(m_approval))
        showOver();
}

void PromptHeader::setRefreshing(bool refreshing)
{
    m_refresh->setText(refreshing ? tr("Refreshing\u2026") : tr("Refresh evidence"));
    m_refresh->setAccessibleName(m_refresh->text());
    m_refresh->setEnabled(!refreshing);
    m_refresh->updateGeometry();
}

void PromptHeader::setRead(std::optional<UtcTime> at)
{
    m_readAt = at;
    showOrigin();
}

void PromptHeader::showOrigin()
{
    const QString origin = promptOrigin(m_approval);
    m_origin->setText(m_readAt ? tr("%1 Read anew at %2.").arg(origin, clockTime(*m_readAt)) : origin);
}

void PromptHeader::showOver()
{
    m_glyph->setStatus(m_arrived && m_isDone ? statusOf(m_approval.state) : StatusRole::Failed);
    if (m_arrived && !m_isDone)
        return showState(tr("Approved, not started"));
    showState(m_arrived                                               ? approvalLabel(m_approval.state)
                  : m_approval.state == gate::ApprovalState::Approved ? tr("Approved here")
                                                                      : tr("Rejected here"));
}

void PromptHeader::showState(const QString& words)
{
    nameLeft(words);
    m_left->setText(words);
    m_beforeLeft->hide();
    m_leftWord->hide();
    showDeadline(m_approval.closedAt ? shortTime(*m_approval.closedAt) : QString());
    m_outcome->clear();
    m_share = 0;
    update();
}

void PromptHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border.subtle);
    if (!isOpen(m_approval))
        return;
    const QRect bar(m_bar->mapTo(this, QPoint()), m_bar->size());
    painter.fillRect(bar, theme.border.strong);
    painter.fillRect(QRect(bar.topLeft(), QSize(qRound(bar.width() * m_share), bar.height())),
                     theme.status(Hue::Waiting).fill);
}

} // namespace signalbox::ui
