// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo.h"

#include "core/local/attemptlock.h"
#include "core/local/files.h"
#include "core/local/jobcache.h"
#include "core/local/npmsettings.h"
#include "core/local/process.h"
#include "core/local/runfolder.h"
#include "resources/embedded.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

struct DemoSpec {
    const char* line;
    const char* wanted;
    bool installs = false; // by npm; the others run a pipeline
};

constexpr std::array<DemoSpec, 5> kLines{{{"storefront", "healed"},
                                          {"parser", "escalated"},
                                          {"search", "retried"},
                                          {"catalog", "green"},
                                          {"webshop", "healed", true}}};

/// Those that this machine can show.
std::vector<DemoSpec> shownLines()
{
    std::vector<DemoSpec> lines(kLines.begin(), kLines.end());
    if (!local::hasNpm())
        std::erase_if(lines, [](const DemoSpec& spec) { return spec.installs; });
    return lines;
}

/// The clock of the commits, so that every demo has the same ones.
constexpr const char* kCommitDate = "2026-01-05T09:00:00Z";

/// Of two programs that begin the demo at once, one waits for the other.
fs::path lockFile(const Workspace& workspace)
{
    return workspace.store.parent_path() / (workspace.store.stem().string() + ".demo.lock");
}

Result<void> git(const fs::path& folder, std::vector<std::string> arguments)
{
    std::vector<std::string> words{"git",
                                   "-c",
                                   "user.name=Signalbox demo",
                                   "-c",
                                   "user.email=demo@signalbox.example",
                                   "-c",
                                   "init.defaultBranch=main",
                                   "-c",
                                   "commit.gpgsign=false"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    local::Environment environment = local::allowedEnvironment();
    environment["GIT_AUTHOR_DATE"] = kCommitDate;
    environment["GIT_COMMITTER_DATE"] = kCommitDate;
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
    environment["GIT_CONFIG_NOSYSTEM"] = "1";
    const auto result = local::runProcess({.arguments = words, .folder = folder, .environment = environment}, {});
    if (!result)
        return result.error();
    if (result->exitCode != 0)
        return Error{ErrorCode::Io, "git " + arguments.front() + " in " + folder.string() + ": " + result->err};
    return {};
}

/// Copies the files of a line out of the program.
Result<void> unpack(const QString& from, const fs::path& to)
{
    if (auto made = local::makeFolder(to); !made)
        return made;
    for (const QFileInfo& entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const fs::path target = to / entry.fileName().toStdString();
        if (entry.isDir()) {
            if (auto unpacked = unpack(entry.filePath(), target); !unpacked)
                return unpacked;
            continue;
        }
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Internal, "the demo is missing from this program"};
        const QByteArray content = file.readAll();
        if (auto written = local::replaceFile(target, {content.constData(), static_cast<std::size_t>(content.size())});
            !written)
            return written;
    }
    return {};
}

Result<void> commitInto(const fs::path& fresh, const std::string& line)
{
    if (auto unpacked = unpack(QStringLiteral(":/signalbox/demo/") + QString::fromStdString(line), fresh); !unpacked)
        return unpacked;
    for (const std::vector<std::string>& step : {std::vector<std::string>{"init", "--quiet"},
                                                 {"add", "--all"},
                                                 {"commit", "--quiet", "-m", "Begin " + line}}) {
        if (auto done = git(fresh, step); !done)
            return done;
    }
    return {};
}

/// Made aside and then renamed: a repository is there whole or not at all.
Result<void> makeRepository(const std::string& line, const fs::path& folder)
{
    std::error_code error;
    if (fs::exists(folder / ".git", error))
        return {};
    const fs::path fresh = local::freshName(folder.parent_path());
    auto made = commitInto(fresh, line);
    if (made)
        made = local::publish(fresh, folder);
    if (made)
        return {};
    const auto removed = local::removeTree(fresh); // of a disk that is full, too
    return made.error().code == ErrorCode::Conflict ? removed : made;
}

/// What a save that was cut short has left in the cache: a file that does not match its checksum.
Result<void> corruptCache(const fs::path& ci)
{
    const fs::path line = ci / "storefront";
    const local::AttemptPlace first{.lineFolder = line, .number = "1", .attempt = 1};
    const local::JobCache cache(first.cacheFolder("build"), -1);
    if (!cache.paths().empty() || !local::runNumbers(line).empty())
        return {};
    if (auto made = local::makeFolder(line); !made)
        return made;
    const fs::path fresh = local::freshName(line);
    const fs::path deps = fresh / ".cache" / "deps";
    auto made = unpack(QStringLiteral(":/signalbox/demo/storefront/vendor"), deps);
    if (made)
        made = local::replaceFile(deps / "cart.txt", "cart 2.4.1: half of a fi");
    if (made) {
        if (const auto saved = cache.save(".cache/deps", fresh); !saved)
            made = saved.error();
    }
    const auto removed = local::removeTree(fresh);
    return made ? removed : made;
}

/// What a save that was cut short has left of npm's cache: a file in the place of a folder.
Result<void> corruptNpmCache(const Workspace& workspace)
{
    const fs::path cache = npmFolder(workspace) / "cache" / "_cacache";
    if (auto cleared = local::removeTree(cache / "content-v2"); !cleared)
        return cleared;
    if (auto made = local::makeFolder(cache); !made)
        return made;
    return local::replaceFile(cache / "content-v2", "half of a fi");
}

Result<void> startInstall(Runtime& runtime, const std::string& line)
{
    const auto runs = runtime.queries().runs();
    if (!runs)
        return runs.error();
    if (std::ranges::find(*runs, line, &RunSummary::line) != runs->end())
        return {};
    if (auto corrupted = corruptNpmCache(*runtime.workspace()); !corrupted)
        return corrupted;
    const auto folder = runtime.folderOf(line);
    if (!folder)
        return folder.error();
    const auto started = runtime.healNpm(*folder);
    return started ? Result<void>() : Result<void>(started.error());
}

} // namespace

std::string demoLineLeftOut()
{
    return local::hasNpm() ? std::string() : std::string(kLines.back().line);
}

Result<Workspace> makeDemo(const std::string& place, const fs::path& folder)
{
    auto workspace = Workspace::load(place);
    if (!workspace)
        return workspace.error();
    if (workspace->lines.empty())
        workspace->name = "Demo";
    const fs::path repositories = folder.empty() ? workspace->store.parent_path() / "demo" : folder;
    for (const fs::path& needed : {repositories, workspace->store.parent_path()}) {
        if (auto made = local::makeFolder(needed); !made)
            return made.error();
    }
    const auto alone = local::awaitLock(lockFile(*workspace));
    if (!alone)
        return alone.error();
    for (const DemoSpec& spec : shownLines()) {
        const auto known = workspace->lines.find(spec.line);
        const fs::path repository = known == workspace->lines.end() ? repositories / spec.line : known->second;
        if (auto made = makeRepository(spec.line, repository); !made)
            return made.error();
        workspace->lines[spec.line] = repository;
    }
    if (auto seeded = corruptCache(workspace->ci); !seeded)
        return seeded.error();
    if (auto saved = workspace->save(); !saved)
        return saved.error();
    return workspace;
}

Result<void> startDemo(Runtime& runtime)
{
    const auto alone = local::awaitLock(lockFile(*runtime.workspace()));
    if (!alone)
        return alone.error();
    for (const DemoSpec& spec : shownLines()) {
        if (spec.installs) {
            if (auto started = startInstall(runtime, spec.line); !started)
                return started;
            continue;
        }
        if (!local::runNumbers(runtime.workspace()->ci / spec.line).empty())
            continue;
        if (const auto started = runtime.startPipeline(spec.line); !started)
            return started.error();
    }
    return {};
}

Result<std::vector<DemoLine>> demoStanding(Runtime& runtime)
{
    const auto runs = runtime.queries().runs();
    if (!runs)
        return runs.error();
    std::vector<DemoLine> lines;
    for (const DemoSpec& spec : shownLines()) {
        DemoLine line{.line = spec.line, .run = {}, .outcome = {}, .wanted = spec.wanted};
        for (const RunSummary& run : *runs) { // newest first: the first run of the line stays
            if (run.line == spec.line)
                line.run = run;
        }
        const bool asks = line.run.state == RunState::Waiting && line.run.approval;
        line.rests = line.run.id.value != 0 && (isTerminal(line.run.state) || asks || followsOutage(line.run));
        if (line.rests)
            line.outcome = line.run.outcome;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace signalbox::host
