// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a job's log as it comes: each line with its time, secrets taken out.
//
// Thread  one
// Disk    lines as "2026-11-22T13:00:00.123Z text"; sections as in GitHub's logs: ##[group], ##[endgroup], ##[error]
// Limits  64 MiB unless told; of what comes after, the last MiB of each command is kept, and said so; our own lines
//         are always written
#pragma once

#include "core/base/linecutter.h"
#include "core/base/time.h"
#include "core/local/descriptor.h"

#include <deque>
#include <filesystem>
#include <string>
#include <string_view>

namespace signalbox::local {

class JobLog {
public:
    static constexpr std::size_t kMebibyte = 1024 * 1024;

    /// `redactor` and `clock` outlive this.
    static Result<JobLog> open(const std::filesystem::path& file, const Redactor& redactor, const Clock& clock,
                               std::size_t maxBytes = 64 * kMebibyte);

    /// A piece of a command's output; may end inside a line.
    void output(std::string_view piece);
    /// The output is over: what stands in the last line is one.
    void endOutput();

    /// Lines of our own.
    void say(std::string_view text);
    void group(std::string_view title, std::string_view body);
    void error(std::string_view text) { say("##[error]" + std::string(text)); }

private:
    JobLog(Descriptor file, const Redactor& redactor, const Clock& clock, std::size_t maxBytes)
        : m_clock(&clock),
          m_maxBytes(maxBytes),
          m_shapes(&redactor),
          m_redactor(redactor),
          m_file(std::move(file)),
          m_lines(redactor)
    {
    }

    void addLine(std::string_view text);
    void keepForEnd(std::string_view text);
    void addEnd();
    void flush();

    const Clock* m_clock;
    std::size_t m_maxBytes;
    const Redactor* m_shapes;
    LineRedactor m_redactor;
    Descriptor m_file;
    LineCutter m_lines;
    std::string m_pending; // lines not yet written
    std::size_t m_bytes = 0;
    bool m_full = false;

    // Of a command's output since the log is full.
    std::deque<std::string> m_end; // the last lines, with their times
    std::size_t m_endBytes = 0;
    std::size_t m_leftOut = 0; // lines before them
    std::size_t m_leftOutBytes = 0;
};

} // namespace signalbox::local
