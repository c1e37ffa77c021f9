// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/holdbanner.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

HoldBanner::HoldBanner(const ThemeSource& themes, const QString& person, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_person(person), m_strip(new ErrorStrip(themes, StatusRole::HeldForYou, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    connect(m_strip, &ErrorStrip::actionTriggered, this,
            [this] { emit releaseAsked(everythingHeld() ? QString() : text(m_holds.front().line)); });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

/// Seldom asked, so it is made when it is.
void HoldBanner::buildQuestion()
{
    m_question = new QWidget(this);
    layout()->addWidget(m_question);
    const Theme& theme = m_themes.theme();
    auto* column = new QVBoxLayout(m_question);
    column->setContentsMargins(theme.spacing(5), theme.spacing(4), theme.spacing(5), theme.spacing(4));
    column->setSpacing(theme.spacing(3));
    auto* words = new QHBoxLayout;
    m_title = new Label(m_themes, Type::Heading, Tone::Primary, m_question);
    m_asked = new Label(m_themes, Type::Body, Tone::Secondary, m_question);
    m_asked->setElided(true);
    words->addWidget(m_title);
    words->addWidget(m_asked, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.spacing(3));
    m_reason = new LineField(m_themes, Type::Body, m_question);
    m_reason->setPlaceholderText(tr("Reason, needed to release"));
    m_reason->setAccessibleName(tr("Reason, needed to release"));
    m_reason->setObjectName(QStringLiteral("releaseReason"));
    m_reason->setMaximumWidth(460);
    m_release = new Button(m_themes, tr("Release all"), Button::Kind::Default, m_question);
    m_release->setObjectName(QStringLiteral("confirmRelease"));
    auto* cancel = new Button(m_themes, tr("Cancel"), Button::Kind::Quiet, m_question);
    m_hint = new Label(m_themes, Type::Small, Tone::Secondary, m_question);
    row->addWidget(m_reason, 1);
    row->addWidget(m_release);
    row->addWidget(cancel);
    row->addWidget(m_hint);
    row->addStretch(1);
    column->addLayout(words);
    column->addLayout(row);

    const auto lock = [this] {
        const bool missing = m_reason->text().trimmed().isEmpty();
        m_release->setLocked(missing, tr("reason missing"));
        m_hint->setText(missing ? tr("Locked: reason missing") : QString());
    };
    const auto confirm = [this] {
        if (!m_release->isLocked())
            emit releaseConfirmed(m_line, m_reason->text().trimmed());
    };
    lock();
    connect(m_reason, &QLineEdit::textChanged, this, lock);
    connect(m_reason, &QLineEdit::returnPressed, this, confirm);
    connect(m_release, &Button::clicked, this, confirm);
    connect(cancel, &Button::clicked, this, &HoldBanner::closeQuestion);
}

QString HoldBanner::heldBy(const host::Hold& hold) const
{
    const QString by = text(hold.by);
    const QString who = by == m_person || by.isEmpty() ? tr("you") : by;
    if (hold.reason.empty())
        return tr("Held by %1 at %2.").arg(who, shortTime(hold.since));
    return tr("Held by %1 at %2: %3.").arg(who, shortTime(hold.since), text(hold.reason));
}

void HoldBanner::showHolds(const std::vector<host::Hold>& holds)
{
    m_holds = holds;
    setVisible(!holds.empty());
    if (!holdOf(m_line))
        closeQuestion();
    tell();
}

void HoldBanner::tell()
{
    if (const host::Hold* all = holdOf({})) {
        m_strip->tell(tr("All lines held."), tr("%1 No step, fix or promotion starts.", "who holds").arg(heldBy(*all)),
                      tr("Release all"));
    } else if (m_holds.empty()) {
        m_strip->clear();
    } else if (m_holds.size() == 1) {
        m_strip->tell(tr("%1 is held.").arg(text(m_holds.front().line)), heldBy(m_holds.front()), tr("Release line"));
    } else {
        QStringList lines;
        for (const auto& hold : m_holds)
            lines << text(hold.line);
        m_strip->tell(tr("%n lines are held.", nullptr, static_cast<int>(m_holds.size())),
                      lines.join(QStringLiteral(", ")));
    }
}

const host::Hold* HoldBanner::holdOf(const QString& line) const
{
    const auto at = std::ranges::find(m_holds, line.toStdString(), &host::Hold::line);
    return at == m_holds.end() ? nullptr : &*at;
}

void HoldBanner::askReason(const QString& line, int continuing)
{
    const host::Hold* hold = holdOf(line);
    if (!hold)
        return;
    if (!m_question)
        buildQuestion();
    m_line = line;
    m_title->setText(line.isEmpty() ? tr("Release all lines?") : tr("Release %1?").arg(line));
    m_release->setText(line.isEmpty() ? tr("Release all") : tr("Release line"));
    const QString goingOn = tr("%n runs continue.", nullptr, continuing);
    m_asked->setText(heldBy(*hold) + QLatin1Char(' ') + goingOn);
    m_reason->clear();
    m_strip->hide(); // the question says the same
    m_question->show();
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void HoldBanner::closeQuestion()
{
    if (m_question) {
        m_question->hide();
        m_reason->clear();
    }
    m_strip->setVisible(!m_holds.empty());
}

void HoldBanner::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_question && m_question->isVisible())
        closeQuestion();
    else
        QWidget::keyPressEvent(event);
}

void HoldBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border.subtle);
}

} // namespace signalbox::ui
