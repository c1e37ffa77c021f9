// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/offering.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

Json toJson(const ci::OfferedChange& change)
{
    return {{"number", change.number}, {"page", change.page}, {"branch", change.branch}, {"open", change.isOpen}};
}

std::string text(const graph::State& state, std::string_view channel)
{
    return fieldOr<std::string>(state, channel, {});
}

} // namespace

ci::ChangeOffer offerFor(const graph::State& state, std::string_view kind)
{
    ci::ChangeOffer offer;
    offer.because = {text(state, "line"), text(state, "number")};
    offer.commit = text(state, "commit");
    offer.base = text(state, "branch");
    offer.branch = std::string(kOfferedBranches) + std::string(kind) + "-" + offer.because.number;
    return offer;
}

Result<OfferedFix> openRequest(const SelfHealingPorts& ports, const ci::ChangeOffer& offer, const FilesOf& files,
                               const std::string& key, const graph::NodeContext& context)
{
    const std::string line = offer.because.line;
    graph::Effect effect;
    effect.key = key + ":pull_request";
    effect.safety = SafetyClass::PullRequest;
    effect.intent = {{"action", "open_pull_request"}, {"line", line}, {"branch", offer.branch}, {"base", offer.base}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        auto made = files(stop);
        if (!made)
            return made.error();
        ci::ChangeOffer whole = offer;
        whole.files = *std::move(made);
        const auto opened = ports.changes->offer(whole, stop);
        return opened ? Result<Json>(toJson(*opened)) : opened.error();
    };
    effect.reconcile = [&](const std::stop_token& stop) -> Result<graph::Reconciled> {
        const auto known = ports.changes->find(line, offer.branch, stop);
        if (!known)
            return known.error();
        return *known ? graph::Reconciled{graph::Reconciled::Fate::Done, toJson(**known)}
                      : graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    const auto change = context.effects.perform(effect);
    return change ? Result<OfferedFix>(OfferedFix{"offered", "offered", *change, {}}) : change.error();
}

Result<OfferedFix> notMade(const Error& error)
{
    if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::NotFound)
        return error;
    return OfferedFix{"", "not_made", {}, error.detail};
}

std::string tableCell(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' ' || c == '`' || c == '|' || c == 0x7f; }, '?');
    return "`" + text + "`";
}

} // namespace signalbox::agents
