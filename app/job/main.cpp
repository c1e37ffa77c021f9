// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox-job FOLDER: runs the jobs of one attempt of a local run, apart from whoever started it. Returns as soon as
// the attempt is taken on; its lock and status.json tell the rest. Secrets to keep out of logs come on standard input,
// one a line.
#include "core/local/supervisor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace {

using namespace signalbox;

constexpr int kBadUsage = 2;
constexpr int kFailed = 3;

std::vector<std::string> readSecrets()
{
    std::vector<std::string> secrets;
    if (::isatty(STDIN_FILENO) != 0)
        return secrets;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty())
            secrets.push_back(line);
    }
    return secrets;
}

/// In the process that stays: its last words go to a file beside the attempt.
void detach(const local::AttemptPlace& place)
{
    ::setsid();
    if (::chdir("/") != 0)
        return;
    const std::string log = place.folder() / "supervisor.log";
    const local::Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const local::Descriptor words(::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    ::dup2(nothing.get(), STDIN_FILENO);
    ::dup2(words.get(), STDOUT_FILENO);
    ::dup2(words.get(), STDERR_FILENO);
}

int supervise(const local::AttemptPlace& place, std::vector<std::string> secrets, local::Descriptor starter)
{
    detach(place);
    local::Supervisor supervisor(place);
    const auto begun = supervisor.begin();
    const std::string word = begun ? std::string("+") : begun.error().detail;
    if (::write(starter.get(), word.data(), word.size()) < 0)
        return kFailed;
    starter.close();
    if (!begun || !*begun)
        return begun ? 0 : kFailed;
    const auto worked = supervisor.work(std::move(secrets));
    if (!worked)
        std::fprintf(stderr, "%s\n", worked.error().detail.c_str());
    return worked ? 0 : kFailed;
}

/// Waits for the word of the process that stays.
int report(const local::Descriptor& supervisor)
{
    std::string word;
    std::array<char, 1024> chunk{};
    for (auto got = ::read(supervisor.get(), chunk.data(), chunk.size()); got > 0;
         got = ::read(supervisor.get(), chunk.data(), chunk.size()))
        word.append(chunk.data(), static_cast<std::size_t>(got));
    if (word == "+")
        return 0;
    std::fprintf(stderr, "signalbox-job: %s\n", word.empty() ? "ended before it began" : word.c_str());
    return kFailed;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string argument = argc == 2 ? argv[1] : "";
    if (argument == "--version") {
        std::printf("signalbox-job %s\n", SIGNALBOX_VERSION);
        return 0;
    }
    const auto place = local::AttemptPlace::fromFolder(argument);
    if (!place) {
        std::fprintf(stderr, "usage: signalbox-job ROOT/LINE/runs/NUMBER/attempt-N (started by Signalbox itself)\n");
        return kBadUsage;
    }
    auto secrets = readSecrets();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return kFailed;
    local::Descriptor listening(ends[0]);
    local::Descriptor telling(ends[1]);
    const pid_t stays = ::fork();
    if (stays < 0) {
        std::fprintf(stderr, "signalbox-job: %s\n", std::strerror(errno));
        return kFailed;
    }
    if (stays == 0) {
        listening.close();
        return supervise(*place, std::move(secrets), std::move(telling));
    }
    telling.close();
    return report(listening);
}
