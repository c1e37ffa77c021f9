// SPDX-License-Identifier: GPL-3.0-or-later
// A person's word on what an agent decided in a run, and what it does to the figures.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound (no such run), Io
// Disk    schema.md, feedback
#pragma once

#include "core/record/knowledge.h"
#include "core/store/act.h"
#include "core/store/database.h"

namespace signalbox::store {

struct Feedback {
    RunId run;
    record::Judgement judgement = record::Judgement::Right;
    std::string note;
    Act act;
};

class FeedbackRepository {
public:
    explicit FeedbackRepository(Database& database) : m_database(database) { }

    /// The last word on a run counts; what an earlier one did to the figures is undone first. Answers with how many
    /// records of knowledge it changes.
    Result<int> judge(const Feedback& feedback);
    /// How the runs that failed with this signature were judged.
    Result<record::Judgements> judgements(const std::string& signature);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
