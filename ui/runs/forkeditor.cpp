// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/forkeditor.h"

#include "ui/models/runsteps.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStackedWidget>

namespace signalbox::ui {

namespace {
constexpr int kLow = 230; // height without room for the note
constexpr int kWide = 480; // width at which the verdict stands beside the buttons
} // namespace

ForkEditor::ForkEditor(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Panel, parent),
      m_title(new Label(themes, Type::Heading, Tone::Primary, this)),
      m_note(new Label(themes, Type::Small, Tone::Secondary, this)),
      m_text(new QPlainTextEdit(this)),
      m_verdict(new Label(themes, Type::Small, Tone::Secondary, this)),
      m_foot(new QStackedWidget(this)),
      m_tail(new QBoxLayout(QBoxLayout::TopToBottom))
{
    m_note->setWordWrap(true);
    m_note->setText(tr("The original never changes. In a rehearsal the record answers, and nothing has effects."));
    m_verdict->setWordWrap(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("State of the fork"));
    m_text->document()->setDocumentMargin(9);
    m_foot->addWidget(buildActions());
    m_foot->addWidget(buildQuestion());
    m_foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_note);
    m_tail->setSpacing(8);
    m_tail->addWidget(m_verdict, 1);
    m_tail->addWidget(m_foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(m_text, 1);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addLayout(m_tail);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ForkEditor::check);
    connect(&themes, &ThemeSource::changed, this, &ForkEditor::dress);
    const auto key = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(Qt::CTRL | Qt::Key_Return, [this] { fork(false); });
    key(Qt::Key_Escape, [this] { emit cancelled(); });
    dress();
}

QWidget* ForkEditor::buildActions()
{
    auto* row = new QWidget(m_foot);
    m_rehearse = new Button(themes(), tr("Rehearse"), Button::Kind::Primary, row);
    m_rehearse->setToolTip(tr("Ctrl+Enter"));
    m_live = new Button(themes(), tr("Fork live"), Button::Kind::Default, row);
    auto* leave = new Button(themes(), tr("Cancel"), Button::Kind::Default, row);
    auto* actions = new QHBoxLayout(row);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(8);
    for (Button* button : {m_rehearse, m_live, leave})
        actions->addWidget(button);
    actions->addStretch(1);
    connect(m_rehearse, &Button::clicked, this, [this] { fork(false); });
    connect(m_live, &Button::clicked, this, [this] {
        m_question->setText(
            tr("Fork live? Steps after checkpoint %1 run again, with real effects.").arg(stepNumber(m_checkpoint)));
        m_foot->setCurrentIndex(1);
    });
    connect(leave, &Button::clicked, this, &ForkEditor::cancelled);
    return row;
}

QWidget* ForkEditor::buildQuestion()
{
    auto* page = new QWidget(m_foot);
    m_question = new Label(themes(), Type::Body, Tone::Primary, page);
    m_question->setWordWrap(true);
    m_instead = new Button(themes(), tr("Rehearse instead"), Button::Kind::Default, page);
    m_surely = new Button(themes(), tr("Fork live"), Button::Kind::Danger, page);
    auto* back = new Button(themes(), tr("Cancel"), Button::Kind::Default, page);
    auto* answers = new QHBoxLayout;
    answers->setSpacing(8);
    for (Button* button : {m_instead, m_surely, back})
        answers->addWidget(button);
    answers->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_question);
    column->addLayout(answers);
    connect(m_instead, &Button::clicked, this, [this] { fork(false); });
    connect(m_surely, &Button::clicked, this, [this] { fork(true); });
    connect(back, &Button::clicked, this, [this] { m_foot->setCurrentIndex(0); });
    return page;
}

void ForkEditor::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    const bool low = height() < kLow;
    m_note->setVisible(!low);
    m_tail->setDirection(width() >= kWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_tail->setContentsMargins(12, low ? 4 : 8, 12, low ? 4 : 12);
}

void ForkEditor::dress()
{
    const Theme& theme = themes().theme();
    m_text->setFont(theme.font(Type::Mono));
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::Base, theme.surface.inset);
    colours.setColor(QPalette::Text, theme.text.primary);
    m_text->setPalette(colours);
}

void ForkEditor::edit(std::int64_t checkpoint, const Json& state)
{
    m_checkpoint = checkpoint;
    m_before = state;
    m_title->setText(tr("Fork from checkpoint %1").arg(stepNumber(checkpoint)));
    m_text->setPlainText(editableState(state));
    check();
    m_text->setFocus(Qt::OtherFocusReason);
}

QString ForkEditor::verdict() const
{
    return m_verdict->text();
}

void ForkEditor::check()
{
    m_foot->setCurrentIndex(0);
    m_edit = readEdit(m_before, m_text->toPlainText());
    if (!m_edit.fault.isEmpty())
        m_verdict->setText(m_edit.line > 0 ? tr("Line %1: %2").arg(m_edit.line).arg(m_edit.fault) : m_edit.fault);
    else if (m_edit.changed.isEmpty())
        m_verdict->setText(tr("Nothing is changed: the steps after it run again as they did."));
    else if (!m_edit.fresh.isEmpty())
        m_verdict->setText(
            tr("Changed: %1. The run has never had: %2.")
                .arg(m_edit.changed.join(QStringLiteral(", ")), m_edit.fresh.join(QStringLiteral(", "))));
    else
        m_verdict->setText(tr("Changed: %1.").arg(m_edit.changed.join(QStringLiteral(", "))));
    m_verdict->setTone(m_edit.fault.isEmpty() ? Tone::Secondary : Tone::Critical);
    const QString reason = m_sending ? tr("sending") : m_edit.fault;
    if (m_sending)
        m_verdict->setText(tr("Locked: %1").arg(reason));
    for (Button* button : {m_rehearse, m_live, m_instead, m_surely})
        button->setLocked(!reason.isEmpty(), reason);
}

void ForkEditor::setSending(bool sending)
{
    m_sending = sending;
    check();
}

void ForkEditor::fork(bool live)
{
    if (!m_sending && m_edit.fault.isEmpty())
        emit forkAsked(m_checkpoint, m_edit.patch, live);
}

} // namespace signalbox::ui
