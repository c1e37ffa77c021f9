// SPDX-License-Identifier: GPL-3.0-or-later
// What gitlab-ci-local prints while it runs one job: the job's own output, and how the job ended.
//
// It writes "NAME $ command", "NAME > a line of output", "NAME finished in 12 ms  FAIL 17", and a report at the end.
// Each line of the job stands behind its name and ">", so that a job cannot say how it ended.
//
// Thread   one
// Memory   a line of at most 64 KiB; a longer one is passed on as it comes
// Source   gitlab-ci-local 4.75, src/job.ts
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::local {

class GitLabOutput {
public:
    /// `sink` gets the output as the job wrote it, whole lines as a rule.
    GitLabOutput(std::string job, std::function<void(std::string_view)> sink);

    void feed(std::string_view piece);
    void finish(); // nothing more comes

    struct Verdict {
        int exitCode = 0;
        bool allowed = false; // it failed, and may
    };
    /// Nothing where it did not say that the job has ended.
    std::optional<Verdict> verdict() const { return m_verdict; }

private:
    enum class Tail : std::uint8_t { None, PassedOn, LeftOut }; // of a line whose beginning has been dealt with

    void takeLine(std::string_view line, std::string_view end);
    void takeWordOfTool(std::string_view line, std::string_view end);
    void readVerdict(std::string_view words);

    const std::string m_prefix; // "NAME "
    const std::function<void(std::string_view)> m_sink;
    std::string m_partial; // a line without its end
    Tail m_tail = Tail::None;
    bool m_inReport = false;
    std::optional<Verdict> m_verdict;
};

} // namespace signalbox::local
