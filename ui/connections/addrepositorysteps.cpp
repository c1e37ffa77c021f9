// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the wizard that have no class of their own.
#include "ui/connections/addrepository.h"
#include "ui/connections/tokenform.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/segments.h"

#include <QScrollArea>
#include <QStackedWidget>

namespace signalbox::ui {

namespace {
constexpr int kSide = 25;
constexpr int kTop = 20;
constexpr int kPolicyLabel = 190;
} // namespace

QVBoxLayout* AddRepository::addStep(const QString& title)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSide, kTop, kSide, kTop);
    column->setSpacing(m_themes.theme().spacing(4) - 3);
    auto* heading = new Label(m_themes, Type::Title, Tone::Primary, page);
    heading->setText(title);
    column->addWidget(heading);
    m_stack->addWidget(scrolled(page, m_stack));
    return column;
}

void AddRepository::buildSignIn()
{
    QVBoxLayout* column = addStep(tr("Sign in"));
    m_signInNote = new Label(m_themes, Type::Body, Tone::Secondary, this);
    m_signInNote->setWordWrap(true);
    m_token = new TokenForm(m_themes, m_connections, this);
    m_rightsNeeded = new Label(m_themes, Type::Small, Tone::Secondary, this);
    m_rightsNeeded->setWordWrap(true);
    column->addWidget(m_signInNote);
    column->addWidget(m_token);
    column->addWidget(m_rightsNeeded);
    column->addStretch(1);
}

void AddRepository::buildPolicy()
{
    QVBoxLayout* column = addStep(tr("Policy"));
    m_policyNote = new Label(m_themes, Type::Body, Tone::Secondary, this);
    m_policyNote->setWordWrap(true);
    m_heals = new Segments(m_themes, {tr("Heal failing runs"), tr("Watch only")}, this);
    m_heals->setAccessibleName(tr("Healing"));
    auto* panel = new Panel(m_themes, this);
    m_policyFields = new Fields(m_themes, panel);
    m_policyFields->setLabelWidth(kPolicyLabel);
    panel->body()->addWidget(m_policyFields);
    column->addWidget(m_heals, 0, Qt::AlignLeading);
    column->addWidget(m_policyNote);
    column->addWidget(panel);
    column->addStretch(1);
    connect(m_heals, &Segments::asked, this, [this](int choice) {
        m_watchOnly = choice == 1;
        listPolicy();
        settle();
    });
}

void AddRepository::buildReview()
{
    QVBoxLayout* column = addStep(tr("Review"));
    auto* note = new Label(m_themes, Type::Body, Tone::Secondary, this);
    note->setText(tr("Runs that end from now on are looked after. It is one entry in Audit."));
    note->setWordWrap(true);
    auto* panel = new Panel(m_themes, this);
    m_reviewFields = new Fields(m_themes, panel);
    panel->body()->addWidget(m_reviewFields);
    column->addWidget(note);
    column->addWidget(panel);
    column->addStretch(1);
}

} // namespace signalbox::ui
