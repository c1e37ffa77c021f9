// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policysection.h"

#include "ui/models/errortext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/settings/policyform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linediffview.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/skeleton.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>

namespace signalbox::ui {

namespace {
constexpr int kValuesWidth = 406;
constexpr int kBesideFrom = 760; // in a narrower section values and change are tabs
} // namespace

PolicySection::PolicySection(const ThemeSource& themes, host::AgentHost& engine, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_engine(engine)
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(pageMargins(theme));
    whole->setSpacing(theme.spacing(4));
    m_sentence = new Flow(themes, Type::Display, this);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(kPanelGap);
    m_folding = new FoldingAside(themes, {buildValues(), tr("Values")}, this);
    sides->addWidget(m_folding, 2);
    m_folding->setAside({buildChange(), tr("Change")}, sides, 3);
    whole->addWidget(m_sentence);
    whole->addLayout(sides, 1);
    listen();
    refresh();
}

QWidget* PolicySection::buildValues()
{
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, &PolicySection::chooseLine);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 12, 4);
    top->setSpacing(m_themes.theme().spacing(3));
    m_lines = new ChoiceField(m_themes, panel);
    m_lines->setAccessibleName(tr("Line"));
    m_origin = new Label(m_themes, Type::Small, Tone::Tertiary, panel);
    m_origin->setElided(true);
    top->addWidget(m_lines);
    top->addWidget(m_origin, 1);
    connect(m_lines, &QComboBox::activated, this, &PolicySection::chooseLine);
    m_unknown = new EmptyState(m_themes, QStringLiteral("nav-settings"), panel);
    m_unknown->setWords(tr("The policy is not loaded yet."));
    m_skeleton = new Skeleton(m_themes, panel);
    m_valuesStack = new QStackedWidget(panel);
    for (QWidget* part : std::initializer_list<QWidget*>{buildForm(panel), m_unknown, m_skeleton})
        m_valuesStack->addWidget(part);
    panel->body()->addWidget(m_strip);
    panel->body()->addLayout(top);
    panel->body()->addWidget(new Rule(m_themes, Qt::Horizontal, panel));
    panel->body()->addWidget(m_valuesStack, 1);
    return panel;
}

QWidget* PolicySection::buildForm(QWidget* panel)
{
    auto* whole = new QWidget(panel);
    whole->setObjectName(QStringLiteral("policyValues"));
    m_form = new PolicyForm(m_themes, whole);
    connect(m_form, &PolicyForm::edited, this, &PolicySection::plan);
    auto* scroll = new QScrollArea(whole);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_looser = new Label(m_themes, Type::Small, Tone::Secondary, whole);
    m_looser->setWordWrap(true);
    m_looser->setContentsMargins(12, 9, 12, 9);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(new Rule(m_themes, Qt::Horizontal, whole));
    column->addWidget(m_looser);
    return whole;
}

QWidget* PolicySection::buildChange()
{
    m_change = new Panel(m_themes, this);
    m_change->setTitle(tr("Change"));
    m_unchanged = new EmptyState(m_themes, QStringLiteral("nav-settings"), m_change);
    m_unchanged->setWords(tr("Nothing changed. An edit shows here what it makes of the file, before it is proposed."));
    auto* diff = makeLineDiffView(m_themes, m_change);
    diff->setModel(&m_diff);
    diff->setAccessibleName(tr("Change of the file"));
    m_stack = new QStackedWidget(m_change);
    m_stack->addWidget(m_unchanged);
    m_stack->addWidget(diff);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 10, 12, 10);
    foot->setSpacing(m_themes.theme().spacing(3));
    m_reason = new LineField(m_themes, Type::Body, m_change);
    m_reason->setPlaceholderText(tr("Reason, needed"));
    m_reason->setAccessibleName(tr("Reason of the change"));
    m_discard = new Button(m_themes, tr("Discard"), Button::Kind::Default, m_change);
    m_propose = new Button(m_themes, tr("Propose change"), Button::Kind::Primary, m_change);
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_propose);
    m_change->body()->addWidget(m_stack, 1);
    m_change->body()->addWidget(new Rule(m_themes, Qt::Horizontal, m_change));
    m_change->body()->addLayout(foot);
    m_locked = new Label(m_themes, Type::Small, Tone::Secondary, m_change);
    m_locked->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_locked->setContentsMargins(12, 0, 12, 8);
    m_locked->setMinimumHeight(m_locked->minimumHeight() + 8);
    m_change->body()->addWidget(m_locked);
    connect(m_reason, &QLineEdit::textChanged, this, &PolicySection::refresh);
    connect(m_discard, &Button::clicked, this, &PolicySection::discard);
    connect(m_propose, &Button::clicked, this, &PolicySection::propose);
    return m_change;
}

void PolicySection::listen()
{
    connect(&m_engine, &host::AgentHost::policyLoaded, this, &PolicySection::show);
    connect(&m_engine, &host::AgentHost::policyPlanned, this, [this](const host::PolicyOffer& offer) {
        if (offer.edit.line != line() || offer.edit.values != m_form->changes())
            return; // something else was typed meanwhile
        m_offer = offer;
        m_diff.load(lineDiff(text(offer.before), text(offer.after)));
        refresh();
    });
    connect(&m_engine, &host::AgentHost::policyProposed, this, [this](const std::string&, const std::string& branch) {
        m_reason->clear();
        discard();
        m_looser->setText(tr("Proposed on the branch %1. It is in force once it is merged. It is one entry in Audit.")
                              .arg(text(branch)));
    });
    connect(&m_engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                for (auto* asked : {&m_loading, &m_planning, &m_proposing}) {
                    if (*asked != request)
                        continue;
                    asked->reset();
                    if (!result && asked == &m_loading && m_policy && m_policy->line != line())
                        m_policy.reset(); // it is that of another line
                    if (result)
                        m_strip->clear();
                    else
                        m_strip->tell(faultText(result.error()), asked == &m_loading ? tr("Try again") : QString());
                    refresh();
                }
            });
}

void PolicySection::entered()
{
    const QString kept = m_lines->currentText();
    m_lines->clear();
    for (const std::string& name : m_engine.lines())
        m_lines->addItem(text(name), QString::fromStdString(name));
    m_lines->setCurrentIndex(std::max(0, m_lines->findText(kept)));
    if (m_form->changes().empty())
        chooseLine();
}

std::string PolicySection::line() const
{
    return m_lines->currentData().toString().toStdString();
}

void PolicySection::chooseLine()
{
    if (!line().empty())
        m_loading = m_engine.loadPolicy(line());
    refresh();
}

void PolicySection::show(const host::PolicyView& policy)
{
    if (policy.line != line())
        return;
    m_policy = policy;
    m_form->show(policy);
    const QString file = policy.hasFile ? tr("signalbox.yaml, %1").arg(text(policy.branch))
                                        : tr("no file on %1: the defaults").arg(text(policy.branch));
    m_origin->setText(file);
    m_origin->setToolTip(text(policy.file.string()));
    QStringList looser;
    for (const std::string& each : policy.looser)
        looser << text(each);
    m_looser->setText(
        !policy.fault.empty()
            ? tr("The file cannot be read: %1. The policy accepted last is in force.").arg(text(policy.fault))
            : !looser.isEmpty() ? tr("Waits for a person, as it is looser: %1").arg(looser.join(QStringLiteral("; ")))
            : policy.acceptedAt
            ? tr("In force since %1, accepted by %2.").arg(wholeTime(*policy.acceptedAt), text(policy.acceptedBy))
            : tr("In force with the next run. A change that loosens it needs a person."));
    m_offer.reset();
    m_diff.load({});
    refresh();
}

void PolicySection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_folding->setFolded(width() < kBesideFrom);
    m_folding->setMaximumWidth(m_folding->isFolded() ? QWIDGETSIZE_MAX : kValuesWidth);
}

host::PolicyEdit PolicySection::edit() const
{
    return {.line = line(), .values = m_form->changes(), .reason = m_reason->text().trimmed().toStdString()};
}

void PolicySection::plan()
{
    m_offer.reset();
    if (const QString label = m_form->notUnderstood(); !label.isEmpty())
        m_strip->tell(tr("%1 is not a number.").arg(label));
    else if (m_form->changes().empty())
        m_strip->clear();
    else
        m_planning = m_engine.planPolicy(edit());
    refresh();
}

void PolicySection::discard()
{
    m_offer.reset();
    m_diff.load({});
    if (m_policy)
        show(*m_policy);
}

void PolicySection::propose()
{
    if (m_offer && !m_proposing)
        m_proposing = m_engine.proposePolicy(edit(), m_offer->digest);
}

void PolicySection::setOffline(const QString& reason)
{
    m_offline = reason;
    refresh();
}

void PolicySection::refresh()
{
    const int changes = m_policy ? static_cast<int>(m_form->changes().size()) : 0;
    const bool reason = !m_reason->text().trimmed().isEmpty();
    const QString answer = m_lines->count() == 0 ? tr("No lines yet.")
        : changes == 0                           ? tr("The policy of each line.")
                                                 : tr("%n changes.", nullptr, changes);
    const QString rest = changes == 0         ? tr("It says what agents may do on their own.")
        : m_offer && !m_offer->looser.empty() ? tr("Looser: a person approves it once it is merged.")
                                              : tr("In force once it is merged.");
    m_sentence->setParts({{.words = answer}, {.words = rest, .tone = Tone::Secondary}});
    m_change->setNote(m_offer ? QStringLiteral("+%1 \u2212%2")
                                    .arg(m_diff.count(DiffLine::Kind::Added))
                                    .arg(m_diff.count(DiffLine::Kind::Removed))
                              : QString());
    m_stack->setCurrentIndex(m_offer ? 1 : 0);
    const bool loading = !m_policy && m_loading; // that of another line stays meanwhile
    m_skeleton->setRunning(loading);
    m_valuesStack->setCurrentWidget(loading                          ? static_cast<QWidget*>(m_skeleton)
                                        : m_policy || line().empty() ? m_valuesStack->widget(0)
                                                                     : m_unknown);
    m_reason->setEnabled(changes > 0);
    m_folding->setAsideName(changes == 0 ? tr("Change") : tr("Change %1").arg(changes));
    m_discard->setLocked(changes == 0, tr("nothing changed"));
    const QString why = !m_offline.isEmpty() ? m_offline
        : changes == 0                       ? tr("nothing changed")
        : !reason                            ? tr("a reason is needed")
                                             : tr("being checked");
    const bool locked = !m_offer || !reason || m_proposing || !m_offline.isEmpty();
    m_propose->setLocked(locked, why);
    m_locked->setVisible(locked);
    m_locked->setText(tr("Locked: %1").arg(why));
}

} // namespace signalbox::ui
