// SPDX-License-Identifier: GPL-3.0-or-later
// The part of runtime.h that tells people elsewhere.
#include "core/host/runtime.h"

#include "core/store/processowner.h"
#include "core/store/sqlerror.h"

namespace signalbox::host {

void Runtime::buildPosting()
{
    m_courier = std::make_unique<Courier>(*m_workspace, m_clock);
    m_posting = std::make_unique<Posting>(Posting::Scene{
        .database = *m_database,
        .clock = m_clock,
        .receivers =
            [this] {
                static_cast<void>(m_workspace->readAgain()); // who looks at the lines reports what is wrong with it
                return m_workspace->now()->receivers;
            },
        .owner = store::thisProcess(),
        .bring = [this](const notify::Receiver& receiver, notify::Carried carried,
                        const std::stop_token& stop) { return m_courier->bring(receiver, std::move(carried), stop); },
        .report =
            [this](const Error& error) {
                const auto& tell = store::isOfStore(error) ? m_options.onFailure : m_options.onRemoteFailure;
                if (tell)
                    tell(error);
            }});
}

void Runtime::bringMessages()
{
    if (const auto brought = m_posting->work({}); !brought && m_options.onFailure)
        m_options.onFailure(brought.error());
}

} // namespace signalbox::host
