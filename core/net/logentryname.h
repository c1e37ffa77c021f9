// SPDX-License-Identifier: GPL-3.0-or-later
// Which entry of a log archive is the log of which job. The server writes a job's name as a file may be named: without
// some characters, or with others in their place, and cut. What could be of two jobs is nobody's.
//
// Thread  any: pure
// Source  the archives of GitHub: "3_test (18, linux).txt" is the whole log of job "test (18, linux)"; its steps stand
//         in a folder of that name. The number is an order, below 0 in archives of an older service. Of names, "/" and
//         ":" were seen to be left out, and what is beyond 90 units of UTF-16.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::net {

/// The job's name as it stands in "3_test.txt"; nothing: the entry is no whole log.
std::optional<std::string> jobNameIn(std::string_view entry);

/// Whether a name in an archive may be that of the job.
bool mayBeOf(std::string_view named, std::string_view job);

/// The places in `entries` (names of jobs, as they stand there) that the job's log may be at: those that are named
/// exactly as the job is, else those that may be its. More than one: nobody knows which.
std::vector<std::size_t> placesOf(std::string_view job, const std::vector<std::string>& entries);

} // namespace signalbox::net
