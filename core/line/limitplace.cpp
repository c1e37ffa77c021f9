// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/limitplace.h"

#include "core/base/codepoint.h"
#include "core/line/gitlabduration.h"

#include <algorithm>

namespace signalbox::line {

namespace {

using Kind = YamlNode::Kind;
using std::chrono::minutes;

constexpr std::string_view kMinutes = "timeout-minutes"; // of GitHub
constexpr std::string_view kTimeout = "timeout"; // of GitLab
constexpr Milliseconds kMostHosted = minutes(360); // on runners of GitHub
constexpr Milliseconds kMostOwn = minutes(5 * 24 * 60); // on others
constexpr Milliseconds kMostGitLab = std::chrono::hours(30 * 24);

Error refused(std::string why)
{
    return {ErrorCode::InvalidInput, std::move(why)};
}

std::string textAt(const YamlNode& map, std::string_view key)
{
    const YamlNode* value = valueAt(map, key);
    return value != nullptr ? value->text : std::string();
}

/// Of what stands at `key`.
std::optional<std::size_t> indexAt(const YamlNode& map, std::string_view key)
{
    const YamlNode* value = valueAt(map, key);
    return value != nullptr ? std::optional(static_cast<std::size_t>(value - map.items.data())) : std::nullopt;
}

YamlNode& ownerIn(YamlNode& tree, const LimitPlace& place)
{
    YamlNode* node = &tree;
    for (const std::size_t at : place.owner)
        node = &node->items[at];
    return *node;
}

const YamlNode& ownerOf(const LimitPlace& place)
{
    const YamlNode* node = &place.tree;
    for (const std::size_t at : place.owner)
        node = &node->items[at];
    return *node;
}

/// Whatever their lines are.
bool isSame(const YamlNode& a, const YamlNode& b)
{
    return a.kind == b.kind && a.text == b.text && std::ranges::equal(a.items, b.items, isSame);
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line;
    return text;
}

Result<RaisedLimit> checked(const YamlNode& expected, RaisedLimit raised)
{
    const auto read = readYaml(raised.file.content, YamlDialect::Foreign);
    const auto* tree = std::get_if<YamlNode>(&read);
    if (tree != nullptr && isSame(*tree, expected))
        return raised;
    return refused(raised.file.path + ":" + std::to_string(raised.line)
                   + ": the time limit there cannot be changed without changing anything else");
}

/// The places in `line` where `key` has `value`: after "key: ", or in quotation marks.
std::vector<std::size_t> valuesIn(const std::string& line, std::string_view key, const std::string& value)
{
    std::vector<std::size_t> found;
    for (std::size_t at = line.find(key); at != std::string::npos; at = line.find(key, at + 1)) {
        std::size_t next = line.find_first_not_of("\"'", at + key.size());
        next = next == std::string::npos ? next : line.find_first_not_of(" \t", next);
        if (next == std::string::npos || line[next] != ':')
            continue;
        next = line.find_first_not_of(" \t\"'", next + 1);
        if (next != std::string::npos && line.compare(next, value.size(), value) == 0)
            found.push_back(next);
    }
    return found;
}

/// A name as GitHub shows it: what a matrix adds stands behind it, or in it in place of an expression.
bool isShownAs(const std::string& name, std::string_view shown)
{
    const std::size_t first = name.find("${{");
    if (first != std::string::npos) {
        const std::size_t last = name.rfind("}}");
        const std::string_view rest
            = last == std::string::npos ? std::string_view() : std::string_view(name).substr(last + 2);
        return shown.size() >= first + rest.size() && shown.starts_with(std::string_view(name).substr(0, first))
            && shown.ends_with(rest);
    }
    return shown == name || (shown.starts_with(name + " (") && shown.ends_with(')'));
}

std::string nameOf(const YamlNode& map, const std::string& otherwise)
{
    const std::string name = textAt(map, "name");
    return name.empty() ? otherwise : name;
}

struct Read {
    PipelineFile file;
    YamlNode tree;
};

Result<Read> readOf(std::span<const PipelineFile> files, std::string_view path)
{
    const auto file = std::ranges::find(files, path, &PipelineFile::path);
    if (file == files.end())
        return refused(std::string(path) + " is not in the repository");
    if (!isUtf8(file->content))
        return refused(file->path + " is not UTF-8");
    auto read = readYaml(file->content, YamlDialect::Foreign);
    if (const auto* fault = std::get_if<Fault>(&read))
        return refused(file->path + ":" + std::to_string(fault->line) + " " + fault->what);
    return Read{*file, std::get<YamlNode>(std::move(read))};
}

/// Where the job of a workflow stands that is shown so, or the one that calls its workflow.
struct FoundJob {
    std::size_t at = 0; // among the items of `jobs`: its value
    std::string inside; // its name in the workflow that it calls; empty: it is the job
};

/// Nothing where several may be meant; one that is named so by itself comes before those that a matrix may name so.
std::optional<FoundJob> findJob(const YamlNode& jobs, std::string_view shown)
{
    constexpr std::string_view kCalls = " / ";
    std::vector<FoundJob> named;
    std::vector<FoundJob> fit;
    for (std::size_t i = 0; jobs.kind == Kind::Map && i + 1 < jobs.items.size(); i += 2) {
        const YamlNode& job = jobs.items[i + 1];
        const std::string name = nameOf(job, jobs.items[i].text);
        const bool calls = !textAt(job, "uses").empty();
        if (!calls && name == shown)
            named.push_back({i + 1, {}});
        else if (!calls && isShownAs(name, shown))
            fit.push_back({i + 1, {}});
        for (std::size_t at = shown.find(kCalls); calls && at != std::string_view::npos;
             at = shown.find(kCalls, at + 1))
            if (isShownAs(name, shown.substr(0, at)))
                fit.push_back({i + 1, std::string(shown.substr(at + kCalls.size()))});
    }
    const std::vector<FoundJob>& found = named.empty() ? fit : named;
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

bool isSelfHosted(const YamlNode& job)
{
    const YamlNode* runner = valueAt(job, "runs-on");
    const auto isIt = [](const YamlNode& label) { return label.text == "self-hosted"; };
    return runner != nullptr && (isIt(*runner) || std::ranges::any_of(runner->items, isIt));
}

std::optional<Milliseconds> minutesAt(const YamlNode& map)
{
    const YamlNode* value = valueAt(map, kMinutes);
    return value != nullptr ? durationFrom(value->text + " minutes") : std::nullopt;
}

std::string shownStep(const YamlNode& step)
{
    const std::string run = textAt(step, "run");
    const std::string what = run.empty() ? textAt(step, "uses") : run.substr(0, run.find('\n'));
    return nameOf(step, "Run " + what);
}

/// The step of the job whose own limit it was.
Result<LimitPlace> stepOf(LimitPlace job, const PassedLimit& passed)
{
    const YamlNode& owner = ownerOf(job);
    const auto steps = indexAt(owner, "steps");
    std::vector<std::size_t> fit;
    for (std::size_t i = 0; steps && i < owner.items[*steps].items.size(); ++i) {
        const YamlNode& step = owner.items[*steps].items[i];
        if (valueAt(step, kMinutes) != nullptr && isShownAs(shownStep(step), passed.step))
            fit.push_back(i);
    }
    if (fit.size() != 1)
        return refused(job.file.path + ", " + job.name + " has no single step " + passed.step + " with "
                       + job.key.data());
    job.most = std::min(job.most, minutesAt(owner).value_or(job.most));
    job.name = "step " + passed.step + " of " + job.name;
    job.owner.insert(job.owner.end(), {*steps, fit.front()});
    return job;
}

Result<LimitPlace> findGitHub(std::span<const PipelineFile> files, const PassedLimit& passed)
{
    constexpr int kMostCalls = 10; // GitHub takes as many levels
    std::string path = files.front().path;
    std::string shown = passed.job;
    for (int level = 0; level <= kMostCalls; ++level) {
        auto read = readOf(files, path);
        if (!read)
            return read.error();
        const auto jobs = indexAt(read->tree, "jobs");
        const auto found = jobs ? findJob(read->tree.items[*jobs], shown) : std::nullopt;
        if (!found)
            return refused(path + " has no single job that is shown as " + passed.job);
        const YamlNode& job = read->tree.items[*jobs].items[found->at];
        if (found->inside.empty()) {
            const Milliseconds most = isSelfHosted(job) ? kMostOwn : kMostHosted;
            const std::string name = "job " + read->tree.items[*jobs].items[found->at - 1].text;
            LimitPlace place{std::move(read->file), std::move(read->tree), {*jobs, found->at}, name, kMinutes, most};
            return passed.step.empty() ? Result<LimitPlace>(std::move(place)) : stepOf(std::move(place), passed);
        }
        const std::string called = textAt(job, "uses");
        if (!called.starts_with("./"))
            return refused(passed.job + " is a job of " + called + ", which is another repository's");
        path = called.substr(2);
        shown = found->inside;
    }
    return refused(passed.job + " is called through too many workflows");
}

/// "test 1/3" and "test: [a, b]" are jobs of `test`.
std::string_view withoutMatrix(std::string_view job)
{
    if (const std::size_t list = job.find(": ["); list != std::string_view::npos && job.ends_with(']'))
        return job.substr(0, list);
    const std::size_t blank = job.rfind(' ');
    const std::string_view part = blank == std::string_view::npos ? std::string_view() : job.substr(blank + 1);
    const bool counts
        = part.find('/') != std::string_view::npos && part.find_first_not_of("0123456789/") == std::string_view::npos;
    return counts ? job.substr(0, blank) : job;
}

Result<LimitPlace> findGitLab(std::span<const PipelineFile> files, const PassedLimit& passed)
{
    for (const std::string_view name : {std::string_view(passed.job), withoutMatrix(passed.job)}) {
        for (const PipelineFile& file : files) {
            auto read = readOf(files, file.path);
            if (!read)
                return read.error();
            const auto at = indexAt(read->tree, name);
            if (at)
                return LimitPlace{std::move(read->file),
                                  std::move(read->tree),
                                  {*at},
                                  "job " + std::string(name),
                                  kTimeout,
                                  kMostGitLab};
        }
    }
    return refused(files.front().path + " has no job " + passed.job
                   + ", nor has a file of the repository that it includes");
}

} // namespace

Result<LimitPlace> findLimit(std::span<const PipelineFile> files, PipelineDialect dialect, const PassedLimit& passed)
{
    if (files.empty())
        return refused("the pipeline has no file in the repository");
    return dialect == PipelineDialect::GitHub ? findGitHub(files, passed) : findGitLab(files, passed);
}

const YamlNode* limitAt(const LimitPlace& place)
{
    return valueAt(ownerOf(place), place.key);
}

std::string spotOf(const LimitPlace& place)
{
    const YamlNode* value = limitAt(place);
    return place.file.path + ":" + std::to_string((value != nullptr ? *value : ownerOf(place)).line);
}

Result<RaisedLimit> replaceLimit(const LimitPlace& place, const std::string& value)
{
    const YamlNode& now = *limitAt(place);
    auto lines = linesOf(place.file.content);
    std::string& line = lines[static_cast<std::size_t>(now.line) - 1];
    const auto at = valuesIn(line, place.key, now.text);
    if (at.size() != 1)
        return refused(spotOf(place) + ": the time limit does not stand there by itself");
    line.replace(at.front(), now.text.size(), value);
    const std::string key(place.key);
    RaisedLimit raised{
        {place.file.path, joined(lines)}, now.line, place.name, key + ": " + now.text, key + ": " + value};
    YamlNode expected = place.tree;
    YamlNode& owner = ownerIn(expected, place);
    owner.items[*indexAt(owner, place.key)].text = value;
    return checked(expected, std::move(raised));
}

Result<RaisedLimit> insertLimit(const LimitPlace& place, const std::string& value)
{
    const YamlNode& job = ownerOf(place);
    if (job.kind != Kind::Map || job.items.empty())
        return refused(spotOf(place) + ": " + place.name + " has nothing of its own");
    auto lines = linesOf(place.file.content);
    const auto at = static_cast<std::size_t>(job.items.front().line) - 1;
    const std::string& first = lines[at];
    const std::string end = first.ends_with("\r\n") ? "\r\n" : "\n";
    const std::string indent = first.substr(0, first.find_first_not_of(' '));
    const std::string key(place.key);
    const std::string added = key + ": " + value;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), indent + added + end);
    YamlNode expected = place.tree;
    YamlNode& owner = ownerIn(expected, place);
    const auto node
        = [](const std::string& text) { return YamlNode{.kind = Kind::Text, .line = 1, .text = text, .items = {}}; };
    owner.items.insert(owner.items.begin(), {node(key), node(value)});
    return checked(expected, {{place.file.path, joined(lines)}, job.items.front().line, place.name, {}, added});
}

std::vector<std::string> calledWorkflows(std::string_view yaml)
{
    const auto read = readYaml(yaml, YamlDialect::Foreign);
    const auto* tree = std::get_if<YamlNode>(&read);
    const YamlNode* jobs = tree != nullptr ? valueAt(*tree, "jobs") : nullptr;
    std::vector<std::string> called;
    for (std::size_t i = 1; jobs != nullptr && i < jobs->items.size(); i += 2) {
        const std::string path = textAt(jobs->items[i], "uses");
        if (path.starts_with("./"))
            called.push_back(path.substr(2));
    }
    return called;
}

} // namespace signalbox::line
