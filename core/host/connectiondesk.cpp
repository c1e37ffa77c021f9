// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/connectiondesk.h"

#include "core/host/apptokens.h"
#include "core/host/secretkeeper.h"
#include "core/host/secrets.h"
#include "core/net/messagecalls.h"
#include "core/store/connectionrepository.h"
#include "core/store/deliveryrepository.h"
#include "core/store/modelcallrepository.h"
#include "core/store/outboxrepository.h"
#include "core/store/processowner.h"

#include <algorithm>
#include <map>

namespace signalbox::host {

namespace {

using ci::Right;
using ci::RightState;

/// Fine-grained tokens are not to be had on every Enterprise server.
std::string tokenPageOf(const Forge& forge, const std::string& api)
{
    const std::string web = forge.webOf(api);
    if (forge.isGitLab)
        return web + "/-/user_settings/personal_access_tokens";
    return web + (api == forge.publicApi ? "/settings/personal-access-tokens/new" : "/settings/tokens");
}

void describeSecret(ConnectionView& view, const std::vector<std::string>& names)
{
    view.secret = names.front();
    for (const std::string& name : names) {
        const auto found = findSecret(name);
        if (!found && view.fault.empty())
            view.fault = found.error().detail;
        const SecretPlace place = found ? found->place : SecretKeeper::ofProcess().placeOf(name);
        if (place == SecretPlace::Nowhere)
            continue;
        view.secret = name;
        view.secretPlace = place;
        view.secretEnd = found ? endOf(found->value) : std::string();
        return;
    }
}

/// Of a line that names no token of its own, an App comes first.
void describeToken(ConnectionView& view, const RemoteLine& remote)
{
    const Forge& forge = *forgeOf(remote.provider);
    if (!remote.token.empty())
        return describeSecret(view, {remote.token});
    if (forge.isGitLab || !AppTokens::areWanted())
        return describeSecret(view, forge.tokenVariables);
    view.secret = AppTokens::kKey;
    view.secretPlace = AppTokens::keyPlace();
}

/// Whom it reaches, as far as that is no secret.
std::string addressOf(const notify::Receiver& receiver)
{
    if (receiver.way == notify::Way::PagerDuty)
        return receiver.server.empty() ? notify::kPagerDuty : receiver.server;
    if (receiver.way == notify::Way::Mail) {
        std::string all;
        for (const std::string& to : receiver.to)
            all += (all.empty() ? "" : ", ") + to;
        return all;
    }
    const auto target = secretNamed(receiver.variable);
    return target ? net::hostOf(*target) : std::string();
}

std::string keyOf(const model::Settings& settings)
{
    return settings.key.empty() ? "OPENAI_API_KEY" : settings.key;
}

/// Two tokens for one server, by their variables.
void tellTwinsApart(std::vector<ConnectionView>& views)
{
    std::map<std::string, int> sharers;
    for (const ConnectionView& view : views)
        ++sharers[view.address];
    for (ConnectionView& view : views) {
        if (sharers[view.address] > 1)
            view.name += ", " + view.secret;
    }
}

void later(std::optional<UtcTime>& known, const std::optional<UtcTime>& other)
{
    if (other && (!known || *known < *other))
        known = other;
}

} // namespace

std::string ConnectionDesk::idOf(const RemoteLine& remote)
{
    const std::string token = remote.token.empty() ? forgeOf(remote.provider)->tokenVariables.front() : remote.token;
    return remote.provider + "/" + remote.api + "/" + token;
}

std::string ConnectionDesk::secretOf(const Workspace& workspace, const std::string& id)
{
    for (const auto& [name, receiver] : workspace.receivers) {
        if (idOfReceiver(name) == id)
            return receiver.variable;
    }
    return id == kModel && !workspace.model.name.empty() ? keyOf(workspace.model) : std::string();
}

Result<std::vector<ConnectionView>> ConnectionDesk::all() const
{
    std::vector<ConnectionView> views;
    for (const auto add : {&ConnectionDesk::addServers, &ConnectionDesk::addReceivers, &ConnectionDesk::addModel}) {
        if (const auto added = (this->*add)(views); !added)
            return added.error();
    }
    return views;
}

Result<void> ConnectionDesk::addServers(std::vector<ConnectionView>& views) const
{
    const auto lost = store::ConnectionRepository(m_runtime.database()).lost();
    if (!lost)
        return lost.error();
    const auto workspace = m_runtime.workspace();
    for (const auto& [line, remote] : workspace->remotes) {
        const std::string id = idOf(remote);
        auto known = std::ranges::find(views, id, &ConnectionView::id);
        if (known == views.end()) {
            const Forge& forge = *forgeOf(remote.provider);
            known = views.insert(views.end(),
                                 ConnectionView{.id = id,
                                                .provider = remote.provider,
                                                .name = forge.nameOf(remote.api),
                                                .address = remote.api,
                                                .pollEvery = PollPlan::kQuiet,
                                                .tokenPage = tokenPageOf(forge, remote.api)});
            describeToken(*known, remote);
        }
        known->lines.push_back(line);
        if (!remote.heals)
            known->unhealed.push_back(line);
        if (const auto told = know(*known, remote, *lost); !told)
            return told;
    }
    tellTwinsApart(views);
    return {};
}

Result<void> ConnectionDesk::know(ConnectionView& view, const RemoteLine& remote,
                                  const std::map<std::string, store::LostLine>& allLost) const
{
    const auto found = allLost.find(remote.repository);
    const store::LostLine* lost = found == allLost.end() ? nullptr : &found->second;
    if (lost && view.fault.empty()) {
        view.fault = lost->why;
        view.faultKind = allLost.contains(remote.api) ? FaultKind::NoData : FaultKind::Other;
    }
    if (lost)
        view.lost.push_back(remote.repository);
    if (lost && (!view.lostAt || lost->at < *view.lostAt))
        view.lostAt = lost->at;
    const auto next = lost ? m_runtime.nextLook(remote.repository) : std::nullopt;
    if (next && (!view.nextTry || *next < *view.nextTry))
        view.nextTry = next;
    later(view.lastAnswer, m_runtime.lastAnswer(remote.repository));
    const auto delivered = store::DeliveryRepository(m_runtime.database()).lastOf(remote.provider, remote.repository);
    if (!delivered)
        return delivered.error();
    later(view.lastDelivery, *delivered);
    return {};
}

Result<void> ConnectionDesk::addReceivers(std::vector<ConnectionView>& views) const
{
    const auto standings = store::OutboxRepository(m_runtime.database(), store::thisProcess()).standings();
    if (!standings)
        return standings.error();
    const auto workspace = m_runtime.workspace();
    for (const auto& [name, receiver] : workspace->receivers) {
        ConnectionView view{.id = idOfReceiver(name),
                            .kind = ConnectionKind::Receiver,
                            .provider = std::string(notify::wayName(receiver.way)),
                            .name = name,
                            .address = addressOf(receiver),
                            .lines = receiver.lines};
        describeSecret(view, {receiver.variable});
        if (const auto good = m_runtime.courier().check(receiver); !good && view.fault.empty())
            view.fault = good.error().detail;
        const auto standing = std::ranges::find(*standings, name, &store::ReceiverStanding::name);
        if (standing != standings->end()) {
            view.lastAnswer = standing->takenAt;
            if (view.fault.empty() && !standing->fault.empty()) {
                view.fault = standing->fault;
                view.faultKind = FaultKind::NotTaken;
            }
        }
        views.push_back(std::move(view));
    }
    return {};
}

Result<void> ConnectionDesk::addModel(std::vector<ConnectionView>& views) const
{
    const model::Settings settings = m_runtime.workspace()->model;
    if (settings.name.empty())
        return {};
    const auto place = ModelAdviser::placeOf(settings);
    const auto answered = store::ModelCallRepository(m_runtime.database()).lastAnswered(settings.name);
    if (!answered)
        return answered.error();
    ConnectionView view{.id = kModel,
                        .kind = ConnectionKind::Model,
                        .provider = "openai",
                        .name = settings.name,
                        .address = place ? place->server : settings.server,
                        .lastAnswer = *answered,
                        .fault = place ? std::string() : place.error().detail};
    describeSecret(view, {keyOf(settings)});
    views.push_back(std::move(view));
    return {};
}

Result<void> ConnectionDesk::test(const std::string& id, const ci::RightSink& tried, const std::stop_token& stop) const
{
    const auto workspace = m_runtime.workspace();
    if (const RemoteLine* const remote = lineToTry(*workspace, id, stop))
        return m_runtime.remotes().trial(*remote).rights(tried, stop);
    for (const auto& [name, receiver] : workspace->receivers) {
        if (idOfReceiver(name) != id)
            continue;
        const ci::TriedRight right = deliver(receiver, name, stop);
        if (!stop.stop_requested())
            tried(right);
        return stop.stop_requested() ? Error{ErrorCode::Cancelled, "the test of " + name + " was given up"}
                                     : Result<void>();
    }
    if (id != kModel || workspace->model.name.empty())
        return Error{ErrorCode::NotFound, "there is no connection " + id + " any more"};
    const ci::TriedRight right = advise(workspace->model, stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "the test of " + workspace->model.name + " was given up"};
    tried(right);
    return {};
}

/// A repository that is gone, or is not shown to the token, says nothing of what it may do elsewhere.
const RemoteLine* ConnectionDesk::lineToTry(const Workspace& workspace, const std::string& id,
                                            const std::stop_token& stop) const
{
    std::vector<const RemoteLine*> all;
    for (const auto& [line, remote] : workspace.remotes) {
        if (idOf(remote) == id)
            all.push_back(&remote);
    }
    if (all.size() == 1)
        return all.front();
    for (const RemoteLine* const remote : all) {
        const auto read = m_runtime.remotes().trial(*remote).newestRuns(stop);
        if (read || read.error().code != ErrorCode::NotFound)
            return remote;
    }
    return all.empty() ? nullptr : all.front();
}

ci::TriedRight ConnectionDesk::deliver(const notify::Receiver& receiver, const std::string& name,
                                       const std::stop_token& stop) const
{
    const auto began = std::chrono::steady_clock::now();
    const notify::Receipt receipt = m_runtime.courier().test(receiver, stop);
    ci::TriedRight right{.right = Right::Deliver, .state = RightState::Works};
    right.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
    if (receipt.reception != notify::Reception::Taken) {
        right.state = RightState::Fails;
        right.detail = name + " did not take the test: " + receipt.why;
    }
    return right;
}

ci::TriedRight ConnectionDesk::advise(const model::Settings& settings, const std::stop_token& stop) const
{
    const auto began = std::chrono::steady_clock::now();
    const auto answered = m_runtime.adviser().tryOut(settings, stop);
    ci::TriedRight right{.right = Right::Advise, .state = answered ? RightState::Works : RightState::Fails};
    right.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
    right.detail = answered ? std::string() : answered.error().detail;
    return right;
}

} // namespace signalbox::host
