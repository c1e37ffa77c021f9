// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgepage.h"

#include "ui/knowledge/importpanel.h"
#include "ui/knowledge/knowledgedelegate.h"
#include "ui/knowledge/patternaside.h"
#include "ui/knowledge/patternfilterbar.h"
#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/skeleton.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kAsideBelow = 1080; // narrower pages show the table or the pattern, by tabs
constexpr int kOriginBelow = 1000;
constexpr int kLastUsedBelow = 940;
constexpr int kRowHeight = 43;
constexpr int kRunsShown = 200;

} // namespace

KnowledgePage::KnowledgePage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs,
                             const Clock& clock, QWidget* parent)
    : Page(parent),
      m_themes(themes),
      m_engine(engine),
      m_model(clock,
              [&runs](RunId run) {
                  const host::RunSummary* found = runs.find(run);
                  return found ? subjectOf(*found) : QString();
              }),
      m_filtered(m_model, clock)
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(pageMargins(theme));
    whole->setSpacing(theme.spacing(4));
    buildHeading(whole);
    buildFilter(whole);
    m_row = new QHBoxLayout;
    m_row->setSpacing(kPanelGap);
    m_row->addWidget(buildTable(), 1);
    m_aside = new PatternAside(themes, clock, this);
    m_folding->setAside({m_aside, tr("Evidence")}, m_row);
    whole->addLayout(m_row, 1);
    connectAside();
    listen();
    refresh();
}

PageTitle KnowledgePage::title() const
{
    return {.title = tr("Knowledge"), .task = {}, .status = {}, .statusWords = {}, .note = {}};
}

void KnowledgePage::entered()
{
    m_table->setFocus(Qt::OtherFocusReason);
    m_entered = true;
    load();
}

void KnowledgePage::load()
{
    if (m_loading)
        return;
    m_loading = m_engine.loadKnowledge();
    if (!m_known)
        refresh();
}

void KnowledgePage::buildHeading(QVBoxLayout* whole)
{
    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    m_sentence = new Flow(m_themes, Type::Display, this);
    auto* import = new Button(m_themes, tr("Import"), Button::Kind::Default, this);
    auto* save = new Button(m_themes, tr("Export"), Button::Kind::Default, this);
    save->setGlyph(QStringLiteral("action-export"));
    heading->addWidget(m_sentence, 1);
    heading->addWidget(import);
    heading->addWidget(save);
    whole->addLayout(heading);
    connect(import, &Button::clicked, this,
            [this] { planImport(QFileDialog::getOpenFileName(this, tr("Import patterns"), {}, tr("JSON (*.json)"))); });
    connect(save, &Button::clicked, this, [this] {
        exportTo(QFileDialog::getSaveFileName(this, tr("Export patterns"), QStringLiteral("knowledge.json"),
                                              tr("JSON (*.json)")));
    });
}

void KnowledgePage::buildFilter(QVBoxLayout* whole)
{
    m_filter = new PatternFilterBar(m_themes, this);
    whole->addWidget(m_filter);
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_filter, &PatternFilterBar::begin);
    connect(m_filter, &PatternFilterBar::lineChanged, this, [this](const QString& line) {
        m_filtered.setFilterLine(line);
        refresh();
    });
    connect(m_filter, &PatternFilterBar::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

QWidget* KnowledgePage::buildTable()
{
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, &KnowledgePage::load);
    auto* delegate = new KnowledgeDelegate(m_themes, m_filtered, this);
    connect(delegate, &KnowledgeDelegate::switchAsked, this, &KnowledgePage::askSwitch);
    m_table = makeTable(m_themes, *delegate, m_filtered,
                        {.widths = {230, 56, 214, 70, 118, std::max(158, delegate->switchWidth())},
                         .stretch = KnowledgeModel::Pattern,
                         .rowHeight = kRowHeight,
                         .name = tr("Knowledge")},
                        panel);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-knowledge"), panel);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_filter->clear(); });
    m_import = new ImportPanel(m_themes, panel);
    m_stack = new QStackedWidget(panel);
    m_skeleton = new Skeleton(m_themes, panel);
    for (QWidget* part : std::initializer_list<QWidget*>{m_table, m_empty, m_skeleton, m_import})
        m_stack->addWidget(part);
    m_folding = new FoldingAside(m_themes, {m_stack, tr("Patterns")}, panel);
    connect(m_table, &QTableView::activated, m_folding, &FoldingAside::showAside);
    m_question = new QuestionBar(m_themes, panel);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 9, 12, 9);
    m_foot = new Label(m_themes, Type::Small, Tone::Tertiary, panel);
    m_foot->setWordWrap(true);
    auto* policy = new Button(m_themes, tr("Policy of each line"), Button::Kind::Link, panel);
    foot->addWidget(m_foot, 1);
    foot->addWidget(policy);
    panel->body()->addWidget(m_strip);
    panel->body()->addWidget(m_folding, 1);
    panel->body()->addWidget(m_question);
    panel->body()->addWidget(new Rule(m_themes, Qt::Horizontal, panel));
    panel->body()->addLayout(foot);
    connect(policy, &Button::clicked, this, &KnowledgePage::policyAsked);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KnowledgePage::showSelected);
    return panel;
}

void KnowledgePage::connectAside()
{
    connect(m_aside, &PatternAside::switchAsked, this, &KnowledgePage::askSwitch);
    connect(m_aside, &PatternAside::forgetAsked, this, &KnowledgePage::askToForget);
    connect(m_aside, &PatternAside::runOpened, this, &Page::runOpened);
    connect(m_aside, &PatternAside::judged, this, [this](RunId run, record::Judgement judgement) {
        send(m_engine.judgeRun(run, judgement, {}), tr("Marked. The figures follow."));
    });
    connect(m_import, &ImportPanel::cancelled, this, [this] {
        m_previewing = false;
        refresh();
    });
    connect(m_import, &ImportPanel::confirmed, this, [this] {
        if (!m_importing)
            m_importing = m_engine.importKnowledge(m_import->offer().file, m_import->offer().digest);
    });
}

void KnowledgePage::listen()
{
    connect(&m_engine, &host::AgentHost::knowledgeLoaded, this, [this](const std::vector<host::KnowledgeRow>& rows) {
        m_known = true;
        m_model.load(rows);
        const host::PatternKey before = m_selected;
        refresh();
        if (m_selected == before)
            loadEvidence(); // of another one they are asked for already
    });
    connect(&m_engine, &host::AgentHost::knowledgeChanged, this, [this] {
        if (m_entered)
            load();
    });
    connect(&m_engine, &host::AgentHost::evidenceLoaded, this,
            [this](const host::PatternKey& pattern, const std::vector<host::EvidenceRow>& runs) {
                if (pattern == m_selected)
                    m_aside->showEvidence(runs);
            });
    connect(&m_engine, &host::AgentHost::importPlanned, this, [this](const host::ImportOffer& offer) {
        m_previewing = true;
        m_folding->showContent();
        refresh();
        m_import->show(offer);
    });
    connect(&m_engine, &host::AgentHost::requestFinished, this, &KnowledgePage::answered);
}

void KnowledgePage::answered(host::RequestId request, const Result<void>& result)
{
    if (m_loading == request) {
        m_loading.reset();
        m_strip->answer(result);
        if (!result)
            refresh();
        return;
    }
    const auto sent = m_sent.extract(request);
    const bool imported = m_importing == request;
    if (m_evidence == request)
        m_evidence.reset();
    else if (m_planning == request)
        m_planning.reset();
    else if (imported)
        m_importing.reset();
    else if (sent.empty())
        return;
    if (!result) {
        m_strip->tell(faultText(result.error()));
        return;
    }
    if (imported) {
        m_previewing = false;
        refresh();
    }
    if (imported || !sent.empty()) {
        m_strip->clear();
        m_foot->setText(imported ? tr("Taken over. It is one entry in Audit.") : sent.mapped());
    }
}

void KnowledgePage::send(host::RequestId request, const QString& done)
{
    m_sent.emplace(request, done);
}

void KnowledgePage::planImport(const QString& file)
{
    if (!file.isEmpty() && !m_planning)
        m_planning = m_engine.planImport(file.toStdString());
}

void KnowledgePage::exportTo(const QString& file)
{
    if (!file.isEmpty())
        send(m_engine.exportKnowledge(file.toStdString()), tr("Exported to %1").arg(file));
}

void KnowledgePage::askSwitch(const host::PatternKey& pattern, record::PatternSwitch to)
{
    const auto row = std::ranges::find(m_model.all(), pattern, host::patternOf);
    if (row == m_model.all().end())
        return;
    if (to != record::PatternSwitch::Off || row->worked == 0) {
        switchTo(pattern, to);
        return;
    }
    m_question->ask(tr("Turn off %1?").arg(text(row->failureClass)),
                    tr("%1 has fixed %2 of %n runs. It would not even be suggested.", nullptr, row->tried)
                        .arg(fixName(row->fix), QLocale().toString(row->worked)),
                    {{tr("Suggest only"), [this, pattern] { switchTo(pattern, record::PatternSwitch::Suggest); }},
                     {tr("Turn off"), [this, pattern] { switchTo(pattern, record::PatternSwitch::Off); }}});
}

void KnowledgePage::switchTo(const host::PatternKey& pattern, record::PatternSwitch to)
{
    send(m_engine.switchPattern(pattern, to), tr("Switched. It counts for the next choice of a fix."));
}

void KnowledgePage::takeOffline()
{
    m_aside->setOffline(offlineReason());
}

void KnowledgePage::askToForget()
{
    const auto row = std::ranges::find(m_model.all(), m_selected, host::patternOf);
    if (row == m_model.all().end())
        return;
    m_question->ask(
        tr("Forget %1?").arg(text(row->failureClass)),
        tr("Every fix against it goes, with its switch and the marks of its runs. The entries in Audit stay. Export "
           "first to keep a copy."),
        {{tr("Forget"), [this, signature = row->signature] {
              send(m_engine.forgetSignature(signature), tr("Forgotten. The entries in Audit stay."));
          }}});
}

void KnowledgePage::refresh()
{
    refreshWords();
    const int shown = m_filtered.rowCount();
    const bool loading = !m_known && m_loading;
    m_skeleton->setRunning(loading);
    QWidget* part = m_previewing ? static_cast<QWidget*>(m_import)
        : loading                ? m_skeleton
        : shown == 0             ? static_cast<QWidget*>(m_empty)
                                 : m_table;
    m_stack->setCurrentWidget(part);
    m_folding->setOffered(shown > 0);
    if (shown == 0)
        return;
    m_table->selectRow(std::max(m_filtered.rowOf(m_selected), 0));
    showSelected(); // its figures may be others
}

void KnowledgePage::refreshWords()
{
    const int count = m_model.patterns();
    const bool filtered = !m_filter->line().isEmpty();
    const int acting = m_model.acting();
    const QString answer = !m_known ? QString()
        : count == 0
        ? tr("Nothing learned yet.")
        : tr("%1, %2.").arg(tr("%Ln patterns", nullptr, count), tr("%Ln act on their own", nullptr, acting));
    const QString rest = count == 0
        ? QString()
        : tr("%1 of %Ln fixes worked.", nullptr, m_model.tried()).arg(QLocale().toString(m_model.worked()));
    m_sentence->setParts({{.words = answer}, {.words = rest, .tone = Tone::Secondary}});
    m_filter->show(m_filtered, count);
    if (!m_known)
        m_empty->setWords(tr("What was learned is not loaded yet."));
    else if (count == 0)
        m_empty->setWords(tr("Nothing learned yet. Patterns appear after the first verified fix."));
    else
        m_empty->setWords(tr("No patterns match."), m_filter->line(), filtered ? tr("Clear filter") : QString());
}

void KnowledgePage::restate()
{
    showSelected();
}

void KnowledgePage::showSelected()
{
    const host::KnowledgeRow* row = m_filtered.at(m_table->currentIndex().row());
    if (!row)
        return;
    const bool another = host::patternOf(*row) != m_selected;
    m_selected = host::patternOf(*row);
    m_aside->show(*row, m_model.all());
    if (!another)
        return;
    loadEvidence();
    m_foot->setText(tr("Auto stays within the limits of each line's policy. Locked where every policy wants a pull "
                       "request or a person."));
}

void KnowledgePage::loadEvidence()
{
    if (!m_selected.signature.empty())
        m_evidence = m_engine.loadEvidence(m_selected, kRunsShown);
}

void KnowledgePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folding->setFolded(width() < kAsideBelow);
    m_table->setColumnHidden(KnowledgeModel::Origin, width() < kOriginBelow);
    m_table->setColumnHidden(KnowledgeModel::LastUsed, width() < kLastUsedBelow);
}

} // namespace signalbox::ui
