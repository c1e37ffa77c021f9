// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned as a person looks at it: where each pattern comes from, the runs that speak for it or against it,
// and how far agents may go with it.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound, Io
#pragma once

#include "core/record/knowledge.h"
#include "core/store/act.h"
#include "core/store/database.h"

#include <optional>

namespace signalbox::store {

/// A record, and where it comes from.
struct Pattern {
    record::KnowledgeRecord record;
    int seen = 0; // runs here that failed with the signature
    std::optional<RunId> firstTry; // of the fix, here; nothing: it was imported
};

/// A run that failed with the signature, and how one fix did in it.
struct EvidenceRun {
    RunId run;
    std::string line;
    UtcTime at;
    std::optional<bool> worked{}; // nothing: the fix was not tried, or has not ended
    Milliseconds healTime{0};
    std::optional<record::Judgement> judged{}; // by a person
};

class PatternRepository {
public:
    explicit PatternRepository(Database& database) : m_database(database) { }

    /// Last seen first.
    Result<std::vector<Pattern>> list();
    /// Newest first.
    Result<std::vector<EvidenceRun>> evidence(const std::string& signature, const std::string& fix, int limit);
    /// NotFound where there is no such pattern.
    Result<void> setSwitch(const std::string& signature, const std::string& fix, record::PatternSwitch set,
                           const Act& act);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
