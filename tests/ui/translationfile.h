// SPDX-License-Identifier: GPL-3.0-or-later
// One file of translations/ as values.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace signalbox::test {

struct Translation {
    QString context;
    QString source;
    QString comment;
    QStringList forms; // one; where `plural`, as many as the language has
    bool plural = false;
    bool unfinished = false;

    QString key() const { return context + u'\n' + source + u'\n' + comment; }
};

/// Empty where it cannot be read.
std::vector<Translation> readTranslations(const QString& file);

/// "translations/signalbox_de.ts", absolute.
QString translationFile(const QString& language);

} // namespace signalbox::test
