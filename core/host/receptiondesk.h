// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks in the console: received where the workspace says so, opened anew as that changes; secrets are followed.
//
// Thread     one at a time, not the GUI's: it waits for sockets, the disk and keychains
// Ownership  the runtime outlives it
// Shutdown   end() answers what was taken, and closes
// Errors     InvalidInput (no address), Io; what keeps it from listening stands in the view
#pragma once

#include "core/host/connectionviews.h"
#include "core/host/reception.h"

namespace signalbox::host {

class ReceptionDesk {
public:
    /// `onFailure`: deliveries cannot be stored; called on a thread of the reception.
    ReceptionDesk(Runtime& runtime, std::function<void(const Error&)> onFailure);

    void begin() { m_begun = true; } // before, and after its end, nothing is listened to
    void end();
    /// Once it stands as the workspace says.
    Result<ReceptionView> view();
    Result<void> change(const Listening& to);

private:
    void follow(const Listening& wanted, const Result<ReceptionSecrets>& secrets);
    Result<WebhookRoute> route(const char* provider, const char* name, const FoundSecret& secret) const;

    Runtime& m_runtime;
    const std::function<void(const Error&)> m_onFailure;
    bool m_begun = false;
    std::string m_address; // of what is open, as it was set
    ReceptionSecrets m_secrets; // likewise
    std::unique_ptr<Reception> m_reception;
    std::string m_fault;
};

} // namespace signalbox::host
