// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one log line without what the CI system put around it.
//
// Source  GitHub Actions raw logs, GitLab traces (section markers, timestamped lines), Taskcluster task logs,
//         BuildKit plain progress
#pragma once

#include "core/log/classify.h"

#include <string_view>
#include <vector>

namespace signalbox::log {

/// `line` is without its line end and without terminal sequences. Times, stream letters, log levels of a task
/// runner and section markers before the text are skipped; the text itself keeps its indentation.
std::string_view withoutPrefix(std::string_view line, Format format);

/// `text` without who says it: "##[error]" or "Error: ", the clock of Jenkins and CircleCI, the package or container
/// that a tool writes before each line of another ("web_1  | ", "core test: ", "app:build: ").
std::string_view withoutSpeaker(std::string_view text);

/// The parts of a line between carriage returns that hold text: a progress bar overwrites itself.
std::vector<std::string_view> overwrittenParts(std::string_view line);

} // namespace signalbox::log
