// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/process.h"

#include "core/local/descriptor.h"
#include "core/local/files.h"
#include "core/local/processtree.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMaxInput = 32 * 1024; // fits into a pipe, so that writing it never waits
constexpr Milliseconds kGroupCheck{10};
constexpr Milliseconds kNoPidfdCheck{20}; // where a container forbids pidfd_open

struct Pipe {
    Descriptor read;
    Descriptor write;
};

std::optional<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

struct Child {
    pid_t pid = 0;
    Descriptor pidfd;
    Descriptor out;
    Descriptor err; // closed where both streams share `out`
};

/// What posix_spawn is told; freed at scope end.
class SpawnPlan {
public:
    SpawnPlan()
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none{};
        sigset_t all{};
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    void connect(int input, int output, int error, const fs::path& folder)
    {
        if (input >= 0)
            ::posix_spawn_file_actions_adddup2(&m_actions, input, 0);
        else
            ::posix_spawn_file_actions_addopen(&m_actions, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, 1);
        ::posix_spawn_file_actions_adddup2(&m_actions, error, 2);
        ::posix_spawn_file_actions_addchdir_np(&m_actions, folder.c_str());
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, 3);
    }

    int spawn(pid_t& pid, const fs::path& program, const Command& command) const
    {
        std::vector<std::string> variables;
        for (const auto& [name, value] : command.environment)
            variables.push_back(name + "=" + value);
        std::vector<char*> arguments = pointers(command.arguments);
        std::vector<char*> environment = pointers(variables);
        return ::posix_spawn(&pid, program.c_str(), &m_actions, &m_attributes, arguments.data(), environment.data());
    }

private:
    static std::vector<char*> pointers(const std::vector<std::string>& texts)
    {
        std::vector<char*> found;
        for (const std::string& text : texts)
            found.push_back(const_cast<char*>(text.c_str())); // exec takes char* and leaves it as it is
        found.push_back(nullptr);
        return found;
    }

    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

Result<Child> start(const Command& command)
{
    std::error_code error;
    if (command.arguments.empty() || command.input.size() > kMaxInput)
        return Error{ErrorCode::InvalidInput, "no program, or too much input for it"};
    if (!fs::is_directory(command.folder, error))
        return Error{ErrorCode::NotFound, command.folder.string() + ": no such folder"};
    const std::string& name = command.arguments[0];
    const fs::path program = name.find('/') == std::string::npos ? findProgram(name) : fs::path(name);
    if (program.empty())
        return Error{ErrorCode::NotFound, name + ": no such program in PATH"};
    auto out = makePipe();
    auto err = command.sink ? Pipe{} : makePipe().value_or(Pipe{});
    auto input = command.input.empty() ? Pipe{} : makePipe().value_or(Pipe{});
    if (!out || (!command.sink && !err.read) || (!command.input.empty() && !input.read))
        return ioError(name);
    if (input.write && ::write(input.write.get(), command.input.data(), command.input.size()) < 0)
        return ioError(name);

    SpawnPlan plan;
    const int errorEnd = command.sink ? out->write.get() : err.write.get();
    plan.connect(input.read ? input.read.get() : -1, out->write.get(), errorEnd, command.folder);
    Child child;
    if (const int failed = plan.spawn(child.pid, program, command); failed != 0) {
        errno = failed;
        return ioError(name);
    }
    // The library's function has no C linkage in glibc 2.36.
    child.pidfd = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child.pid, 0)));
    child.out = std::move(out->read);
    child.err = std::move(err.read);
    for (const Descriptor* stream : {&child.out, &child.err}) {
        if (*stream)
            ::fcntl(stream->get(), F_SETFL, O_NONBLOCK);
    }
    return child;
}

/// Watches one child to its end.
class Watch {
public:
    Watch(const Command& command, Child child) : m_command(command), m_child(std::move(child)) { }

    Result<ProcessResult> untilEnd(int stopEvent)
    {
        const auto deadline = SteadyClock::now() + m_command.timeLimit;
        while (!m_ended) {
            const auto now = SteadyClock::now();
            if (!m_why && now >= deadline)
                end(Error{ErrorCode::Timeout,
                          m_command.arguments[0] + " has exceeded its time limit of "
                              + std::to_string(m_command.timeLimit.count() / 1000) + " s"});
            if (m_why && now >= m_killAt)
                killTree(m_child.pid);
            wait(stopEvent, m_why ? m_killAt : deadline);
        }
        if (m_why) {
            waitForGroup();
            ::kill(-m_child.pid, SIGKILL);
            return *m_why;
        }
        return std::move(m_result);
    }

private:
    void end(Error why)
    {
        m_why = std::move(why);
        m_killAt = SteadyClock::now() + m_command.grace;
        askToEnd(m_child.pid);
    }

    void wait(int stopEvent, SteadyClock::time_point until)
    {
        const auto left = std::chrono::ceil<Milliseconds>(until - SteadyClock::now()).count();
        const std::int64_t most = m_child.pidfd ? 60'000 : kNoPidfdCheck.count();
        const int timeout = static_cast<int>(std::clamp<std::int64_t>(left, m_why ? 10 : 0, most));
        std::array<pollfd, 5> fds{pollfd{m_child.out.get(), POLLIN, 0}, pollfd{m_child.err.get(), POLLIN, 0},
                                  pollfd{m_child.pidfd.get(), POLLIN, 0}, pollfd{m_why ? -1 : stopEvent, POLLIN, 0},
                                  pollfd{m_why ? -1 : m_command.stopDescriptor, POLLIN, 0}};
        if (::poll(fds.data(), fds.size(), timeout) < 0)
            return; // interrupted
        drain(m_child.out, m_result.out);
        drain(m_child.err, m_result.err);
        if (fds[2].revents != 0 || !m_child.pidfd)
            collect();
        if (m_ended)
            return;
        if (fds[3].revents != 0 || fds[4].revents != 0)
            end(Error{ErrorCode::Cancelled, m_command.arguments[0] + " was stopped"});
    }

    void collect()
    {
        int status = 0;
        if (::waitpid(m_child.pid, &status, WNOHANG) == 0)
            return;
        m_result.exitCode = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
        drain(m_child.out, m_result.out);
        drain(m_child.err, m_result.err);
        m_ended = true;
    }

    /// The shell has ended at once; what it started may still be tidying up.
    void waitForGroup()
    {
        while (SteadyClock::now() < m_killAt && ::kill(-m_child.pid, 0) == 0) {
            ::poll(nullptr, 0, static_cast<int>(kGroupCheck.count()));
            drain(m_child.out, m_result.out);
        }
    }

    void drain(Descriptor& stream, std::string& into)
    {
        std::array<char, 65'536> chunk; // not cleared: this is the hot path of a long log
        constexpr int kChunksAtOnce = 64; // then the time limit is looked at again
        for (int i = 0; stream && i < kChunksAtOnce; ++i) {
            const auto got = ::read(stream.get(), chunk.data(), chunk.size());
            if (got < 0)
                return; // nothing more for now
            if (got == 0)
                return stream.close();
            keep({chunk.data(), static_cast<std::size_t>(got)}, into);
        }
    }

    void keep(std::string_view piece, std::string& into)
    {
        if (m_command.sink)
            return m_command.sink(piece);
        const std::size_t room = m_command.outputLimit - std::min(m_command.outputLimit, into.size());
        m_result.cut = m_result.cut || piece.size() > room;
        into.append(piece.substr(0, room));
    }

    const Command& m_command;
    Child m_child;
    ProcessResult m_result;
    std::optional<Error> m_why; // set: it is being ended
    SteadyClock::time_point m_killAt;
    bool m_ended = false;
};

} // namespace

Result<ProcessResult> runProcess(const Command& command, std::stop_token stop)
{
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "stopped before it began"};
    const Descriptor stopEvent(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    auto child = start(command);
    if (!child)
        return child.error();
    const std::stop_callback onStop(stop, [&stopEvent] { ::eventfd_write(stopEvent.get(), 1); });
    return Watch(command, *std::move(child)).untilEnd(stopEvent.get());
}

Environment allowedEnvironment()
{
    Environment allowed{{"LANG", "C.UTF-8"}, {"PATH", "/usr/local/bin:/usr/bin:/bin"}};
    for (const char* name : {"PATH", "LANG", "TZ", "HOME"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            allowed[name] = value;
    }
    return allowed;
}

fs::path findProgram(std::string_view name)
{
    const std::string path = allowedEnvironment()["PATH"];
    std::error_code error;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        const fs::path candidate = fs::path(path.substr(at, end - at)) / name;
        if (end > at && ::access(candidate.c_str(), X_OK) == 0 && !fs::is_directory(candidate, error))
            return candidate;
        at = end + 1;
    }
    return {};
}

} // namespace signalbox::local
