// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/remoteline.h"
#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace signalbox::ctl {

namespace {

constexpr const char* kOpen = "open";
constexpr const char* kNever = "never";

std::string apiAsked(const host::Forge& forge, const RemoteChoice& choice)
{
    if (!choice.api.empty())
        return forge.apiOf(choice.api);
    const char* const given = std::getenv(forge.addressVariable);
    return given && *given ? forge.apiOf(given) : forge.publicApi;
}

/// "GH_TOKEN or GITHUB_TOKEN".
std::string usualVariables(const host::Forge& forge)
{
    std::string text;
    for (const std::string& name : forge.tokenVariables)
        text += (text.empty() ? "" : " or ") + name;
    return text;
}

/// Not every token has a character that a name cannot have.
bool isVariableName(const std::string& name)
{
    constexpr const char* kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    const bool startsWithDigit = !name.empty() && name.front() >= '0' && name.front() <= '9';
    return name.find_first_not_of(kAllowed) == std::string::npos && !startsWithDigit && withoutSecrets(name) == name;
}

/// A line that is there already stays as it is.
Exit keepRemoteLine(const host::RemoteLine& known, const RemoteChoice& choice)
{
    const host::Forge& forge = *host::forgeOf(known.provider); // without one, no line is taken
    const bool sameApi
        = known.provider == choice.provider && (choice.api.empty() || forge.apiOf(choice.api) == known.api);
    const bool sameToken = choice.token.empty() || choice.token == known.token;
    const bool sameIssues = choice.issues.empty() || (choice.issues == kOpen) == known.opensIssues;
    if (sameApi && sameToken && sameIssues)
        return Exit::Done;
    return fail(Exit::BadInput,
                known.repository + " is watched already, on " + known.api + " with the token in "
                    + (known.token.empty() ? usualVariables(forge) : known.token) + " and "
                    + (known.opensIssues ? "with" : "without") + " issues; to change that, repo remove it first");
}

} // namespace

Exit makeRemoteLine(host::Runtime& runtime, const std::string& repository, const RemoteChoice& choice)
{
    const auto workspace = runtime.workspace();
    if (const auto known = workspace->remotes.find(repository); known != workspace->remotes.end())
        return keepRemoteLine(known->second, choice);
    const host::Forge& forge = *host::forgeOf(choice.provider);
    if (!forge.isRepository(repository))
        return fail(Exit::BadInput,
                    "\"" + repository + "\" is no repository of " + forge.name + ": " + forge.repositoryForm);
    const std::string api = apiAsked(forge, choice);
    if (const std::string fault = net::apiFault(api, forge.exampleApi); !fault.empty())
        return fail(Exit::BadInput,
                    (choice.api.empty() ? std::string(forge.addressVariable) : "--api") + " " + api + " " + fault);
    if (!isVariableName(choice.token))
        return fail(Exit::BadInput,
                    "--token-variable takes the name of a variable, such as " + forge.tokenVariables.front()
                        + ", never the token itself");
    if (!choice.issues.empty() && choice.issues != kOpen && choice.issues != kNever)
        return fail(Exit::BadInput, "--issues is open or never, not \"" + choice.issues + "\"");
    const host::RemoteLine remote{.provider = forge.provider,
                                  .api = api,
                                  .repository = repository,
                                  .token = choice.token,
                                  .since = std::chrono::floor<std::chrono::seconds>(runtime.clock().now()),
                                  .opensIssues = choice.issues != kNever};
    if (const auto tried = runtime.remotes().tryOut(remote); !tried)
        return fail(Exit::OutsideFailed, tried.error().detail);
    if (const auto added = runtime.lines().addRemote(remote, choice.keep); !added)
        return fail(added.error());
    if (choice.keep == host::SharedWorkspace::Keep::Saved)
        runtime.note("line_added", repository, api);
    return Exit::Done;
}

Exit repoAdd(const Invocation& asked)
{
    const std::string& what = asked.arguments.front();
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const std::string provider
            = asked.value("--provider").value_or(net::isRepositoryName(what) ? "github" : "local");
        if (host::forgeOf(provider)) {
            const Exit made = makeRemoteLine(runtime, what,
                                             {.provider = provider,
                                              .api = asked.value("--api").value_or(""),
                                              .token = asked.value("--token-variable").value_or(""),
                                              .issues = asked.value("--issues").value_or("")});
            if (made == Exit::Done)
                printText(asked.json ? dumpJson({{"line", what}}) + "\n" : what + " is watched.\n");
            return made;
        }
        if (provider != "local")
            return fail(Exit::BadInput, "--provider " + provider + " is none: local, github or gitlab");
        for (const char* option : {"--api", "--token-variable", "--issues"}) {
            if (asked.has(option))
                return fail(Exit::BadInput,
                            std::string(option) + " is for a repository of GitHub or GitLab; " + what
                                + " is taken for a folder of this machine");
        }
        const auto line = runtime.lines().addLine(what);
        if (!line)
            return fail(line.error());
        runtime.note("line_added", *line, what);
        printText(asked.json ? dumpJson({{"line", *line}}) + "\n" : *line + " is watched.\n");
        return Exit::Done;
    });
}

Exit repoList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        Json json = Json::array();
        std::string text;
        const auto workspace = workplace.runtime().workspace();
        for (const auto& [name, folder] : workspace->lines) {
            json.push_back({{"line", name}, {"provider", "local"}, {"folder", folder.string()}});
            text += name + "\tlocal\t" + folder.string() + "\n";
        }
        for (const auto& [name, remote] : workspace->remotes) {
            json.push_back({{"line", name},
                            {"provider", remote.provider},
                            {"api", remote.api},
                            {"repository", remote.repository},
                            {"token_variable", remote.token.empty() ? Json() : Json(remote.token)},
                            {"issues", remote.opensIssues ? kOpen : kNever},
                            {"since", formatUtc(remote.since)}});
            text += name + "\t" + remote.provider + "\t" + remote.api + "\n";
        }
        if (asked.json)
            printJson(json);
        else
            printText(text.empty() ? "No repository is watched; signalboxctl repo add.\n" : text);
        return Exit::Done;
    });
}

Exit repoRemove(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const std::string& line = asked.arguments.front();
        if (const auto removed = workplace.runtime().lines().removeLine(line); !removed)
            return fail(removed.error());
        workplace.runtime().note("line_removed", line, line);
        printText(asked.json ? dumpJson({{"line", line}}) + "\n" : line + " is watched no longer; its runs stay.\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
