// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/connections/connectionssection.h"
#include "ui/models/language.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/settings/datasection.h"
#include "ui/settings/policysection.h"
#include "ui/settings/sideitem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/scrolled.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

constexpr int kSideWidth = 196;
constexpr std::size_t kConnections = 0; // sections
constexpr std::size_t kPolicy = 1;
constexpr int kLabelWidth = 188;
constexpr int kPanelWidth = 860;
constexpr int kZoneLength = 24; // characters of a name
constexpr std::array<int, 7> kScales{80, 90, 100, 125, 150, 175, 200};
constexpr QChar kGap{0x202F}; // narrow no-break space

} // namespace

SettingsPage::SettingsPage(ThemeSource& themes, const Scene& scene, const std::vector<KeyLine>& keys, QWidget* parent)
    : Page(parent), m_themes(themes), m_preferences(scene.preferences)
{
    const Theme& theme = themes.theme();
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* side = new QWidget(this);
    side->setFixedWidth(kSideWidth);
    m_side = new QVBoxLayout(side);
    m_side->setContentsMargins(theme.spacing(3), theme.spacing(3) + 2, theme.spacing(3), theme.spacing(3));
    m_side->setSpacing(0);
    m_stack = new QStackedWidget(this);
    whole->addWidget(side);
    whole->addWidget(new Rule(themes, Qt::Vertical, this));
    whole->addWidget(m_stack, 1);

    host::AgentHost& engine = scene.engine;
    addSection(tr("Connections"), [this, &engine, &clock = scene.clock] {
        m_connections = new ConnectionsSection(m_themes, engine.connections(), clock, this);
        connect(m_connections, &ConnectionsSection::addAsked, this, &SettingsPage::repositoryAsked);
        connect(m_connections, &ConnectionsSection::troubledChanged, m_sections.front().item, &SideItem::setTroubled);
        return m_connections;
    });
    addSection(tr("Policy"), [this, &engine] { return m_policy = new PolicySection(m_themes, engine, this); });
    addRows(tr("Appearance"), m_look, [this](QVBoxLayout* rows) { buildAppearance(rows); });
    addRows(tr("Keyboard"), m_keyCount, [this, keys](QVBoxLayout* rows) { buildKeys(rows, keys); });
    addRows(tr("Language and time"), m_tongue, [this](QVBoxLayout* rows) { buildLanguage(rows); });
    addSection(tr("Data"), [this, &engine] {
        m_data = new DataSection(m_themes, engine, this);
        return scrolled(m_data, m_stack);
    });
    auto* note = new Label(themes, Type::Small, Tone::Secondary, side);
    note->setText(tr("A change of connections, policy or data is one entry in Audit."));
    note->setWordWrap(true);
    note->setContentsMargins(8, 12, 8, 0);
    m_side->addWidget(note);
    m_side->addStretch(1);
    connect(&themes, &ThemeSource::chosen, this, &SettingsPage::showTheme);
    choose(kConnections);
}

PageTitle SettingsPage::title() const
{
    return {.title = tr("Settings"), .task = m_sections.at(m_chosen).name, .status = {}, .statusWords = {}, .note = {}};
}

void SettingsPage::entered()
{
    showTheme();
    const QWidget* shown = m_stack->currentWidget();
    if (m_connections && shown == m_connections)
        m_connections->entered();
    else if (m_policy && shown == m_policy)
        m_policy->entered();
    else if (m_data && shown->isAncestorOf(m_data))
        m_data->entered();
    m_sections.at(m_chosen).item->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::addSection(const QString& name, std::function<QWidget*()> make)
{
    const std::size_t at = m_sections.size();
    auto* item = new SideItem(m_themes, name, this);
    connect(item, &SideItem::clicked, this, [this, at] {
        choose(at);
        entered();
    });
    m_side->addWidget(item);
    m_sections.push_back({name, item, std::move(make), nullptr});
}

void SettingsPage::addRows(const QString& name, Flow*& sentence, const std::function<void(QVBoxLayout*)>& build)
{
    addSection(name, [this, name, &sentence, build] {
        const Theme& theme = m_themes.theme();
        auto* page = new QWidget;
        auto* rows = new QVBoxLayout(page);
        rows->setContentsMargins(pageMargins(theme));
        rows->setSpacing(theme.spacing(4));
        sentence = new Flow(m_themes, Type::Display, page);
        rows->addWidget(sentence);
        auto* panel = new Panel(m_themes, page);
        panel->setTitle(name);
        panel->setMaximumWidth(kPanelWidth);
        rows->addWidget(panel);
        rows->addStretch(1);
        build(panel->body());
        return scrolled(page, m_stack);
    });
}

void SettingsPage::chooseConnections()
{
    choose(kConnections);
}

void SettingsPage::choosePolicy()
{
    choose(kPolicy);
}

QWidget* SettingsPage::row(const QString& label, QWidget* control, const QString& note)
{
    auto* made = new QWidget(this);
    auto* line = new QHBoxLayout(made);
    line->setContentsMargins(16, 9, 16, 9);
    line->setSpacing(m_themes.theme().spacing(4));
    auto* name = new Label(m_themes, Type::Body, Tone::Primary, made);
    name->setText(label);
    name->setFixedWidth(kLabelWidth);
    line->addWidget(name);
    line->addWidget(control);
    auto* words = new Label(m_themes, Type::Small, Tone::Tertiary, made);
    words->setText(note);
    words->setWordWrap(true);
    line->addWidget(words, 1);
    return made;
}

void SettingsPage::buildAppearance(QVBoxLayout* column)
{
    auto* choice = new QWidget(this);
    auto* buttons = new QHBoxLayout(choice);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(m_themes.theme().spacing(2));
    const std::array<std::pair<QString, ThemeSource::Choice>, 4> themes{{
        {tr("Dark"), ThemeSource::Choice::Dark},
        {tr("Light"), ThemeSource::Choice::Light},
        {tr("Follow system"), ThemeSource::Choice::System},
        {tr("High contrast"), ThemeSource::Choice::HighContrast},
    }};
    for (const auto& [label, theme] : themes) {
        auto* button = new Button(m_themes, label, Button::Kind::Chip, choice);
        button->setCheckable(true);
        connect(button, &Button::clicked, this, [this, theme] {
            m_themes.choose(theme);
            showTheme();
        });
        buttons->addWidget(button);
        m_themeButtons.push_back(button);
    }
    showTheme();
    column->addWidget(row(tr("Theme"), choice, {}));
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));

    auto* scale = new ChoiceField(m_themes, this);
    scale->setAccessibleName(tr("Size of the interface"));
    for (const int percent : kScales)
        scale->addItem(QStringLiteral("%1%2%").arg(percent).arg(kGap), percent);
    scale->setCurrentIndex(std::max(0, scale->findData(m_preferences.scale())));
    connect(scale, &QComboBox::currentIndexChanged, this, [this, scale] {
        m_preferences.setScale(scale->currentData().toInt());
        sayLook();
    });
    column->addWidget(row(tr("Size"), scale, tr("Taken up at the next start.")));
    buildMotion(column);
}

void SettingsPage::buildMotion(QVBoxLayout* column)
{
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
    auto* motion = new ChoiceField(m_themes, this);
    motion->setAccessibleName(tr("Motion"));
    motion->addItem(tr("Follow system"), QStringLiteral("system"));
    motion->addItem(tr("Reduced"), QStringLiteral("reduced"));
    motion->addItem(tr("Full"), QStringLiteral("full"));
    motion->setCurrentIndex(std::max(0, motion->findData(m_preferences.motion())));
    connect(motion, &QComboBox::currentIndexChanged, this, [this, motion] {
        m_preferences.setMotion(motion->currentData().toString());
        emit motionChosen();
    });
    column->addWidget(row(tr("Motion"), motion, tr("Reduced: nothing moves of its own.")));
}

void SettingsPage::buildApproving(QVBoxLayout* column)
{
    auto* choice = new QWidget(this);
    auto* buttons = new QHBoxLayout(choice);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(m_themes.theme().spacing(2));
    for (const bool byClicks : {false, true}) {
        auto* button
            = new Button(m_themes, byClicks ? tr("Two clicks") : tr("Keep pressed"), Button::Kind::Chip, choice);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(byClicks == m_preferences.approveByClicks());
        connect(button, &Button::clicked, this, [this, byClicks] {
            m_preferences.setApproveByClicks(byClicks);
            emit approvingChosen();
        });
        buttons->addWidget(button);
    }
    column->addWidget(
        row(tr("Approve"), choice, tr("For 1\u202fs, or 1 to 5\u202fs apart. Ctrl+Enter twice always works.")));
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
}

void SettingsPage::buildLetterKeys(QVBoxLayout* column)
{
    auto* choice = new QWidget(this);
    auto* buttons = new QHBoxLayout(choice);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(m_themes.theme().spacing(2));
    for (const bool on : {true, false}) {
        auto* button = new Button(m_themes, on ? tr("On") : tr("Off"), Button::Kind::Chip, choice);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(on == m_preferences.letterKeys());
        button->setAccessibleName(on ? tr("Letter keys on") : tr("Letter keys off"));
        connect(button, &Button::clicked, this, [this, on] {
            m_preferences.setLetterKeys(on);
            emit letterKeysChosen();
        });
        buttons->addWidget(button);
    }
    column->addWidget(row(tr("Letter keys"), choice, tr("Off: no key is a command without Ctrl or Alt.")));
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
}

void SettingsPage::buildKeys(QVBoxLayout* column, const std::vector<KeyLine>& keys)
{
    buildApproving(column);
    buildLetterKeys(column);
    auto* list = new QWidget(this);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const KeyLine& key : keys)
        rows->addWidget(row(key.does, new Keycap(m_themes, key.keys, list), {}));
    column->addWidget(list);
    m_keyCount->setParts({{.words = tr("%n command(s) have a key.", nullptr, static_cast<int>(keys.size()))},
                          {.words = tr("A question mark lists those of the page."), .tone = Tone::Secondary}});
}

void SettingsPage::buildLanguage(QVBoxLayout* column)
{
    auto* language = m_language = new ChoiceField(m_themes, this);
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("Follow system"), QStringLiteral("system"));
    for (const QString& name : Language::known())
        language->addItem(Language::ownName(name), name);
    language->setCurrentIndex(std::max(0, language->findData(m_preferences.language())));
    connect(language, &QComboBox::currentIndexChanged, this, [this, language] {
        m_preferences.setLanguage(language->currentData().toString());
        sayLanguage();
    });
    column->addWidget(row(tr("Language"), language, tr("Taken up at the next start.")));
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
    buildZones(column);
    sayLanguage();
}

void SettingsPage::buildZones(QVBoxLayout* column)
{
    auto* workspace = new ChoiceField(m_themes, this);
    workspace->setAccessibleName(tr("Zone of the workspace"));
    workspace->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    workspace->setMinimumContentsLength(kZoneLength);
    workspace->addItem(tr("As this computer"), QString());
    for (const QByteArray& name : QTimeZone::availableTimeZoneIds()) {
        if (name.contains('/') && !name.startsWith("Etc/"))
            workspace->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    }
    workspace->setCurrentIndex(std::max(0, workspace->findData(m_preferences.workspaceZone())));
    connect(workspace, &QComboBox::currentIndexChanged, this, [this, workspace] {
        m_preferences.setWorkspaceZone(workspace->currentData().toString());
        emit zoneChosen();
        sayLanguage();
    });
    column->addWidget(row(tr("Zone of the workspace"), workspace, tr("The one that a team agrees on.")));
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
    m_timesIn = new ChoiceField(m_themes, this);
    m_timesIn->setAccessibleName(tr("Times are told in"));
    m_timesIn->addItem(tr("Zone of the workspace"), nameOf(Zone::Workspace));
    m_timesIn->addItem(tr("UTC"), nameOf(Zone::Utc));
    m_timesIn->addItem(tr("Zone of this computer"), nameOf(Zone::Local));
    showZone();
    connect(m_timesIn, &QComboBox::currentIndexChanged, this, [this] {
        m_preferences.setTimesIn(m_timesIn->currentData().toString());
        emit zoneChosen();
        sayLanguage();
    });
    column->addWidget(
        row(tr("Times are told in"), m_timesIn, tr("Ctrl+Shift+U goes on to the next. A tool tip tells all.")));
}

void SettingsPage::showZone()
{
    if (!m_timesIn)
        return; // nobody has looked at it
    const QSignalBlocker quiet(m_timesIn);
    m_timesIn->setCurrentIndex(std::max(0, m_timesIn->findData(m_preferences.timesIn())));
    m_timesIn->update();
}

void SettingsPage::sayLook()
{
    if (!m_look)
        return; // nobody has looked at it
    const auto chosen = std::ranges::find_if(m_themeButtons, &Button::isChecked);
    const QString theme = chosen == m_themeButtons.end() ? QString() : (*chosen)->text();
    m_look->setParts({{.words = tr("%1, %2%3%.").arg(theme).arg(m_preferences.scale()).arg(kGap)},
                      {.words = tr("The size is taken up at the next start."), .tone = Tone::Secondary}});
}

void SettingsPage::sayLanguage()
{
    m_tongue->setParts({{.words = tr("%1, times of %2.").arg(m_language->currentText(), zoneName())},
                        {.words = tr("The language is taken up at the next start."), .tone = Tone::Secondary}});
}

void SettingsPage::choose(std::size_t section)
{
    Section& chosen = m_sections.at(section);
    if (!chosen.page) {
        chosen.page = chosen.make();
        m_stack->addWidget(chosen.page);
        takeOffline();
    }
    m_chosen = section;
    m_stack->setCurrentWidget(chosen.page);
    for (const Section& each : m_sections)
        each.item->setChecked(&each == &chosen);
    emit titleChanged();
}

void SettingsPage::takeOffline()
{
    if (m_connections)
        m_connections->setOffline(offlineReason());
    if (m_policy)
        m_policy->setOffline(offlineReason());
    if (m_data)
        m_data->setOffline(offlineReason());
}

void SettingsPage::showTheme()
{
    constexpr std::array<ThemeSource::Choice, 4> kChoices{ThemeSource::Choice::Dark, ThemeSource::Choice::Light,
                                                          ThemeSource::Choice::System,
                                                          ThemeSource::Choice::HighContrast};
    for (std::size_t at = 0; at < m_themeButtons.size(); ++at)
        m_themeButtons[at]->setChecked(m_themes.choice() == kChoices[at]);
    sayLook();
}

} // namespace signalbox::ui
