// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/sandbox.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

/// Homes, sockets and our own data. Links are followed here, since bubblewrap resolves targets inside the new root.
std::set<fs::path> hiddenFolders(const fs::path& data)
{
    std::vector<fs::path> wanted{"/home", "/root", "/run", "/var/tmp", data};
    if (const char* home = std::getenv("HOME"); home != nullptr)
        wanted.emplace_back(home);
    if (const passwd* user = ::getpwuid(::getuid()); user != nullptr)
        wanted.emplace_back(user->pw_dir);
    std::set<fs::path> hidden; // sorted: a folder comes before those in it
    for (const fs::path& folder : wanted) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (!error && real != "/" && real != "/tmp")
            hidden.insert(real);
    }
    return hidden;
}

std::vector<std::string> bubblewrap(const fs::path& program, const JobFolders& folders)
{
    std::vector<std::string> all{program,
                                 "--unshare-all",
                                 "--die-with-parent",
                                 "--cap-drop",
                                 "ALL",
                                 "--ro-bind",
                                 "/",
                                 "/",
                                 "--dev",
                                 "/dev",
                                 "--proc",
                                 "/proc",
                                 "--bind",
                                 folders.temporary,
                                 "/tmp"};
    const auto add = [&all](std::initializer_list<std::string> more) { all.insert(all.end(), more); };
    if (folders.network)
        add({"--share-net"});
    for (const fs::path& folder : hiddenFolders(folders.data))
        add({"--tmpfs", folder});
    for (const fs::path& place : folders.readable)
        add({"--ro-bind", place, place});
    for (const fs::path& folder : {folders.checkout, folders.home, folders.state})
        add({"--bind", folder, folder});
    add({"--chdir", folders.checkout, "--clearenv"});
    return all;
}

} // namespace

Sandbox Sandbox::find(const JobFolders& sample)
{
    Sandbox sandbox;
    sandbox.m_program = findProgram("bwrap");
    if (!sandbox.isolates())
        return none();
    const auto tried = runProcess(sandbox.command(sample, {"/bin/sh", "-c", ":"}, allowedEnvironment()), {});
    return tried && tried->exitCode == 0 ? sandbox : none();
}

Command Sandbox::command(const JobFolders& folders, std::vector<std::string> arguments, Environment environment) const
{
    environment.insert_or_assign("HOME", folders.home.string());
    environment.insert_or_assign("TMPDIR", isolates() ? "/tmp" : folders.temporary.string());
    if (!isolates())
        return {.arguments = std::move(arguments), .folder = folders.checkout, .environment = std::move(environment)};

    // The job's variables are bubblewrap's arguments, not its environment: LD_PRELOAD and the like would act on
    // bubblewrap itself, outside.
    std::vector<std::string> all = bubblewrap(m_program, folders);
    for (const auto& [name, value] : environment) {
        for (const std::string& part : {std::string("--setenv"), name, value})
            all.push_back(part);
    }
    all.emplace_back("--");
    std::ranges::move(arguments, std::back_inserter(all));
    return {.arguments = std::move(all), .folder = folders.checkout, .environment = allowedEnvironment()};
}

} // namespace signalbox::local
