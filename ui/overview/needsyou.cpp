// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/needsyou.h"

#include "ui/models/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statuslook.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace signalbox::ui {

namespace {
constexpr int kCardHeight = 101;
constexpr int kBar = 3;
constexpr int kTextAt = 22; // behind the glyph
} // namespace

NeedCard::NeedCard(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_glyph(new Glyph(themes, this)),
      m_title(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_left(new Label(themes, Type::Body, Tone::Waiting, this)),
      m_detail(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_note(new Label(themes, Type::Small, Tone::Tertiary, this)),
      m_review(new Button(themes, tr("Review"), Button::Kind::Default, this))
{
    setMinimumHeight(kCardHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 11);
    column->setSpacing(3);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_glyph);
    first->addWidget(m_title, 1);
    first->addWidget(m_left);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(kTextAt, 0, 0, 0);
    second->addWidget(m_detail);
    column->addLayout(second);
    auto* third = new QHBoxLayout;
    third->setContentsMargins(kTextAt, 0, 0, 0);
    third->addWidget(m_note, 1);
    third->addWidget(m_review, 0, Qt::AlignBottom);
    column->addLayout(third);
    m_title->setElided(true);
    for (Label* label : {m_detail, m_note})
        label->setWordWrap(true);
    m_review->setFixedHeight(themes.theme().size.minTarget);
    connect(m_review, &Button::clicked, this, [this] { emit opened(m_need.approval); });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void NeedCard::show(const Need& need)
{
    if (need == m_need)
        return;
    m_need = need;
    m_glyph->setStatus(need.role);
    m_title->setText(need.title);
    m_left->setText(need.left);
    m_detail->setText(need.detail);
    m_note->setText(need.note);
    const bool isToSee = need.passed || need.elsewhere;
    m_left->setTone(isToSee ? Tone::Secondary : Tone::Waiting);
    m_review->setText(isToSee ? tr("Open") : tr("Review"));
    m_review->updateGeometry();
    m_review->setAccessibleName(isToSee ? tr("Open %1, %2").arg(need.title, need.note)
                                        : tr("Review %1, %2").arg(need.title, need.left));
    update();
}

void NeedCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border.subtle);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.status(hueOf(m_need.role)).fill);
    painter.drawRoundedRect(QRectF(0, 11, kBar, height() - 23), 1, 1);
}

void NeedCard::mouseDoubleClickEvent(QMouseEvent*)
{
    emit opened(m_need.approval);
}

NeedsYou::NeedsYou(const ThemeSource& themes, QWidget* parent) : Panel(themes, parent)
{
    setTitle(tr("Needs you"));
    m_strip = new ErrorStrip(themes, StatusRole::Critical, this);
    body()->addWidget(m_strip);
    auto* list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    m_empty = new EmptyState(themes, QStringLiteral("tray-clear"), this);
    m_empty->setHeading(tr("Nothing needs you"));
    m_empty->setWords(tr("Approvals, escalations and lines off baseline appear here."));
    m_unknown = new EmptyState(themes, QStringLiteral("nav-approvals"), this);
    m_unknown->setWords(tr("Approvals are not loaded yet."));
    m_skeleton = new Skeleton(themes, this);
    m_stack = new QStackedWidget(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_scroll, m_empty, m_unknown, m_skeleton})
        m_stack->addWidget(part);
    body()->addWidget(m_stack, 1);

    m_footer = new QWidget(this);
    auto* rows = new QVBoxLayout(m_footer);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new Rule(themes, Qt::Horizontal, m_footer));
    auto* first = new Button(themes, tr("Open the first item"), Button::Kind::Quiet, m_footer);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 3, 12, 3);
    line->addWidget(first);
    line->addStretch(1);
    line->addWidget(new Keycap(themes, tr("Ctrl J"), m_footer));
    rows->addLayout(line);
    body()->addWidget(m_footer);
    connect(first, &Button::clicked, this, &NeedsYou::firstAsked);
    showUnknown(true);
}

void NeedsYou::showUnknown(bool loading)
{
    m_skeleton->setRunning(loading);
    m_stack->setCurrentWidget(loading ? static_cast<QWidget*>(m_skeleton) : m_unknown);
    m_footer->hide();
}

void NeedsYou::show(const std::vector<Need>& needs)
{
    while (m_cards.size() > needs.size()) {
        m_cards.back()->deleteLater();
        m_cards.back()->hide();
        m_cards.pop_back();
    }
    while (m_cards.size() < needs.size()) {
        auto* card = new NeedCard(themes(), m_scroll->widget());
        connect(card, &NeedCard::opened, this, &NeedsYou::opened);
        m_column->insertWidget(static_cast<int>(m_cards.size()), card);
        m_cards.push_back(card);
    }
    for (std::size_t at = 0; at < needs.size(); ++at)
        m_cards[at]->show(needs[at]);
    const auto waiting = std::ranges::count_if(needs, [](const Need& need) { return !need.passed; });
    m_skeleton->setRunning(false);
    setNote(waiting == 0 ? QString() : QLocale().toString(static_cast<qlonglong>(waiting)));
    m_stack->setCurrentWidget(needs.empty() ? static_cast<QWidget*>(m_empty) : m_scroll);
    m_footer->setVisible(waiting > 0);
}

void NeedsYou::tellUnreadable(const std::vector<ApprovalId>& approvals)
{
    if (approvals.empty())
        return m_strip->clear();
    const ErrorWords words = unreadableApprovals(approvals);
    m_strip->tell(words.sentence, words.action);
}

} // namespace signalbox::ui
