// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields.h"

#include "ui/widgets/panel.h"
#include "ui/widgets/wholetext.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 12;
constexpr int kLabelWidth = 68;
constexpr int kAtOnce = 4; // values built in a turn
constexpr int kMostLines = 3; // of a value
constexpr qsizetype kWholeFrom = 24; // characters of a value that is read as a whole: a hash, a path
} // namespace

Fields::Fields(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_labelWidth(kLabelWidth)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_turn.setSingleShot(true);
    m_turn.callOnTimeout(this, &Fields::build);
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
    m_turn.start();
}

void Fields::build()
{
    if (m_built != m_items || !(m_content || m_shown))
        begin();
    if (!m_content)
        return;
    for (int left = kAtOnce; left > 0 && m_next < m_built.size(); --left)
        add(m_built[m_next++]);
    for (auto* words : m_content->findChildren<QWidget*>())
        words->ensurePolished();
    m_column->sizeHint(); // which each part keeps
    if (m_next < m_built.size())
        m_turn.start();
    else
        replace();
}

void Fields::begin()
{
    delete m_content;
    m_built = m_items;
    m_next = 0;
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_section = nullptr;
}

void Fields::replace()
{
    if (m_section)
        m_column->addWidget(new Rule(m_themes, Qt::Horizontal, m_content));
    m_column->addStretch(1);
    if (m_shown) {
        m_shown->hide();
        m_shown->deleteLater();
    }
    m_shown = std::exchange(m_content, nullptr);
    layout()->addWidget(m_shown);
    m_shown->show();
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
    caption->setWordWrap(true);
    auto* right = new Label(m_themes, Type::Caption, Tone::Tertiary, m_content);
    right->setText(item.words);
    right->setElided(true);
    row->addWidget(caption, 1);
    row->addWidget(right, 0, Qt::AlignTop);
    column()->addLayout(row);
}

void Fields::addField(const Item& item)
{
    const QString spoken = QStringLiteral("%1: %2").arg(item.label, item.words);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Small, Tone::Tertiary, m_content);
    name->setText(item.label);
    name->setMinimumWidth(m_labelWidth);
    if (item.type == Type::Mono && item.words.size() > kWholeFrom) {
        auto* whole = new WholeText(m_themes, item.words, m_content);
        whole->setAccessibleName(spoken);
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(whole, 1);
        return column()->addLayout(row);
    }
    auto* words = new WrappedText(m_themes, item.type, Tone::Primary, m_content);
    words->setText(item.words);
    words->setMostLines(kMostLines);
    words->setSelectable();
    words->setAccessibleName(spoken);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    column()->addLayout(row);
}

void Fields::addSentence(const Item& item)
{
    auto* label = new WrappedText(m_themes, Type::Small, item.tone, m_content);
    label->setText(item.words);
    column()->addWidget(label);
}

} // namespace signalbox::ui
