// SPDX-License-Identifier: GPL-3.0-or-later
// A column of sections of labelled values, as at the side of a table: made anew when its subject changes.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/label.h"

#include <QWidget>

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
    void part(QWidget* widget); // takes it over
    void finish(); // the rest of the column stays empty

private:
    QVBoxLayout* column();

    const ThemeSource& m_themes;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_section = nullptr;
};

} // namespace signalbox::ui
