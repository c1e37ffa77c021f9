// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyspanel.h"

#include "ui/widgets/focusring.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>

namespace signalbox::ui {

KeysPanel::KeysPanel(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget* parent)
    : QDialog(parent), m_themes(themes)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Theme& theme = themes.theme();
    auto* sheet = new QWidget;
    sheet->setAutoFillBackground(false);
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(theme.spacing(6), theme.spacing(5), theme.spacing(6), theme.spacing(5));
    columns->setSpacing(theme.spacing(7));
    addGroup(addColumn(columns), tr("Everywhere"), commands);
    addPages(addColumn(columns));
    for (int column = 0; column < columns->count(); ++column)
        columns->setAlignment(columns->itemAt(column)->layout(), Qt::AlignTop);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(sheet);
    sheet->setAutoFillBackground(false); // the scroll area has turned it on
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(new QShortcut(QKeySequence(Qt::Key_Question), this), &QShortcut::activated, this, &QDialog::close);
    const QSize room = parent->size() * 0.9;
    new FocusRing(themes, this);
    resize((sheet->sizeHint() + QSize(theme.spacing(4), 2)).boundedTo(room));
}

void KeysPanel::toggle(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget& window)
{
    if (auto* open = window.findChild<KeysPanel*>())
        open->close();
    else
        (new KeysPanel(themes, commands, &window))->show();
}

QGridLayout* KeysPanel::addColumn(QHBoxLayout* columns)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_themes.theme().spacing(5));
    grid->setVerticalSpacing(m_themes.theme().spacing(2));
    grid->setColumnStretch(1, 1);
    columns->addLayout(grid);
    return grid;
}

void KeysPanel::addPages(QGridLayout* grid)
{
    addGroup(grid, tr("Approvals"),
             {{QStringLiteral("1\u20139"), tr("Section of the evidence")},
              {QStringLiteral("A"), tr("Ask for more")},
              {QStringLiteral("H"), tr("Hold")},
              {QStringLiteral("X"), tr("Reject")},
              {tr("Ctrl+Enter twice"), tr("Approve, 1 to 5\u202fs apart")}});
    addGroup(grid, tr("Runs"),
             {{QStringLiteral("/"), tr("Filter")},
              {tr("Up, Down"), tr("Choose a run")},
              {tr("Enter"), tr("Open the selected run")}});
    addGroup(grid, tr("Run detail"),
             {{QStringLiteral(", ."), tr("Step back, step forward")},
              {QStringLiteral("L"), tr("Go to live")},
              {QStringLiteral("F"), tr("Fork from this checkpoint")},
              {QStringLiteral("U"), tr("Show unchanged keys of the state")},
              {QStringLiteral("/"), tr("Search the log")},
              {QStringLiteral("Alt+C W R"), tr("Match case, whole words, expressions")},
              {QStringLiteral("E S"), tr("Root cause, failing step")},
              {QStringLiteral("O G"), tr("Sections, go to line")},
              {QStringLiteral("T I W B"), tr("Times, invisible characters, wrapped lines, follow the end")},
              {tr("Ctrl+Shift+T"), tr("The graph as a table")}});
}

void KeysPanel::addGroup(QGridLayout* grid, const QString& heading, const std::vector<KeyLine>& keys)
{
    const int first = grid->rowCount();
    auto* title = new Label(m_themes, Type::Heading, Tone::Primary, this);
    title->setText(heading);
    grid->addWidget(title, first, 0, 1, 2);
    grid->setRowMinimumHeight(first, m_themes.theme().size.rowHeader + (first > 1 ? m_themes.theme().spacing(3) : 0));
    for (const auto& key : keys) {
        const int row = grid->rowCount();
        grid->addWidget(new Keycap(m_themes, key.keys, this), row, 0, Qt::AlignLeft);
        auto* does = new Label(m_themes, Type::Body, Tone::Primary, this);
        does->setText(key.does);
        grid->addWidget(does, row, 1);
    }
}

void KeysPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_themes.theme().surface.panel);
}

} // namespace signalbox::ui
