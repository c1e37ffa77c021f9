// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/remoteline.h"
#include "app/ctl/workplace.h"
#include "core/agents/diagnosis.h"
#include "core/agents/observation.h"
#include "core/local/attemptplace.h"
#include "core/local/git.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

namespace fs = std::filesystem;

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

using Keep = host::SharedWorkspace::Keep;

/// A line by its name, or a repository by its folder, which becomes a line of the workspace.
Result<std::string> lineFor(host::Runtime& runtime, const std::string& repository, Keep keep)
{
    if (runtime.workspace()->lines.contains(repository))
        return repository;
    std::error_code error;
    if (!fs::is_directory(repository, error))
        return Error{ErrorCode::NotFound, "--repo " + repository + " is neither a line of this workspace nor a folder"};
    const fs::path folder = fs::canonical(repository, error);
    const std::string line = folder.filename().string();
    if (!local::isPlainFileName(line))
        return Error{ErrorCode::InvalidInput,
                     "the folder " + folder.string()
                         + " gives its line a name that cannot be: at most 64 of A-Z a-z 0-9 . _ -; rename it"};
    if (const auto branch = local::Git(folder).defaultBranch({}); !branch)
        return branch.error();
    const bool isNew = !runtime.workspace()->lines.contains(line);
    if (const auto added = runtime.lines().addFolder(line, folder, keep); !added)
        return added.error();
    if (isNew && keep == Keep::Saved)
        runtime.note("line_added", line, repository);
    return line;
}

Json toJson(const host::RunSummary& run, const std::string& pullRequest, const std::string& issue)
{
    return {{"run", run.id.value},
            {"line", run.line},
            {"number", run.number},
            {"state", std::string(host::runStateName(run.state))},
            {"outcome", orNull(run.outcome)},
            {"class", orNull(run.failureClass)},
            {"fix", orNull(run.fix)},
            {"attempts", run.attempts},
            {"approval", run.approval ? Json(run.approval->value) : Json()},
            {"pull_request", orNull(pullRequest)},
            {"issue", orNull(issue)},
            {"failure", orNull(run.failure)}};
}

Exit report(const Invocation& asked, const host::RunSummary& run, const Json& evidence)
{
    const auto pullRequest = fieldOr<std::string>(evidence, "pull_request", {});
    const auto issue = fieldOr<std::string>(evidence, "issue", {});
    if (asked.json) {
        printJson(toJson(run, pullRequest, issue));
    } else {
        std::string text = run.line + " #" + run.number + ": ";
        text += run.outcome.empty() ? std::string(host::runStateName(run.state)) : run.outcome;
        text += run.failureClass.empty() ? "" : ", " + run.failureClass;
        text += run.fix.empty() ? "" : ", " + run.fix;
        text += run.approval ? ", approval " + std::to_string(run.approval->value) : "";
        text += pullRequest.empty()
            ? ""
            : (agents::isMergeRequest(pullRequest) ? ", merge request " : ", pull request ") + pullRequest;
        text += issue.empty() ? "" : ", issue " + issue;
        text += run.failure.empty() ? "" : ", " + run.failure;
        printText(text + ", run " + std::to_string(run.id.value) + "\n");
    }
    const bool good = run.outcome == "healed" || run.outcome == "retried" || run.outcome == "green"
        || run.outcome == "waits"; // for a person, and nothing of it has failed
    return good ? Exit::Done : Exit::Negative;
}

/// What a person is asked because of it, empty where none is.
Json evidenceOf(host::Runtime& runtime, const host::RunSummary& run)
{
    if (!run.approval)
        return Json::object();
    const auto approval = runtime.queries().approval(*run.approval);
    return approval ? approval->request.evidence : Json::object();
}

/// A server that refuses is no mistake of whoever asks.
Exit failOf(host::Runtime& runtime, const std::string& line, const Error& error)
{
    const bool refused = error.code == ErrorCode::InvalidInput && runtime.remotes().has(line);
    return refused ? fail(Exit::OutsideFailed, error.detail) : fail(error);
}

/// Its server may be slow to answer.
Result<ci::Run> lookAt(Workplace& workplace, const ci::RunRef& pipeline)
{
    Result<ci::Run> run = Error{};
    workplace.doUnlessInterrupted(
        [&](std::stop_token stop) { run = workplace.runtime().ci().run(pipeline, std::move(stop)); });
    return run;
}

/// What would be done, from the logs as they are; nothing is stored and nothing touched.
Exit rehearse(const Invocation& asked, Workplace& workplace, const ci::RunRef& pipeline)
{
    const agents::SelfHealingPorts ports = workplace.runtime().healingPorts();
    const auto run = lookAt(workplace, pipeline);
    if (!run)
        return failOf(workplace.runtime(), pipeline.line, run.error());
    if (!ci::hasSettled(*run))
        return fail(Exit::OutsideFailed, pipeline.line + " #" + pipeline.number + " is still running");
    if (run->isHeld && !ci::isBad(run->conclusion)) {
        printText(asked.json ? "{\"outcome\":\"waits\",\"would\":null}\n"
                             : "It waits for a person, and nothing of it has failed; there is nothing to heal.\n");
        return Exit::Done;
    }
    if (run->conclusion == ci::Conclusion::Success) {
        printText(asked.json ? "{\"outcome\":\"green\",\"would\":null}\n" : "It passed; there is nothing to heal.\n");
        return Exit::Done;
    }
    Result<agents::Diagnosis> diagnosis = Error{};
    workplace.doUnlessInterrupted([&](std::stop_token stop) { // a log may be slow to come
        diagnosis = agents::diagnose(*ports.ci, ports.catalogue, *run, std::move(stop));
    });
    if (!diagnosis)
        return failOf(workplace.runtime(), pipeline.line, diagnosis.error());
    Result<agents::Choice> choice = Error{};
    workplace.doUnlessInterrupted([&](std::stop_token stop) { // its server is asked where it deploys, and what is newer
        const Json untried = Json::array();
        choice
            = agents::chooseFor(ports, pipeline, *diagnosis,
                                {.tried = untried, .now = workplace.runtime().clock().now(), .stop = std::move(stop)});
    });
    if (!choice)
        return fail(choice.error());
    const std::string would = choice->fix      ? std::string(agents::actionName(*choice->fix))
        : choice->reason == agents::kOvertaken ? "nothing"
                                               : "escalate";
    if (asked.json)
        printJson({{"would", would}, {"reason", orNull(choice->reason)}, {"diagnosis", agents::toJson(*diagnosis)}});
    else
        printText("Would " + would + (choice->reason.empty() ? "" : " (" + choice->reason + ")") + ": "
                  + diagnosis->found.failureClass + " in job " + diagnosis->job + "\n");
    return choice->fix ? Exit::Done : Exit::Negative;
}

Exit heal(const Invocation& asked, Workplace& workplace, ci::RunRef pipeline)
{
    host::Runtime& runtime = workplace.runtime();
    int attempt = 1;
    if (pipeline.number == "new") {
        auto started = runtime.startPipeline(pipeline.line);
        if (!started)
            return fail(started.error());
        pipeline = *std::move(started);
    } else {
        const auto known = lookAt(workplace, pipeline);
        if (!known)
            return failOf(runtime, pipeline.line, known.error());
        attempt = runtime.remotes().has(pipeline.line) ? known->attempt : 1;
    }
    const auto run = runtime.watchPipeline(pipeline, attempt);
    if (!run)
        return fail(run.error());
    const auto driven = workplace.driveUntil([&] { return rests(runtime, *run); });
    if (!driven)
        return fail(driven.error());
    const auto summary = runtime.queries().summary(*run);
    if (!summary)
        return fail(summary.error());
    const Json evidence = evidenceOf(runtime, *summary);
    const Exit ended = report(asked, *summary, evidence);
    const auto fault = fieldOr<std::string>(evidence, "fault", {}); // something outside has refused
    const bool isHere = fieldOr<std::string>(evidence, "reason", {}) == "not_made"; // and no refusal
    if (!fault.empty())
        printDiagnostic("signalboxctl: " + fault);
    return fault.empty() || isHere ? ended : Exit::OutsideFailed;
}

Exit healOrRehearse(const Invocation& asked, Workplace& workplace, const ci::RunRef& pipeline)
{
    return asked.has("--dry-run") ? rehearse(asked, workplace, pipeline) : heal(asked, workplace, pipeline);
}

} // namespace

Exit heal(const Invocation& asked)
{
    const std::string provider = asked.value("--provider").value_or("");
    const auto repository = asked.value("--repo");
    const auto number = asked.value("--run");
    const host::Forge* const forge = host::forgeOf(provider);
    if (provider != "local" && !forge)
        return fail(Exit::BadInput,
                    "--provider " + (provider.empty() ? "is missing" : provider + " is none")
                        + ": local, github or gitlab");
    if (!repository || !number)
        return fail(Exit::BadInput,
                    "heal needs --repo (a line, a folder, or OWNER/NAME) and --run (a number, or new in the local CI)");
    const bool isNumber
        = number->size() <= 19 && !number->empty() && number->find_first_not_of("0123456789") == std::string::npos;
    if (forge && !isNumber)
        return fail(Exit::BadInput,
                    "--run " + *number + " is no run of " + forge->name + ": give the number in its address, "
                        + forge->runForm);
    const Keep keep = asked.has("--dry-run") ? Keep::ForNow : Keep::Saved;
    return withWorkplace(asked, [&](Workplace& workplace) {
        if (forge) {
            const Exit known
                = makeRemoteLine(workplace, *repository, {.provider = provider, .api = {}, .token = {}, .keep = keep});
            return known == Exit::Done ? healOrRehearse(asked, workplace, {*repository, *number}) : known;
        }
        const auto line = lineFor(workplace.runtime(), *repository, keep);
        return line ? healOrRehearse(asked, workplace, {*line, *number}) : fail(line.error());
    });
}

} // namespace signalbox::ctl
