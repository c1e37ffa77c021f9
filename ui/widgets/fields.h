// SPDX-License-Identifier: GPL-3.0-or-later
// A column of sections of labelled values, as at the side of a table: made anew when its subject changes, a few values
// in each turn of the event loop, and shown when all are there; left as it is where nothing has changed.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/sharebar.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace signalbox::ui {

class Fields final : public QWidget {
    Q_OBJECT

public:
    explicit Fields(const ThemeSource& themes, QWidget* parent = nullptr);

    void setLabelWidth(int width) { m_labelWidth = width; } // at least; before anything is shown
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

    void build(); // some of it
    void begin();
    void replace(); // what is shown, by what was built
    void add(const Item& item);
    void addSection(const Item& item);
    void addField(const Item& item);
    void addSentence(const Item& item);
    QVBoxLayout* column();

    const ThemeSource& m_themes;
    int m_labelWidth;
    std::vector<Item> m_items;
    std::vector<Item> m_built;
    std::size_t m_next = 0; // of m_built
    QTimer m_turn;
    QWidget* m_shown = nullptr;
    QWidget* m_content = nullptr; // what is being built, if anything is
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_section = nullptr;
};

} // namespace signalbox::ui
