// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what is on the disk of a run and its attempts.
//
// Thread  any, also while a supervisor writes
// Errors  NotFound, InvalidInput (a file that is none of ours), Io
#pragma once

#include "core/local/attemptplace.h"
#include "core/local/records.h"

#include <filesystem>
#include <vector>

namespace signalbox::local {

class RunFolder {
public:
    static Result<RunFolder> find(const std::filesystem::path& root, const ci::RunRef& run);

    AttemptPlace place(int attempt) const;
    int newestAttempt() const { return m_newest; }
    const RunRecord& record() const { return m_record; }

    /// The run as it stood, or stands, with this attempt.
    Result<ci::Run> run(int attempt) const;

private:
    std::filesystem::path m_lineFolder;
    std::string m_number;
    RunRecord m_record;
    int m_newest = 0;
};

/// What the attempt's supervisor last said. One that is gone without a last word makes its unfinished jobs lost.
Result<AttemptStatus> attemptStatus(const AttemptPlace& place, const AttemptSpec& spec);

/// Whether no supervisor ever took the attempt on: the program ended between preparing it and starting one.
bool isUntouched(const AttemptPlace& place);

/// Whether all is said about the attempt, by its supervisor or by its being gone.
bool isFinished(const AttemptPlace& place);

/// The numbers of a line's runs, the newest first.
std::vector<int> runNumbers(const std::filesystem::path& lineFolder);

} // namespace signalbox::local
