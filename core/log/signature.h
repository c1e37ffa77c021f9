// SPDX-License-Identifier: GPL-3.0-or-later
// A short name by which the same failure is known again in another run.
//
// Disk    stored with runs, knowledge and incidents; a change of the rules makes every failure look new
#pragma once

#include <string>
#include <string_view>

namespace signalbox::log {

/// `text` without what differs from run to run: times, durations, numbers, hashes, ids, addresses, paths.
std::string withoutVariables(std::string_view text);

/// 16 hex digits.
std::string signatureOf(std::string_view failureClass, std::string_view rootCause);

} // namespace signalbox::log
