// SPDX-License-Identifier: GPL-3.0-or-later
// Outages: one failure signature that hits several runs at once, with one run that
// asks a person for all of them. Each hit is judged inside the write transaction, so
// that of many at once, in whatever process, one opens the outage.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound, Io
// Disk    schema.md, hit and outage
#pragma once

#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// How many different runs, not ended yet, within which time are an outage.
struct OutageRule {
    int runs = 3;
    Milliseconds window{10 * 60'000};
};

struct Hit {
    std::string signature;
    std::string failureClass;
    RunId run;
    UtcTime at;
};

struct Outage {
    std::int64_t id = 0;
    RunId lead; // asks for all
    std::optional<std::string> decision; // JSON, once it is closed
};

struct OutageMember {
    RunId run;
    std::string line;
    std::string number; // of the pipeline run
};

class OutageRepository {
public:
    explicit OutageRepository(Database& database) : m_database(database) { }

    /// The outage that the hit opens or joins, if any. What its runs ask people on their own is superseded.
    Result<std::optional<Outage>> hit(const Hit& hit, const OutageRule& rule = {});
    /// The newest outage of a run, if any. Where its lead has ended without a decision, `run` leads from now on.
    Result<std::optional<Outage>> ofRun(RunId run, UtcTime now);
    Result<std::vector<OutageMember>> members(std::int64_t outage); // the lead first, then as they joined
    /// Ends it; a later decision changes nothing.
    Result<void> decide(std::int64_t outage, const std::string& decision, UtcTime now);
    /// Whether those who wait for it have to look: it is decided, or its lead has ended.
    Result<bool> isOver(std::int64_t outage);

private:
    Database& m_database; // outlives this
};

/// Inside a job: whether an open outage of `run` has another run that asks for it.
Result<bool> isAskedForByOthers(Connection& connection, RunId run);

} // namespace signalbox::store
