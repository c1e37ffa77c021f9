// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/datasection.h"

#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/questionbar.h"

#include <QHBoxLayout>
#include <QLocale>

#include <array>

namespace signalbox::ui {

namespace {

constexpr int kLabelWidth = 160;
constexpr int kPanelWidth = 860;
constexpr std::array kDays{7, 30, 90, 180, 365};

QString daysWords(int days)
{
    return days == 0 ? DataSection::tr("For ever") : DataSection::tr("%Ln days", nullptr, days);
}

QString countWords(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString sizeWords(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

DataSection::DataSection(const ThemeSource& themes, host::AgentHost& engine, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_engine(engine)
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(pageMargins(theme));
    whole->setSpacing(theme.spacing(4));
    m_sentence = new Flow(themes, Type::Display, this);
    m_sentence->setParts({{.words = tr("Everything stays on this machine.")}});
    whole->addWidget(m_sentence);
    whole->addWidget(buildPlaces());
    whole->addWidget(buildKeeping());
    whole->addStretch(1);
    listen();
}

Label* DataSection::addRow(QVBoxLayout* column, const QString& label, QWidget* control)
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 9, 16, 9);
    line->setSpacing(m_themes.theme().spacing(4));
    auto* name = new Label(m_themes, Type::Body, Tone::Primary, this);
    name->setText(label);
    name->setFixedWidth(kLabelWidth);
    name->setElided(true);
    auto* words
        = new Label(m_themes, control ? Type::Small : Type::Body, control ? Tone::Tertiary : Tone::Primary, this);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line->addWidget(name);
    if (control)
        line->addWidget(control);
    line->addWidget(words, 1);
    column->addLayout(line);
    column->addWidget(new Rule(m_themes, Qt::Horizontal, this));
    return words;
}

/// A path: in mono, and cut rather than broken.
Label* DataSection::addPlace(QVBoxLayout* column, const QString& label)
{
    auto* path = new Label(m_themes, Type::Mono, Tone::Primary, this);
    path->setElided(true);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addRow(column, label, path)->hide();
    return path;
}

QWidget* DataSection::buildPlaces()
{
    auto* panel = new Panel(m_themes, this);
    panel->setTitle(tr("Where it is"));
    panel->setMaximumWidth(kPanelWidth);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, &DataSection::entered);
    panel->body()->addWidget(m_strip);
    m_store = addPlace(panel->body(), tr("Store"));
    m_logs = addPlace(panel->body(), tr("Logs"));
    m_workspace = addPlace(panel->body(), tr("Workspace"));
    m_audit = addPlace(panel->body(), tr("Signed audit heads"));
    m_counts = addRow(panel->body(), tr("In the store"));
    m_store->setText(text(m_engine.storeFile()));
    auto* note = new Label(m_themes, Type::Small, Tone::Secondary, panel);
    note->setText(tr("Everything stays on this machine: runs, approvals, the audit log, what was learned. Logs are "
                     "redacted before they are stored. To keep a copy, close Signalbox and copy the store with what "
                     "stands beside it. Audit and Knowledge export what they show."));
    note->setWordWrap(true);
    note->setContentsMargins(16, 12, 16, 14);
    panel->body()->addWidget(note);
    return panel;
}

QWidget* DataSection::buildKeeping()
{
    auto* panel = new Panel(m_themes, this);
    panel->setTitle(tr("How long it is kept"));
    panel->setMaximumWidth(kPanelWidth);
    m_keep = new ChoiceField(m_themes, panel);
    m_keep->setAccessibleName(tr("Checkpoints of ended runs"));
    m_age = new ChoiceField(m_themes, panel);
    m_age->setAccessibleName(tr("Prune runs that ended longer ago than"));
    for (const int days : kDays) {
        m_keep->addItem(daysWords(days), days);
        m_age->addItem(daysWords(days), days);
    }
    m_keep->addItem(daysWords(0), 0);
    m_prune = new Button(m_themes, tr("Prune now"), Button::Kind::Default, panel);
    auto* pruning = new QWidget(panel);
    auto* row = new QHBoxLayout(pruning);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_themes.theme().spacing(3));
    row->addWidget(m_age);
    row->addWidget(m_prune);
    addRow(panel->body(), tr("Checkpoints"), m_keep)
        ->setText(tr("After a run has ended. The first, the newest and those of forks stay."));
    m_done = addRow(panel->body(), tr("Older than"), pruning);
    addRow(panel->body(), tr("Events, effects"))->setText(tr("for ever"));
    addRow(panel->body(), tr("Decisions, audit"))->setText(tr("for ever"));
    m_question = new QuestionBar(m_themes, panel);
    panel->body()->addWidget(m_question);
    connect(m_keep, &QComboBox::activated, this, [this] { keep(m_keep->currentData().toInt()); });
    connect(m_prune, &Button::clicked, this, [this] {
        m_toKeep.reset();
        m_planning = m_engine.planPruning(m_age->currentData().toInt());
    });
    return panel;
}

void DataSection::listen()
{
    connect(&m_engine, &host::AgentHost::storageLoaded, this, &DataSection::show);
    connect(&m_engine, &host::AgentHost::pruningPlanned, this, &DataSection::ask);
    connect(&m_engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                for (auto* asked : {&m_loading, &m_planning, &m_keeping, &m_pruning}) {
                    if (*asked != request)
                        continue;
                    const bool changed = asked == &m_keeping || asked == &m_pruning;
                    asked->reset();
                    tellFailure(asked == &m_loading, result);
                    if (result && changed)
                        m_done->setText(tr("Done. It is one entry in Audit."));
                    if (changed)
                        entered();
                }
            });
}

/// What a command answered stands until the next one's success; a load that works takes back what a load told.
void DataSection::tellFailure(bool ofLoading, const Result<void>& result)
{
    if (!result) {
        m_loadFailed = ofLoading;
        m_strip->tell(faultText(result.error()), ofLoading ? tr("Try again") : QString());
    } else if (m_loadFailed == ofLoading) {
        m_strip->clear();
    }
}

void DataSection::entered()
{
    if (!m_loading)
        m_loading = m_engine.loadStorage();
}

void DataSection::setOffline(const QString& reason)
{
    const bool offline = !reason.isEmpty();
    m_prune->setLocked(offline, reason);
    m_keep->setEnabled(!offline);
    if (offline)
        m_question->close();
    m_done->setText(offline ? tr("Locked: %1").arg(reason) : QString());
}

void DataSection::show(const host::StorageView& storage)
{
    const auto place = [](const std::filesystem::path& path, std::int64_t bytes) {
        return tr("%1, %2").arg(text(path.string()), sizeWords(bytes));
    };
    m_sentence->setParts(
        {{.words = tr("%1 in the store, %2 of logs.").arg(sizeWords(storage.storeBytes), sizeWords(storage.logBytes))},
         {.words = tr("Everything stays on this machine."), .tone = Tone::Secondary}});
    m_store->setText(place(storage.store, storage.storeBytes));
    m_logs->setText(place(storage.logs, storage.logBytes));
    m_workspace->setText(text(storage.workspaceFile.string()));
    m_audit->setText(text(storage.audit.string()));
    m_counts->setText(tr("Runs %1, checkpoints %2, audit entries %3")
                          .arg(countWords(storage.runs), countWords(storage.checkpoints), countWords(storage.records)));
    m_kept = storage.keepCheckpointsDays;
    if (m_keep->findData(m_kept) < 0)
        m_keep->addItem(daysWords(m_kept), m_kept);
    m_keep->setCurrentIndex(m_keep->findData(m_kept));
}

void DataSection::keep(int days)
{
    const bool shorter = days != 0 && (m_kept == 0 || days < m_kept);
    m_question->close();
    if (days == m_kept)
        return;
    if (shorter) { // what that takes away is told first
        m_toKeep = days;
        m_planning = m_engine.planPruning(days);
        m_keep->setCurrentIndex(m_keep->findData(m_kept));
    } else {
        m_keeping = m_engine.keepCheckpoints(days);
    }
}

void DataSection::ask(const host::PruningOffer& offer)
{
    const int days = offer.days;
    const QString goes = tr("%1 checkpoints of %2 runs go, about %3. The store's file keeps its size; the room is used "
                            "again. Events, decisions and the audit log stay.")
                             .arg(countWords(offer.checkpoints), countWords(offer.runs), sizeWords(offer.bytes));
    if (m_toKeep && *m_toKeep == days) {
        m_question->ask(
            tr("Keep checkpoints for %Ln days?", nullptr, days), goes,
            {{tr("Keep for %Ln days", nullptr, days), [this, days] { m_keeping = m_engine.keepCheckpoints(days); }}});
    } else if (offer.checkpoints == 0) {
        m_done->setText(tr("Nothing is that old."));
    } else {
        m_question->ask(tr("Prune runs that ended more than %Ln days ago?", nullptr, days), goes,
                        {{tr("Prune"), [this, days] { m_pruning = m_engine.prune(days); }}});
    }
}

} // namespace signalbox::ui
