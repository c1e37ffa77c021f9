// SPDX-License-Identifier: GPL-3.0-or-later
// A second opinion for the person who is asked about a failure: a note beside the evidence, which changes nothing.
//
// Thread  any; advise() blocks, and ends soon after a stop
// Source  SPEC 2
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/advice.h"

#include <optional>

namespace signalbox::agents {

/// One exchange with the model, as it is shown in the run.
struct Exchange {
    std::string system, user; // what was asked, redacted
    std::string answer; // as it came, redacted; empty: none did
    std::string fault; // why it is left out; empty: it counts
    std::string promptHash;
    model::Tokens tokens;
    double costUsd = 0;
    Milliseconds took{0};
    bool cached = false; // an equal prompt had been answered
};

struct Advised {
    std::string model; // that was asked
    std::optional<model::Advice> advice;
    std::string note; // why there is none: "no_place", "budget", "resting", "refused", "silent", "malformed"; empty:
                      // there is
    std::string detail; // what was said then
    std::vector<Exchange> exchanges;
};

class Adviser {
public:
    virtual ~Adviser() = default;
    /// Whether a model is to be asked at all.
    virtual bool isOn() = 0;
    /// Whatever goes wrong is told in the note: only a stop, or a store that fails, is an error.
    virtual Result<Advised> advise(RunId run, const model::Failure& failure, const std::stop_token& stop) = 0;
};

Json toJson(const Advised& advised);

} // namespace signalbox::agents
