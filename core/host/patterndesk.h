// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with what was learned, for the window and for signalboxctl: looks at it with its evidence, says
// how far agents may go with it, takes it over from a file, writes it to one, forgets it.
//
// Thread  any but the store thread; blocks on I/O
// Errors  NotFound, InvalidInput (a bad file, naming it), Conflict (locked by policy; the file is another one), Io
#pragma once

#include "core/base/policyrules.h"
#include "core/host/views.h"
#include "core/store/database.h"

#include <filesystem>

namespace signalbox::host {

class PatternDesk {
public:
    PatternDesk(store::Database& database, const Clock& clock, std::string person)
        : m_database(database), m_clock(clock), m_person(std::move(person))
    {
    }

    Result<std::vector<KnowledgeRow>> patterns(); // last used first
    Result<std::vector<EvidenceRow>> evidence(const PatternKey& pattern, int limit); // newest first
    Result<void> set(const PatternKey& pattern, record::PatternSwitch to);
    Result<int> judge(RunId run, record::Judgement judgement, const std::string& note);
    Result<void> forget(const std::string& signature);

    /// What importFile() would do, and the digest that it is then asked with.
    Result<ImportOffer> planImport(const std::filesystem::path& file);
    Result<int> importFile(const std::filesystem::path& file, const std::string& digest);
    Result<void> exportTo(const std::filesystem::path& file); // takes its place once it is whole

private:
    Result<std::vector<PolicyRules>> policies();

    store::Database& m_database; // outlives this
    const Clock& m_clock; // outlives this
    const std::string m_person;
};

/// Why no policy here lets agents act with this fix on their own.
AutoLock lockOf(const std::string& fix, const std::vector<PolicyRules>& policies);

} // namespace signalbox::host
