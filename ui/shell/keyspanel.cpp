// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyspanel.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

namespace signalbox::ui {

KeysPanel::KeysPanel(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget* parent)
    : QDialog(parent), m_themes(themes)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Theme& theme = themes.theme();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme.spacing(6), theme.spacing(5), theme.spacing(6), theme.spacing(5));
    grid->setHorizontalSpacing(theme.spacing(6));
    grid->setVerticalSpacing(theme.spacing(2));
    addGroup(grid, tr("Everywhere"), commands);
    addGroup(grid, tr("Runs"),
             {{QStringLiteral("/"), tr("Filter")},
              {tr("Up, Down"), tr("Choose a run")},
              {tr("Enter"), tr("Open the selected run")}});
    addGroup(grid, tr("Run detail"),
             {{QStringLiteral(", ."), tr("Step back, step forward")},
              {QStringLiteral("L"), tr("Go to live")},
              {QStringLiteral("F"), tr("Rehearse from this checkpoint")},
              {QStringLiteral("U"), tr("Show unchanged keys of the state")},
              {QStringLiteral("/"), tr("Search the log")},
              {tr("Ctrl+Shift+T"), tr("The graph as a table")}});
    addGroup(grid, tr("Approvals"),
             {{QStringLiteral("A"), tr("Ask for more")},
              {QStringLiteral("H"), tr("Hold")},
              {QStringLiteral("X"), tr("Reject")},
              {tr("Ctrl+Enter twice"), tr("Approve")}});
}

void KeysPanel::addGroup(QGridLayout* grid, const QString& heading, const std::vector<KeyLine>& keys)
{
    auto* title = new Label(m_themes, Type::Heading, Tone::Primary, this);
    title->setText(heading);
    grid->addWidget(title, grid->rowCount(), 0, 1, 2);
    for (const auto& key : keys) {
        const int row = grid->rowCount();
        auto* cap = new Label(m_themes, Type::Mono, Tone::Secondary, this);
        cap->setText(key.keys);
        auto* does = new Label(m_themes, Type::Body, Tone::Primary, this);
        does->setText(key.does);
        grid->addWidget(cap, row, 0);
        grid->addWidget(does, row, 1);
    }
}

} // namespace signalbox::ui
