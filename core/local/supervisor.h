// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the jobs of one attempt, at most once: whoever holds the attempt's lock is the only one, and an attempt that
// was begun is never begun again.
//
// Process  a program of its own, single-threaded, apart from the console: that one's end does not end the jobs. Each
//          job runs in a forked process of its own (JobRun).
// Stop     SIGTERM, SIGINT, SIGHUP, or a file `cancel` in the attempt's folder
// Disk     status.json is replaced at every change; the finished state comes last, before the lock is free
#pragma once

#include "core/base/redaction.h"
#include "core/local/attemptplace.h"
#include "core/local/descriptor.h"
#include "core/local/records.h"
#include "core/local/sandbox.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace signalbox::local {

class Supervisor {
public:
    explicit Supervisor(AttemptPlace place) : m_place(std::move(place)) { }

    /// Takes the attempt on. False: another one has it, or had it.
    Result<bool> begin();

    /// To the end of all jobs. `secrets` are kept out of the logs.
    Result<void> work(std::vector<std::string> secrets);

private:
    struct Runner {
        pid_t pid = 0;
        std::size_t job = 0; // in m_status.jobs and m_spec.jobs
        Descriptor report;
        std::string partial;
    };

    Result<void> listen();
    void findSandbox();
    bool advance();
    void startRunner(std::size_t job, const Redactor& redactor);
    void wait();
    void readReport(Runner& runner);
    void apply(Runner& runner, std::string_view message);
    void collect(Runner& runner);
    void killStrangers() const;
    bool noticeStop();
    void cancelAll();
    void settle(ci::Job& job, ci::Conclusion conclusion);
    void cleanUp();
    Result<void> store();

    const AttemptPlace m_place;
    AttemptSpec m_spec;
    AttemptStatus m_status;
    SystemClock m_clock;
    Sandbox m_sandbox = Sandbox::none();
    Descriptor m_lock;
    Descriptor m_signals;
    Descriptor m_folderEvents;
    std::vector<Runner> m_runners;
    bool m_cancelled = false;
    bool m_changed = false;
};

} // namespace signalbox::local
