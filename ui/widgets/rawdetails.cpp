// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rawdetails.h"

#include "ui/widgets/button.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {
constexpr int kMostLines = 6; // more are scrolled
constexpr int kMargin = 4;
} // namespace

RawDetails::RawDetails(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_button(new Button(themes, {}, Button::Kind::Link, parent))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_button->hide();
    hide();
    connect(m_button, &Button::clicked, this, [this] { open(isHidden()); });
}

void RawDetails::setWords(const QString& words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_button->setVisible(!words.isEmpty());
    open(false);
}

void RawDetails::build()
{
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLayoutDirection(Qt::LeftToRight); // in any language
    m_text->document()->setDocumentMargin(kMargin);
    m_text->setAccessibleName(tr("Details"));
    auto* copy = new Button(m_themes, tr("Copy"), Button::Kind::Link, this);
    copy->setAccessibleName(tr("Copy details"));
    connect(copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_words); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_themes.theme().spacing(3));
    row->addWidget(m_text, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    connect(&m_themes, &ThemeSource::changed, this, &RawDetails::dress);
    dress();
}

void RawDetails::dress()
{
    const Theme& theme = m_themes.theme();
    m_text->setFont(theme.font(Type::Log));
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, theme.surface.window);
    palette.setColor(QPalette::Text, theme.text.primary);
    m_text->setPalette(palette);
    fit();
}

void RawDetails::open(bool open)
{
    if (open && !m_text)
        build();
    if (open)
        m_text->setPlainText(m_words);
    setVisible(open);
    m_button->setText(open ? tr("Hide details") : tr("Show details"));
    m_button->setAccessibleName(m_button->text());
    m_button->updateGeometry();
    fit();
    emit toggled();
}

void RawDetails::fit()
{
    if (!m_text || isHidden())
        return;
    const int lines = static_cast<int>(std::ceil(m_text->document()->documentLayout()->documentSize().height()));
    m_text->setVerticalScrollBarPolicy(lines > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_text->setFixedHeight(std::clamp(lines, 1, kMostLines) * m_text->fontMetrics().lineSpacing() + 2 * kMargin);
}

void RawDetails::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace signalbox::ui
