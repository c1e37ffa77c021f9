// SPDX-License-Identifier: GPL-3.0-or-later
// What a command says: answers on standard output, errors as one line on standard error.
//
// Thread  the main thread
#pragma once

#include "app/ctl/command.h"
#include "core/base/json.h"
#include "core/base/result.h"

namespace signalbox::ctl {

/// One JSON document on a line of its own.
void printJson(const Json& value);

void printText(std::string_view text);

/// What others have written, as one field of one line: without its tabs and line ends.
std::string onOneLine(std::string text);

/// One line on standard error, free of control characters.
void printDiagnostic(std::string_view line);

/// "signalboxctl: <what>" on standard error; returns `status`, so that a command ends with it.
Exit fail(Exit status, std::string_view what);

/// Whether everything printed so far has reached standard output.
Result<void> flushOutput();

} // namespace signalbox::ctl
