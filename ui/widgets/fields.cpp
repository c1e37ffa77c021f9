// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields.h"

#include "ui/widgets/panel.h"
#include "ui/widgets/wholetext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 12;
constexpr int kLabelWidth = 68;
constexpr qsizetype kWholeFrom = 24; // characters of a value that is read as a whole: a hash, a path
} // namespace

Fields::Fields(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    clear();
}

void Fields::clear()
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_section = nullptr;
    layout()->addWidget(m_content);
}

QVBoxLayout* Fields::column()
{
    if (!m_section) {
        m_section = new QVBoxLayout;
        m_section->setContentsMargins(kPadding, kPadding - 2, kPadding, kPadding);
        m_section->setSpacing(m_themes.theme().spacing(3));
        m_column->addLayout(m_section);
    }
    return m_section;
}

void Fields::section(const QString& heading, const QString& note)
{
    if (m_section)
        m_column->addWidget(new Rule(m_themes, Qt::Horizontal, m_content));
    m_section = nullptr;
    if (heading.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    auto* caption = new Label(m_themes, Type::Caption, Tone::Secondary, m_content);
    caption->setText(heading);
    auto* right = new Label(m_themes, Type::Caption, Tone::Tertiary, m_content);
    right->setText(note);
    row->addWidget(caption, 1);
    row->addWidget(right);
    column()->addLayout(row);
}

void Fields::field(const QString& label, const QString& value, Type type)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Small, Tone::Tertiary, m_content);
    name->setText(label);
    name->setMinimumWidth(kLabelWidth);
    if (type == Type::Mono && value.size() > kWholeFrom) {
        auto* whole = new WholeText(m_themes, value, m_content);
        whole->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(whole, 1);
        return column()->addLayout(row);
    }
    auto* words = new Label(m_themes, type, Tone::Primary, m_content);
    words->setText(value);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setElided(true);
    words->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    row->addWidget(name);
    row->addWidget(words, 1);
    column()->addLayout(row);
}

void Fields::sentence(const QString& words, Tone tone)
{
    auto* label = new Label(m_themes, Type::Small, tone, m_content);
    label->setText(words);
    label->setWordWrap(true);
    column()->addWidget(label);
}

void Fields::part(QWidget* widget)
{
    widget->setParent(m_content);
    column()->addWidget(widget);
}

void Fields::finish()
{
    if (m_section)
        m_column->addWidget(new Rule(m_themes, Qt::Horizontal, m_content));
    m_column->addStretch(1);
    m_content->show();
}

} // namespace signalbox::ui
