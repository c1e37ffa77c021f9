// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldingaside.h"

#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace signalbox::ui {

FoldingAside::FoldingAside(const ThemeSource& themes, const Part& content, QWidget* parent)
    : QWidget(parent),
      m_tabs(new TabStrip(themes, this)),
      m_stack(new QStackedWidget(this)),
      m_place(new QScrollArea(m_stack))
{
    m_tabs->addTab(content.name);
    m_tabs->hide();
    m_place->setWidgetResizable(true);
    m_place->setFrameShape(QFrame::NoFrame);
    m_place->setFocusPolicy(Qt::NoFocus);
    m_place->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_place->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(content.widget);
    m_stack->addWidget(m_place);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &TabStrip::currentChanged, this, &FoldingAside::arrange);
}

void FoldingAside::setAside(const Part& aside, QHBoxLayout* row, int stretch)
{
    m_aside = aside.widget;
    m_least = aside.widget->minimumWidth();
    m_most = aside.widget->maximumWidth();
    m_row = row;
    m_stretch = stretch;
    m_tabs->addTab(aside.name);
    m_row->addWidget(m_aside, stretch);
}

void FoldingAside::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_aside->setMinimumWidth(folded ? 0 : m_least);
    m_aside->setMaximumWidth(folded ? QWIDGETSIZE_MAX : m_most);
    if (folded) {
        m_place->setWidget(m_aside);
        m_aside->setAutoFillBackground(false); // which the place has turned on
    } else {
        m_row->addWidget(m_place->takeWidget(), m_stretch);
    }
    arrange();
}

void FoldingAside::setOffered(bool offered)
{
    m_offered = offered;
    arrange();
}

void FoldingAside::setAsideName(const QString& name) const
{
    m_tabs->setWords(1, name);
}

void FoldingAside::showContent() const
{
    m_tabs->setCurrentIndex(0);
}

void FoldingAside::showAside() const
{
    if (m_folded)
        m_tabs->setCurrentIndex(1);
}

void FoldingAside::arrange()
{
    const bool byTabs = m_folded && m_offered;
    m_tabs->setVisible(byTabs);
    m_aside->setVisible(m_offered);
    m_stack->setCurrentIndex(byTabs ? m_tabs->currentIndex() : 0);
}

} // namespace signalbox::ui
