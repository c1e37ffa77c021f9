// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/supervisor.h"

#include "core/local/attemptlock.h"
#include "core/local/files.h"
#include "core/local/jobrun.h"
#include "core/local/processtree.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <thread>

namespace signalbox::local {

namespace {

constexpr std::size_t kMaxSpecBytes = 16 * 1024 * 1024;

enum class Readiness : std::uint8_t { Waits, Ready, Blocked };

Readiness readiness(const line::JobSpec& spec, const ci::Job& job, const std::vector<ci::Job>& all)
{
    const auto begins = spec.gitlab ? spec.gitlab->begins : line::Begins::AfterSuccess;
    if (begins == line::Begins::NotByItself)
        return Readiness::Blocked;
    Readiness found = Readiness::Ready;
    for (const std::string& need : job.needs) {
        const auto at = std::ranges::find(all, need, &ci::Job::name);
        if (at == all.end() || at->conclusion == ci::Conclusion::Success)
            continue; // it passed, in this attempt or in an earlier one
        if (at->phase == ci::Phase::Finished && begins == line::Begins::Always)
            continue;
        if (at->phase == ci::Phase::Finished)
            return Readiness::Blocked;
        found = Readiness::Waits;
    }
    return found;
}

std::size_t jobsAtOnce()
{
    return std::max(2U, std::thread::hardware_concurrency());
}

void sendLine(int fd, const std::string& text)
{
    const std::string line = text + "\n";
    for (std::string_view left = line; !left.empty();) {
        const auto written = ::write(fd, left.data(), left.size());
        if (written < 0 && errno != EINTR)
            return; // the supervisor is gone: nobody is left to be told
        if (written > 0)
            left.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// In the runner's process: ends with the supervisor, and adopts what its commands orphan.
void becomeRunner(pid_t supervisor)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::setpgid(0, 0);
    if (::getppid() != supervisor)
        ::raise(SIGTERM);
}

} // namespace

Result<bool> Supervisor::begin()
{
    auto lock = takeLock(m_place.lockFile());
    if (!lock)
        return lock.error().code == ErrorCode::Conflict ? Result<bool>(false) : lock.error();
    if (::access(m_place.statusFile().c_str(), F_OK) == 0)
        return false;
    const auto text = readFile(m_place.specFile(), kMaxSpecBytes);
    if (!text)
        return text.error();
    auto spec = attemptSpecFrom(*text);
    if (!spec)
        return spec.error();
    m_lock = *std::move(lock);
    m_spec = *std::move(spec);
    for (const line::JobSpec& job : m_spec.jobs)
        m_status.jobs.push_back(queuedJob(job, m_place.attempt));
    m_status.phase = ci::Phase::Running;
    m_status.startedAt = m_clock.now();
    if (const auto made = makeFolder(m_place.folder() / "jobs"); !made)
        return made.error();
    if (const auto stored = store(); !stored)
        return stored.error();
    return true;
}

Result<void> Supervisor::work(std::vector<std::string> secrets)
{
    if (auto listening = listen(); !listening)
        return listening;
    findSandbox();
    const Redactor redactor(std::move(secrets));
    while (advance()) {
        for (std::size_t i = 0; i < m_status.jobs.size() && m_runners.size() < jobsAtOnce(); ++i) {
            const ci::Job& job = m_status.jobs[i];
            if (job.phase == ci::Phase::Queued && readiness(m_spec.jobs[i], job, m_status.jobs) == Readiness::Ready)
                startRunner(i, redactor);
        }
        if (m_changed)
            static_cast<void>(store()); // tried again at the next change; the last one counts
        wait();
    }
    cleanUp();
    m_status.phase = ci::Phase::Finished;
    m_status.finishedAt = m_clock.now();
    return store();
}

Result<void> Supervisor::listen()
{
    sigset_t stops{};
    ::sigemptyset(&stops);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaddset(&stops, signal);
    ::sigprocmask(SIG_BLOCK, &stops, nullptr);
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    m_signals = Descriptor(::signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK));
    m_folderEvents = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    const int watch = ::inotify_add_watch(m_folderEvents.get(), m_place.folder().c_str(), IN_CREATE | IN_MOVED_TO);
    if (!m_signals || watch < 0)
        return ioError(m_place.folder());
    return {};
}

void Supervisor::findSandbox()
{
    const JobFolders sample = jobFolders(m_place, ".probe"); // no job's name begins with a point
    for (const auto& folder : {sample.checkout, sample.home, sample.temporary, sample.state})
        static_cast<void>(makeFolder(folder)); // where that fails, so do the jobs, and say so
    if (m_spec.isolate)
        m_sandbox = Sandbox::find(sample);
    m_status.isolated = m_sandbox.isolates();
    m_changed = true;
}

/// Ends the jobs that cannot or may not begin any more; false when none is left.
bool Supervisor::advance()
{
    if (noticeStop() && !m_cancelled)
        cancelAll();
    for (bool settled = true; settled;) {
        settled = false;
        for (std::size_t i = 0; i < m_status.jobs.size(); ++i) {
            ci::Job& job = m_status.jobs[i];
            if (job.phase == ci::Phase::Queued && readiness(m_spec.jobs[i], job, m_status.jobs) == Readiness::Blocked) {
                settle(job, ci::Conclusion::Skipped);
                settled = true;
            }
        }
    }
    return std::ranges::any_of(m_status.jobs, [](const ci::Job& job) { return job.phase != ci::Phase::Finished; });
}

void Supervisor::startRunner(std::size_t job, const Redactor& redactor)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return settle(m_status.jobs[job], ci::Conclusion::Lost);
    Runner runner{.pid = 0, .job = job, .report = Descriptor(ends[0]), .partial = {}};
    const Descriptor tell(ends[1]);
    const pid_t supervisor = ::getpid();
    runner.pid = ::fork();
    if (runner.pid < 0)
        return settle(m_status.jobs[job], ci::Conclusion::Lost);
    if (runner.pid == 0) {
        becomeRunner(supervisor);
        runner.report.close(); // the reading ends: with them open, a write to a dead supervisor would wait for ever
        m_runners.clear();
        const JobContext context{.place = m_place,
                                 .spec = m_spec,
                                 .sandbox = m_sandbox,
                                 .redactor = redactor,
                                 .clock = m_clock,
                                 .stopDescriptor = m_signals.get(),
                                 .tell = [&tell](const ci::Job& state) { sendLine(tell.get(), toText(state)); }};
        JobRun(context, m_spec.jobs[job]).run();
        ::_exit(0);
    }
    ::fcntl(runner.report.get(), F_SETFL, O_NONBLOCK);
    m_status.jobs[job].phase = ci::Phase::Running;
    m_changed = true;
    m_runners.push_back(std::move(runner));
}

void Supervisor::wait()
{
    if (m_runners.empty())
        return;
    std::vector<pollfd> fds{{m_signals.get(), POLLIN, 0}, {m_folderEvents.get(), POLLIN, 0}};
    for (const Runner& runner : m_runners)
        fds.push_back({runner.report.get(), POLLIN, 0});
    if (::poll(fds.data(), fds.size(), -1) < 0)
        return; // interrupted
    for (Runner& runner : m_runners)
        readReport(runner);
    std::erase_if(m_runners, [](const Runner& runner) { return !runner.report; });
}

void Supervisor::readReport(Runner& runner)
{
    std::array<char, 4096> chunk{};
    for (;;) {
        const auto got = ::read(runner.report.get(), chunk.data(), chunk.size());
        if (got < 0)
            return; // nothing more for now
        if (got == 0)
            return collect(runner);
        runner.partial.append(chunk.data(), static_cast<std::size_t>(got));
        for (std::size_t end = runner.partial.find('\n'); end != std::string::npos; end = runner.partial.find('\n')) {
            apply(runner, std::string_view(runner.partial).substr(0, end));
            runner.partial.erase(0, end + 1);
        }
    }
}

void Supervisor::apply(Runner& runner, std::string_view message)
{
    if (auto job = jobFrom(message)) {
        m_status.jobs[runner.job] = *std::move(job);
        m_changed = true;
    }
}

void Supervisor::collect(Runner& runner)
{
    runner.report.close();
    ::waitpid(runner.pid, nullptr, 0);
    ci::Job& job = m_status.jobs[runner.job];
    if (job.phase == ci::Phase::Finished)
        return;
    settle(job, ci::Conclusion::Lost);
    killStrangers();
}

/// Ends what a runner that died left behind: it is ours now, and no runner.
void Supervisor::killStrangers() const
{
    std::vector<pid_t> ours;
    for (const Runner& runner : m_runners) {
        if (!runner.report)
            continue;
        ours.push_back(runner.pid);
        std::ranges::copy(descendants(runner.pid), std::back_inserter(ours));
    }
    for (const pid_t pid : descendants(::getpid())) {
        if (std::ranges::find(ours, pid) == ours.end())
            ::kill(pid, SIGKILL);
    }
}

bool Supervisor::noticeStop()
{
    signalfd_siginfo signal{};
    const bool signalled = ::read(m_signals.get(), &signal, sizeof signal) > 0;
    std::array<char, 4096> events{};
    while (::read(m_folderEvents.get(), events.data(), events.size()) > 0) { }
    return signalled || ::access(m_place.cancelFile().c_str(), F_OK) == 0;
}

void Supervisor::cancelAll()
{
    m_cancelled = true;
    for (ci::Job& job : m_status.jobs) {
        if (job.phase == ci::Phase::Queued)
            settle(job, ci::Conclusion::Cancelled);
    }
    for (const Runner& runner : m_runners)
        ::kill(runner.pid, SIGTERM);
}

void Supervisor::settle(ci::Job& job, ci::Conclusion conclusion)
{
    job.phase = ci::Phase::Finished;
    job.conclusion = conclusion;
    if (job.startedAt)
        job.finishedAt = m_clock.now();
    m_changed = true;
}

void Supervisor::cleanUp()
{
    killDescendants();
    static_cast<void>(removeTree(m_place.workFolder().parent_path())); // earlier attempts' too: they are over
    if (conclusionOf(m_status.jobs) != ci::Conclusion::Success)
        return;
    static_cast<void>(removeTree(m_place.source())); // no attempt follows
    for (int attempt = 1; attempt <= m_place.attempt; ++attempt) {
        const AttemptPlace place{m_place.lineFolder, m_place.number, attempt};
        static_cast<void>(removeTree(place.folder() / "artifacts"));
    }
}

/// The first state, which says that the attempt was begun, and the last one outlive a power failure; those between
/// would be lost jobs then anyway.
Result<void> Supervisor::store()
{
    const bool first = !m_signals; // nothing has been listened to yet
    const bool last = m_status.phase == ci::Phase::Finished;
    const std::string text = toText(m_status);
    auto stored = first || last ? replaceFile(m_place.statusFile(), text) : swapFile(m_place.statusFile(), text);
    m_changed = m_changed && !stored;
    return stored;
}

} // namespace signalbox::local
