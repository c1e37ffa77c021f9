// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/lockfilechange.h"

#include <nlohmann/json.hpp>

#include <map>

namespace signalbox::agents {

namespace {

struct Entry {
    std::string version;
    std::string integrity;
};

using Entries = std::map<std::string, Entry>;

/// Version 1 nests; 2 and 3 have one flat map.
void addNested(const Json& dependencies, const std::string& folder, Entries& entries)
{
    for (const auto& [name, value] : dependencies.items()) {
        const std::string path = folder + "node_modules/" + name;
        entries[path] = {fieldOr<std::string>(value, "version", {}), fieldOr<std::string>(value, "integrity", {})};
        addNested(fieldOr<Json>(value, "dependencies", Json::object()), path + "/", entries);
    }
}

Entries entriesOf(const Json& lockfile)
{
    Entries entries;
    const Json packages = fieldOr<Json>(lockfile, "packages", Json());
    if (!packages.is_object()) {
        const Json nested = fieldOr<Json>(lockfile, "dependencies", Json::object());
        if (nested.is_object())
            addNested(nested, "", entries);
        return entries;
    }
    for (const auto& [path, value] : packages.items()) {
        if (!path.empty()) // the project itself
            entries[path] = {fieldOr<std::string>(value, "version", {}), fieldOr<std::string>(value, "integrity", {})};
    }
    return entries;
}

std::string suspicion(const std::string& package, const Entry& before, const Entry& after)
{
    return package + " " + after.version + ": the lockfile has " + before.integrity + ", the registry "
        + (after.integrity.empty() ? "gives no checksum" : after.integrity);
}

} // namespace

Result<LockfileChange> compareLockfiles(std::string_view before, std::string_view after)
{
    const auto now = parseJson(after);
    if (!now)
        return now.error();
    const auto was = parseJson(before);
    const Entries old = was ? entriesOf(*was) : Entries();
    const Entries fresh = entriesOf(*now);
    LockfileChange change;
    for (const auto& [package, entry] : fresh) {
        const auto known = old.find(package);
        if (known == old.end() || known->second.version != entry.version) {
            change.packages.push_back({package, known == old.end() ? "" : known->second.version, entry.version});
            continue;
        }
        ++change.kept;
        if (!known->second.integrity.empty() && known->second.integrity != entry.integrity)
            change.suspicious.push_back(suspicion(package, known->second, entry));
    }
    for (const auto& [package, entry] : old) {
        if (!fresh.contains(package))
            change.packages.push_back({package, entry.version, ""});
    }
    return change;
}

Json toJson(const LockfileChange& change)
{
    Json packages = Json::array();
    for (const PackageChange& one : change.packages)
        packages.push_back({{"package", one.package}, {"before", one.before}, {"after", one.after}});
    return {{"packages", std::move(packages)}, {"kept", change.kept}, {"suspicious", change.suspicious}};
}

} // namespace signalbox::agents
