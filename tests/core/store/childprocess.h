// SPDX-License-Identifier: GPL-3.0-or-later
// A child of the test program, to be killed. By posix_spawn: after Qt's vfork,
// ThreadSanitizer takes this process for a forked one and its locks for nothing.
//
// Thread  that of the test
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <vector>

extern char** environ; // POSIX declares it in no header

namespace signalbox::test {

class ChildProcess {
public:
    /// `extra`: "NAME=value", before those of this process.
    explicit ChildProcess(const std::string& program, std::vector<std::string> extra = {},
                          std::vector<std::string> words = {})
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_output = ends[0];
        std::vector<char*> environment;
        for (std::string& each : extra)
            environment.push_back(each.data());
        for (char** each = environ; *each != nullptr; ++each)
            environment.push_back(*each);
        environment.push_back(nullptr);
        std::string name = program;
        std::vector<char*> arguments{name.data()};
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions{};
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        if (::posix_spawnp(&m_pid, program.c_str(), &actions, nullptr, arguments.data(), environment.data()) != 0)
            qFatal("cannot start %s", program.c_str());
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
    }
    ~ChildProcess()
    {
        kill();
        reap();
        ::close(m_output);
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return m_pid; }

    /// What it has written, at least a byte; empty once it has ended.
    QByteArray read() const
    {
        std::array<char, 4096> buffer{};
        const ssize_t length = ::read(m_output, buffer.data(), buffer.size());
        return length > 0 ? QByteArray(buffer.data(), length) : QByteArray();
    }

    void kill() const
    {
        if (m_pid > 0)
            ::kill(m_pid, SIGKILL);
    }
    /// Waits for its end; the status as by waitpid().
    int reap()
    {
        int status = 0;
        if (m_pid > 0)
            ::waitpid(m_pid, &status, 0);
        m_pid = 0;
        return status;
    }

private:
    pid_t m_pid = 0;
    int m_output = -1;
};

} // namespace signalbox::test
