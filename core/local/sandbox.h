// SPDX-License-Identifier: GPL-3.0-or-later
// What a job can see and reach: bubblewrap's arguments, and the environment.
//
// A job inside has no network unless it is given, no process but its own, and writes to its checkout, home, temporary
// and state folder only; people's homes, /run (sockets) and the data of Signalbox are hidden from it.
//
// Source  bwrap(1)
#pragma once

#include "core/local/process.h"

#include <filesystem>
#include <string>
#include <vector>

namespace signalbox::local {

struct JobFolders {
    std::filesystem::path checkout;
    std::filesystem::path home;
    std::filesystem::path temporary;
    std::filesystem::path state; // shared by the jobs of a line, kept between runs
    std::filesystem::path data; // hidden, but for the folders above
    bool network = false;
    std::vector<std::filesystem::path> readable = {}; // seen even where they lie in hidden folders
};

class Sandbox {
public:
    /// With bubblewrap where it is installed and works with such folders here, else without.
    static Sandbox find(const JobFolders& sample);
    static Sandbox none() { return {}; }

    bool isolates() const { return !m_program.empty(); }

    /// `arguments` with `environment` in the checkout; HOME and TMPDIR are set here.
    Command command(const JobFolders& folders, std::vector<std::string> arguments, Environment environment) const;

private:
    std::filesystem::path m_program;
};

} // namespace signalbox::local
