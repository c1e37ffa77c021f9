// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/workspace.h"

#include "core/base/codepoint.h"
#include "core/base/json.h"
#include "core/host/forges.h"
#include "core/local/files.h"
#include "core/net/forgeapi.h"
#include "core/store/storefile.h"

#include <nlohmann/json.hpp>

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = 4 * 1024 * 1024;

fs::path dataHome()
{
    if (const char* given = std::getenv("XDG_DATA_HOME"); given && fs::path(given).is_absolute())
        return given;
    if (const char* home = std::getenv("HOME"); home && fs::path(home).is_absolute())
        return fs::path(home) / ".local" / "share";
    std::array<char, 4096> text{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(::getuid(), &entry, text.data(), text.size(), &found);
    return fs::path(found != nullptr ? found->pw_dir : "/") / ".local" / "share";
}

Result<RemoteLine> remoteLine(const std::string& name, const Json& json, const fs::path& from)
{
    RemoteLine remote{.provider = fieldOr<std::string>(json, "provider", "github"),
                      .api = fieldOr<std::string>(json, "api", {}),
                      .repository = fieldOr<std::string>(json, "repository", {}),
                      .token = fieldOr<std::string>(json, "token", {}),
                      .since = {},
                      .opensIssues = fieldOr<bool>(json, "opens_issues", true),
                      .heals = fieldOr<bool>(json, "heals", true)};
    const std::string where = from.string() + ": line " + name + ": ";
    const auto since = parseUtc(fieldOr<std::string>(json, "since", {}));
    if (!since)
        return Error{ErrorCode::InvalidInput, where + "since is a time such as 2026-11-22T13:00:00.000Z"};
    remote.since = *since;
    const Forge* const forge = forgeOf(remote.provider);
    if (!forge)
        return Error{ErrorCode::InvalidInput, where + "provider is github or gitlab"};
    if (!forge->isRepository(remote.repository))
        return Error{ErrorCode::InvalidInput, where + "repository is " + forge->repositoryForm};
    if (const std::string fault = net::apiFault(remote.api, forge->exampleApi); !fault.empty())
        return Error{ErrorCode::InvalidInput, where + "api " + remote.api + " " + fault};
    return remote;
}

Json toJson(const RemoteLine& remote)
{
    return {{"provider", remote.provider},
            {"api", remote.api},
            {"repository", remote.repository},
            {"token", remote.token},
            {"since", formatUtc(remote.since)},
            {"opens_issues", remote.opensIssues},
            {"heals", remote.heals}};
}

} // namespace

fs::path Workspace::defaultStore()
{
    return userFolder() / "signalbox.sqlite";
}

fs::path Workspace::userFolder()
{
    return dataHome() / "signalbox";
}

fs::path Workspace::file() const
{
    return store.parent_path() / (store.stem().string() + ".workspace.json");
}

fs::path Workspace::fetchedLogs() const
{
    return store.parent_path() / (store.stem().string() + ".logs");
}

Result<Workspace> Workspace::load(const std::string& place)
{
    if (place.starts_with("postgresql:") || place.starts_with("postgres:"))
        return Error{ErrorCode::InvalidInput, "--store " + place + ": PostgreSQL is not supported yet; give a file"};
    Workspace workspace;
    std::error_code error;
    if (place.empty()) {
        workspace.store = defaultStore();
    } else {
        const auto given = store::storePath(place);
        if (!given)
            return given.error();
        workspace.store = fs::absolute(*given, error);
    }
    if (!isUtf8(workspace.store.string()))
        return Error{ErrorCode::InvalidInput,
                     "the path of a store is UTF-8, and " + workspace.store.string()
                         + " is not; name another place with --store"};
    workspace.ci = workspace.store.parent_path() / (workspace.store.stem().string() + ".ci");
    if (!fs::exists(workspace.file(), error))
        return workspace;
    if (auto taken = workspace.take(workspace.file()); !taken)
        return taken.error();
    return workspace;
}

Result<Workspace> Workspace::read(const fs::path& file)
{
    Workspace workspace;
    if (auto taken = workspace.take(file); !taken)
        return taken.error();
    return workspace;
}

Result<void> Workspace::take(const fs::path& from)
{
    const auto content = local::readFile(from, kMaxBytes);
    if (!content)
        return content.error();
    const auto json = parseJson(*content);
    if (!json || !json->is_object())
        return Error{ErrorCode::InvalidInput, from.string() + ": no workspace of Signalbox; restore it or remove it"};
    name = fieldOr<std::string>(*json, "name", name);
    ci = fieldOr<std::string>(*json, "ci", ci.string());
    const auto days = fieldOr<std::int64_t>(*json, "keep_checkpoints_days",
                                            json->contains("keep_checkpoints_days") ? -1 : keepCheckpointsDays);
    if (days < 0 || days > kMostDays)
        return Error{ErrorCode::InvalidInput,
                     from.string() + ": keep_checkpoints_days is a whole number from 0, which is for ever, to "
                         + std::to_string(kMostDays)};
    keepCheckpointsDays = static_cast<int>(days);
    for (const char* const map : {"lines", "remotes", "receivers"}) {
        if (json->contains(map) && !(*json)[map].is_object())
            return Error{ErrorCode::InvalidInput, from.string() + ": " + map + " is a map, by name"};
    }
    const Json stored = fieldOr<Json>(*json, "lines", Json::object());
    for (const auto& [line, folder] : stored.items()) {
        if (!folder.is_string())
            return Error{ErrorCode::InvalidInput, from.string() + ": the folder of line " + line + " is a text"};
        lines.emplace(line, folder.get<std::string>());
    }
    const Json elsewhere = fieldOr<Json>(*json, "remotes", Json::object());
    for (const auto& [line, value] : elsewhere.items()) {
        auto remote = remoteLine(line, value, from);
        if (!remote)
            return remote.error();
        remotes.emplace(line, *std::move(remote));
    }
    const Json told = fieldOr<Json>(*json, "receivers", Json::object());
    for (const auto& [receiver, value] : told.items()) {
        auto read = notify::receiverFromJson(value);
        if (!read)
            return Error{ErrorCode::InvalidInput,
                         from.string() + ": receiver " + receiver + ": " + read.error().detail};
        receivers.emplace(receiver, *std::move(read));
    }
    auto advising = model::settingsFromJson(fieldOr<Json>(*json, "model", Json::object()));
    if (!advising)
        return Error{ErrorCode::InvalidInput, from.string() + ": model: " + advising.error().detail};
    model = *std::move(advising);
    const Json received = fieldOr<Json>(*json, "webhooks", Json::object());
    webhooks = {.on = fieldOr<bool>(received, "on", false),
                .address = fieldOr<std::string>(received, "listen", webhooks.address)};
    return {};
}

Result<void> Workspace::save() const
{
    Json lineMap = Json::object();
    for (const auto& [line, folder] : lines) {
        if (!isUtf8(folder.string()))
            return Error{ErrorCode::InvalidInput,
                         "the path of a line is UTF-8, and " + folder.string() + " is not; rename the folder"};
        lineMap[line] = folder.string();
    }
    Json remoteMap = Json::object();
    for (const auto& [line, remote] : remotes)
        remoteMap[line] = toJson(remote);
    Json receiverMap = Json::object();
    for (const auto& [receiver, how] : receivers)
        receiverMap[receiver] = notify::toJson(how);
    Json json{{"name", this->name},
              {"ci", ci.string()},
              {"keep_checkpoints_days", keepCheckpointsDays},
              {"lines", std::move(lineMap)},
              {"remotes", std::move(remoteMap)},
              {"receivers", std::move(receiverMap)}};
    if (!model.name.empty())
        json["model"] = model::toJson(model);
    if (webhooks != Listening())
        json["webhooks"] = {{"on", webhooks.on}, {"listen", webhooks.address}};
    if (auto made = local::makeFolder(store.parent_path()); !made)
        return made.error();
    return local::replaceFile(file(), json.dump(2) + "\n");
}

} // namespace signalbox::host
