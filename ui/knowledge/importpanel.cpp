// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/importpanel.h"

#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTableView>

namespace signalbox::ui {

ImportPanel::ImportPanel(const ThemeSource& themes, QWidget* parent) : QWidget(parent)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_title = new Label(themes, Type::Heading, Tone::Primary, this);
    m_title->setElided(true);
    m_title->setContentsMargins(12, 10, 12, 2);
    m_rest = new Label(themes, Type::Small, Tone::Secondary, this);
    m_rest->setElided(true);
    m_rest->setContentsMargins(12, 0, 12, 8);
    auto* delegate = new CellDelegate(
        themes,
        [](const QModelIndex& index) -> CellLook {
            return {.tone = index.column() == ImportModel::After ? Tone::Primary : Tone::Secondary,
                    .tabular = index.column() == ImportModel::Before || index.column() == ImportModel::After};
        },
        this);
    auto* table = makeTable(themes, *delegate, m_model,
                            {.widths = {220, 220, 120, 140, 100},
                             .stretch = ImportModel::Fix,
                             .rowHeight = themes.theme().size.row,
                             .name = tr("What the file would change")},
                            this);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(themes.theme().spacing(3));
    m_cancel = new Button(themes, tr("Cancel"), Button::Kind::Default, this);
    m_take = new Button(themes, tr("Take over"), Button::Kind::Default, this);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_take);
    whole->addWidget(m_title);
    whole->addWidget(m_rest);
    whole->addWidget(new Rule(themes, Qt::Horizontal, this));
    whole->addWidget(table, 1);
    whole->addWidget(new Rule(themes, Qt::Horizontal, this));
    whole->addLayout(foot);
    connect(m_cancel, &Button::clicked, this, &ImportPanel::cancelled);
    connect(m_take, &Button::clicked, this, &ImportPanel::confirmed);
}

void ImportPanel::show(const host::ImportOffer& offer)
{
    m_offer = offer;
    m_model.load(offer.plan);
    const int changes = m_model.rowCount();
    m_title->setText(tr("%1 changes %n patterns.", nullptr, changes).arg(text(offer.file.filename().string())));
    m_rest->setText(
        tr("%n of its records say no more than what is known here. They change nothing.", nullptr, offer.plan.kept));
    m_take->setLocked(changes == 0, tr("nothing would change"));
    (changes == 0 ? m_cancel : m_take)->setFocus(Qt::OtherFocusReason);
}

void ImportPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace signalbox::ui
