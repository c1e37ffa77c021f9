// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the language model, in table model_call: what the month has cost so far, and what equal prompts were
// answered. What a call may cost at most is taken from the month before it is made, inside the write transaction, so
// that all processes together stay within it; one whose end nobody has seen keeps that price.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Io
// Disk    schema.md, model_call
#pragma once

#include "core/store/database.h"

#include <optional>
#include <string>

namespace signalbox::store {

/// Millionths of a dollar.
using MicroUsd = std::int64_t;

struct ModelCall {
    UtcTime at;
    RunId run;
    std::string line;
    std::string model;
    std::string promptHash;
};

struct ModelCallEnd {
    std::string answer; // of the form that was asked for; else empty
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
    MicroUsd cost = 0;
};

/// What calls may cost together, with the one that is to be made.
struct ModelBudget {
    UtcTime from; // since when
    MicroUsd all = 0;
    MicroUsd line = 0; // those of the call's own line
};

class ModelCallRepository {
public:
    explicit ModelCallRepository(Database& database) : m_database(database) { }

    /// What an equal prompt was answered last by this model.
    Result<std::optional<std::string>> answerTo(const std::string& promptHash, const std::string& model);
    /// Notes a call that may cost `most`; nothing where the budget does not hold that.
    Result<std::optional<std::int64_t>> begin(const ModelCall& call, MicroUsd most, const ModelBudget& budget);
    Result<void> end(std::int64_t number, const ModelCallEnd& end);
    Result<MicroUsd> spentSince(UtcTime from);
    /// When the last call of that model began that was answered.
    Result<std::optional<UtcTime>> lastAnswered(const std::string& model);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
