// SPDX-License-Identifier: GPL-3.0-or-later
// Which outside systems the workspace has, what the store knows of each, and how each is tried.
//
// Thread     any; what tries blocks, and answers within 200 ms of a stop
// Ownership  the runtime outlives it
// Errors     those of the store; NotFound: there is no such connection; Cancelled
#pragma once

#include "core/ci/rights.h"
#include "core/host/connectionviews.h"
#include "core/host/runtime.h"

namespace signalbox::store {
struct LostLine;
}

namespace signalbox::host {

class ConnectionDesk {
public:
    explicit ConnectionDesk(Runtime& runtime) : m_runtime(runtime) { }

    /// Servers, then receivers, then the model. What is tried is left to whoever tries.
    Result<std::vector<ConnectionView>> all() const;
    /// Tries all of it: a receiver is sent a message, a model is asked for a word.
    Result<void> test(const std::string& id, const ci::RightSink& tried, const std::stop_token& stop) const;

    /// The connection that a line on a server belongs to.
    static std::string idOf(const RemoteLine& remote);
    static std::string idOfReceiver(const std::string& name) { return "receiver/" + name; }
    static constexpr const char* kModel = "model";
    /// The name of what a receiver or the model keeps secret; empty: it is neither.
    static std::string secretOf(const Workspace& workspace, const std::string& id);

private:
    Result<void> addServers(std::vector<ConnectionView>& views) const;
    Result<void> addReceivers(std::vector<ConnectionView>& views) const;
    Result<void> addModel(std::vector<ConnectionView>& views) const;
    Result<void> know(ConnectionView& view, const RemoteLine& remote,
                      const std::map<std::string, store::LostLine>& allLost) const;
    const RemoteLine* lineToTry(const Workspace& workspace, const std::string& id, const std::stop_token& stop) const;
    ci::TriedRight deliver(const notify::Receiver& receiver, const std::string& name,
                           const std::stop_token& stop) const;
    ci::TriedRight advise(const model::Settings& settings, const std::stop_token& stop) const;

    Runtime& m_runtime;
};

} // namespace signalbox::host
