// SPDX-License-Identifier: GPL-3.0-or-later
// The title of a run in the header.
//
// Thread  GUI
#pragma once

#include "core/host/views.h"
#include "ui/shell/page.h"

namespace signalbox::ui {

PageTitle titleOf(const host::RunDetail& run);

} // namespace signalbox::ui
