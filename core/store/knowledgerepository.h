// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen and tried, by failure signature.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound, InvalidInput (a bad import), Io
#pragma once

#include "core/record/knowledge.h"
#include "core/store/act.h"
#include "core/store/database.h"

namespace signalbox::store {

/// One run that failed with this signature.
struct Occurrence {
    std::string signature;
    std::string failureClass;
    RunId run;
    std::string line;
    UtcTime at;
};

class KnowledgeRepository {
public:
    explicit KnowledgeRepository(Database& database) : m_database(database) { }

    /// Counts once for each (run, attempt), however often it is told.
    Result<void> record(const record::FixOutcome& outcome);
    /// Counts once for each run.
    Result<void> noteOccurrence(const Occurrence& occurrence);

    Result<std::vector<record::KnowledgeRecord>> find(const std::string& signature); // empty: nothing tried yet
    Result<std::vector<record::KnowledgeRecord>> list(int limit = 10'000); // last seen first
    Result<int> occurrences(const std::string& signature);

    /// Everything about a signature, its switches too. NotFound where there is nothing.
    Result<void> forget(const std::string& signature, const Act& act);
    Result<std::string> exportText();
    /// What importText() would do now. Errors: as that one.
    Result<record::ImportPlan> planImport(std::string_view text);
    /// Of two records of one fix the one with more tries stays, so that an import can be repeated. Answers with how
    /// many records it took over.
    Result<int> importText(std::string_view text, const Act& act);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
