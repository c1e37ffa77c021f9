// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/remoteline.h"
#include "core/host/apptokens.h"
#include "core/host/repositoryaddress.h"
#include "core/host/repositorydesk.h"
#include "core/host/secrets.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

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

/// A line that is there already stays as it is, but that it may be watched only from now on.
Exit keepRemoteLine(host::Runtime& runtime, const host::RemoteLine& known, const RemoteChoice& choice)
{
    const host::Forge& forge = *host::forgeOf(known.provider); // without one, no line is taken
    const bool sameApi
        = known.provider == choice.provider && (choice.api.empty() || forge.apiOf(choice.api) == known.api);
    const bool sameToken = choice.token.empty() || choice.token == known.token;
    const bool sameIssues = choice.issues.empty() || (choice.issues == kOpen) == known.opensIssues;
    if (sameApi && sameToken && sameIssues && choice.heals)
        return Exit::Done;
    if (sameApi && sameToken && sameIssues) {
        const auto changed = host::RepositoryDesk(runtime).setHealing(known.repository, false);
        return changed ? Exit::Done : fail(changed.error());
    }
    return fail(Exit::BadInput,
                known.repository + " is watched already, on " + known.api + " with the token in "
                    + (known.token.empty() ? usualVariables(forge) : known.token) + " and "
                    + (known.opensIssues ? "with" : "without") + " issues; to change that, repo remove it first");
}

} // namespace

Exit makeRemoteLine(Workplace& workplace, const std::string& repository, const RemoteChoice& choice)
{
    host::Runtime& runtime = workplace.runtime();
    const auto workspace = runtime.workspace();
    if (const auto known = workspace->remotes.find(repository); known != workspace->remotes.end())
        return keepRemoteLine(runtime, known->second, choice);
    const host::Forge& forge = *host::forgeOf(choice.provider);
    if (!forge.isRepository(repository))
        return fail(Exit::BadInput,
                    "\"" + repository + "\" is no repository of " + forge.name + ": " + forge.repositoryForm);
    const std::string api = apiAsked(forge, choice);
    if (const std::string fault = net::apiFault(api, forge.exampleApi); !fault.empty())
        return fail(Exit::BadInput,
                    (choice.api.empty() ? std::string(forge.addressVariable) : "--api") + " " + api + " " + fault);
    if (!host::isSecretName(choice.token))
        return fail(Exit::BadInput,
                    "--token-variable takes the name of a variable, such as " + forge.tokenVariables.front()
                        + ", never the token itself");
    const bool isOfApp = !forge.isGitLab && choice.token.empty() && host::AppTokens::areWanted();
    if (const auto app = isOfApp ? host::AppTokens::checkApp() : Result<void>(); !app)
        return fail(app.error());
    if (!choice.issues.empty() && choice.issues != kOpen && choice.issues != kNever)
        return fail(Exit::BadInput, "--issues is open or never, not \"" + choice.issues + "\"");
    const host::RemoteLine remote{.provider = forge.provider,
                                  .api = api,
                                  .repository = repository,
                                  .token = choice.token,
                                  .since = std::chrono::floor<std::chrono::seconds>(runtime.clock().now()),
                                  .opensIssues = choice.issues != kNever,
                                  .heals = choice.heals};
    Result<void> tried;
    workplace.doUnlessInterrupted(
        [&](std::stop_token stop) { tried = runtime.remotes().trial(remote).newestRuns(stop); });
    if (!tried)
        return fail(tried.error().code == ErrorCode::Cancelled ? Exit::Interrupted : Exit::OutsideFailed,
                    tried.error().detail);
    const auto taken = host::RepositoryDesk(runtime).take(remote, choice.keep);
    return taken ? Exit::Done : fail(taken.error());
}

namespace {

struct Place {
    std::string provider;
    std::string repository; // or the folder
    std::string api; // empty: the environment's, or the public one
};

/// The address of a page tells where it is.
Result<Place> placeOf(const Invocation& asked)
{
    const std::string& what = asked.arguments.front();
    const std::string chosen = asked.value("--provider").value_or("");
    const std::string api = asked.value("--api").value_or("");
    const auto address
        = chosen == "local" ? std::optional<host::RepositoryAddress>() : host::repositoryAddress(what, chosen);
    if (!address)
        return Place{!chosen.empty() ? chosen : net::isRepositoryName(what) ? "github" : "local", what, api};
    const std::string provider = address->provider.empty() ? chosen : address->provider;
    const host::Forge* const forge = host::forgeOf(provider);
    if (provider.empty())
        return Error{ErrorCode::InvalidInput,
                     what + " does not tell whether it is of GitHub or of GitLab; say --provider github or gitlab"};
    if (forge && !chosen.empty() && chosen != provider)
        return Error{ErrorCode::InvalidInput,
                     what + " is of " + forge->name + ", and --provider says " + chosen + "; leave that out"};
    if (forge && address->repository.empty())
        return Error{ErrorCode::InvalidInput, what + " names no repository: " + forge->repositoryForm};
    if (!forge || !api.empty())
        return Place{provider, address->repository, api};
    return Place{provider, address->repository, host::apiAt(*forge, address->server)};
}

/// A name that could be either goes to GitHub, whatever folders there are where a script happens to run.
void tellOfFolder(const Invocation& asked, const std::string& provider)
{
    const std::string& what = asked.arguments.front();
    std::error_code error;
    if (provider != "local" && !asked.has("--provider") && std::filesystem::is_directory(what, error))
        printDiagnostic("signalboxctl: " + what + " is taken for a repository of GitHub; for the folder of that name"
                        + " here, say ./" + what);
}

Exit repoAdd(const Invocation& asked)
{
    const auto place = placeOf(asked);
    if (!place)
        return fail(place.error());
    const std::string& provider = place->provider;
    const std::string& what = place->repository;
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        tellOfFolder(asked, provider);
        if (host::forgeOf(provider)) {
            const Exit made = makeRemoteLine(workplace, what,
                                             {.provider = provider,
                                              .api = place->api,
                                              .token = asked.value("--token-variable").value_or(""),
                                              .issues = asked.value("--issues").value_or(""),
                                              .heals = !asked.has("--watch-only")});
            if (made == Exit::Done)
                printText(asked.json ? dumpJson({{"line", what}}) + "\n" : what + " is watched.\n");
            return made;
        }
        if (provider != "local")
            return fail(Exit::BadInput, "--provider " + provider + " is none: local, github or gitlab");
        for (const char* option : {"--api", "--token-variable", "--issues", "--watch-only"}) {
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
                            {"since", formatUtc(remote.since)},
                            {"heals", remote.heals}});
            text += name + "\t" + remote.provider + "\t" + remote.api + (remote.heals ? "" : "\twatched only") + "\n";
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
        if (const auto removed = host::RepositoryDesk(workplace.runtime()).removeLine(line); !removed)
            return fail(removed.error());
        printText(asked.json ? dumpJson({{"line", line}}) + "\n" : line + " is watched no longer; its runs stay.\n");
        return Exit::Done;
    });
}

} // namespace

const std::vector<Command>& repoCommands()
{
    static const std::vector<Command> all{
        {.name = "repo add",
         .synopsis = "R [--provider local|github|gitlab] [--api URL] [--token-variable NAME] [--issues open|never] "
                     "[--watch-only]",
         .summary = "watches a repository: a folder, or OWNER/NAME on GitHub or GitLab, or the address of its page",
         .options
         = {{"--provider", "NAME", "the CI system; github for OWNER/NAME, else local: ./OWNER/NAME is a folder"},
            {"--api", "URL", "of a server of one's own; GITHUB_API_URL, GITLAB_URL or the public one unless told"},
            {"--token-variable", "NAME",
             "the variable with its token; GH_TOKEN, GITHUB_TOKEN or GITLAB_TOKEN unless told"},
            {"--issues", "HOW", "open one there for what is handed over to people, or never; open unless told"},
            {"--watch-only", "", "what fails on a server is diagnosed and shown, and no agent changes anything there"}},
         .minArguments = 1,
         .maxArguments = 1,
         .run = repoAdd},
        {.name = "repo list",
         .synopsis = "",
         .summary = "the watched repositories",
         .options = {},
         .needsStore = true,
         .run = repoList},
        {.name = "repo remove",
         .synopsis = "LINE",
         .summary = "watches it no longer; what was done for it stays",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .needsStore = true,
         .run = repoRemove},
    };
    return all;
}

} // namespace signalbox::ctl
