// SPDX-License-Identifier: GPL-3.0-or-later
// The tests read the window in English, as the console speaks it: with its plural forms.
#include "ui/models/language.h"

#include <QCoreApplication>

namespace {

void speakEnglish()
{
    static const signalbox::ui::Language english(QStringLiteral("en"));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)
