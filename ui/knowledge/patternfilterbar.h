// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of what was learned: one line of text, and chips for what is asked often.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/knowledgemodel.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace signalbox::ui {

class Button;
class LineField;

class PatternFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit PatternFilterBar(const ThemeSource& themes, QWidget* parent = nullptr);

    QString line() const;
    void clear();
    void begin(); // to type
    /// How many each keeps, and the chips whose terms it has.
    void show(const FilteredKnowledge& patterns, int all);

signals:
    void lineChanged(const QString& line);
    void left(); // by Enter

private:
    struct Chip {
        Button* button = nullptr;
        QString key, value;
    };
    void addChip(QHBoxLayout* row, const QString& label, const QString& term);

    const ThemeSource& m_themes;
    LineField* m_field;
    std::vector<Chip> m_chips;
};

} // namespace signalbox::ui
