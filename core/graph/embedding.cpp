// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/embedding.h"

namespace signalbox::graph {

namespace {

/// The effects of an inner node: two sub-graphs of one run, or two visits, must not take each other's keys.
class PrefixedEffects final : public Effects {
public:
    PrefixedEffects(Effects& outer, std::string prefix) : m_outer(outer), m_prefix(std::move(prefix)) { }

    Result<Json> perform(const Effect& effect) override { return m_outer.perform(named(effect)); }
    Result<bool> isRecorded(const Effect& effect) override { return m_outer.isRecorded(named(effect)); }

private:
    Effect named(Effect effect) const
    {
        effect.key = m_prefix + effect.key;
        return effect;
    }

    Effects& m_outer;
    const std::string m_prefix;
};

} // namespace

Embedding::Embedding(std::string group, std::map<std::string, std::string> shared)
    : m_group(std::move(group)), m_sharesAll(false), m_shared(std::move(shared))
{
}

std::string Embedding::outside(const std::string& channel) const
{
    if (m_sharesAll)
        return channel;
    const auto at = m_shared.find(channel);
    return at == m_shared.end() ? m_group + "/" + channel : at->second;
}

Channel Embedding::reducerOutside(const std::string& channel, const Channel& inner) const
{
    if (!isOwn(channel))
        return inner;
    return {.reducer = Reducer::Custom, .custom = [inner](const Json& old, const Json& update) -> Result<Json> {
                if (update.is_null())
                    return Json();
                Json value = old;
                if (auto reduced = reduce(inner, value, Json(update)); !reduced)
                    return reduced.error();
                return value;
            }};
}

State Embedding::inside(const State& state) const
{
    State inner = Json::object();
    for (const auto& [name, outer] : m_shared) {
        if (const auto at = state.find(outer); at != state.end())
            inner[name] = *at;
    }
    const std::string own = m_group + "/";
    for (const auto& [name, value] : state.items()) {
        if (name.starts_with(own) && !value.is_null())
            inner[name.substr(own.size())] = value;
    }
    return inner;
}

std::string Embedding::keyPrefix(const State& state) const
{
    const auto visits = fieldOr<std::int64_t>(state, this->visits(), 0);
    return visits == 0 ? m_group + "/" : m_group + "." + std::to_string(visits + 1) + "/";
}

Result<Update> Embedding::run(const Node& node, const State& state, const NodeContext& context) const
{
    PrefixedEffects effects(context.effects, keyPrefix(state));
    const NodeContext innerContext{.run = context.run,
                                   .attempt = context.attempt,
                                   .item = context.item,
                                   .answer = context.answer,
                                   .effects = effects,
                                   .clock = context.clock,
                                   .stop = context.stop};
    if (m_sharesAll)
        return node.run(state, innerContext);
    auto update = node.run(inside(state), innerContext);
    if (!update)
        return update;
    Json values = update->takeValues();
    for (auto& [channel, value] : values.items())
        update->set(outside(channel), std::move(value));
    return update;
}

std::string Embedding::choose(const Condition& condition, const State& state) const
{
    return condition.choose(m_sharesAll ? state : inside(state));
}

Update Embedding::left(const State& state) const
{
    Update update{{visits(), 1}};
    if (m_sharesAll)
        return update;
    const std::string own = m_group + "/";
    for (const auto& [name, value] : state.items()) {
        if (name.starts_with(own) && !value.is_null())
            update.set(name, nullptr);
    }
    return update;
}

} // namespace signalbox::graph
