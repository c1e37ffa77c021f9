// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/gitlabjobs.h"

#include "core/base/json.h"
#include "core/base/redaction.h"
#include "core/line/gitlabduration.h"
#include "core/line/joborder.h"
#include "core/line/yamltree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace signalbox::line {

namespace {

using Kind = YamlNode::Kind;

constexpr std::size_t kMaxJobs = 256;
constexpr std::size_t kMaxNameBytes = 120; // of what becomes a file's name in base64
constexpr Milliseconds kUsualTimeLimit{3'600'000}; // of GitLab
constexpr const char* kLeaveOut = R"(; leave it out here by a rule: if '$GITLAB_CI == "false"', when: never)";

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

std::string textAt(const YamlNode& map, std::string_view key)
{
    const YamlNode* value = valueAt(map, key);
    return value != nullptr ? value->text : std::string();
}

/// Of an environment or an image, which are a name or a map with one.
std::string nameOf(const YamlNode& job, std::string_view key)
{
    const YamlNode* value = valueAt(job, key);
    if (value == nullptr)
        return {};
    return value->kind == Kind::Map ? textAt(*value, "name") : value->text;
}

bool isLongList(const YamlNode* value)
{
    return value != nullptr && value->kind == Kind::List && !value->items.empty();
}

struct Listed {
    JobSpec spec;
    const Json* json = nullptr;
    const YamlNode* data = nullptr; // of the expanded file
    std::string base; // its name in the file: several jobs of a matrix share it
    std::size_t stage = 0;
    bool holdsUp = false; // a manual job that later stages wait for
};

class Reader {
public:
    Reader(const YamlNode& expanded, const YamlNode* file) : m_expanded(expanded), m_file(file) { }

    std::variant<std::vector<JobSpec>, Fault> read(const Json& list)
    {
        if (list.size() > kMaxJobs)
            return Fault{0, joined({"has more than ", std::to_string(kMaxJobs), " jobs"})};
        for (const Json& json : list) {
            if (const auto fault = add(json))
                return *fault;
        }
        for (Listed& job : m_jobs) {
            if (const auto fault = readNeeds(job))
                return *fault;
            keepDependencies(job);
        }
        return ordered();
    }

private:
    Fault faultOf(const Listed& job, std::initializer_list<std::string_view> what) const
    {
        return {m_file != nullptr ? lineOfKey(*m_file, job.base) : 0,
                joined({"job ", job.spec.name, " ", joined(what)})};
    }

    std::optional<Fault> add(const Json& json)
    {
        Listed job;
        job.json = &json;
        job.spec.name = fieldOr<std::string>(json, "name", "");
        if (const auto fault = nameFault(job.spec.name))
            return fault;
        const auto when = fieldOr<std::string>(json, "when", "");
        if (when == "never")
            return std::nullopt;
        if (const auto fault = findData(job))
            return fault;
        const YamlNode* stages = valueAt(m_expanded, "stages");
        const auto stage = fieldOr<std::string>(json, "stage", "");
        for (const YamlNode& item : stages != nullptr ? stages->items : std::vector<YamlNode>()) {
            if (item.text == stage)
                break;
            ++job.stage;
        }
        fill(job, when);
        if (const auto fault = job.spec.gitlab->begins == Begins::NotByItself ? std::nullopt : beyondUs(job))
            return fault;
        m_jobs.push_back(std::move(job));
        return std::nullopt;
    }

    std::optional<Fault> nameFault(const std::string& name) const
    {
        if (name.empty() || name.size() > kMaxNameBytes)
            return Fault{0,
                         joined({"a job's name has 1 to ", std::to_string(kMaxNameBytes), " bytes, not ",
                                 std::to_string(name.size())})};
        if (neutralise(name) != name)
            return Fault{0, joined({"the name of job ", neutralise(name), " has characters that are not shown"})};
        if (std::ranges::find(m_jobs, name, [](const Listed& job) { return job.spec.name; }) != m_jobs.end())
            return Fault{0, joined({"two jobs are called ", name})};
        return std::nullopt;
    }

    std::optional<Fault> findData(Listed& job) const
    {
        job.base = job.spec.name;
        job.data = valueAt(m_expanded, job.base);
        if (const auto matrix = job.base.rfind(": ["); job.data == nullptr && matrix != std::string::npos) {
            job.base.resize(matrix);
            job.data = valueAt(m_expanded, job.base);
        }
        return job.data != nullptr ? std::nullopt
                                   : std::optional(faultOf(job, {"is listed, but does not stand there"}));
    }

    static void fill(Listed& job, const std::string& when)
    {
        GitLabJob gitlab;
        if (when == "manual" || when == "on_failure") // gitlab-ci-local starts none of the latter alone
            gitlab.begins = Begins::NotByItself;
        else if (when == "always")
            gitlab.begins = Begins::Always;
        gitlab.mayFail = fieldOr<bool>(*job.json, "allow_failure", false);
        gitlab.image = nameOf(*job.data, "image");
        const YamlNode* environment = valueAt(*job.data, "environment");
        const std::string action = environment != nullptr ? textAt(*environment, "action") : "";
        if (action != "prepare" && action != "verify" && action != "access")
            gitlab.deploysTo = nameOf(*job.data, "environment");
        const bool saysNo = textAt(*job.data, "allow_failure") == "false";
        job.holdsUp = when == "manual" && !gitlab.mayFail && (saysNo || job.json->contains("rules"));
        job.spec.gitlab = std::move(gitlab);
        job.spec.timeLimit = durationFrom(textAt(*job.data, "timeout")).value_or(kUsualTimeLimit);
        const YamlNode* caches = valueAt(*job.data, "cache");
        for (const YamlNode& cache : caches != nullptr ? caches->items : std::vector<YamlNode>())
            addCache(job, valueAt(cache, "paths"));
    }

    /// What names a folder or file as it is; a pattern or a variable is passed over.
    static void addCache(Listed& job, const YamlNode* paths)
    {
        for (const YamlNode& item : paths != nullptr ? paths->items : std::vector<YamlNode>()) {
            std::string_view path = item.text;
            path.remove_prefix(path.starts_with("./") ? 2 : 0);
            while (path.ends_with('/'))
                path.remove_suffix(1);
            const bool isPlain = !path.empty() && path.find_first_of("*?[$") == std::string_view::npos;
            if (isPlain && !path.starts_with(kGitLabStateFolder) && cachePathFault(path).empty()
                && std::ranges::find(job.spec.cache, path) == job.spec.cache.end())
                job.spec.cache.emplace_back(path);
        }
    }

    std::optional<Fault> beyondUs(const Listed& job) const
    {
        if (const YamlNode* services = valueAt(*job.data, "services"); isLongList(services)) {
            const YamlNode& first = services->items.front();
            const std::string name = first.kind == Kind::Map ? textAt(first, "name") : first.text;
            return faultOf(
                job, {"wants services (", neutralise(name), "), for which a local run has no containers", kLeaveOut});
        }
        if (valueAt(*job.data, "trigger") != nullptr)
            return faultOf(job, {"triggers another pipeline, which a local run cannot", kLeaveOut});
        const YamlNode* needs = valueAt(*job.data, "needs");
        for (const YamlNode& need : needs != nullptr ? needs->items : std::vector<YamlNode>()) {
            if (valueAt(need, "project") != nullptr || valueAt(need, "pipeline") != nullptr)
                return faultOf(job, {"needs what another pipeline made, which a local run has not", kLeaveOut});
        }
        return std::nullopt;
    }

    std::optional<Fault> readNeeds(Listed& job)
    {
        const auto needs = field<Json>(*job.json, "needs");
        if (!needs || !needs->is_array()) {
            addStages(job);
            return std::nullopt;
        }
        for (const Json& need : *needs) {
            if (const auto fault = addNeed(job, need))
                return fault;
        }
        return std::nullopt;
    }

    std::optional<Fault> addNeed(Listed& job, const Json& need)
    {
        const auto name = fieldOr<std::string>(need, "job", "");
        bool isThere = false;
        for (const Listed& other : m_jobs) {
            if (other.base != name && other.spec.name != name)
                continue;
            isThere = true;
            if (std::ranges::find(job.spec.needs, other.spec.name) == job.spec.needs.end())
                job.spec.needs.push_back(other.spec.name);
            if (fieldOr<bool>(need, "artifacts", true))
                job.spec.gitlab->artifactsOf.push_back(other.spec.name);
        }
        if (isThere || fieldOr<bool>(need, "optional", false))
            return std::nullopt;
        return faultOf(job, {"needs ", neutralise(name), ", which is not in this pipeline; mark the need optional"});
    }

    void addStages(Listed& job) const
    {
        for (const Listed& other : m_jobs) {
            const bool counts = other.spec.gitlab->begins != Begins::NotByItself || other.holdsUp;
            if (counts && other.stage < job.stage)
                job.spec.needs.push_back(other.spec.name);
            if (other.stage < job.stage)
                job.spec.gitlab->artifactsOf.push_back(other.spec.name);
        }
    }

    /// Of the jobs whose artifacts it would get, those that "dependencies" names.
    static void keepDependencies(Listed& job)
    {
        const YamlNode* named = valueAt(*job.data, "dependencies");
        if (named == nullptr || named->kind != Kind::List)
            return;
        std::erase_if(job.spec.gitlab->artifactsOf, [named](const std::string& name) {
            return std::ranges::none_of(named->items, [&name](const YamlNode& item) {
                return name == item.text || name.starts_with(joined({item.text, ": ["}));
            });
        });
    }

    std::variant<std::vector<JobSpec>, Fault> ordered()
    {
        std::vector<JobSpec> jobs;
        for (Listed& job : m_jobs)
            jobs.push_back(std::move(job.spec));
        const auto cycle = orderByNeeds(jobs);
        if (!cycle.empty())
            return Fault{0, joined({"jobs need each other in a cycle, ", cycle.front(), " first"})};
        const auto begins = [](const JobSpec& job) { return job.gitlab->begins != Begins::NotByItself; };
        if (std::ranges::none_of(jobs, begins))
            return Fault{0, "has no job that begins by itself on this branch"};
        leaveOutWhatOthersWaitFor(jobs);
        return jobs;
    }

    /// A need is not told again where another need waits for it and does not run without it.
    static void leaveOutWhatOthersWaitFor(std::vector<JobSpec>& jobs)
    {
        std::map<std::string, std::set<std::string>> before; // of jobs that run after success alone
        for (JobSpec& job : jobs) {
            std::set<std::string> others;
            for (const std::string& need : job.needs)
                others.insert(before[need].begin(), before[need].end());
            std::set<std::string> all = others;
            all.insert(job.needs.begin(), job.needs.end());
            if (job.gitlab->begins == Begins::AfterSuccess) {
                before[job.name] = std::move(all);
                std::erase_if(job.needs, [&](const std::string& need) { return others.contains(need); });
            }
        }
    }

    const YamlNode& m_expanded;
    const YamlNode* m_file;
    std::vector<Listed> m_jobs;
};

Fault notFetched(const YamlNode& place, const std::string& what)
{
    return {place.line,
            joined({"includes ", neutralise(what),
                    " from elsewhere, which a local run does not fetch; copy it into the repository and include it "
                    "with \"local\""})};
}

/// Adds a file, or says that it is not here.
std::optional<Fault> addInclude(const YamlNode& include, std::vector<std::string>& files)
{
    const bool isMap = include.kind == Kind::Map;
    for (const char* key : {"remote", "project", "template", "component"}) {
        if (isMap && valueAt(include, key) != nullptr)
            return notFetched(include, textAt(include, key));
    }
    std::string path = isMap ? textAt(include, "local") : include.text;
    if (path.starts_with("http:") || path.starts_with("https:"))
        return notFetched(include, path);
    path.erase(0, path.find_first_not_of('/'));
    if (!path.empty() && path.find_first_of("*$") == std::string::npos)
        files.push_back(std::move(path));
    return std::nullopt;
}

} // namespace

std::variant<std::vector<JobSpec>, Fault> readGitLabJobs(const GitLabTexts& texts)
{
    const auto begin = std::min(texts.list.find("[\n"), texts.list.find("[]"));
    const auto list = parseJson(texts.list.substr(std::min(begin, texts.list.size())));
    if (!list || !list->is_array())
        return Fault{0, "gitlab-ci-local did not list the jobs as it should"};
    const auto expanded = readYaml(texts.expanded, YamlDialect::Foreign);
    if (const auto* fault = std::get_if<Fault>(&expanded))
        return Fault{0, joined({"with all that it includes ", fault->what})};
    const auto file = readYaml(texts.file, YamlDialect::Foreign);
    return Reader(std::get<YamlNode>(expanded), std::get_if<YamlNode>(&file)).read(*list);
}

std::variant<std::vector<std::string>, Fault> localIncludes(std::string_view yaml)
{
    std::vector<std::string> files;
    if (auto excess = yamlExcess(yaml)) // gitlab-ci-local would write it out
        return *std::move(excess);
    const auto tree = readYaml(yaml, YamlDialect::Foreign);
    const auto* root = std::get_if<YamlNode>(&tree);
    const YamlNode* include = root != nullptr ? valueAt(*root, "include") : nullptr;
    if (include == nullptr)
        return files;
    const bool isOne = include->kind != Kind::List;
    for (const YamlNode& item : isOne ? std::vector<YamlNode>{*include} : include->items) {
        if (const auto fault = addInclude(item, files))
            return *fault;
    }
    return files;
}

std::string gitlabFolderName(std::string_view job)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const auto isPlain = [&](char c) { return kDigits.find(c) != std::string_view::npos; };
    std::string name;
    for (std::size_t at = 0; at < job.size();) {
        std::uint32_t bits = 0;
        int held = 0; // bits that are not written yet
        for (; at < job.size() && !isPlain(job[at]); ++at) {
            bits = (bits << 8U) | static_cast<unsigned char>(job[at]);
            for (held += 8; held >= 6; held -= 6)
                name += kDigits[(bits >> static_cast<unsigned>(held - 6)) & 63U];
        }
        if (held > 0)
            name += kDigits[(bits << static_cast<unsigned>(6 - held)) & 63U];
        for (; at < job.size() && isPlain(job[at]); ++at)
            name += job[at];
    }
    return name;
}

} // namespace signalbox::line
