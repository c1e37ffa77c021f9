// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/effectledger.h"

namespace signalbox::graph {

namespace {

Json errorToJson(const Error& error)
{
    return {{"code", static_cast<int>(error.code)}, {"detail", error.detail}};
}

Error errorFromJson(const Json& json)
{
    return {static_cast<ErrorCode>(fieldOr<std::int64_t>(json, "code", static_cast<int>(ErrorCode::Internal))),
            fieldOr<std::string>(json, "detail", {})};
}

/// Whether an act that was told to stop may have been broken off in the middle.
bool brokenOff(const Error& error, const std::stop_token& stop)
{
    switch (error.code) {
    case ErrorCode::Cancelled: return true;
    case ErrorCode::Io:
    case ErrorCode::Network:
    case ErrorCode::Timeout: return stop.stop_requested();
    default: return false;
    }
}

Result<Json> outcomeOf(const EffectRecord& record)
{
    return record.failed ? Result<Json>(errorFromJson(record.result)) : Result<Json>(record.result);
}

std::string verdictOf(const Json& ruling)
{
    return fieldOr<std::string>(fieldOr<Json>(ruling, "data", Json::object()), "verdict", {});
}

} // namespace

std::string nameOfDoubt(const EffectRecord& record)
{
    return std::to_string(record.round) + ":" + record.key;
}

bool EffectLedger::ruledOn(const EffectRecord& record) const
{
    return m_scene.ruling != nullptr && m_scene.doubt == nameOfDoubt(record);
}

/// A failed act is tried again only by a later attempt of the step.
bool EffectLedger::actsAgain(const EffectRecord& record) const
{
    return record.failed && m_scene.attempt > record.round;
}

Result<Json> EffectLedger::perform(const Effect& effect)
{
    if (m_held || m_undecided || m_broken) // the step has ended, even if its node goes on
        return Error{ErrorCode::Conflict, "the step has ended"};
    auto stored = m_scene.journal.findEffect(m_scene.lease.run, effect.key);
    if (!stored)
        return breakOff(stored.error());
    const bool triesAgain = *stored && (*stored)->failed && rehearses();
    if (!*stored || triesAgain)
        return begin(effect);
    EffectRecord record = **std::move(stored);
    if (!record.finished || actsAgain(record))
        return settle(effect, std::move(record));
    return outcomeOf(record);
}

Result<bool> EffectLedger::isRecorded(const Effect& effect)
{
    const auto stored = m_scene.journal.findEffect(m_scene.lease.run, effect.key);
    if (!stored)
        return breakOff(stored.error());
    const bool counts = *stored && (*stored)->finished && !((*stored)->failed && rehearses());
    if (counts || !rehearses())
        return counts && !actsAgain(**stored);
    const auto known = recorded(effect);
    if (!known)
        return breakOff(known.error());
    return known->has_value();
}

/// Nothing is stored of it yet.
Result<Json> EffectLedger::begin(const Effect& effect)
{
    EffectRecord fresh{.key = effect.key, .safety = effect.safety, .intent = effect.intent, .round = m_scene.attempt};
    if (rehearses())
        return rehearse(effect, std::move(fresh));
    if (m_scene.lease.acting == Acting::Asking && effect.safety != SafetyClass::Observe)
        return ask(effect, std::move(fresh));
    return act(effect, std::move(fresh));
}

/// What the original, or one that it was forked from, did under this key with this intent.
Result<std::optional<EffectRecord>> EffectLedger::recorded(const Effect& effect)
{
    for (const RunId run : m_scene.lease.record) {
        auto found = m_scene.journal.findEffect(run, effect.key);
        if (!found)
            return found;
        if (*found && (*found)->finished && (*found)->intent == effect.intent)
            return found;
    }
    return std::optional<EffectRecord>();
}

Result<Json> EffectLedger::rehearse(const Effect& effect, EffectRecord record)
{
    const auto known = recorded(effect);
    if (!known)
        return breakOff(known.error());
    if (!*known && effect.safety == SafetyClass::Observe)
        return act(effect, std::move(record));
    record.finished = true;
    record.rehearsed = true;
    record.failed = !*known || (*known)->failed;
    record.result = *known
        ? (*known)->result
        : errorToJson({ErrorCode::Conflict,
                       "rehearsal: \"" + effect.key + "\" of class " + std::string(safetyName(effect.safety))
                           + " is not in the record of the original, and was not done"});
    return store(record);
}

/// A fork does nothing that was decided for another run: a person says so first.
Result<Json> EffectLedger::ask(const Effect& effect, EffectRecord record)
{
    if (!ruledOn(record)) {
        record.begun = false;
        m_undecided = std::move(record);
        return Error{ErrorCode::Conflict, "\"" + effect.key + "\" of a fork needs a person's word"};
    }
    if (verdictOf(*m_scene.ruling) == "approve")
        return act(effect, std::move(record));
    record.finished = true;
    record.failed = true;
    record.result = errorToJson({ErrorCode::Conflict, "refused by a person"});
    return store(record);
}

Error EffectLedger::breakOff(const Error& error)
{
    m_broken = error;
    return error;
}

Result<Json> EffectLedger::act(const Effect& effect, EffectRecord record)
{
    if (m_scene.stop.stop_requested())
        return Error{ErrorCode::Cancelled, "told to stop before \"" + effect.key + "\""};
    if (effect.safety != SafetyClass::Observe) {
        if (rehearses())
            return Error{ErrorCode::Conflict, "a rehearsal does not do \"" + effect.key + "\""};
        if (m_scene.mayStep && !m_scene.mayStep()) {
            m_held = true;
            return Error{ErrorCode::Conflict, "held"};
        }
        if (m_scene.lease.durability < Durability::Normal)
            return Error{ErrorCode::InvalidInput,
                         "effect \"" + effect.key + "\" of class " + std::string(safetyName(effect.safety))
                             + " needs durability normal or full"};
    }
    record.finished = false;
    record.failed = false;
    if (auto stored = m_scene.journal.storeIntent(m_scene.lease, record, m_scene.node); !stored)
        return breakOff(stored.error());
    m_scene.clock.setActing(true);
    auto outcome = effect.act(m_scene.stop);
    m_scene.clock.setActing(false);
    return finish(std::move(record), std::move(outcome));
}

/// An act broken off by a stop leaves its intent open: what happened is found out when the run goes on.
Result<Json> EffectLedger::finish(EffectRecord record, Result<Json> outcome)
{
    if (!outcome && brokenOff(outcome.error(), m_scene.stop))
        return outcome;
    record.finished = true;
    record.failed = !outcome;
    record.result = outcome ? *std::move(outcome) : errorToJson(outcome.error());
    return store(record);
}

/// A finished record; answers with what it says.
Result<Json> EffectLedger::store(const EffectRecord& record)
{
    if (auto stored = m_scene.journal.storeResult(m_scene.lease, record, m_scene.node); !stored)
        return breakOff(stored.error());
    return outcomeOf(record);
}

Result<Json> EffectLedger::settle(const Effect& effect, EffectRecord record)
{
    if (effect.safety == SafetyClass::Observe) {
        record.round = m_scene.attempt;
        return act(effect, std::move(record));
    }
    Reconciled found;
    if (effect.reconcile) {
        m_scene.clock.setActing(true);
        auto answer = effect.reconcile(m_scene.stop);
        m_scene.clock.setActing(false);
        if (!answer)
            return answer.error();
        found = *std::move(answer);
    }
    if (found.fate == Reconciled::Fate::Done)
        return finish(std::move(record), std::move(found.result));
    bool again = found.fate == Reconciled::Fate::NotDone;
    if (!again && ruledOn(record)) {
        again = verdictOf(*m_scene.ruling) == "approve";
        if (!again)
            return finish(std::move(record), Error{ErrorCode::Conflict, "counted as failed by a person"});
    }
    if (!again) {
        m_undecided = std::move(record);
        return Error{ErrorCode::Conflict, "nobody can tell whether \"" + effect.key + "\" happened"};
    }
    record.round = std::max(record.round + 1, m_scene.attempt);
    return act(effect, std::move(record));
}

} // namespace signalbox::graph
