// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/storagedesk.h"

#include "core/store/auditlog.h"
#include "core/store/retention.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kDay{86'400'000};
constexpr std::string_view kRuns = "SELECT COUNT(*) FROM run";
constexpr std::string_view kCheckpoints = "SELECT COUNT(*) FROM checkpoint";

std::int64_t sizeOf(const fs::path& file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

/// Without what cannot be read, and without what links lead to.
std::int64_t sizeOfFolder(const fs::path& folder)
{
    std::int64_t bytes = 0;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (at->is_regular_file(error) && !at->is_symlink(error))
            bytes += sizeOf(at->path());
    }
    return bytes;
}

Result<void> possible(int days)
{
    if (days >= 1 && days <= Workspace::kMostDays)
        return {};
    return Error{ErrorCode::InvalidInput, "an age is 1 to " + std::to_string(Workspace::kMostDays) + " days"};
}

} // namespace

Result<StorageView> StorageDesk::view()
{
    const auto workspace = m_scene.workspace.now();
    StorageView view;
    view.store = workspace->store;
    view.workspaceFile = workspace->file();
    view.logs = workspace->ci;
    view.audit = Workspace::userFolder() / "audit";
    for (const char* part : {"", "-wal", "-shm"})
        view.storeBytes += sizeOf(fs::path(workspace->store.string() + part));
    view.logBytes = sizeOfFolder(workspace->ci) + sizeOfFolder(workspace->fetchedLogs());
    view.keepCheckpointsDays = workspace->keepCheckpointsDays;
    auto connection = m_scene.database.reader();
    if (!connection)
        return connection.error();
    const auto runs = (*connection)->number(kRuns);
    const auto checkpoints = (*connection)->number(kCheckpoints);
    const auto head = store::AuditRepository(m_scene.database).head();
    if (!runs || !checkpoints || !head)
        return !runs ? runs.error() : !checkpoints ? checkpoints.error() : head.error();
    view.runs = *runs;
    view.checkpoints = *checkpoints;
    view.records = head->count;
    return view;
}

Result<PruningOffer> StorageDesk::plan(int days)
{
    if (auto good = possible(days); !good)
        return good.error();
    const auto found = store::Retention(m_scene.database).preview(m_scene.clock.now() - days * kDay);
    if (!found)
        return found.error();
    return PruningOffer{.days = days, .runs = found->runs, .checkpoints = found->checkpoints, .bytes = found->bytes};
}

Result<std::int64_t> StorageDesk::prune(int days)
{
    if (auto good = possible(days); !good)
        return good.error();
    const UtcTime now = m_scene.clock.now();
    std::int64_t removed = 0;
    for (bool more = true; more;) {
        const auto some = store::Retention(m_scene.database).pruneSome({.endedBefore = now - days * kDay, .now = now});
        if (!some)
            return some.error();
        removed += some->checkpoints;
        more = some->more;
    }
    if (auto noted = note("store_pruned", {{"days", days}, {"checkpoints", removed}}); !noted)
        return noted.error();
    return removed;
}

Result<void> StorageDesk::keep(int days)
{
    const int before = m_scene.workspace.now()->keepCheckpointsDays;
    if (before == days)
        return {};
    if (auto kept = m_scene.workspace.keepCheckpoints(days); !kept)
        return kept;
    return note("retention_changed", {{"from_days", before}, {"to_days", days}});
}

Result<void> StorageDesk::note(const char* action, const Json& data)
{
    record::AuditEntry entry{.at = m_scene.clock.now(),
                             .actor = m_scene.person,
                             .action = action,
                             .subject = "store",
                             .line = {},
                             .reason = {},
                             .evidenceHash = {},
                             .data = dumpJson(data)};
    return m_scene.database.writer().write([&](store::Connection& connection, store::Changes& changes) {
        return store::appendAudit(connection, changes, std::move(entry));
    });
}

} // namespace signalbox::host
