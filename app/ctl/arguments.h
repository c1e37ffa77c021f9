// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the command line: which command, with which options and arguments. Global options may
// stand before or after the command; "--" ends the options.
//
// Errors  InvalidInput: one line that says what is wrong and where the help stands
#pragma once

#include "app/ctl/command.h"
#include "core/base/result.h"

namespace signalbox::ctl {

const std::vector<Option>& globalOptions();

struct Request {
    enum class Kind : std::uint8_t { Run, Help, Version };

    Kind kind = Kind::Run;
    std::string words; // of the command or its group, as far as they were given
    const Command* command = nullptr; // set where `kind` is Run
    Invocation invocation;
};

Result<Request> readArguments(const std::vector<std::string>& arguments, const std::vector<Command>& commands);

} // namespace signalbox::ctl
