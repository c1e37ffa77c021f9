// SPDX-License-Identifier: GPL-3.0-or-later
// A column of sections of labelled values, as at the side of a table: made anew when its subject changes, in a turn of
// the event loop of its own, and left as it is where nothing of it has.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/sharebar.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace signalbox::ui {

class Fields final : public QWidget {
    Q_OBJECT

public:
    explicit Fields(const ThemeSource& themes, QWidget* parent = nullptr);

    void clear();
    void section(const QString& heading, const QString& note = {}); // what follows stands below it
    void field(const QString& label, const QString& value, Type type = Type::Small);
    void sentence(const QString& words, Tone tone = Tone::Secondary);
    void share(const ShareRow::Content& content);
    void finish(); // shows it soon; the rest of the column stays empty

private:
    struct Item {
        enum class Kind { Section, Field, Sentence, Share } kind = Kind::Sentence;
        QString label;
        QString words;
        Type type = Type::Small;
        Tone tone = Tone::Secondary;
        ShareRow::Content share{};
        bool operator==(const Item&) const = default;
    };

    void build();
    void add(const Item& item);
    void addSection(const Item& item);
    void addField(const Item& item);
    void addSentence(const Item& item);
    QVBoxLayout* column();

    const ThemeSource& m_themes;
    std::vector<Item> m_items;
    std::vector<Item> m_built;
    bool m_isDue = false; // to be built
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_section = nullptr;
};

} // namespace signalbox::ui
