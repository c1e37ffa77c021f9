// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/receptiondesk.h"

#include "core/store/deliveryrepository.h"

namespace signalbox::host {

ReceptionDesk::ReceptionDesk(Runtime& runtime, std::function<void(const Error&)> onFailure)
    : m_runtime(runtime), m_onFailure(std::move(onFailure))
{
}

void ReceptionDesk::end()
{
    m_begun = false;
    m_reception.reset();
}

Result<ReceptionView> ReceptionDesk::view()
{
    const Listening wanted = m_runtime.workspace()->webhooks;
    const auto found = ReceptionSecrets::find();
    if (m_begun)
        follow(wanted, found);
    const ReceptionSecrets secrets = m_reception ? m_secrets : found ? *found : ReceptionSecrets();
    ReceptionView view{.on = wanted.on, .address = wanted.address, .fault = m_fault};
    view.readerToken = ReceptionSecrets::kStatus;
    view.readers = secrets.status.value.empty() ? Readers::ThisMachine : Readers::WithToken;
    if (m_reception) {
        view.listening = m_reception->address();
        view.fromElsewhere = !m_reception->isLoopback();
        if (m_reception->refusesReaders())
            view.readers = Readers::Nobody;
    }
    if (!found && view.fault.empty())
        view.fault = found.error().detail;
    for (const auto& [provider, name, secret] : {std::tuple("github", ReceptionSecrets::kGitHub, &secrets.github),
                                                 std::tuple("gitlab", ReceptionSecrets::kGitLab, &secrets.gitlab)}) {
        auto one = route(provider, name, *secret);
        if (!one)
            return one.error();
        view.routes.push_back(*std::move(one));
    }
    return view;
}

Result<WebhookRoute> ReceptionDesk::route(const char* provider, const char* name, const FoundSecret& secret) const
{
    const auto delivered = store::DeliveryRepository(m_runtime.database()).lastOf(provider);
    if (!delivered)
        return delivered.error();
    const auto unproven = m_reception ? m_reception->unproven(provider) : ReceptionCounts::Unproven();
    return WebhookRoute{.provider = provider,
                        .path = std::string("/webhook/") + provider,
                        .secret = name,
                        .isOn = m_reception && !secret.value.empty(),
                        .hasSecret = !secret.value.empty(),
                        .lastDelivery = *delivered,
                        .refused = unproven.count,
                        .lastRefused = unproven.count > 0 ? std::optional(unproven.last) : std::nullopt};
}

Result<void> ReceptionDesk::change(const Listening& to)
{
    const Listening before = m_runtime.workspace()->webhooks;
    if (const auto kept = m_runtime.lines().receiveWebhooks(to); !kept)
        return kept;
    if (before.on != to.on)
        m_runtime.note(to.on ? "webhooks_on" : "webhooks_off", {}, to.address);
    else if (before != to)
        m_runtime.note("webhooks_moved", {}, to.address);
    return {};
}

/// Secrets that cannot be read now were read when it was opened.
void ReceptionDesk::follow(const Listening& wanted, const Result<ReceptionSecrets>& secrets)
{
    if (m_reception && wanted.on && m_address == wanted.address) {
        if (secrets && m_reception->renew(*secrets))
            m_secrets = *secrets;
        return;
    }
    m_reception.reset(); // first: the next one may have the same port
    m_fault.clear();
    if (!wanted.on)
        return;
    if (!secrets) {
        m_fault = secrets.error().detail;
        return;
    }
    auto opened = Reception::open(m_runtime, {.listen = wanted.address, .secrets = *secrets, .onFailure = m_onFailure});
    if (!opened) {
        m_fault = opened.error().detail;
        return;
    }
    m_reception = *std::move(opened);
    m_address = wanted.address;
    m_secrets = *secrets;
}

} // namespace signalbox::host
