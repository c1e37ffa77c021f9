// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a command uses it: opened on the store that was asked for, driven
// until something has come to rest.
//
// Thread  the main thread
#pragma once

#include "app/ctl/command.h"
#include "core/host/runtime.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace signalbox::ctl {

class Workplace {
public:
    /// `place`: as of --store; `workers`: as of host::Runtime::Options.
    static Result<std::unique_ptr<Workplace>> open(const std::string& place, int workers = 0);
    ~Workplace();

    host::Runtime& runtime() { return *m_runtime; }
    /// What is held, on standard error; of `line` alone where one is named.
    void tellHolds(const std::string& line = {});

    /// What is done where the store cannot be used: there is nothing to wait for, or it is told, once, and waited for.
    enum class StoreFault : std::uint8_t { Ends, IsOutlasted };

    /// Drives what is due until `done` answers true. Cancelled when the person interrupts, Io when the store fails.
    Result<void> driveUntil(const std::function<Result<bool>()>& done, StoreFault fault = StoreFault::Ends);
    /// Does what may block, and asks it to stop when the person interrupts.
    void doUnlessInterrupted(const std::function<void(std::stop_token)>& work);

private:
    Workplace() = default;
    void notice();
    void noticeFailure(const Error& error);
    void outlast(const Error& fault);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_news = true; // guarded by m_mutex
    std::optional<Error> m_storeFault; // guarded by m_mutex
    Error m_outlasted; // that was told; of whoever drives, as what follows
    std::chrono::steady_clock::time_point m_outlastedAt;
    std::unique_ptr<host::Runtime> m_runtime;
};

/// The exit status that an error stands for.
Exit statusOf(const Error& error);

/// One line on standard error; answers with its status.
Exit fail(const Error& error);

/// Opens the store and does no more: for commands that make something else before they work in it.
Exit tryStore(const Invocation& asked);

/// Opens the store and does `work` in it. A store that cannot be used ends with its own status.
Exit withWorkplace(const Invocation& asked, const std::function<Exit(Workplace&)>& work, int workers = 0);

/// The number that names a run, an approval or a checkpoint; InvalidInput names `what` it should be.
Result<std::int64_t> numberArgument(const std::string& text, const std::string& what);
/// The value of an option that is a whole number; `fallback` where it is not given.
Result<std::int64_t> numberOption(const Invocation& asked, const char* name, std::int64_t fallback);

struct Bounds {
    const char* option = "";
    std::int64_t fallback = 0;
    std::int64_t most = 0;
};

/// One from 1 to the most.
Result<std::int64_t> boundedOption(const Invocation& asked, const Bounds& bounds);

/// True once the run has ended, or waits for a person who has not decided yet.
Result<bool> rests(host::Runtime& runtime, RunId run);

} // namespace signalbox::ctl
