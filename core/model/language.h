// SPDX-License-Identifier: GPL-3.0-or-later
// The port to a language model, and what is asked and answered.
//
// Thread  any; a call blocks, and ends soon after a stop
// Errors  of ask(): InvalidInput (the model's server refuses what it is asked, or who asks), Network, Timeout,
//         Cancelled
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <stop_token>
#include <string>

namespace signalbox::model {

struct Prompt {
    std::string system; // what is wanted
    std::string user; // what it is about
    std::string form; // the name of the answer's form
    Json schema; // of the answer
    int mostTokens = 600; // of the answer
};

struct Tokens {
    std::int64_t in = 0;
    std::int64_t out = 0;
};

struct Reply {
    std::string text; // as it came
    std::string model; // that answered, as its server names it
    Tokens tokens; // nothing where its server does not tell
    std::string refusal; // why it will not answer; empty: it has
    bool isCut = false; // it went on beyond the most
};

class Language {
public:
    virtual ~Language() = default;
    virtual Result<Reply> ask(const Prompt& prompt, const std::stop_token& stop) = 0;
};

} // namespace signalbox::model
