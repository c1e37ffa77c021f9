// SPDX-License-Identifier: GPL-3.0-or-later
// Advice on a failure that a person is asked about: what a language model is asked, and what of its answer counts. It
// may choose among what is offered, and nothing else; what a log says is data to it.
//
// Thread  any: pure
// Errors  of adviceFrom(): InvalidInput, what is wrong with the answer
// Source  SPEC 2
#pragma once

#include "core/model/language.h"

#include <vector>

namespace signalbox::model {

struct Offer {
    std::string choice; // "take_over", "try_fix:clear_caches_and_rerun"
    int tried = 0; // times against this failure
    int worked = 0;
};

/// What is known of the failure. Redacted already.
struct Failure {
    std::string line, branch, job, step;
    int exitCode = 0;
    std::string failureClass; // by the rules; "unknown"
    std::string reason; // why a person is asked
    std::vector<std::string> excerpt; // of the log, around the evidence
    std::vector<std::string> history; // fixes tried in this run: "rerun_failed_jobs: failed"
    std::vector<Offer> offers;
};

struct Advice {
    std::string choice; // of an offer
    std::string why;
    std::string against; // the strongest counter-argument
    double confidence = 0; // share, by its own word
};

/// Bytes of an answer; a longer one is left out.
inline constexpr std::size_t kMostAnswer = 16ULL << 10;

Prompt promptFor(const Failure& failure);
/// The same again, after an answer that was not of the form.
Prompt askedAgain(Prompt prompt, const std::string& fault);
/// Of the form and of what was offered; its words are made harmless, and cut where they are long.
Result<Advice> adviceFrom(std::string_view answer, const Failure& failure);

Json toJson(const Advice& advice);
Advice adviceFromJson(const Json& json);

} // namespace signalbox::model
