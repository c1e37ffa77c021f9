// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/statepanel.h"

#include "ui/models/diffmodel.h"
#include "ui/models/runsteps.h"
#include "ui/models/words.h"
#include "ui/runs/forkeditor.h"
#include "ui/widgets/button.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include <nlohmann/json.hpp>

namespace signalbox::ui {

StatePanel::StatePanel(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Panel, parent),
      m_pages(new QStackedWidget(this)),
      m_editor(new ForkEditor(themes, this)),
      m_tabs(new TabStrip(themes, this)),
      m_title(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_target(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_count(new Label(themes, Type::Body, Tone::Tertiary, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new DiffView(themes, this)),
      m_model(new DiffModel(this)),
      m_rows(new QWidget(this)),
      m_foot(new QWidget(m_rows)),
      m_unchanged(new Label(themes, Type::Body, Tone::Tertiary, m_foot)),
      m_showAll(new Button(themes, {}, Button::Kind::Link, m_foot)),
      m_whole(new QPlainTextEdit(this))
{
    m_count->setElided(true);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_unchanged->setElided(true);
    m_tabs->addTab(tr("State diff"));
    m_tabs->addTab(tr("Full state"));
    m_view->setModel(m_model);
    m_whole->setLayoutDirection(Qt::LeftToRight);
    m_whole->setReadOnly(true);
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_whole->setAccessibleName(tr("Full state"));
    m_whole->document()->setDocumentMargin(9);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_foot);
    rows->addStretch(0);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_whole);
    m_showAll->setKeyHint(QStringLiteral("U"));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 9, 12, 9);
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addWidget(m_target);
    head->addWidget(m_count, 1);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(4);
    foot->addWidget(m_unchanged);
    foot->addWidget(m_showAll);
    foot->addStretch(1);
    auto* reading = new QWidget(this);
    auto* column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(8, 0, 8, 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addLayout(head);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(m_stack, 1);
    m_pages->addWidget(reading);
    m_pages->addWidget(m_editor);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connect(m_editor, &ForkEditor::cancelled, this, &StatePanel::leaveEditor);
    connect(m_tabs, &TabStrip::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_showAll, &Button::clicked, this, &StatePanel::toggleSame);
    connect(&themes, &ThemeSource::changed, this, &StatePanel::dress);
    dress();
}

void StatePanel::edit(std::int64_t checkpoint, const Json& state)
{
    m_pages->setCurrentWidget(m_editor);
    m_editor->edit(checkpoint, state);
}

void StatePanel::leaveEditor()
{
    m_pages->setCurrentIndex(0);
}

bool StatePanel::isEditing() const
{
    return m_pages->currentWidget() == m_editor;
}

void StatePanel::dress()
{
    const Theme& theme = themes().theme();
    m_whole->setFont(theme.font(Type::Mono));
    QPalette colours = m_whole->palette();
    colours.setColor(QPalette::Base, theme.surface.panel);
    colours.setColor(QPalette::Text, theme.text.secondary);
    m_whole->setPalette(colours);
}

void StatePanel::show(std::optional<std::int64_t> from, const Json& before, std::int64_t to, const Json& after)
{
    StateDiff diff = diffStates(before, after);
    m_title->setText(from ? tr("Checkpoint %1 to").arg(stepNumber(*from)) : tr("Checkpoint"));
    m_target->setText(stepNumber(to));
    m_count->setText(from ? tr("%1 of %n keys changed", nullptr, diff.keys).arg(diff.keysChanged)
                          : tr("%n keys", nullptr, diff.keys));
    m_model->setDiff(std::move(diff));
    showSame(m_model->showsSame());
    const QString whole = text(after.dump(2, ' ', false, Json::error_handler_t::replace));
    if (m_whole->toPlainText() != whole)
        m_whole->setPlainText(whole);
}

void StatePanel::showLoading(std::int64_t to)
{
    m_target->setText(stepNumber(to));
    m_count->clear();
}

void StatePanel::showNone()
{
    m_title->setText(tr("No checkpoint yet"));
    m_target->clear();
    m_count->clear();
    m_model->setDiff({});
    m_whole->clear();
    showSame(false);
}

void StatePanel::toggleSame()
{
    showSame(!m_model->showsSame());
}

void StatePanel::showSame(bool show)
{
    const int same = static_cast<int>(m_model->diff().same.size());
    m_model->setShowSame(show);
    m_unchanged->setText(tr("%n keys unchanged.", nullptr, same));
    m_showAll->setText(show ? tr("Show changed") : tr("Show all"));
    m_showAll->setVisible(same > 0);
    m_showAll->updateGeometry();
    fitRows();
}

void StatePanel::fitRows()
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setMaximumHeight(height);
}

} // namespace signalbox::ui
