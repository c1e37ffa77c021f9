// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/jobrun.h"

#include "core/local/files.h"
#include "core/local/jobcache.h"
#include "core/local/process.h"
#include "core/local/processtree.h"

#include <algorithm>

namespace signalbox::local {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kShownCommand = 200;

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

std::string secondsText(Milliseconds time)
{
    std::string text = std::to_string(time.count() / 1000);
    const auto rest = time.count() % 1000;
    if (rest != 0)
        text += "." + std::to_string(1000 + rest).substr(1);
    return text;
}

} // namespace

JobFolders jobFolders(const AttemptPlace& place, const std::string& name)
{
    const auto own = place.workFolder() / name;
    return {.checkout = own / "checkout",
            .home = own / "home",
            .temporary = own / "tmp",
            .state = place.stateFolder(),
            .data = place.lineFolder.parent_path()};
}

JobRun::JobRun(const JobContext& context, const line::JobSpec& job)
    : m_context(context),
      m_job(job),
      m_folders(jobFolders(context.place, job.name)),
      m_state(queuedJob(job, context.place.attempt))
{
    m_state.isolated = context.sandbox.isolates();
    if (job.gitlab)
        m_state.steps.push_back({"Run by gitlab-ci-local", std::nullopt});
    for (const std::string& command : job.script)
        m_state.steps.push_back(
            {context.redactor.redact(firstLine(command).substr(0, kShownCommand)).text, std::nullopt});
}

void JobRun::run()
{
    m_state.phase = ci::Phase::Running;
    m_state.startedAt = m_context.clock.now();
    m_context.tell(m_state);
    auto log = JobLog::open(m_context.place.logFile(m_job.name), m_context.redactor, m_context.clock);
    if (!log)
        return finish(ci::Conclusion::Failure);
    if (const auto prepared = prepare(*log); !prepared) {
        const bool stopped = prepared.error().code == ErrorCode::Cancelled;
        log->error(stopped ? "The job was cancelled." : "The job could not be set up: " + prepared.error().detail);
        return finish(stopped ? ci::Conclusion::Cancelled : ci::Conclusion::Failure);
    }
    m_deadline = SteadyClock::now() + m_job.timeLimit;
    const auto conclusion = m_gitlab ? runByGitLab(*log) : runScript(*log);
    if (conclusion == ci::Conclusion::Success || conclusion == ci::Conclusion::Failure)
        saveCaches(*log);
    if (m_gitlab)
        m_gitlab->keepArtifacts(*log);
    static_cast<void>(removeTree(m_folders.checkout.parent_path())); // else the supervisor does at its end
    finish(conclusion);
}

Result<void> JobRun::prepare(JobLog& log)
{
    for (const auto& folder : {m_folders.home, m_folders.temporary, m_folders.state}) {
        if (auto made = makeFolder(folder); !made)
            return made;
    }
    if (auto copied = copyTree(m_context.place.source(), m_folders.checkout, m_context.stopDescriptor); !copied)
        return copied;
    if (m_job.gitlab) {
        auto place = GitLabJobPlace::prepare(m_context.place, m_context.spec, m_job, m_folders.checkout);
        if (!place)
            return place.error();
        m_gitlab = *std::move(place);
        m_folders.readable = m_gitlab->readable();
    }
    setUp(log);
    return {};
}

void JobRun::setUp(JobLog& log)
{
    const auto& place = m_context.place;
    log.say("##[group]Set up job");
    log.say("Job " + m_job.name + " of run " + place.number + ", attempt " + std::to_string(place.attempt));
    log.say("Commit " + m_context.spec.commit);
    log.say(m_state.isolated ? "Isolated by bubblewrap, without network" : "Not isolated");
    std::error_code error;
    if (m_gitlab)
        m_gitlab->tell(log);
    else if (std::filesystem::exists(m_folders.checkout / kGitLabFile, error))
        log.say("The jobs are those of signalbox.yaml; " + std::string(kGitLabFile) + " is passed over");
    restoreCaches(log);
    log.say("##[endgroup]");
}

void JobRun::restoreCaches(JobLog& log)
{
    const JobCache cache(m_context.place.cacheFolder(m_job.name), m_context.stopDescriptor);
    for (const std::string& path : m_job.cache) {
        const auto restored = cache.restore(path, m_folders.checkout);
        if (!restored)
            log.say("##[warning]Cache " + path + " was not restored: " + restored.error().detail);
        else
            log.say(*restored ? "Cache " + path + " restored" : "Cache " + path + " is empty");
    }
}

void JobRun::saveCaches(JobLog& log)
{
    const JobCache cache(m_context.place.cacheFolder(m_job.name), m_context.stopDescriptor);
    for (const std::string& path : m_job.cache) {
        const auto saved = cache.save(path, m_folders.checkout);
        if (!saved)
            log.say("##[warning]Cache " + path + " was not kept: " + saved.error().detail);
    }
}

ci::Conclusion JobRun::runScript(JobLog& log)
{
    auto conclusion = ci::Conclusion::Success;
    for (std::size_t i = 0; i < m_job.script.size() && conclusion == ci::Conclusion::Success; ++i) {
        const auto exitCode = runStep(m_job.script[i], log);
        m_state.steps[i].exitCode = exitCode ? std::optional(*exitCode) : std::nullopt;
        m_state.exitCode = m_state.steps[i].exitCode;
        conclusion = concludeStep(exitCode, log);
        m_context.tell(m_state);
    }
    return conclusion;
}

ci::Conclusion JobRun::concludeStep(const Result<int>& exitCode, JobLog& log) const
{
    if (exitCode && *exitCode == 0)
        return ci::Conclusion::Success;
    if (exitCode) {
        log.error("Process completed with exit code " + std::to_string(*exitCode) + ".");
        return ci::Conclusion::Failure;
    }
    switch (exitCode.error().code) {
    case ErrorCode::Timeout:
        log.error("The job has exceeded its time limit of " + secondsText(m_job.timeLimit) + " s.");
        return ci::Conclusion::TimedOut;
    case ErrorCode::Cancelled: log.error("The job was cancelled."); return ci::Conclusion::Cancelled;
    default: log.error("The command could not be started: " + exitCode.error().detail); return ci::Conclusion::Failure;
    }
}

Result<int> JobRun::runStep(const std::string& command, JobLog& log)
{
    log.group("Run " + firstLine(command), command.find('\n') == std::string::npos ? std::string() : command);
    const std::string options = m_context.spec.debug ? "-exc" : "-ec";
    const auto done = runCommand({"/bin/sh", options, command}, [&log](std::string_view piece) { log.output(piece); });
    log.endOutput();
    return done;
}

Result<int> JobRun::runCommand(std::vector<std::string> words, std::function<void(std::string_view)> sink)
{
    Command step = m_context.sandbox.command(m_folders, std::move(words), environment());
    step.timeLimit = std::chrono::ceil<Milliseconds>(std::max(m_deadline - SteadyClock::now(), {}));
    step.grace = m_context.spec.grace;
    step.sink = std::move(sink);
    step.stopDescriptor = m_context.stopDescriptor;
    const auto done = runProcess(step, {});
    killDescendants(); // what the command left in the background
    if (!done)
        return done.error();
    return done->exitCode;
}

ci::Conclusion JobRun::runByGitLab(JobLog& log)
{
    const std::string& target = m_job.gitlab->deploysTo;
    if (!target.empty() && !m_state.isolated) {
        log.error(
            "The job deploys to " + target
            + ", and nothing isolates it here, so it is not begun. Install bubblewrap, or deploy from the server.");
        return ci::Conclusion::Failure;
    }
    if (const auto brought = bringArtifacts(log); brought != ci::Conclusion::Success)
        return brought;
    log.group("Run gitlab-ci-local --job " + m_job.name, {});
    GitLabOutput output(m_job.name, [&log](std::string_view piece) { log.output(piece); });
    const auto done = runCommand(m_gitlab->command(), [&output](std::string_view piece) { output.feed(piece); });
    output.finish();
    log.endOutput();
    const auto conclusion = concludeGitLab(done, output, log);
    m_state.steps.front().exitCode = m_state.exitCode;
    m_context.tell(m_state);
    return conclusion;
}

ci::Conclusion JobRun::bringArtifacts(JobLog& log)
{
    for (const GitLabJobPlace::Bringing& bringing : m_gitlab->artifacts()) {
        log.group("Artifacts of " + bringing.job, {});
        const auto done = runCommand(bringing.command, [&log](std::string_view piece) { log.output(piece); });
        log.endOutput();
        if (const auto conclusion = concludeStep(done, log); conclusion != ci::Conclusion::Success)
            return conclusion;
    }
    return ci::Conclusion::Success;
}

ci::Conclusion JobRun::concludeGitLab(const Result<int>& exitCode, const GitLabOutput& output, JobLog& log)
{
    const auto verdict = output.verdict();
    if (!exitCode) {
        const auto conclusion = concludeStep(exitCode, log);
        const bool passes = conclusion == ci::Conclusion::TimedOut && m_job.gitlab->mayFail;
        return passes ? ci::Conclusion::Success : conclusion;
    }
    if (!verdict) {
        m_state.exitCode = *exitCode;
        log.error("gitlab-ci-local ended with exit code " + std::to_string(*exitCode) + " before the job had ended.");
        return ci::Conclusion::Failure;
    }
    m_state.exitCode = verdict->exitCode == 0 ? *exitCode : verdict->exitCode;
    if (!verdict->allowed)
        return concludeStep(*m_state.exitCode, log);
    log.say("##[warning]Process completed with exit code " + std::to_string(verdict->exitCode)
            + ". The job is allowed to fail.");
    return ci::Conclusion::Success;
}

Environment JobRun::environment() const
{
    const auto& place = m_context.place;
    Environment all = m_job.environment;
    all.merge(allowedEnvironment());
    all["CI"] = "true";
    all["SIGNALBOX_RUN"] = place.number;
    all["SIGNALBOX_ATTEMPT"] = std::to_string(place.attempt);
    all["SIGNALBOX_COMMIT"] = m_context.spec.commit;
    all["SIGNALBOX_JOB"] = m_job.name;
    all["SIGNALBOX_STATE"] = m_folders.state;
    if (m_context.spec.debug)
        all["SIGNALBOX_DEBUG"] = "1";
    return all;
}

void JobRun::finish(ci::Conclusion conclusion)
{
    m_state.conclusion = conclusion;
    m_state.phase = ci::Phase::Finished;
    m_state.finishedAt = m_context.clock.now();
    m_context.tell(m_state);
}

} // namespace signalbox::local
