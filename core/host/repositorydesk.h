// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on servers come, change and leave: checked first, kept in the workspace's file, written to the audit log, and
// watched at once.
//
// Thread     any; calls block, and what asks a server answers within 200 ms of a stop
// Ownership  the runtime outlives it
// Errors     InvalidInput, NotFound, Conflict (it is there already, or is needed still), Network, Timeout, Io,
//            Cancelled
#pragma once

#include "core/ci/rights.h"
#include "core/host/connectionviews.h"
#include "core/host/runtime.h"

namespace signalbox::host {

class RepositoryDesk {
public:
    explicit RepositoryDesk(Runtime& runtime) : m_runtime(runtime) { }

    Result<void> test(const NewRepository& which, const ci::RightSink& tried, const std::stop_token& stop) const;
    /// The policy that it would have: that of its default branch, else the defaults.
    Result<PolicyView> policy(const NewRepository& which, const std::stop_token& stop) const;
    /// Keeps the token and makes the line.
    Result<void> add(const NewRepository& which, const std::stop_token& stop) const;
    /// The line is kept, noted and watched from now on. Nothing is tried.
    Result<void> take(const RemoteLine& remote, SharedWorkspace::Keep keep) const;
    Result<void> setHealing(const std::string& line, bool heals) const;
    /// Or what a receiver or the model keeps secret.
    Result<void> replaceToken(const std::string& id, const NewSecret& token, const std::stop_token& stop) const;
    Result<void> removeLine(const std::string& line) const; // its runs stay; refused as remove()
    /// A server leaves with its lines. Refused while a question at a gate of one of them is open.
    Result<void> remove(const std::string& id) const;

private:
    Result<RemoteLine> lineFor(const NewRepository& which) const;
    Result<std::string> secretToReplace(const std::string& id, const NewSecret& token,
                                        const std::stop_token& stop) const;
    Result<void> forget(const RemoteLine& remote) const;
    Result<void> checkGates(const std::vector<std::string>& lines) const;
    Result<std::string> freeName(const RemoteLine& remote, const std::string& token) const;

    Runtime& m_runtime;
};

/// The address of an API as a person may write that of its server: "git.acme.com", "https://git.acme.com/api/v3".
std::string apiAt(const Forge& forge, std::string address);

} // namespace signalbox::host
