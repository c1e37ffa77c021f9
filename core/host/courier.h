// SPDX-License-Identifier: GPL-3.0-or-later
// Takes messages to receivers: with what their variables hold, and without any secret that this program knows of.
//
// Thread     any, one call at a time for each receiver; blocks
// Ownership  clock and workspace outlive it
#pragma once

#include "core/base/redaction.h"
#include "core/host/outgoing.h"
#include "core/host/sharedworkspace.h"
#include "core/net/messagecalls.h"

namespace signalbox::host {

class Courier {
public:
    Courier(const SharedWorkspace& workspace, const Clock& clock)
        : m_workspace(workspace), m_clock(clock), m_outgoing(clock)
    {
    }

    /// Cancelled by the stop, it is unknown whether it was taken where anything had left already.
    notify::Receipt bring(const notify::Receiver& receiver, notify::Carried carried, const std::stop_token& stop);
    /// Sends it a message that says that it is a test.
    notify::Receipt test(const notify::Receiver& receiver, const std::stop_token& stop);
    /// Whether its variables hold what is needed, without calling anybody; InvalidInput says which do not.
    Result<void> check(const notify::Receiver& receiver) const;
    /// Whether its server answers, to a call that tells nothing; not for mail.
    Result<void> reach(const notify::Receiver& receiver, const std::stop_token& stop);

private:
    Result<net::MessageSecrets> secretsOf(const notify::Receiver& receiver) const;
    notify::Receipt call(const notify::Receiver& receiver, const net::MessageSecrets& secrets,
                         const notify::Carried& carried, const std::stop_token& stop);
    std::vector<std::string> secretsBeside(const net::MessageSecrets& own) const;

    const SharedWorkspace& m_workspace;
    const Clock& m_clock;
    Outgoing m_outgoing; // of its own: what is counted against the limits of a forge is not this
};

} // namespace signalbox::host
