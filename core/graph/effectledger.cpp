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
    if (!*stored) {
        EffectRecord fresh{
            .key = effect.key, .safety = effect.safety, .intent = effect.intent, .round = m_scene.attempt};
        return act(effect, std::move(fresh));
    }
    EffectRecord record = **std::move(stored);
    if (!record.finished || actsAgain(record))
        return settle(effect, std::move(record));
    if (record.failed)
        return errorFromJson(record.result);
    return record.result;
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
    return finish(std::move(record), effect.act(m_scene.stop));
}

/// An act broken off by a stop leaves its intent open: what happened is found out when the run goes on.
Result<Json> EffectLedger::finish(EffectRecord record, Result<Json> outcome)
{
    if (!outcome && brokenOff(outcome.error(), m_scene.stop))
        return outcome;
    record.finished = true;
    record.failed = !outcome;
    record.result = outcome ? *outcome : errorToJson(outcome.error());
    if (auto stored = m_scene.journal.storeResult(m_scene.lease, record, m_scene.node); !stored)
        return breakOff(stored.error());
    return outcome;
}

Result<Json> EffectLedger::settle(const Effect& effect, EffectRecord record)
{
    if (effect.safety == SafetyClass::Observe) {
        record.round = m_scene.attempt;
        return act(effect, std::move(record));
    }
    Reconciled found;
    if (effect.reconcile) {
        auto answer = effect.reconcile(m_scene.stop);
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
