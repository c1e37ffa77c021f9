// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wholetext.h"

#include <QWheelEvent>

#include <algorithm>

namespace signalbox::ui {

WholeText::WholeText(const ThemeSource& themes, const QString& value, QWidget* parent) : QPlainTextEdit(value, parent)
{
    setLayoutDirection(Qt::LeftToRight); // a hash is code
    themes.dress(this, Type::Mono);
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize WholeText::sizeHint() const
{
    const int lines = std::max(1, qRound(document()->size().height())); // of a plain text, in lines
    return {40, lines * fontMetrics().lineSpacing() + 2};
}

void WholeText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

/// It has nothing to scroll: what is around it has.
void WholeText::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace signalbox::ui
