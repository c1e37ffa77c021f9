// SPDX-License-Identifier: GPL-3.0-or-later
// Why nothing waits at a gate of a CI system any more, in the language of the window.
//
// Thread  any; pure
#pragma once

#include <QString>

#include <string>

namespace signalbox::ui {

/// Of what the engine keeps, in English: "attempt 2 of the run has begun". What it does not know stays as it is.
QString goneWords(const std::string& why);

} // namespace signalbox::ui
