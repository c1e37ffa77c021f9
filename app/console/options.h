// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the console.
//
// Errors  InvalidInput: one line that says what is wrong
#pragma once

#include "core/base/result.h"
#include "ui/shell/pagehistory.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/theme.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace signalbox::console {

struct Options {
    std::string store; // empty: the default
    bool demo = false; // makes and starts the demo workspace there
    bool gallery = false; // every part of the interface, for developers
    bool help = false;
    bool version = false;
    QString language; // empty: as the user has chosen before
    std::optional<ui::ThemeSource::Choice> theme; // empty: as the user has chosen before
    std::optional<ui::Screenshots::Wanted> screenshots; // render, then exit
    QString link; // of a message, to begin at; empty: none
};

Result<Options> readOptions(const QStringList& arguments); // without the program's name
QString helpText();

/// Of a link as core/notify writes it: signalbox://run/7, signalbox://approval/3.
std::optional<ui::Place> placeOf(const QString& link);

std::optional<ui::ThemeSource::Choice> themeNamed(const QString& name);
QString themeName(ui::ThemeSource::Choice choice);

} // namespace signalbox::console
