// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the gates of lines on servers: what waits there is asked here, once, and what was decided there ends the
// question here. The state there is looked at again and again, so that neither a kill nor a lost delivery matters.
//
// Thread     look(): that of the watch
// Ownership  what is in Scene outlives it
// Errors     those of the store; Network, Timeout: the server does not answer. What it refuses is reported, once, and
//            hinders nothing else
#pragma once

#include "core/ci/gate.h"
#include "core/gate/approval.h"
#include "core/store/approvalrepository.h"
#include "core/store/database.h"

#include <functional>
#include <map>
#include <set>

namespace signalbox::host {

class GateWatch {
public:
    using Runs = std::vector<std::pair<ci::RunRef, int>>; // each with its attempt; 0: not told
    struct Scene {
        store::Database& database;
        const Clock& clock;
        ci::Gate& gate;
        std::function<Result<ci::Run>(const ci::RunRef& run, std::stop_token)> standing;
        /// Told of one wait as often as another program may have missed it.
        std::function<Result<void>(const ci::RunRef& run, int attempt, const ci::PendingGate& gate)> ask;
        std::function<void(const Error& error)> report;
    };

    explicit GateWatch(Scene scene) : m_scene(std::move(scene)) { }

    /// `going`: runs of the line that have not ended.
    Result<void> look(const std::string& line, const Runs& going, std::stop_token stop);

private:
    struct Waiting {
        int attempt = 1;
        std::vector<ci::PendingGate> gates;
    };
    using Seen = std::map<std::string, Waiting>; // by number of the run

    Result<Seen> askForAll(const Runs& going, const std::stop_token& stop);
    Result<void> ask(const ci::RunRef& run, int attempt, const ci::PendingGate& gate);
    Result<Waiting> waitingAt(const ci::RunRef& run, int attempt, const std::stop_token& stop);
    Result<Waiting> waitingNow(const ci::RunRef& run, const std::stop_token& stop);
    Result<void> settle(const gate::Approval& approval, Seen& seen, const std::stop_token& stop);
    Result<Waiting> waitingIn(const ci::RunRef& run, const std::stop_token& stop);
    Result<void> askAnew(const gate::Approval& approval);
    Result<void> end(const gate::Approval& approval, const ci::RunRef& run, const std::stop_token& stop);
    Result<void> addLater(store::EndedThere& ended, const ci::RunRef& run, const ci::PendingGate& asked,
                          const std::stop_token& stop);
    Result<void> tolerate(const std::string& line, const Error& error);

    const Scene m_scene;
    std::set<std::string> m_asked; // subjects that were told of
    std::map<std::string, std::string> m_reported; // by line
};

} // namespace signalbox::host
