// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/gitlabpipeline.h"

#include "core/base/redaction.h"
#include "core/line/gitlabjobs.h"
#include "core/local/files.h"
#include "core/local/jobcache.h"
#include "core/local/sandbox.h"

#include <algorithm>
#include <set>
#include <variant>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kListLimit{60'000};
constexpr std::size_t kMaxExpanded = 1024 * 1024;
constexpr std::size_t kMaxIncludes = 150; // as GitLab has it
constexpr std::size_t kShownComplaint = 300;

Error errorOf(const std::string& file, const line::Fault& fault)
{
    std::string text = file;
    if (fault.line > 0)
        text.append(":").append(std::to_string(fault.line));
    return {ErrorCode::InvalidInput, text.append(": ").append(fault.what)};
}

Error failed(std::string_view what, ErrorCode code = ErrorCode::InvalidInput)
{
    std::string text = kGitLabFile;
    return {code, text.append(": ").append(what)};
}

/// An include from elsewhere is refused by its line, before anything could ask for it.
Result<void> checkIncludes(const Git& repository, const std::string& commit, const std::string& text,
                           const std::stop_token& stop)
{
    std::vector<std::pair<std::string, std::string>> open{{kGitLabFile, text}};
    std::set<std::string> seen{kGitLabFile};
    while (!open.empty()) {
        const auto [file, yaml] = std::move(open.back());
        open.pop_back();
        const auto included = line::localIncludes(yaml);
        if (const auto* fault = std::get_if<line::Fault>(&included))
            return errorOf(file, *fault);
        for (const std::string& path : std::get<std::vector<std::string>>(included)) {
            if (!seen.insert(path).second || seen.size() > kMaxIncludes)
                continue;
            if (auto content = repository.fileAt(commit, path, stop))
                open.emplace_back(path, *std::move(content));
        }
    }
    return {};
}

/// The line that says what is wrong, of all that the program prints when it gives up.
std::string complaintIn(const std::string& printed)
{
    for (std::string_view left = printed; !left.empty();) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        std::string_view line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        const auto begins = [&line](std::string_view with) { return line.starts_with(with); };
        const std::size_t text = line.find_first_not_of(" \t");
        if (text == std::string_view::npos || begins("parsing and downloads") || begins("json schema validated")
            || begins(" WARN ") || line.ends_with("key not supported")
            || begins("Invalid .gitlab-ci.yml configuration"))
            continue;
        line.remove_prefix(text);
        if (line.starts_with("\xE2\x80\xA2 ")) // a bullet
            line.remove_prefix(4);
        return Redactor().redact(neutralise(line.substr(0, kShownComplaint))).text;
    }
    return "gitlab-ci-local ended without a word";
}

bool isPlain(const fs::path& path, fs::file_type type)
{
    std::error_code error;
    return fs::symlink_status(path, error).type() == type;
}

Result<std::string> expandedIn(const fs::path& checkout)
{
    const fs::path state = checkout / line::kGitLabStateFolder;
    const fs::path file = state / "expanded-gitlab-ci.yml";
    if (!isPlain(state, fs::file_type::directory) || !isPlain(file, fs::file_type::regular))
        return failed("gitlab-ci-local left no expanded file");
    return readFile(file, kMaxExpanded);
}

Result<ProcessResult> runList(const GitLabPipeline& pipeline, const JobFolders& folders, const std::stop_token& stop)
{
    const Sandbox sandbox = pipeline.isolate ? Sandbox::find(folders) : Sandbox::none();
    Command command
        = sandbox.command(folders, pipeline.program.listJobs(), GitLabCiLocal::offline(allowedEnvironment()));
    command.timeLimit = kListLimit;
    auto done = runProcess(command, stop);
    if (!done && done.error().code == ErrorCode::Timeout)
        return failed("gitlab-ci-local had not listed its jobs after a minute; try gitlab-ci-local --list there",
                      ErrorCode::Timeout);
    if (!done)
        return done;
    if (done->exitCode != 0)
        return failed(complaintIn(done->err));
    if (done->cut)
        return failed("its list of jobs is longer than 4 MiB");
    return done;
}

Result<std::vector<line::JobSpec>> listIn(const GitLabPipeline& pipeline, const fs::path& folder,
                                          const std::string& text, const std::stop_token& stop)
{
    const fs::path own = folder / "list";
    const JobFolders folders{.checkout = own / "checkout",
                             .home = own / "home",
                             .temporary = own / "tmp",
                             .state = own / "state",
                             .data = folder.parent_path().parent_path().parent_path(),
                             .readable = pipeline.program.files()};
    for (const auto& made : {folders.home, folders.temporary, folders.state}) {
        if (const auto done = makeFolder(made); !done)
            return done.error();
    }
    if (const auto copied = copyTree(folder / "source", folders.checkout, -1); !copied)
        return copied.error();
    if (const auto removed = removeTree(folders.checkout / line::kGitLabStateFolder); !removed)
        return removed.error();
    const auto done = runList(pipeline, folders, stop);
    if (!done)
        return done.error();
    const auto expanded = expandedIn(folders.checkout);
    if (!expanded)
        return expanded.error();
    auto jobs = line::readGitLabJobs({.list = done->out, .expanded = *expanded, .file = text});
    if (const auto* fault = std::get_if<line::Fault>(&jobs))
        return errorOf(kGitLabFile, *fault);
    if (const auto removed = removeTree(own); !removed)
        return removed.error();
    return std::get<std::vector<line::JobSpec>>(std::move(jobs));
}

} // namespace

std::string webAddressOf(const std::string& remote)
{
    const std::size_t scheme = remote.find("://");
    std::string rest = scheme == std::string::npos ? remote : remote.substr(scheme + 3);
    const std::size_t at = rest.find('@');
    const std::size_t end = rest.find_first_of(scheme == std::string::npos ? ":" : "/");
    if (end == std::string::npos || (scheme == std::string::npos && at == std::string::npos))
        return {}; // a folder
    const std::size_t begin = at < end ? at + 1 : 0;
    std::string host = rest.substr(begin, end - begin);
    host.resize(std::min(host.find(':'), host.size()));
    std::string path = rest.substr(end + 1);
    path.erase(0, path.find_first_not_of('/'));
    const auto isAllowed
        = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '@' && c != '?' && c != '#'; };
    if (host.empty() || path.find('/') == std::string::npos || !std::ranges::all_of(path, isAllowed))
        return {};
    return std::string("https://").append(host).append("/").append(path);
}

Result<std::vector<line::JobSpec>> listGitLabJobs(const GitLabPipeline& pipeline, const fs::path& folder,
                                                  std::stop_token stop)
{
    const auto text = pipeline.repository.fileAt(pipeline.commit.id, kGitLabFile, stop);
    if (!text)
        return text.error();
    if (const auto checked = checkIncludes(pipeline.repository, pipeline.commit.id, *text, stop); !checked)
        return checked.error();
    const auto usual = pipeline.repository.defaultBranch(stop);
    const auto remote = pipeline.repository.origin(stop);
    std::string address = remote ? webAddressOf(*remote) : std::string();
    if (address.empty())
        address.append("https://localhost/local/").append(pipeline.line).append(".git");
    const auto named = Git(folder / "source")
                           .introduce({.commit = pipeline.commit.id,
                                       .branch = pipeline.commit.branch,
                                       .defaultBranch = usual ? *usual : std::string("main"),
                                       .origin = std::move(address)},
                                      stop);
    if (!named)
        return named.error();
    return listIn(pipeline, folder, *text, stop);
}

} // namespace signalbox::local
