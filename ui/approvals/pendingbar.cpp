// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/pendingbar.h"

#include "core/gate/requirements.h"
#include "ui/models/evidencetext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMostLines = 4;
}

PendingBar::PendingBar(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Raised, parent),
      m_glyph(new Glyph(themes, this)),
      m_words(new WrappedText(themes, Type::BodyStrong, Tone::Primary, this)),
      m_reason(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_takeBack(new Button(themes, tr("Take back"), Button::Kind::Default, this))
{
    m_takeBack->setTall(true);
    m_words->setMostLines(kMostLines); // why it was refused may be long
    m_reason->setElided(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 13, 16, 12);
    row->setSpacing(10);
    row->addWidget(m_glyph);
    row->addWidget(m_words, 1);
    row->addWidget(m_reason, 1);
    row->addWidget(m_takeBack);
    setMinimumHeight(themes.theme().size.decisionButton + 25);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_takeBack, &Button::clicked, this, &PendingBar::takeBackAsked);
}

void PendingBar::showPending(const gate::Approval& approval, const gate::RecordedDecision& made, UtcTime now,
                             const std::string& person)
{
    const bool mine = gate::samePerson(made.decision.by, person);
    const auto left = std::max(made.effectiveAt - now, Milliseconds(0));
    const auto seconds = (left.count() + 999) / 1000;
    const QString what = doneLabel(approval, made.decision);
    const QString done = mine ? tr("%1.").arg(what) : tr("%1. Decided by %2.").arg(what, text(made.decision.by));
    m_glyph->setStatus(StatusRole::Running);
    m_words->setText(seconds > 0 ? tr("%1 Takes effect in %2\u202fs.").arg(done).arg(seconds) : done);
    m_reason->setText(gate::reasonHidden(approval, made, person) ? tr("Reason hidden until you decide.")
                                                                 : text(made.decision.reason));
    m_reason->show();
    m_takeBack->setVisible(mine && seconds > 0);
}

void PendingBar::showClosed(const QString& words, StatusRole role)
{
    m_glyph->setStatus(role);
    m_words->setText(words);
    m_reason->hide();
    m_takeBack->hide();
}

QString PendingBar::words() const
{
    return m_words->text();
}

void PendingBar::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter(this).fillRect(QRect(0, 0, width(), 1), themes().theme().border.subtle);
}

} // namespace signalbox::ui
