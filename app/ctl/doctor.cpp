// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/computercheck.h"
#include "core/host/connectiondesk.h"
#include "core/host/receptionsecrets.h"
#include "core/local/gitlabcilocal.h"
#include "core/store/outboxrepository.h"
#include "core/store/processowner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::ctl {

namespace {

using host::Finding;

constexpr int kFirstRefusal = 400; // of the statuses of HTTP

/// "1 job", "2 jobs".
std::string counted(std::size_t number, const char* what)
{
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

/// "1 message waits", "2 messages wait".
std::string waiting(const store::ReceiverStanding& standing)
{
    return counted(static_cast<std::size_t>(standing.waiting), "message")
        + (standing.waiting == 1 ? " waits" : " wait");
}

Finding line(host::Runtime& runtime, const std::string& name)
{
    Finding finding{.check = "line " + name, .ok = false, .needed = true, .detail = {}, .remedy = {}};
    const auto folder = runtime.lines().folderOf(name);
    const auto file = folder ? local::pipelineFileIn(*folder, {}) : Result<local::PipelineFile>(folder.error());
    finding.ok = static_cast<bool>(file);
    if (!file) {
        finding.detail = file.error().detail;
        finding.remedy = "mend the repository or its signalbox.yaml; signalboxctl policy check names every fault";
    } else if (file->jobs == 0) {
        const auto program = local::GitLabCiLocal::find();
        finding.ok = static_cast<bool>(program);
        finding.detail
            = program ? file->name + ", run by gitlab-ci-local " + program->version() : program.error().detail;
    } else {
        finding.detail = counted(file->jobs, "job") + " in " + file->name
            + (file->passesOverGitLab ? "; its .gitlab-ci.yml is passed over" : "");
    }
    return finding;
}

/// An error of a server says what to do about it.
Finding remoteLine(host::Runtime& runtime, const std::string& name, const host::RemoteLine& remote)
{
    const auto tried = runtime.remotes().trial(remote).newestRuns({});
    return {.check = "line " + name,
            .ok = static_cast<bool>(tried),
            .needed = true,
            .detail = tried ? "its runs on " + remote.api + " can be read" : tried.error().detail,
            .remedy = {}};
}

std::string listed(const std::vector<std::string>& names)
{
    std::string words;
    for (const std::string& name : names)
        words += (words.empty() ? "" : ", ") + name;
    return words;
}

/// Environments where Apps of others decide. What cannot be read is told of where rights are.
void addRules(host::Runtime& runtime, const std::string& name, std::vector<Finding>& findings)
{
    const auto rules = runtime.remotes().rulesOfOthers(name);
    if (!rules)
        return;
    for (const net::RulesThere& there : *rules)
        findings.push_back(
            {.check = "gate " + there.environment + " of line " + name,
             .ok = false,
             .needed = false,
             .detail = "deployments wait for protection rule " + listed(there.others) + ", which is not answered here",
             .remedy = "what waits is told of here, and decided on the page of its run; for an App of yours "
                       "set GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY_FILE"});
}

/// What will not work without it.
const char* lossOf(ci::Right right)
{
    switch (right) {
    case ci::Right::Reach:
    case ci::Right::SignIn:
    case ci::Right::ReadRuns: return "without it its lines are not watched";
    case ci::Right::ReadEnvironments: return "without it gates are not watched";
    case ci::Right::RerunJobs: return "without it failed jobs are not run again";
    case ci::Right::OpenChanges: return "without it no fix is offered as a change";
    case ci::Right::OpenIssues: return "without it no issue tells of what a person must mend";
    case ci::Right::ReviewDeployments: return "without it nothing is let through a gate from here";
    case ci::Right::ReadReasons: return "without it a job that its time limit ended is taken for cancelled";
    case ci::Right::ReadWebhooks: return "without it missed deliveries are found by polling";
    case ci::Right::Deliver:
    case ci::Right::Advise: break;
    }
    return "";
}

/// Of a trial that the server refused, and not for want of the right.
const char* meaningOf(const ci::TriedRight& right)
{
    if (right.status < kFirstRefusal)
        return "";
    if (right.right == ci::Right::Reach)
        return ": it answers, and more is not asked";
    if (right.right == ci::Right::ReadEnvironments)
        return ": there are none to read";
    return ": it may; the trial asks for what cannot be, so that nothing is changed, and that alone is refused";
}

Finding finding(const host::ConnectionView& connection, const ci::TriedRight& right)
{
    const bool works = right.state == ci::RightState::Works;
    const bool isUntried = right.state == ci::RightState::Untried;
    std::string detail = right.detail;
    if (works)
        detail = "HTTP " + std::to_string(right.status) + " in " + std::to_string(right.took.count()) + " ms"
            + meaningOf(right);
    else if (isUntried)
        detail = "not tried: it needs what does not work above";
    return {.check = "right " + std::string(ci::rightName(right.right)) + " of " + connection.address + " with "
                + connection.secret,
            .ok = works,
            .needed = right.right <= ci::Right::ReadRuns,
            .detail = detail,
            .remedy = works ? "" : lossOf(right.right)};
}

/// Each right of each server, tried once by a call that changes nothing.
void addRights(host::Runtime& runtime, std::vector<Finding>& findings)
{
    const host::ConnectionDesk desk(runtime);
    const auto connections = desk.all();
    if (!connections) // a store that cannot be read has been named
        return;
    for (const host::ConnectionView& connection : *connections) {
        if (connection.kind != host::ConnectionKind::Forge)
            continue;
        const auto tried = desk.test(
            connection.id, [&](const ci::TriedRight& right) { findings.push_back(finding(connection, right)); }, {});
        if (!tried)
            findings.push_back({.check = "rights of " + connection.address,
                                .ok = false,
                                .needed = true,
                                .detail = tried.error().detail,
                                .remedy = {}});
    }
}

/// Nothing is sent: signalboxctl notify test does.
Finding receiver(host::Runtime& runtime, const std::string& name, const store::ReceiverStanding& standing)
{
    Finding finding{.check = "receiver " + name, .ok = false, .needed = true, .detail = {}, .remedy = {}};
    const auto workspace = runtime.workspace();
    const auto known = workspace->receivers.find(name);
    if (known == workspace->receivers.end()) {
        finding.detail = "it was removed, and " + waiting(standing) + " for it";
        finding.remedy = "signalboxctl notify add " + name + " again, or notify remove " + name;
        return finding;
    }
    const bool isMail = known->second.way == notify::Way::Mail;
    auto good = runtime.courier().check(known->second);
    if (good && !isMail)
        good = runtime.courier().reach(known->second, {});
    finding.ok = good && standing.fault.empty();
    finding.detail = !good       ? good.error().detail
        : standing.fault.empty() ? (isMail ? "what it needs is set; " : "its server answers; ") + waiting(standing)
                                 : standing.fault + "; " + waiting(standing);
    if (!finding.ok)
        finding.remedy = good ? "signalboxctl notify test " + name + " tries it now" : "";
    return finding;
}

/// One that cannot be read keeps serve from beginning; where none is set, its server cannot deliver here.
void addWebhooks(const host::Workspace& workspace, std::vector<Finding>& findings)
{
    const auto isUsed = [&workspace](std::string_view provider) {
        return std::ranges::any_of(workspace.remotes,
                                   [provider](const auto& entry) { return entry.second.provider == provider; });
    };
    const auto secrets = host::ReceptionSecrets::find();
    if (!secrets) {
        findings.push_back({.check = "secrets of webhooks",
                            .ok = false,
                            .needed = true,
                            .detail = secrets.error().detail,
                            .remedy = "signalboxctl serve does not begin without it"});
        return;
    }
    for (const auto& [provider, name, secret] :
         {std::tuple("github", host::ReceptionSecrets::kGitHub, &secrets->github),
          std::tuple("gitlab", host::ReceptionSecrets::kGitLab, &secrets->gitlab)}) {
        if (!isUsed(provider))
            continue;
        const bool isSet = !secret->value.empty();
        findings.push_back({.check = std::string("secret of webhooks ") + name,
                            .ok = isSet,
                            .needed = false,
                            .detail = isSet ? "it is set" : "it is not set; runs are polled alone",
                            .remedy = {}});
    }
}

/// It is asked for a word, within the month's money.
Finding adviser(host::Runtime& runtime, const model::Settings& settings)
{
    const auto tried = runtime.adviser().tryOut(settings, {});
    return {.check = "model " + settings.name,
            .ok = static_cast<bool>(tried),
            .needed = false,
            .detail = tried ? settings.name + " answers" : tried.error().detail,
            .remedy = tried ? "" : "without it rules go on alone; signalboxctl model test tries it now"};
}

/// Those of the workspace, and those for which something waits.
Result<std::map<std::string, store::ReceiverStanding>> receivers(host::Runtime& runtime)
{
    const auto standings = store::OutboxRepository(runtime.database(), store::thisProcess()).standings();
    if (!standings)
        return standings.error();
    std::map<std::string, store::ReceiverStanding> all;
    const auto workspace = runtime.workspace();
    for (const auto& [name, how] : workspace->receivers)
        all.try_emplace(name);
    for (const store::ReceiverStanding& standing : *standings) {
        if (standing.waiting > 0 || all.contains(standing.name))
            all[standing.name] = standing;
    }
    return all;
}

std::vector<Finding> examine(host::Runtime& runtime)
{
    std::vector<Finding> findings;
    const auto workspace = runtime.workspace();
    const auto whole = runtime.database().check();
    findings.push_back({.check = "store",
                        .ok = static_cast<bool>(whole),
                        .needed = true,
                        .detail = whole ? workspace->store.string() + " is whole" : whole.error().detail,
                        .remedy = whole ? "" : "restore a backup; those of migrations stand beside the store"});
    for (Finding& finding : host::checkComputer(workspace->store.parent_path()))
        findings.push_back(std::move(finding));
    for (const auto& [name, folder] : workspace->lines)
        findings.push_back(line(runtime, name));
    for (const auto& [name, remote] : workspace->remotes) {
        findings.push_back(remoteLine(runtime, name, remote));
        addRules(runtime, name, findings);
    }
    addRights(runtime, findings);
    addWebhooks(*workspace, findings);
    if (!workspace->model.name.empty())
        findings.push_back(adviser(runtime, workspace->model));
    if (const auto told = receivers(runtime)) { // a store that cannot be read has been named
        for (const auto& [name, standing] : *told)
            findings.push_back(receiver(runtime, name, standing));
    }
    return findings;
}

Exit tell(const Invocation& asked, const std::vector<Finding>& findings)
{
    Json json = Json::array();
    for (const Finding& finding : findings) {
        if (!asked.json)
            printText((finding.ok           ? "ok\t"
                           : finding.needed ? "FAILED\t"
                                            : "limited\t")
                      + finding.check + "\t" + finding.detail + (finding.remedy.empty() ? "" : "\t" + finding.remedy)
                      + "\n");
        json.push_back({{"check", finding.check},
                        {"ok", finding.ok},
                        {"needed", finding.needed},
                        {"detail", finding.detail},
                        {"remedy", finding.remedy.empty() ? Json() : Json(finding.remedy)}});
    }
    const bool good = std::ranges::all_of(findings, [](const Finding& f) { return f.ok || !f.needed; });
    if (asked.json)
        printJson({{"ok", good}, {"checks", json}});
    return good ? Exit::Done : Exit::Negative;
}

} // namespace

/// Before there is a store, what it will need is looked at, and none is made.
Exit doctor(const Invocation& asked)
{
    const auto workspace = host::Workspace::load(asked.store);
    std::error_code error;
    if (workspace && !std::filesystem::exists(workspace->store, error) && !error) {
        std::vector<Finding> findings{{.check = "store",
                                       .ok = false,
                                       .needed = false,
                                       .detail = "there is none at " + workspace->store.string() + " yet",
                                       .remedy = "signalboxctl demo, heal or serve makes one"}};
        std::filesystem::path folder = workspace->store.parent_path();
        while (!std::filesystem::exists(folder, error) && folder.has_relative_path())
            folder = folder.parent_path(); // it will be made there
        for (Finding& finding : host::checkComputer(folder))
            findings.push_back(std::move(finding));
        return tell(asked, findings);
    }
    return withWorkplace(asked, [&](Workplace& workplace) { return tell(asked, examine(workplace.runtime())); });
}

} // namespace signalbox::ctl
