// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/secretfile.h"

#include "core/base/json.h"
#include "core/host/fileturn.h"
#include "core/local/files.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargest = 4 * 1024 * 1024;

Error damaged(const fs::path& file)
{
    return {ErrorCode::InvalidInput,
            file.string() + " is damaged; restore it, or remove it and give the secrets again"};
}

std::set<std::string> namesIn(const Json& json, std::string_view key)
{
    const auto names = fieldOr<std::vector<std::string>>(json, key, {});
    return {names.begin(), names.end()};
}

Json toJson(const SecretFile& file)
{
    Json json{{"changes", file.changes}, {"keychain", file.keychain}};
    if (file.sealed)
        json["sealed"] = {{"names", file.sealed->names},
                          {"salt", file.sealed->parameters.salt},
                          {"operations", file.sealed->parameters.operations},
                          {"memory", file.sealed->parameters.memory},
                          {"check", file.sealed->parameters.check},
                          {"box", file.sealed->box}};
    return json;
}

} // namespace

fs::path SecretFile::beside(const fs::path& store)
{
    return store.parent_path() / (store.stem().string() + ".secrets.json");
}

Result<SecretFile> SecretFile::read(const fs::path& file)
{
    const auto content = local::readFile(file, kLargest);
    if (!content && content.error().code == ErrorCode::NotFound)
        return SecretFile();
    if (!content)
        return content.error();
    const auto json = parseJson(*content);
    if (!json || !json->is_object())
        return damaged(file);
    SecretFile read;
    read.changes = fieldOr<std::int64_t>(*json, "changes", 0);
    read.keychain = namesIn(*json, "keychain");
    if (!json->contains("sealed"))
        return read;
    const Json sealed = fieldOr<Json>(*json, "sealed", Json::object());
    read.sealed = Sealed{.names = namesIn(sealed, "names"),
                         .parameters = {.salt = fieldOr<std::string>(sealed, "salt", {}),
                                        .operations = fieldOr<std::int64_t>(sealed, "operations", 0),
                                        .memory = fieldOr<std::int64_t>(sealed, "memory", 0),
                                        .check = fieldOr<std::string>(sealed, "check", {})},
                         .box = fieldOr<std::string>(sealed, "box", {})};
    if (read.sealed->box.empty() || read.sealed->parameters.check.empty())
        return damaged(file);
    return read;
}

Result<void> SecretFile::change(const fs::path& file, const std::function<Result<void>(SecretFile&)>& edit)
{
    if (auto made = local::makeFolder(file.parent_path()); !made)
        return made;
    const auto turn = turnAt(file);
    if (!turn)
        return turn.error();
    auto changed = read(file);
    if (!changed)
        return changed.error();
    if (auto edited = edit(*changed); !edited)
        return edited;
    ++changed->changes;
    return local::replaceFile(file, toJson(*changed).dump(2) + "\n");
}

Result<SecretFile::Values> SecretFile::open(const SealKey& key) const
{
    if (!sealed)
        return Values();
    const auto text = key.open(sealed->box);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json || !json->is_object())
        return Error{ErrorCode::Io, "it is damaged"};
    Values values;
    for (const auto& [name, value] : json->items()) {
        if (value.is_string())
            values.emplace(name, value.get<std::string>());
    }
    return values;
}

void SecretFile::seal(const Values& values, const SealKey& key)
{
    if (values.empty()) {
        sealed.reset();
        return;
    }
    Sealed now{.names = {}, .parameters = key.parameters(), .box = key.seal(Json(values).dump())};
    for (const auto& [name, value] : values)
        now.names.insert(name);
    sealed = std::move(now);
}

} // namespace signalbox::host
