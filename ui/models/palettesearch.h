// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette finds: things, commands and recent places that hold every typed word.
//
// Thread  any: pure
// Source  DESIGN 8
#pragma once

#include <QList>
#include <QString>

namespace signalbox::ui {

struct PaletteItem {
    enum class Kind { Now, Command, Recent, Line, Person };

    Kind kind = Kind::Command;
    int id = 0; // of whoever made the list
    QString icon; // of resources/icons
    QString title;
    QString detail;
    QString keys; // "Ctrl+Shift+L"
    bool isRun = false; // found by # too
    bool hasWindow = false; // can be opened in one of its own
    bool locked = false; // listed, with its reason in `detail`, but does nothing
    bool operator==(const PaletteItem&) const = default;
};

struct PaletteRow {
    QString heading; // of a section; the item is empty then
    PaletteItem item;
    bool operator==(const PaletteRow&) const = default;
};

/// The sections Now, Lines, Commands, Recent, People, those of them that hold something. `>` at the start of `query`
/// leaves commands alone, `#` runs, `@` people. In a section those whose title begins with the words come first.
QList<PaletteRow> findInPalette(const QList<PaletteItem>& items, const QString& query, int perSection = 6);

} // namespace signalbox::ui
