// SPDX-License-Identifier: GPL-3.0-or-later
// A newer commit of a branch supersedes what healers and gates ask people about an older one, and a run that passes or
// has come to a gate, since somebody ran it again, what its healer asks. The state is looked at again and again, so
// that neither a kill nor the order in which runs are noticed matters.
//
// Thread     look(): that of the scheduler; changed(): any
// Ownership  what is in Scene outlives it
// Errors     Io; the next look begins anew
#pragma once

#include "core/ci/cisystem.h"
#include "core/store/database.h"

#include <atomic>
#include <functional>

namespace signalbox::host {

struct RunSummary;

/// Whether `other` began after `run`, on its branch, with another commit.
bool overtakes(const ci::Run& other, const ci::Run& run);

class Superseding {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        /// Those that are known of the runs of its line that began after it; must not wait for a server.
        std::function<std::vector<ci::Run>(const ci::RunRef& run)> later;
        /// Whether it is known to have passed since this attempt failed; likewise.
        std::function<bool(const ci::RunRef& run, int attempt)> hasPassedSince;
    };

    explicit Superseding(Scene scene) : m_scene(std::move(scene)) { }

    void changed() { m_changed = true; } // in the store, or among the runs
    /// Soon after a change, and now and then without one.
    Result<void> look();

private:
    Result<void> lookAtAll();
    bool isMoot(const RunSummary& run) const;

    const Scene m_scene;
    std::atomic<bool> m_changed{true};
    UtcTime m_looked; // of the thread that looks
};

} // namespace signalbox::host
