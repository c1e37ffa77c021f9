// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: its words, those of Qt, and how numbers and dates are written. Holds while it lives.
//
// Thread  GUI, after the application and before the first word is asked for
// Source  translations/, compiled into the program
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace signalbox::ui {

class Language {
public:
    /// `name`: one of known(), or "system" for the nearest to this computer's.
    explicit Language(const QString& name);
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    static QStringList known(); // "en", "de", "ja"
    static QString ownName(const QString& name); // "Deutsch"

private:
    const QLocale m_before;
    QTranslator m_words;
    QTranslator m_qt; // of Qt's own dialogs and keys, where installed
};

} // namespace signalbox::ui
