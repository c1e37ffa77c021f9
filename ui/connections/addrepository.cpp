// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/addrepository.h"

#include "ui/connections/placestep.h"
#include "ui/connections/teststep.h"
#include "ui/connections/tokenform.h"
#include "ui/connections/wizardsteps.h"
#include "ui/models/connectiontext.h"
#include "ui/models/policyvalues.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/frame.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/surface.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr QSize kSize{940, 660};
constexpr int kTop = 20;

} // namespace

AddRepository::AddRepository(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget& window)
    : QDialog(&window), m_themes(themes), m_engine(engine), m_connections(engine.connections())
{
    setWindowTitle(tr("Add repository"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 1, 1, 1); // the frame
    whole->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_steps = new WizardSteps(
        themes, {tr("Where it lives"), tr("Sign in"), tr("Test connection"), tr("Policy"), tr("Review")}, this);
    auto* side = new QVBoxLayout;
    m_strip = new ErrorStrip(themes, StatusRole::Critical, this);
    m_stack = new QStackedWidget(this);
    side->setSpacing(0);
    side->addWidget(m_strip);
    side->addWidget(m_stack, 1);
    m_question = new QuestionBar(themes, this);
    side->addWidget(m_question);
    row->addWidget(m_steps);
    row->addWidget(new Rule(themes, Qt::Vertical, this));
    row->addLayout(side, 1);
    whole->addLayout(row, 1);
    whole->addWidget(new Rule(themes, Qt::Horizontal, this));
    whole->addWidget(buildFoot());

    m_place = new PlaceStep(themes, this);
    addStep(tr("Where it lives"))->addWidget(m_place, 1);
    buildSignIn();
    m_test = new TestStep(themes, m_connections, clock, this);
    addStep(tr("Test the connection"))->addWidget(m_test, 1);
    buildPolicy();
    buildReview();
    listen();
    new FocusRing(themes, this);
    resize(kSize.boundedTo(window.size() * 0.96));
    goTo(Place);
}

QWidget* AddRepository::buildFoot()
{
    auto* foot = new Surface(m_themes, Surface::Kind::Panel, this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(kTop, 13, kTop, 13);
    row->setSpacing(m_themes.theme().spacing(3) - 2);
    auto* cancel = new Button(m_themes, tr("Cancel"), Button::Kind::Quiet, foot);
    m_why = new Label(m_themes, Type::Small, Tone::Secondary, foot);
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_why->setElided(true);
    m_back = new Button(m_themes, tr("Back"), Button::Kind::Default, foot);
    m_next = new Button(m_themes, tr("Next"), Button::Kind::Primary, foot);
    row->addWidget(cancel);
    row->addWidget(m_why, 1);
    row->addWidget(m_back);
    m_anyway = new Button(m_themes, tr("Go on with healing off"), Button::Kind::Default, foot);
    row->addWidget(m_next);
    row->addWidget(m_anyway);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_back, &Button::clicked, this, [this] { goTo(m_stack->currentIndex() - 1); });
    for (const Button* on : {m_next, m_anyway})
        connect(on, &Button::clicked, this, &AddRepository::forward);
    return foot;
}

void AddRepository::listen()
{
    connect(m_place, &PlaceStep::edited, this, &AddRepository::settle);
    connect(m_token, &TokenForm::edited, this, &AddRepository::settle);
    connect(m_test, &TestStep::changed, this, &AddRepository::settle);
    connect(&m_connections, &host::ConnectionHost::connectionsLoaded, this, &AddRepository::showKnown);
    connect(&m_connections, &host::ConnectionHost::repositoryPolicyRead, this, &AddRepository::showPolicy);
    connect(&m_connections, &host::ConnectionHost::requestFinished, this, &AddRepository::finish);
    connect(&m_engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_addingHere != request)
                    return;
                m_addingHere.reset();
                if (result)
                    return accept();
                m_strip->tell(faultText(tr("It was not added."), result.error()));
                settle();
            });
}

void AddRepository::goTo(int step)
{
    m_strip->clear();
    m_test->giveUp();
    m_stack->setCurrentIndex(step);
    m_steps->setOpen(step);
    begin(step);
    settle();
}

void AddRepository::begin(int step)
{
    switch (step) {
    case Place: return m_place->enter();
    case SignIn: {
        const bool gitLab = m_place->repository().provider == "gitlab";
        m_loading = m_connections.loadConnections();
        m_connections.loadSecretStore();
        m_signInNote->setText(
            tr("A token of %1 that may use %2.").arg(m_place->server(), text(m_place->repository().repository)));
        m_rightsNeeded->setText(
            gitLab ? tr("Scope api, with the role Developer; for protected environments that of their approvers. With "
                        "read_api alone it is watched only.")
                   : tr("Of a fine-grained token: Actions, Contents, Pull requests, Issues and Deployments, read and "
                        "write; Environments, read. With read alone it is watched only."));
        return m_token->field()->setFocus(Qt::OtherFocusReason);
    }
    case Test:
        return m_test->test(repository(), m_place->server(),
                            tokenPage(m_place->repository().provider, m_place->server()));
    case Policy:
        m_policy.reset();
        m_policyNote->setText(tr("Reading signalbox.yaml\u2026"));
        m_reading = m_connections.readPolicy(repository());
        return;
    default: return showReview();
    }
}

void AddRepository::forward()
{
    m_place->adopt();
    if (!missing().isEmpty())
        return;
    if (m_stack->currentIndex() == Review || m_place->isLocal())
        return add();
    goTo(m_stack->currentIndex() + 1);
}

void AddRepository::add()
{
    m_strip->clear();
    if (m_place->isLocal())
        m_addingHere = m_engine.addLine(m_place->folder().toStdString());
    else
        m_adding = m_connections.addRepository(repository());
    settle();
}

void AddRepository::finish(host::RequestId request, const Result<void>& result)
{
    for (auto* asked : {&m_loading, &m_reading, &m_adding}) {
        if (*asked != request)
            continue;
        asked->reset();
        if (asked == &m_adding && result)
            return accept();
        if (asked == &m_adding)
            m_strip->tell(faultText(tr("It was not added."), result.error()));
        else if (asked == &m_reading && !result)
            m_policyNote->setText(text(result.error().detail));
        settle();
    }
}

void AddRepository::reject()
{
    if (!m_place->isTouched() && m_token->field()->text().isEmpty())
        return QDialog::reject();
    if (m_question->isHidden())
        m_question->ask(tr("Discard what you typed?"), tr("Nothing has been added, and no token was kept."),
                        {{tr("Discard"), [this] { QDialog::reject(); }}});
}

void AddRepository::done(int result)
{
    m_test->giveUp();
    QDialog::done(result);
}

void AddRepository::showKnown(const std::vector<host::ConnectionView>& connections)
{
    const host::NewRepository which = m_place->repository();
    const auto same = std::ranges::find_if(connections, [&](const host::ConnectionView& connection) {
        return connection.kind == host::ConnectionKind::Forge && connection.provider == which.provider
            && connection.secretPlace != host::SecretPlace::Nowhere && isServer(connection.address, m_place->server());
    });
    const bool gitLab = which.provider == "gitlab";
    const QString variable = gitLab ? QStringLiteral("GITLAB_TOKEN") : QStringLiteral("GH_TOKEN");
    const QString known = gitLab ? QStringLiteral("gitlab.com") : QStringLiteral("github.com");
    const bool isPublic = m_place->server() == known; // whose token is for no other server
    if (same != connections.end())
        m_knownToken = tr("%1, %2").arg(tokenText(*same), tokenNote(*same));
    else
        m_knownToken = isPublic ? tr("%1 of the environment").arg(variable) : QString();
    m_token->setKnown(m_knownToken.isEmpty() ? QString() : tr("Empty: %1").arg(m_knownToken));
}

void AddRepository::showPolicy(const host::PolicyView& policy)
{
    m_policy = policy;
    m_policyNote->setText(
        !policy.fault.empty() ? tr("The file cannot be read: %1. The defaults are in force.").arg(text(policy.fault))
            : policy.hasFile
            ? tr("As signalbox.yaml on %1 says. A change of it that loosens it needs "
                 "a person.")
                  .arg(text(policy.branch))
            : tr("There is no signalbox.yaml on %1: the defaults are in force.").arg(text(policy.branch)));
    listPolicy();
    settle();
}

/// What agents may do is of no interest where they do nothing.
void AddRepository::listPolicy()
{
    if (!m_policy)
        return;
    m_policyFields->clear();
    if (!heals())
        m_policyFields->sentence(tr("What fails is diagnosed and shown. No agent changes anything here."));
    for (const PolicyValue& value : policyValues(m_policy->inForce)) {
        if (!heals() && value.key.startsWith(u"autonomy."))
            continue;
        if (value.startsGroup)
            m_policyFields->section(value.group);
        const auto choice = std::ranges::find(value.choices, value.shown, &PolicyChoice::stored);
        m_policyFields->field(value.label, choice == value.choices.end() ? value.shown : choice->label);
    }
    m_policyFields->finish();
}

void AddRepository::showReview()
{
    const host::NewRepository which = repository();
    m_reviewFields->clear();
    m_reviewFields->field(tr("Repository"), text(which.repository));
    m_reviewFields->field(tr("Server"), m_place->server());
    m_reviewFields->field(tr("Token"), which.token.value.empty() ? m_knownToken : placeName(which.token.keep));
    m_reviewFields->field(tr("Healing"), heals() ? tr("Failing runs are healed") : tr("Watched only"));
    m_reviewFields->field(tr("Policy"),
                          m_policy && m_policy->hasFile ? tr("signalbox.yaml, %1").arg(text(m_policy->branch))
                                                        : tr("the defaults"));
    m_reviewFields->finish();
}

QString AddRepository::missing() const
{
    if (m_adding || m_addingHere)
        return tr("being added");
    switch (m_stack->currentIndex()) {
    case Place: return m_place->missing();
    case SignIn: return m_token->missing();
    case Test:
        if (m_test->isTesting())
            return tr("being tested");
        return !m_test->failure().isEmpty() || m_test->gap().blocks ? tr("it cannot be watched so") : QString();
    case Policy: return m_reading ? tr("being read") : QString();
    default: return {};
    }
}

host::NewRepository AddRepository::repository() const
{
    host::NewRepository which = m_place->repository();
    which.token = m_token->secret();
    which.heals = heals();
    return which;
}

bool AddRepository::heals() const
{
    return m_test->canHeal() && !m_watchOnly;
}

void AddRepository::settle()
{
    const int step = m_stack->currentIndex();
    const bool local = m_place->isLocal();
    const bool last = step == Review || local;
    const bool healingOff = step == Test && !m_test->isTesting() && !m_test->canHeal() && missing().isEmpty();
    m_back->setVisible(step > Place);
    m_back->setLocked(m_adding.has_value(), tr("being added"));
    m_next->setText(last ? tr("Add repository") : tr("Next"));
    m_next->setVisible(!healingOff);
    m_anyway->setVisible(healingOff);
    m_next->setLocked(!missing().isEmpty(), missing());
    m_why->setText(missing().isEmpty() ? QString() : tr("Locked: %1").arg(missing()));
    m_heals->show(heals() ? 0 : 1, m_test->canHeal() ? -1 : 0, tr("the token may not re-run jobs"));
}

/// Return that nothing else has taken goes on.
void AddRepository::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        forward();
    else
        QDialog::keyPressEvent(event);
}

void AddRepository::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    paintFrame(painter, rect(), {theme.border.control, theme.surface.window, 0});
}

} // namespace signalbox::ui
