// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/modelpane.h"

#include <QTextCursor>

namespace signalbox::ui {

namespace {
constexpr int kMargin = 12;
}

ModelPane::ModelPane(const ThemeSource& themes, QWidget* parent) : QPlainTextEdit(parent), m_themes(themes)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Model messages"));
    document()->setDocumentMargin(kMargin);
    connect(&themes, &ThemeSource::changed, this, &ModelPane::dress);
    dress();
}

void ModelPane::dress()
{
    const Theme& theme = m_themes.theme();
    QPalette colours = palette();
    colours.setColor(QPalette::Base, theme.surface.inset);
    colours.setColor(QPalette::Text, theme.text.secondary);
    setPalette(colours);
    write();
}

void ModelPane::show(const QList<ModelMessage>& messages)
{
    if (messages == m_messages)
        return;
    m_messages = messages;
    write();
}

void ModelPane::write()
{
    const Theme& theme = m_themes.theme();
    QTextCharFormat heading;
    heading.setFont(theme.font(Type::BodyStrong));
    heading.setForeground(theme.text.primary);
    QTextCharFormat note;
    note.setFont(theme.font(Type::Small));
    note.setForeground(theme.text.tertiary);
    QTextCharFormat body;
    body.setFont(theme.font(Type::Log));
    body.setForeground(theme.text.secondary);
    clear();
    QTextCursor cursor(document());
    for (const ModelMessage& message : m_messages) {
        if (!document()->isEmpty())
            cursor.insertText(QStringLiteral("\n\n"), note);
        cursor.insertText(message.heading, heading);
        if (!message.note.isEmpty())
            cursor.insertText(QStringLiteral("   ") + message.note, note);
        if (!message.text.isEmpty())
            cursor.insertText(u'\n' + message.text, body);
    }
    moveCursor(QTextCursor::Start);
}

} // namespace signalbox::ui
