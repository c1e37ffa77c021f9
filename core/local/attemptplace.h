// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of one attempt of a run is kept.
//
// Disk  the layout is described in core/local/layout.md
#pragma once

#include "core/ci/cisystem.h"

#include <filesystem>
#include <optional>
#include <string>

namespace signalbox::local {

/// Whether `name` can be a file's name here: 1 to 64 of A-Z a-z 0-9 _ . - and not first . or -
bool isPlainFileName(std::string_view name);

/// The name that the files of a job have: its own where that is a plain one, else with %XX in it. Different jobs have
/// different ones.
std::string jobFileName(std::string_view job);

struct AttemptPlace {
    std::filesystem::path lineFolder; // ROOT/LINE
    std::string number; // of the run
    int attempt = 1;

    /// From ROOT/LINE/runs/NUMBER/attempt-N.
    static std::optional<AttemptPlace> fromFolder(const std::filesystem::path& folder);

    ci::RunRef run() const { return {lineFolder.filename().string(), number}; }
    std::filesystem::path runFolder() const { return lineFolder / "runs" / number; }
    std::filesystem::path folder() const { return runFolder() / ("attempt-" + std::to_string(attempt)); }
    std::filesystem::path runFile() const { return runFolder() / "run.json"; }
    std::filesystem::path source() const { return runFolder() / "source"; }
    std::filesystem::path specFile() const { return folder() / "spec.json"; }
    std::filesystem::path statusFile() const { return folder() / "status.json"; }
    std::filesystem::path lockFile() const { return folder() / "lock"; }
    std::filesystem::path cancelFile() const { return folder() / "cancel"; }
    std::filesystem::path logFile(const std::string& job) const
    {
        return folder() / "jobs" / (jobFileName(job) + ".log");
    }
    std::filesystem::path artifactsFolder(const std::string& job) const
    {
        return folder() / "artifacts" / jobFileName(job);
    }
    std::filesystem::path cacheFolder(const std::string& job) const { return lineFolder / "cache" / jobFileName(job); }
    std::filesystem::path stateFolder() const { return lineFolder / "state"; }
    std::filesystem::path workFolder() const { return lineFolder / "work" / number / std::to_string(attempt); }
};

} // namespace signalbox::local
