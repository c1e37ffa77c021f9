// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/npmbench.h"

#include "core/base/digest.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/jobcache.h"
#include "core/local/joblog.h"
#include "core/local/npmproject.h"
#include "core/local/npmsettings.h"

#include <algorithm>
#include <charconv>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kCallLimit{600'000};
constexpr Milliseconds kGrace{500};
const std::string kManifest = "package.json";
constexpr std::size_t kMaxFile = 64 * 1024 * 1024;
constexpr std::size_t kMaxLog = 4 * 1024 * 1024;

/// "verify:2" as a file's name.
std::string fileName(const std::string& key)
{
    std::string name = key;
    std::ranges::replace(name, ':', '-');
    return name;
}

/// Empty where there is no such file.
Result<std::string> contentOf(const fs::path& file)
{
    auto content = readFile(file, kMaxFile);
    if (!content && content.error().code == ErrorCode::NotFound)
        return std::string();
    return content;
}

bool isJson(const std::string& text)
{
    const auto json = parseJson(text);
    return json && json->is_object();
}

/// The lockfile of the last commit, or empty.
std::string committedLockfile(const fs::path& folder, const std::string& name)
{
    for (fs::path above = folder; above != above.parent_path(); above = above.parent_path()) {
        std::error_code error;
        if (!fs::exists(above / ".git", error))
            continue;
        const fs::path inside = folder.lexically_relative(above) / name;
        const auto content = Git(above).fileAt("HEAD", inside.lexically_normal().generic_string(), {});
        return content && isJson(*content) ? *content : std::string();
    }
    return {};
}

} // namespace

NpmBench::NpmBench(fs::path root) : m_root(std::move(root)), m_redactor(npmSecrets()) { }

JobFolders NpmBench::folders(RunId run, const fs::path& work) const
{
    JobFolders folders{.checkout = work,
                       .home = place(run) / "home",
                       .temporary = place(run) / "tmp",
                       .state = m_root / "cache",
                       .data = m_root};
    folders.network = true;
    folders.readable = npmNeeds();
    return folders;
}

Result<agents::NpmProject> NpmBench::snapshot(RunId run, const std::string& folder, std::stop_token stop)
{
    if (!hasNpm())
        return Error{ErrorCode::NotFound, "npm is not on this machine; install it, for example the package npm"};
    const auto project = npmProject(folder);
    if (!project)
        return project.error();
    for (const fs::path& earlier : {place(run), logs(run)}) {
        if (auto cleared = removeTree(earlier); !cleared)
            return cleared.error();
    }
    for (const fs::path& fresh :
         {place(run) / "home", place(run) / "tmp", place(run) / "ended", place(run) / "healed", logs(run)}) {
        if (auto made = makeFolder(fresh); !made)
            return made.error();
    }
    const auto copy = copyProject(*project, place(run) / "snapshot", stop);
    if (!copy)
        return copy.error();
    agents::NpmProject found;
    found.lockfile = lockfileOf(place(run) / "snapshot");
    found.digests = copy->digests;
    found.leftOut = copy->leftOut;
    found.files = copy->files;
    found.bytes = copy->bytes;
    const auto own = lockfile(run);
    if (!own)
        return own.error();
    found.lockfileReads = found.lockfile.empty() || isJson(*own);
    if (!found.lockfileReads) {
        const std::string committed = committedLockfile(*project, found.lockfile);
        if (auto kept = createFile(place(run) / "committed.json", committed); !kept && !committed.empty())
            return kept.error();
    }
    if (auto written = createFile(place(run) / "home" / ".npmrc", kNpmDefaults); !written)
        return written.error();
    return found;
}

/// A copy of its own for each call: what a killed one still does, does no harm.
Result<void> NpmBench::layDown(RunId run, const agents::NpmCall& call, const fs::path& work) const
{
    if (auto copied = copyTree(place(run) / "snapshot", work, -1); !copied)
        return copied;
    const std::string name = lockfileOf(work);
    const bool healed = call.lockfile == agents::NpmCall::Lockfile::Healed;
    const auto manifest = healed ? contentOf(place(run) / "healed" / kManifest) : std::string();
    if (!manifest)
        return manifest.error();
    if (!manifest->empty())
        if (auto laid = replaceFile(work / kManifest, *manifest); !laid)
            return laid;
    if (name.empty() || call.lockfile == agents::NpmCall::Lockfile::Own)
        return {};
    const auto content = contentOf(healed ? place(run) / "healed" / name : place(run) / "committed.json");
    if (!content)
        return content.error();
    return content->empty() ? removeTree(work / name) : replaceFile(work / name, *content);
}

Result<agents::NpmEnd> NpmBench::call(RunId run, const agents::NpmCall& call, std::stop_token stop)
{
    for (const fs::path& folder : {m_root / "cache", place(run) / "home", place(run) / "tmp"}) {
        if (auto made = makeFolder(folder); !made)
            return made.error();
    }
    const fs::path work = freshName(place(run));
    auto end = [&]() -> Result<agents::NpmEnd> {
        if (auto laid = layDown(run, call, work); !laid)
            return laid.error();
        auto done = runNpm(run, call, work, stop);
        const std::string lockfile = lockfileOf(place(run) / "snapshot");
        for (const auto& [name, keeps] :
             {std::pair(lockfile, call.keepsLockfile && !lockfile.empty()), {kManifest, call.keepsManifest}}) {
            auto kept = done && done->exitCode == 0 && keeps ? keep(run, work, name) : Result<void>();
            if (!kept)
                return kept.error();
        }
        return done;
    }();
    const auto removed = removeTree(work);
    if (!end || !removed)
        return end ? Result<agents::NpmEnd>(removed.error()) : end;
    const Json json{{"exit_code", end->exitCode}, {"isolated", end->isolated}, {"took_ms", end->took.count()}};
    if (auto told = replaceFile(place(run) / "ended" / fileName(call.key), dumpJson(json)); !told)
        return told.error();
    return end;
}

Result<agents::NpmEnd> NpmBench::runNpm(RunId run, const agents::NpmCall& call, const fs::path& work,
                                        std::stop_token stop) const
{
    const SystemClock clock;
    auto log = JobLog::open(logs(run) / fileName(call.key), m_redactor, clock, kMaxLog);
    if (!log)
        return log.error();
    const JobFolders where = folders(run, work);
    const Sandbox sandbox = Sandbox::find(where);
    std::vector<std::string> words{"npm"};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    words.emplace_back("--ignore-scripts");
    Command command = sandbox.command(where, std::move(words), npmEnvironment(where.state));
    command.timeLimit = kCallLimit;
    command.grace = kGrace;
    command.sink = [&](std::string_view piece) { log->output(piece); };
    const auto began = std::chrono::steady_clock::now();
    const auto result = runProcess(command, std::move(stop));
    log->endOutput();
    agents::NpmEnd end;
    end.isolated = sandbox.isolates();
    end.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
    if (!result && result.error().code != ErrorCode::Timeout)
        return result.error();
    end.exitCode = result ? result->exitCode : agents::kNpmTimedOut;
    if (!result)
        log->error(result.error().detail);
    return end;
}

Result<void> NpmBench::keep(RunId run, const fs::path& work, const std::string& name) const
{
    const auto content = readFile(work / name, kMaxFile);
    if (!content)
        return content.error();
    if (!isJson(*content))
        return Error{ErrorCode::Io, name + " as npm wrote it is not JSON"};
    return replaceFile(place(run) / "healed" / name, *content);
}

Result<std::optional<agents::NpmEnd>> NpmBench::ended(RunId run, const std::string& key)
{
    const auto text = contentOf(place(run) / "ended" / fileName(key));
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json)
        return std::optional<agents::NpmEnd>();
    return std::optional(agents::NpmEnd{.exitCode = static_cast<int>(fieldOr<std::int64_t>(*json, "exit_code", 1)),
                                        .isolated = fieldOr<bool>(*json, "isolated", false),
                                        .took = Milliseconds(fieldOr<std::int64_t>(*json, "took_ms", 0))});
}

Result<std::string> NpmBench::log(RunId run, const std::string& key)
{
    return readFile(logs(run) / fileName(key), kMaxFile);
}

Result<fs::path> NpmBench::logFile(RunId run, const std::string& key) const
{
    const fs::path file = logs(run) / fileName(key);
    std::error_code error;
    if (!fs::is_regular_file(file, error))
        return Error{ErrorCode::NotFound, file.string() + ": the log of this call is not kept any more"};
    return file;
}

Result<void> NpmBench::forgetLogs(RunId run)
{
    return removeTree(logs(run));
}

Result<std::string> NpmBench::lockfile(RunId run)
{
    const fs::path snapshot = place(run) / "snapshot";
    const std::string name = lockfileOf(snapshot);
    return name.empty() ? Result<std::string>(std::string()) : contentOf(snapshot / name);
}

Result<std::string> NpmBench::healedLockfile(RunId run)
{
    const std::string name = lockfileOf(place(run) / "snapshot");
    return name.empty() ? Result<std::string>(std::string()) : contentOf(place(run) / "healed" / name);
}

Result<std::string> NpmBench::manifest(RunId run)
{
    return contentOf(place(run) / "snapshot" / kManifest);
}

Result<std::string> NpmBench::healedManifest(RunId run)
{
    return contentOf(place(run) / "healed" / kManifest);
}

Result<std::vector<std::string>> NpmBench::lockfileDiff(RunId run, std::stop_token stop)
{
    const std::string name = lockfileOf(place(run) / "snapshot");
    const auto done = runProcess({.arguments = {"git", "diff", "--no-index", "--no-color", "--no-ext-diff", "--",
                                                "snapshot/" + name, "healed/" + name},
                                  .folder = place(run),
                                  .environment = {{"PATH", allowedEnvironment()["PATH"]}, {"LANG", "C.UTF-8"}}},
                                 std::move(stop));
    if (!done)
        return done.error();
    std::vector<std::string> lines;
    const std::size_t first = done->out.find("\n@@ ");
    for (std::size_t at = first == std::string::npos ? done->out.size() : first + 1; at < done->out.size();) {
        const std::size_t end = std::min(done->out.find('\n', at), done->out.size());
        lines.push_back(neutralise(m_redactor.redact(std::string_view(done->out).substr(at, end - at)).text));
        at = end + 1;
    }
    return lines;
}

Result<void> NpmBench::emptyCache()
{
    // Out of sight in one step: a program that is killed meanwhile leaves no half cache.
    const fs::path trash = freshName(m_root);
    std::error_code error;
    fs::rename(m_root / "cache", trash, error);
    return error ? removeTree(m_root / "cache") : removeTree(trash);
}

Result<void> NpmBench::accept(RunId run, const std::string& folder, const Json& digests)
{
    const auto project = npmProject(folder);
    if (!project)
        return project.error();
    for (const auto& [file, digest] : digests.items()) {
        const auto now = fileDigest(*project / file);
        if (!now)
            return now.error();
        if (*now != digest.get<std::string>())
            return Error{ErrorCode::Conflict,
                         (*project / file).string() + " has changed since it was diagnosed; run npm-heal again"};
    }
    const auto healed = healedLockfile(run);
    if (!healed)
        return healed.error();
    const std::string name = lockfileOf(place(run) / "snapshot");
    if (healed->empty() || name != lockfileOf(*project))
        return Error{ErrorCode::Conflict, folder + ": there is no healed lockfile for it; run npm-heal again"};
    std::error_code error;
    const fs::perms mode = fs::status(*project / name, error).permissions();
    if (auto written = replaceFile(*project / name, *healed); !written)
        return written;
    fs::permissions(*project / name, mode, error); // content is what counts: a mode that cannot be set stays
    return {};
}

Result<std::string> NpmBench::digestNow(const std::string& folder, const std::string& file)
{
    return fileDigest(fs::path(folder) / file);
}

Result<void> NpmBench::tidy(RunId run)
{
    return removeTree(place(run));
}

std::vector<RunId> NpmBench::runsIn(const fs::path& folder)
{
    std::vector<RunId> runs;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename();
        RunId run;
        const auto [rest, failed] = std::from_chars(name.data(), name.data() + name.size(), run.value);
        if (failed == std::errc() && rest == name.data() + name.size())
            runs.push_back(run);
    }
    return runs;
}

} // namespace signalbox::local
