// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of opening a log of any size on this machine, by what the log viewer does.
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/logfile.h"
#include "core/host/usage.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace signalbox::ctl {

namespace {

constexpr std::size_t kScreenRows = 60;
constexpr std::size_t kStep = 8 * 1024 * 1024;

class Watch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count(); }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

Result<Json> measured(const std::string& path)
{
    const Watch watch;
    auto file = host::LogFile::open(path);
    if (!file)
        return file.error();
    if (const auto begun = file->indexMore(1); !begun)
        return begun.error();
    const auto first = file->window(0, kScreenRows);
    if (!first)
        return first.error();
    const double firstScreen = watch.seconds();
    const auto last = file->lastRows(kScreenRows);
    if (!last)
        return last.error();
    const double lastScreen = watch.seconds();

    const double cpuBefore = host::cpuSeconds();
    const Watch indexing;
    while (!file->isIndexed()) {
        if (const auto read = file->indexMore(kStep); !read)
            return read.error();
    }
    return Json{{"bytes", file->bytes()},
                {"lines", file->index().lines()},
                {"index_cpu_s", host::cpuSeconds() - cpuBefore},
                {"index_wall_s", indexing.seconds()},
                {"first_screen_ms", firstScreen * 1000},
                {"last_screen_ms", lastScreen * 1000},
                {"rss_anon_mb", host::anonymousMb()}};
}

} // namespace

Exit benchLogView(const Invocation& asked)
{
    const auto figures = measured(asked.arguments.front());
    if (!figures)
        return fail(Exit::BadInput, figures.error().detail + "; name a log file");
    printJson(*figures);
    return Exit::Done;
}

} // namespace signalbox::ctl
