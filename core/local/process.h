// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program by its argument vector. There is no shell.
//
// Thread     any; blocks until the program has ended, and answers within 200 ms of a stop plus `grace`
// Processes  the program leads a group of its own; a stop or a time-out ends the group and every descendant, by TERM
//            and, after `grace`, by KILL. Standard input is empty unless given.
// Errors     NotFound (no such program or folder), InvalidInput, Timeout, Cancelled, Io
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::local {

using Environment = std::map<std::string, std::string>;

struct Command {
    std::vector<std::string> arguments; // the first is the program, looked up in PATH of this process
    std::filesystem::path folder;
    Environment environment; // the whole of it: nothing is inherited
    std::string input = {}; // at most 32 KiB
    Milliseconds timeLimit{60'000};
    Milliseconds grace{50};
    std::size_t outputLimit = 4 * 1024 * 1024; // for each of out and err; what is beyond is dropped
    std::function<void(std::string_view)> sink = {}; // gets both streams as they come, instead of out and err
    int stopDescriptor = -1; // becoming readable is a stop, too
};

struct ProcessResult {
    int exitCode = 0; // 128 + N when ended by signal N
    std::string out;
    std::string err;
    bool cut = false; // outputLimit was reached
};

Result<ProcessResult> runProcess(const Command& command, std::stop_token stop);

/// PATH, LANG, TZ and HOME of this process, where set; nothing else passes.
Environment allowedEnvironment();

/// Where a program of this name is found in PATH, or empty.
std::filesystem::path findProgram(std::string_view name);

} // namespace signalbox::local
