// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/actionbar.h"

#include "core/gate/requirements.h"
#include "ui/models/evidencetext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {
constexpr int kReasonWidth = 290;
constexpr int kLeastReason = 140;
constexpr int kTypedWidth = 170;
constexpr int kMostTyped = 520;
constexpr int kHintWidth = 92;
constexpr int kMostLines = 4; // of what is to be typed
constexpr int kShort = 34; // a button above its hint
} // namespace

ActionBar::ActionBar(const ThemeSource& themes, const Clock& clock, QWidget* parent)
    : Surface(themes, Kind::Raised, parent), m_clock(clock), m_choiceGroup(new QButtonGroup(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its wrapped words
    m_choiceRow = new QWidget(this);
    m_choiceLayout = new QHBoxLayout(m_choiceRow);
    m_choiceLayout->setContentsMargins(0, 0, 0, 0);
    m_choiceLayout->setSpacing(8);
    m_rows = new QBoxLayout(QBoxLayout::LeftToRight);
    m_rows->setSpacing(10);
    buildFields();
    buildButtons();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_choiceRow);
    column->addLayout(m_rows);
    m_choiceRow->hide();
    connect(m_choiceGroup, &QButtonGroup::idClicked, this, &ActionBar::labelApprove);
}

void ActionBar::buildFields()
{
    m_typedBox = new QWidget(this);
    auto* typedColumn = new QVBoxLayout(m_typedBox);
    typedColumn->setContentsMargins(0, 0, 0, 0);
    typedColumn->setSpacing(4);
    m_typedLabel = new Flow(themes(), Type::Small, m_typedBox);
    m_typedLabel->setMostLines(kMostLines);
    m_typed = new LineField(themes(), Type::Mono, m_typedBox);
    m_typed->setMinimumWidth(kTypedWidth);
    m_typedBox->setMaximumWidth(kMostTyped);
    m_typed->setContextMenuPolicy(Qt::NoContextMenu);
    m_typed->setAcceptDrops(false);
    m_typed->installEventFilter(this);
    typedColumn->addWidget(m_typedLabel);
    typedColumn->addWidget(m_typed);
    auto* reasonColumn = new QVBoxLayout;
    reasonColumn->setSpacing(4);
    m_reasonLabel = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_reason = new LineField(themes(), Type::Body, this);
    m_reason->setMinimumWidth(kLeastReason);
    m_reason->installEventFilter(this);
    reasonColumn->addWidget(m_reasonLabel);
    reasonColumn->addWidget(m_reason);
    reasonColumn->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_typedBox, 0, Qt::AlignTop);
    row->addLayout(reasonColumn, 1);
    m_rows->addLayout(row, 1);
    connect(m_reason, &LineField::textChanged, this, &ActionBar::edited);
    connect(m_typed, &LineField::textChanged, this, &ActionBar::edited);
}

void ActionBar::buildButtons()
{
    auto* row = m_buttons = new QHBoxLayout;
    row->setSpacing(10);
    row->addStretch(1);
    const auto make = [&](const QString& words, const char* glyph, gate::Verdict verdict, const QString& key) {
        auto* button = new Button(themes(), words, Button::Kind::Default, this);
        button->setObjectName(QLatin1String(glyph)); // of which it may be bare
        button->setToolTip(key);
        row->addWidget(button, 0, Qt::AlignBottom);
        connect(button, &Button::clicked, this,
                [this, verdict] { emit asked(verdict == gate::Verdict::Ask ? asking() : verdict); });
        return button;
    };
    m_ask = make(tr("Ask for more"), "action-ask", gate::Verdict::Ask, QStringLiteral("A"));
    m_hold = make(tr("Hold"), "action-hold", gate::Verdict::Hold, QStringLiteral("H"));
    m_reject = make(tr("Reject"), "action-reject", gate::Verdict::Reject, QStringLiteral("X"));
    m_approve = new HoldButton(themes(), m_clock, this);
    row->addWidget(m_approve, 0, Qt::AlignBottom);
    m_hint = new Label(themes(), Type::Small, Tone::Tertiary, this);
    m_hint->setWordWrap(true);
    m_hint->setFixedWidth(kHintWidth);
    row->addWidget(m_hint, 0, Qt::AlignVCenter);
    m_hintBelow = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_hintBelow->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hintBelow->setElided(true);
    auto* block = new QVBoxLayout;
    block->setSpacing(2);
    block->addLayout(row);
    block->addWidget(m_hintBelow);
    m_rows->addLayout(block);
    connect(m_approve, &HoldButton::heldLongEnough, this, &ActionBar::approveHeld);
}

void ActionBar::setApproval(const gate::Approval& approval)
{
    if (const auto draft = m_drafts.extract(approval.id); draft && m_reason->text().isEmpty())
        m_reason->setText(draft.mapped());
    m_approval = approval;
    const QString word = text(gate::confirmationOf(approval.request));
    const bool override = gate::isOverride(approval.request);
    m_typedBox->setVisible(!word.isEmpty());
    const QString ask = tr("Type %1 to unlock");
    m_typedLabel->setParts({{.words = ask.section(QStringLiteral("%1"), 0, 0).trimmed(), .tone = Tone::Secondary},
                            {.words = word, .mono = true},
                            {.words = ask.section(QStringLiteral("%1"), 1).trimmed(), .tone = Tone::Secondary}});
    m_typed->setAccessibleName(ask.arg(word));
    m_reasonLabel->setVisible(!word.isEmpty() || override);
    m_reasonLabel->setText(override ? tr("Reason, at least %1 characters").arg(gate::kOverrideReason) : tr("Reason"));
    m_ask->setText(asking() == gate::Verdict::Ask ? tr("Ask for more") : tr("Answer"));
    m_ask->updateGeometry();
    m_hold->setVisible(approval.state != gate::ApprovalState::Held);
    showChoices(approval);
    labelApprove();
    openField(m_intent.value_or(gate::Verdict::Approve));
}

gate::Verdict ActionBar::asking() const
{
    return gate::openQuestion(m_approval) ? gate::Verdict::Answer : gate::Verdict::Ask;
}

void ActionBar::showChoices(const gate::Approval& approval)
{
    if (m_choices == approval.request.choices)
        return;
    m_choices = approval.request.choices;
    const std::vector<std::string>& choices = *m_choices;
    for (auto* button : m_choiceGroup->buttons()) {
        m_choiceGroup->removeButton(button);
        delete button;
    }
    while (QLayoutItem* item = m_choiceLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* label = new Label(themes(), Type::Small, Tone::Secondary, m_choiceRow);
    label->setText(tr("Approving means"));
    m_choiceLayout->addWidget(label);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto* chip = new Button(themes(), choiceLabel(choices[i]), Button::Kind::Chip, m_choiceRow);
        chip->setCheckable(true);
        chip->setChecked(i == 0);
        m_choiceGroup->addButton(chip, static_cast<int>(i));
        m_choiceLayout->addWidget(chip);
    }
    m_choiceLayout->addStretch(1);
    m_choiceRow->setVisible(choices.size() > 1);
}

std::string ActionBar::choice() const
{
    const int chosen = m_choiceGroup->checkedId();
    return !m_choices || m_choices->empty() ? std::string()
                                            : (*m_choices)[static_cast<std::size_t>(std::max(0, chosen))];
}

void ActionBar::labelApprove()
{
    m_approve->setLabel(approveLabel(choice()));
    arrange();
}

void ActionBar::leave()
{
    if (const QString typed = m_reason->text(); !typed.trimmed().isEmpty())
        m_drafts.insert_or_assign(m_approval.id, typed);
    forget();
}

void ActionBar::forget()
{
    m_reason->clear();
    m_typed->clear();
    m_choices.reset();
    m_intent.reset();
    m_below = false;
    if (auto* first = m_choiceGroup->button(0))
        first->setChecked(true);
}

int ActionBar::buttonsWidth() const
{
    int needed = 2 * themes().theme().spacing(5);
    for (const QWidget* part : std::initializer_list<QWidget*>{m_ask, m_hold, m_reject, m_approve, m_hint})
        needed += part->isHidden() ? 0 : part->sizeHint().width() + m_buttons->spacing();
    return needed;
}

int ActionBar::neededWidth() const
{
    int needed = buttonsWidth()
        + std::clamp(m_reason->fontMetrics().horizontalAdvance(m_reason->placeholderText()) + 24, kLeastReason,
                     kReasonWidth);
    if (!m_typedBox->isHidden())
        needed += std::clamp(m_typedLabel->sizeHint().width(), kTypedWidth, kMostTyped) + m_rows->spacing();
    return needed;
}

void ActionBar::setGlyphs(bool shown)
{
    for (Button* button : {m_ask, m_hold, m_reject})
        button->setGlyph(shown ? button->objectName() : QString());
}

/// One row as long as there is room: first the icons go, then the fields stand above the buttons, and the hint below.
void ActionBar::arrange()
{
    const Sizes& size = themes().theme().size;
    const bool labelled = !m_reasonLabel->isHidden();
    m_below = m_below || labelled;
    m_hint->setVisible(!m_below);
    const int high = m_below ? kShort : size.decisionButton;
    for (QWidget* button : std::initializer_list<QWidget*>{m_ask, m_hold, m_reject, m_approve})
        button->setFixedHeight(high);
    for (LineField* field : {m_typed, m_reason})
        field->setFixedHeight(labelled ? size.input : high);
    layout()->setContentsMargins(16, m_below ? 9 : 13, 16, m_below ? 8 : 12);
    setGlyphs(!labelled);
    if (neededWidth() > width())
        setGlyphs(false);
    const bool above = neededWidth() > width();
    m_rows->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const bool hintBelow = m_below || (above && buttonsWidth() > width());
    m_hint->setVisible(!hintBelow);
    m_hintBelow->setVisible(hintBelow);
    const int whole = m_reason->fontMetrics().horizontalAdvance(m_reason->placeholderText()) + 24;
    m_reason->setMaximumWidth(above ? QWIDGETSIZE_MAX : std::max(kReasonWidth, whole));
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

void ActionBar::openField(gate::Verdict verdict)
{
    const bool grave = m_approval.request.risk >= gate::RiskLevel::High;
    QString words = grave ? tr("Reason, needed to reject or hold, and to approve high or critical")
                          : tr("Reason, needed to reject or hold");
    switch (verdict) {
    case gate::Verdict::Ask: words = tr("Question, Enter sends it"); break;
    case gate::Verdict::Answer: words = tr("Answer, Enter sends it"); break;
    case gate::Verdict::Hold: words = tr("Reason to hold, Enter sends it"); break;
    case gate::Verdict::Reject: words = tr("Reason to reject, Enter sends it"); break;
    case gate::Verdict::Approve: break;
    }
    m_intent.reset();
    const bool told = verdict == gate::Verdict::Approve && !m_reasonLabel->isHidden(); // above the field
    m_reason->setPlaceholderText(told ? QString() : words);
    m_reason->setToolTip(words);
    m_reason->setAccessibleName(words);
    if (verdict != gate::Verdict::Approve)
        m_intent = verdict;
    arrange();
}

void ActionBar::setBusy(bool busy)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_ask, m_hold, m_reject, m_reason, m_typed, m_choiceRow})
        part->setEnabled(!busy);
}

void ActionBar::setHint(const QString& hint, bool urgent)
{
    m_hint->setText(hint);
    m_hint->setTone(urgent ? Tone::Secondary : Tone::Tertiary);
    m_hintBelow->setText(hint);
    m_hintBelow->setTone(urgent ? Tone::Secondary : Tone::Tertiary);
    if (urgent && m_approve->isLocked() && !std::exchange(m_below, true))
        arrange();
}

void ActionBar::lockReject(const QString& reason)
{
    m_reject->setLocked(!reason.isEmpty(), reason);
}

void ActionBar::lockApprove(const QString& reason)
{
    if (m_approve->isLocked() != !reason.isEmpty() || !reason.isEmpty())
        m_approve->setLocked(!reason.isEmpty(), reason);
}

QString ActionBar::reason() const
{
    return m_reason->text().trimmed();
}
QString ActionBar::typed() const
{
    return m_typed->text();
}

Button* ActionBar::button(gate::Verdict verdict) const
{
    switch (verdict) {
    case gate::Verdict::Ask:
    case gate::Verdict::Answer: return m_ask;
    case gate::Verdict::Hold: return m_hold;
    case gate::Verdict::Reject:
    case gate::Verdict::Approve: break;
    }
    return m_reject;
}

bool ActionBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool middle
        = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::MiddleButton;
    if (watched == m_typed && middle)
        return true; // would paste what is selected elsewhere
    if (event->type() != QEvent::KeyPress)
        return Surface::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_typed && key->matches(QKeySequence::Paste))
        return true; // typed by hand, so that it is read
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers() == Qt::NoModifier) {
        if (watched == m_reason && m_intent && !key->isAutoRepeat())
            emit asked(*m_intent);
        return true; // Enter never approves
    }
    if (key->key() == Qt::Key_Escape && watched == m_reason && m_intent) {
        openField(gate::Verdict::Approve);
        return true;
    }
    return Surface::eventFilter(watched, event);
}

void ActionBar::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter(this).fillRect(QRect(0, 0, width(), 1), themes().theme().border.subtle);
}

} // namespace signalbox::ui
