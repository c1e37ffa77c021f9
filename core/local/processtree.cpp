// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/processtree.h"

#include "core/local/files.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

struct Entry {
    pid_t parent = 0;
    std::string name;
};

/// "42 (a name) S 1 …": the name may hold brackets and spaces, so its end is the last bracket.
std::optional<Entry> readEntry(const fs::path& folder)
{
    const auto stat = readFile(folder / "stat", 4096);
    if (!stat)
        return std::nullopt; // has ended meanwhile
    const auto open = stat->find('(');
    const auto close = stat->rfind(')');
    if (open == std::string::npos || close == std::string::npos || close + 4 >= stat->size())
        return std::nullopt;
    Entry entry;
    entry.name = stat->substr(open + 1, close - open - 1);
    const char* parent = stat->data() + close + 4; // behind ") S "
    std::from_chars(parent, stat->data() + stat->size(), entry.parent);
    return entry;
}

std::map<pid_t, Entry> allProcesses()
{
    std::map<pid_t, Entry> all;
    std::error_code error;
    for (fs::directory_iterator at("/proc", error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        pid_t pid = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (read.ec != std::errc() || read.ptr != name.data() + name.size())
            continue;
        if (auto entry = readEntry(at->path()))
            all.emplace(pid, *std::move(entry));
    }
    return all;
}

std::vector<pid_t> descendantsIn(const std::map<pid_t, Entry>& all, pid_t root)
{
    std::multimap<pid_t, pid_t> children;
    for (const auto& [pid, entry] : all)
        children.emplace(entry.parent, pid);
    std::vector<pid_t> found{root};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto [first, last] = children.equal_range(found[i]);
        for (auto at = first; at != last; ++at)
            found.push_back(at->second);
    }
    found.erase(found.begin());
    return found;
}

} // namespace

std::vector<pid_t> descendants(pid_t root)
{
    return descendantsIn(allProcesses(), root);
}

void askToEnd(pid_t root)
{
    const auto all = allProcesses();
    auto tree = descendantsIn(all, root);
    tree.push_back(root);
    for (const pid_t pid : tree) {
        const auto at = all.find(pid);
        if (at != all.end() && at->second.name != "bwrap")
            ::kill(pid, SIGTERM);
    }
}

void killTree(pid_t root)
{
    const auto tree = descendants(root);
    ::kill(-root, SIGKILL);
    ::kill(root, SIGKILL);
    for (const pid_t pid : tree)
        ::kill(pid, SIGKILL);
}

void killDescendants()
{
    constexpr int kRounds = 10'000; // of a millisecond
    for (int round = 0; round < kRounds; ++round) {
        for (const pid_t pid : descendants(::getpid()))
            ::kill(pid, SIGKILL);
        for (;;) {
            const pid_t ended = ::waitpid(-1, nullptr, WNOHANG);
            if (ended < 0)
                return; // no child is left, so no descendant either: their orphans would be children
            if (ended == 0)
                break;
        }
        ::poll(nullptr, 0, 1); // gives the killed the time to end
    }
}

} // namespace signalbox::local
