// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/surroundings.h"

#include <pwd.h>
#include <unistd.h>

namespace signalbox::host {

namespace {
namespace fs = std::filesystem;
}

/// Beside this program, or where an installation puts it.
fs::path supervisorProgram()
{
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path installed = here.parent_path() / "libexec" / "signalbox" / "signalbox-job";
    return fs::exists(installed, error) ? installed : here / "signalbox-job";
}

std::string person()
{
    if (const passwd* entry = getpwuid(getuid()); entry && entry->pw_name)
        return entry->pw_name;
    return std::to_string(getuid());
}

} // namespace signalbox::host
