// SPDX-License-Identifier: GPL-3.0-or-later
// The CI system of each line: this machine's, or that of the server on which it is.
//
// Thread     any
// Ownership  what is in Scene outlives it; it outlives what it does aside
// Errors     as ci::System
#pragma once

#include "core/base/time.h"
#include "core/ci/cisystem.h"

#include <map>
#include <mutex>
#include <set>

namespace signalbox::host {

class LineCi final : public ci::System {
public:
    struct Scene {
        ci::System& here;
        std::function<bool(const std::string& line)> isRemote;
        std::function<ci::System&(const std::string& line)> there; // where such a line is
        const Clock& clock;
        std::function<void(std::function<void()> work)> aside; // does it elsewhere, later
        /// A run was fetched for lastSeen(), which answers with it now. Any thread.
        std::function<void(const ci::RunRef& run)> seen;
    };

    explicit LineCi(Scene scene) : m_scene(std::move(scene)) { }

    std::string_view provider() const override { return "line"; }
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    bool takesDebug(const std::string& line) const override { return of({line, {}}).takesDebug(line); }
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;
    Milliseconds lookAgain(const ci::RunRef& run) const override;

    /// For a screen, which must not hang on a server: a run of one as it was seen last, else NotFound. What is some
    /// seconds old is fetched aside, since another program may look after the run; then `seen` tells.
    Result<ci::Run> lastSeen(const ci::RunRef& run);

private:
    using Name = std::pair<std::string, std::string>; // line and number
    struct Seen {
        ci::Run run;
        UtcTime at;
    };

    ci::System& of(const ci::RunRef& run) const;
    void keep(const Name& name, ci::Run run);
    bool isDue(const Name& name, Result<ci::Run>& last); // to be fetched, by whoever is told so

    const Scene m_scene;
    std::mutex m_mutex;
    std::map<Name, Seen> m_seen; // guarded by m_mutex
    std::set<Name> m_asked; // what is fetched aside now; guarded by m_mutex
};

} // namespace signalbox::host
