// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/linefile.h"

#include "core/line/fieldreader.h"
#include "core/line/joborder.h"
#include "core/line/linekeys.h"
#include "core/line/policyreader.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace signalbox::line {

namespace {

constexpr std::size_t kMaxJobs = 256;
constexpr std::size_t kMaxNameBytes = 64;
constexpr Range kTimeout{.low = 0, .high = 604'800, .above = true}; // a week

Milliseconds fromSeconds(double seconds)
{
    return Milliseconds(std::llround(std::ceil(seconds * 1000)));
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Job names become file names.
bool isJobName(std::string_view name)
{
    const auto allowed = [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-'; };
    return !name.empty() && name.size() <= kMaxNameBytes && name.front() != '.' && name.front() != '-'
        && std::ranges::all_of(name, allowed);
}

bool isVariableName(std::string_view name)
{
    const auto allowed = [](char c) { return isLetter(c) || isDigit(c) || c == '_'; };
    return !name.empty() && !isDigit(name.front()) && std::ranges::all_of(name, allowed);
}

bool hasPart(std::string_view path, std::string_view part)
{
    const std::string framed = "/" + std::string(path) + "/";
    return framed.find("/" + std::string(part) + "/") != std::string::npos;
}

class LineFileReader {
public:
    std::variant<LineFile, std::vector<Fault>> read(const YamlNode& root)
    {
        const Field whole{"", root.line, &root};
        const auto keys = m_reader.entries(whole, kFileKeys);
        if (root.kind == YamlNode::Kind::Map && root.items.empty())
            m_reader.fault(whole, "holds no key: \"jobs\" or \"policy\" is needed");
        for (const Field& key : keys) {
            if (key.path == "version")
                readVersion(key);
            else if (key.path == "jobs")
                readJobs(key);
            else
                m_file.policy = readPolicy(m_reader, key);
        }
        checkNeeds();
        auto faults = m_reader.takeFaults();
        if (!faults.empty())
            return faults;
        return std::move(m_file);
    }

private:
    void readVersion(const Field& key)
    {
        if (key.value->kind != YamlNode::Kind::Number || key.value->text != "1")
            m_reader.fault(key, "must be 1, the only version there is");
    }

    void readJobs(const Field& jobs)
    {
        const auto entries = m_reader.entries(jobs);
        if (entries.empty() && jobs.value->kind == YamlNode::Kind::Map)
            m_reader.fault(jobs, "must hold a job");
        if (entries.size() > kMaxJobs)
            return m_reader.fault(jobs, "must hold at most " + std::to_string(kMaxJobs) + " jobs");
        for (const Field& entry : entries) {
            JobSpec job;
            job.name = keyOf(jobs, entry);
            m_names.insert(job.name);
            if (!isJobName(job.name))
                m_reader.fault(entry,
                               "a job's name has 1 to 64 of A-Z a-z 0-9 _ . - and begins with a letter, a digit "
                               "or _");
            readJob(entry, job);
            m_file.jobs.push_back(std::move(job));
        }
    }

    void readJob(const Field& entry, JobSpec& job)
    {
        const auto keys = m_reader.entries(entry, kJobKeys);
        if (entry.value->kind != YamlNode::Kind::Map)
            return;
        const std::string prefix = entry.path + ".";
        if (std::ranges::find(keys, prefix + "script", &Field::path) == keys.end())
            m_reader.fault(entry, "\"script\" is missing");
        for (const Field& key : keys) {
            const std::string name = keyOf(entry, key);
            if (name == "script")
                readScript(key, job);
            else if (name == "needs")
                readNeeds(key, job);
            else if (name == "timeout_s")
                job.timeLimit = fromSeconds(m_reader.number(key, kTimeout).value_or(0));
            else if (name == "cache")
                readCache(key, job);
            else
                readEnvironment(key, job);
        }
    }

    void readScript(const Field& key, JobSpec& job)
    {
        job.script = m_reader.texts(key);
        if (key.value->kind == YamlNode::Kind::List && key.value->items.empty())
            m_reader.fault(key, "must hold a command");
    }

    void readNeeds(const Field& key, JobSpec& job)
    {
        for (const Field& item : m_reader.items(key)) {
            auto need = m_reader.text(item);
            if (!need)
                continue;
            if (std::ranges::find(job.needs, *need) != job.needs.end()) {
                m_reader.fault(item, "\"" + *need + "\" stands here twice");
                continue;
            }
            m_needs.push_back({job.name, *need, item});
            job.needs.push_back(*std::move(need));
        }
    }

    void readCache(const Field& key, JobSpec& job)
    {
        for (const Field& item : m_reader.items(key)) {
            auto path = m_reader.text(item);
            if (!path)
                continue;
            const std::string wrong = cachePathFault(*path);
            if (!wrong.empty())
                m_reader.fault(item, wrong + ": \"" + *path + "\"");
            else if (std::ranges::find(job.cache, *path) != job.cache.end())
                m_reader.fault(item, "\"" + *path + "\" stands here twice");
            job.cache.push_back(*std::move(path));
        }
    }

    void readEnvironment(const Field& key, JobSpec& job)
    {
        for (const Field& entry : m_reader.entries(key)) {
            const std::string name = keyOf(key, entry);
            const auto kind = entry.value->kind;
            if (!isVariableName(name))
                m_reader.fault(entry, "a variable's name has A-Z a-z 0-9 _ and does not begin with a digit");
            else if (name.starts_with("SIGNALBOX_"))
                m_reader.fault(entry, "names that begin with SIGNALBOX_ are set by Signalbox");
            else if (kind == YamlNode::Kind::Text || kind == YamlNode::Kind::Number)
                job.environment[name] = entry.value->text;
            else
                m_reader.text(entry); // notes the fault
        }
    }

    void checkNeeds()
    {
        for (const Need& need : m_needs) {
            if (!m_names.contains(need.on)) {
                const std::vector<std::string_view> known(m_names.begin(), m_names.end());
                m_reader.fault(need.place, "there is no job \"" + need.on + "\"" + suggestion(need.on, known));
            }
        }
        const auto cycle = orderByNeeds(m_file.jobs);
        if (cycle.empty())
            return;
        std::string path;
        for (const std::string& name : cycle)
            path += (path.empty() ? "" : " -> ") + name;
        const auto first = std::ranges::find_if(
            m_needs, [&](const Need& need) { return need.job == cycle[0] && need.on == cycle[1]; });
        if (first != m_needs.end())
            m_reader.fault(first->place, "jobs need each other in a cycle: " + path);
    }

    struct Need {
        std::string job;
        std::string on;
        Field place;
    };

    FieldReader m_reader;
    LineFile m_file;
    std::set<std::string> m_names;
    std::vector<Need> m_needs;
};

} // namespace

std::string cachePathFault(std::string_view path)
{
    if (path.starts_with('/') || path.starts_with('~'))
        return "must be a path inside the checkout, is absolute";
    if (hasPart(path, ".."))
        return "must be a path inside the checkout, leaves it by \"..\"";
    if (hasPart(path, ".") || hasPart(path, ".git") || path.find("//") != std::string_view::npos || path.ends_with('/')
        || path.size() > 200)
        return "must name a folder or file inside the checkout, as in \"build/cache\"";
    return {};
}

std::variant<LineFile, std::vector<Fault>> readLineFile(std::string_view yaml)
{
    auto tree = readYaml(yaml);
    if (auto* fault = std::get_if<Fault>(&tree))
        return std::vector<Fault>{*fault};
    return LineFileReader().read(std::get<YamlNode>(tree));
}

} // namespace signalbox::line
