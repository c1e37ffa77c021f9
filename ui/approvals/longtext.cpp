// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/longtext.h"

#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kMostLines = 8;
constexpr qsizetype kShort = 160; // characters, which take no more lines than that wherever they stand
} // namespace

QWidget* LongText::around(const ThemeSource& themes, WrappedText* text, QWidget* parent)
{
    const bool isShort = text->text().size() <= kShort && text->text().count(u'\n') < kMostLines;
    return isShort ? static_cast<QWidget*>(text) : new LongText(themes, text, parent);
}

LongText::LongText(const ThemeSource& themes, WrappedText* text, QWidget* parent)
    : QWidget(parent), m_text(text), m_link(new Button(themes, tr("Show all"), Button::Kind::Link, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_text);
    column->addWidget(m_link, 0, Qt::AlignLeading);
    m_link->hide();
    connect(m_link, &Button::clicked, this, [this] { open(!m_open); });
    open(false);
}

void LongText::open(bool open)
{
    m_open = open;
    m_text->setMostLines(open ? 0 : kMostLines);
    m_link->setText(open ? tr("Show less") : tr("Show all"));
    m_link->setAccessibleName(m_link->text());
    m_link->updateGeometry();
}

void LongText::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_text->resize(contentsRect().width(), m_text->height()); // its layout follows
    m_link->setVisible(m_open || m_text->isCut());
}

} // namespace signalbox::ui
