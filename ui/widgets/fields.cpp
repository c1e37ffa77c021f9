// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields.h"

#include "ui/widgets/panel.h"
#include "ui/widgets/wholetext.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

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
}

void Fields::clear()
{
    m_items.clear();
}

void Fields::section(const QString& heading, const QString& note)
{
    m_items.push_back({.kind = Item::Kind::Section, .label = heading, .words = note});
}

void Fields::field(const QString& label, const QString& value, Type type)
{
    m_items.push_back({.kind = Item::Kind::Field, .label = label, .words = value, .type = type});
}

void Fields::sentence(const QString& words, Tone tone)
{
    m_items.push_back({.kind = Item::Kind::Sentence, .label = {}, .words = words, .type = Type::Small, .tone = tone});
}

void Fields::share(const ShareRow::Content& content)
{
    m_items.push_back({.kind = Item::Kind::Share, .label = {}, .words = {}, .share = content});
}

void Fields::finish()
{
    if (!std::exchange(m_isDue, true))
        QTimer::singleShot(0, this, &Fields::build);
}

void Fields::build()
{
    m_isDue = false;
    if (m_content && m_built == m_items)
        return;
    m_built = m_items;
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_section = nullptr;
    for (const Item& item : m_built)
        add(item);
    if (m_section)
        m_column->addWidget(new Rule(m_themes, Qt::Horizontal, m_content));
    m_column->addStretch(1);
    layout()->addWidget(m_content);
    m_content->show();
}

void Fields::add(const Item& item)
{
    switch (item.kind) {
    case Item::Kind::Section: return addSection(item);
    case Item::Kind::Field: return addField(item);
    case Item::Kind::Sentence: return addSentence(item);
    case Item::Kind::Share: column()->addWidget(new ShareRow(m_themes, item.share, m_content));
    }
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

void Fields::addSection(const Item& item)
{
    if (m_section)
        m_column->addWidget(new Rule(m_themes, Qt::Horizontal, m_content));
    m_section = nullptr;
    if (item.label.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    auto* caption = new Label(m_themes, Type::Caption, Tone::Secondary, m_content);
    caption->setText(item.label);
    auto* right = new Label(m_themes, Type::Caption, Tone::Tertiary, m_content);
    right->setText(item.words);
    row->addWidget(caption, 1);
    row->addWidget(right);
    column()->addLayout(row);
}

void Fields::addField(const Item& item)
{
    const QString spoken = QStringLiteral("%1: %2").arg(item.label, item.words);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Small, Tone::Tertiary, m_content);
    name->setText(item.label);
    name->setMinimumWidth(kLabelWidth);
    if (item.type == Type::Mono && item.words.size() > kWholeFrom) {
        auto* whole = new WholeText(m_themes, item.words, m_content);
        whole->setAccessibleName(spoken);
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(whole, 1);
        return column()->addLayout(row);
    }
    auto* words = new Label(m_themes, item.type, Tone::Primary, m_content);
    words->setText(item.words);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setElided(true);
    words->setAccessibleName(spoken);
    row->addWidget(name);
    row->addWidget(words, 1);
    column()->addLayout(row);
}

void Fields::addSentence(const Item& item)
{
    auto* label = new Label(m_themes, Type::Small, item.tone, m_content);
    label->setText(item.words);
    label->setWordWrap(true);
    column()->addWidget(label);
}

} // namespace signalbox::ui
