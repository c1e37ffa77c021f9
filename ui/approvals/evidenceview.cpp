// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/evidenceview.h"

#include "ui/approvals/evidencepanel.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMargin = 16;
constexpr int kGap = 12;
} // namespace

EvidenceView::EvidenceView(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_tabs(new TabStrip(themes, this)), m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setMinimumHeight(40);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_tabs->setAccessibleName(tr("Sections of the evidence"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_scroll, 1);
    m_tabs->hide();
    connect(m_tabs, &TabStrip::currentChanged, this, &EvidenceView::openTab);
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, this, &EvidenceView::look);
}

void EvidenceView::showNew(const QList<EvidenceSection>& sections, const QStringList& changed)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(0);
    m_opened.clear();
    m_reached.clear();
    m_sections = sections;
    m_changedKeys = changed;
    rebuild();
}

void EvidenceView::show(const QList<EvidenceSection>& sections)
{
    if (sections == m_sections && m_content)
        return;
    m_sections = sections;
    rebuild();
}

void EvidenceView::rebuild()
{
    m_panels.clear();
    m_content = new QWidget;
    m_content->setAutoFillBackground(false);
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(kMargin, kGap, kMargin, kGap);
    row->setSpacing(kGap);
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (auto* column : {m_left, m_right})
        column->setSpacing(kGap);
    row->addLayout(m_left, 4);
    row->addLayout(m_right, 3);
    const QSignalBlocker quiet(m_tabs);
    const int tab = m_tabs->currentIndex();
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (int i = 0; i < m_sections.size(); ++i)
        m_tabs->setTabToolTip(m_tabs->addTab(tr("%1 %2").arg(i + 1).arg(tabTitle(m_sections[i]))), m_sections[i].title);
    m_tabs->setCurrentIndex(std::clamp(tab, 0, std::max(0, m_tabs->count() - 1)));
    arrange();
    m_scroll->setWidget(m_content); // deletes the former one
    m_content->setAutoFillBackground(false);
    qsizetype steps = 0;
    for (const EvidenceSection& section : m_sections)
        steps += EvidencePanel::stepsOf(section);
    m_filling.begin(std::vector<Turns::Step>(static_cast<std::size_t>(steps), [this] { fill(); }));
}

void EvidenceView::fill()
{
    if (m_panels.isEmpty() || m_panels.back()->isWhole())
        addPanel();
    else
        m_panels.back()->addRows();
    orderTabs();
}

void EvidenceView::takeFocus()
{
    const auto shown = std::ranges::find_if(m_panels, [](const EvidencePanel* panel) { return !panel->isHidden(); });
    if (shown != m_panels.end())
        (*shown)->setFocus(Qt::OtherFocusReason);
}

/// The evidence comes before what is decided on it, whenever it was made.
void EvidenceView::orderTabs()
{
    QWidget* last = m_tabs;
    const auto append = [&last](QWidget* next) {
        if ((next->focusPolicy() & Qt::TabFocus) == 0)
            return;
        setTabOrder(last, next);
        last = next;
    };
    for (EvidencePanel* panel : std::as_const(m_panels)) {
        append(panel);
        for (auto* part : panel->findChildren<QWidget*>())
            append(part);
    }
}

bool EvidenceView::isFilled(int sections) const
{
    return m_panels.size() > sections || (m_panels.size() == sections && m_panels.back()->isWhole());
}

/// Of the next section that has none.
void EvidenceView::addPanel()
{
    const auto at = static_cast<int>(m_panels.size());
    const EvidenceSection& section = m_sections[at];
    auto* panel = new EvidencePanel(m_themes, at + 1, section, m_content);
    panel->setChanged(m_changedKeys.contains(section.key));
    m_panels.append(panel);
    QVBoxLayout* column = columnOf(section);
    column->insertWidget(column->count() - 1, panel); // above the stretch
    panel->setVisible(!m_narrow || at == m_tabs->currentIndex());
}

QVBoxLayout* EvidenceView::columnOf(const EvidenceSection& section) const
{
    return section.aside && !m_narrow ? m_right : m_left;
}

void EvidenceView::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    arrange();
}

void EvidenceView::arrange()
{
    m_tabs->setVisible(m_narrow);
    if (!m_content)
        return;
    for (auto* column : {m_left, m_right})
        while (QLayoutItem* item = column->takeAt(0))
            delete item;
    for (int i = 0; i < m_panels.size(); ++i)
        columnOf(m_sections[i])->addWidget(m_panels[i]);
    m_left->addStretch(1);
    m_right->addStretch(1);
    auto* row = static_cast<QHBoxLayout*>(m_content->layout());
    row->setStretch(1, m_narrow ? 0 : 3);
    openTab(m_tabs->currentIndex());
}

void EvidenceView::openTab(int tab)
{
    for (int i = 0; i < m_panels.size(); ++i)
        m_panels[i]->setVisible(!m_narrow || i == tab);
    if (!m_narrow || tab < 0 || tab >= m_sections.size())
        return;
    m_opened.insert(m_sections[tab].key);
    markTabs();
    emit opened();
}

void EvidenceView::markTabs()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const EvidenceSection& section = m_sections[i];
        const bool missing = section.needed && !m_opened.contains(section.key);
        m_tabs->setMark(i,
                        m_changedKeys.contains(section.key) ? tr("changed")
                            : missing                       ? QStringLiteral("\u2022")
                                                            : QString());
        m_tabs->setTabToolTip(i, missing ? tr("To be looked at before you approve") : QString());
    }
}

void EvidenceView::goTo(int number)
{
    if (number < 1 || number > m_sections.size())
        return;
    while (!isFilled(number))
        m_filling.doNext();
    m_content->layout()->activate(); // a panel that was just made has its place
    if (m_narrow)
        m_tabs->setCurrentIndex(number - 1);
    EvidencePanel* panel = m_panels[number - 1];
    m_scroll->ensureWidgetVisible(panel, 0, kGap);
    panel->setFocus(Qt::ShortcutFocusReason);
}

/// No text should make a section wider than the window. One that is wider all the same has been looked at once its end
/// was scrolled to.
bool EvidenceView::isInside(const EvidencePanel* panel) const
{
    const QWidget* around = m_scroll->viewport();
    const QRect place(panel->mapTo(around, QPoint()), panel->size());
    return place.right() < around->width();
}

void EvidenceView::look()
{
    for (const EvidencePanel* panel : std::as_const(m_panels))
        if (panel->isVisible() && isInside(panel))
            m_reached.insert(panel->key());
    emit opened();
}

bool EvidenceView::neededOpened() const
{
    const bool allOpened = !m_narrow || std::ranges::all_of(m_sections, [&](const EvidenceSection& section) {
        return !section.needed || m_opened.contains(section.key);
    });
    return allOpened && std::ranges::all_of(m_panels, [&](const EvidencePanel* panel) {
               const EvidenceSection& section = m_sections[panel->number() - 1];
               return !section.needed || !panel->isVisible() || isInside(panel) || m_reached.contains(section.key);
           });
}

int EvidenceView::shownSection() const
{
    return m_narrow ? m_tabs->currentIndex() + 1 : 0;
}

} // namespace signalbox::ui
