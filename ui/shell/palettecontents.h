// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the palette can open now: what waits, runs, lines, the window's commands, and what people did.
//
// Thread  GUI
#pragma once

#include "core/base/time.h"
#include "ui/models/palettesearch.h"
#include "ui/shell/pagehistory.h"

#include <functional>
#include <map>
#include <vector>

namespace signalbox::ui {

class ApprovalListModel;
class Commands;
class RunTableModel;

struct PaletteContents {
    QList<PaletteItem> items;
    std::vector<std::function<void()>> acts; // by the item's id
    std::map<int, std::function<void()>> windows; // of those that have one of their own, likewise

    void add(PaletteItem item, std::function<void()> act);
};

struct PaletteSources {
    const RunTableModel& runs;
    const ApprovalListModel& approvals;
    const Commands& commands;
    std::vector<std::string> lines; // those that are watched
    std::string person; // at this computer
    std::function<void(const Place&)> go;
    std::function<void(ApprovalId)> openWindow;
    UtcTime now;
};

PaletteContents paletteContents(const PaletteSources& sources);

} // namespace signalbox::ui
