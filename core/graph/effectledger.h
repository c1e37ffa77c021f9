// SPDX-License-Identifier: GPL-3.0-or-later
// The effects of one task: finds stored results, stores intents and results, and
// finds out what happened to an intent that a crash left without a result.
//
// Thread  that of the task
#pragma once

#include "core/graph/journal.h"
#include "core/graph/taskclock.h"

#include <functional>
#include <optional>

namespace signalbox::graph {

/// One act of one effect: a ruling on it holds for no other.
std::string nameOfDoubt(const EffectRecord& record);

class EffectLedger final : public Effects {
public:
    struct Scene {
        Journal& journal;
        const Lease& lease;
        std::string node;
        int attempt = 1; // of the task, over all drives
        std::string doubt; // nameOfDoubt() of what a person was asked about
        const Json* ruling = nullptr; // the answer: {"by": "person", "data": {"verdict": …}}
        TaskClock& clock;
        std::stop_token stop;
        const std::function<bool()>& mayStep;
    };

    explicit EffectLedger(Scene scene) : m_scene(std::move(scene)) { }

    Result<Json> perform(const Effect& effect) override;
    Result<bool> isRecorded(const Effect& effect) override;

    /// The effect whose outcome nobody knows, if that ended the step.
    const std::optional<EffectRecord>& undecided() const { return m_undecided; }
    /// The step ended because the run may not act now.
    bool held() const { return m_held; }
    /// The journal failed, which says nothing of the step.
    const std::optional<Error>& broken() const { return m_broken; }

private:
    Result<Json> begin(const Effect& effect);
    Result<Json> rehearse(const Effect& effect, EffectRecord record);
    Result<Json> ask(const Effect& effect, EffectRecord record);
    Result<std::optional<EffectRecord>> recorded(const Effect& effect);
    Result<Json> act(const Effect& effect, EffectRecord record);
    Result<Json> store(const EffectRecord& record);
    Result<Json> settle(const Effect& effect, EffectRecord record);
    Result<Json> finish(EffectRecord record, Result<Json> outcome);
    Error breakOff(const Error& error);
    bool ruledOn(const EffectRecord& record) const;
    bool actsAgain(const EffectRecord& record) const;
    bool rehearses() const { return m_scene.lease.acting == Acting::Rehearsal; }

    Scene m_scene;
    std::optional<EffectRecord> m_undecided;
    std::optional<Error> m_broken;
    bool m_held = false;
};

} // namespace signalbox::graph
