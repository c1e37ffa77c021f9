// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of secrets beside the store: the names of those in the desktop's keychain, and those that are sealed.
//
// Thread  any: values; read() and change() do I/O, and of programs that change it at once each builds on the other
// Disk    STORE.secrets.json, mode 0600: {"changes": N, "keychain": [names], "sealed": {"names", "salt", "operations",
//         "memory", "check", "box"}}; the box is JSON {name: value} under the key of core/base/sealing.h
// Errors  InvalidInput: the file is damaged; Io; then nothing has changed
#pragma once

#include "core/base/sealing.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace signalbox::host {

struct SecretFile {
    struct Sealed {
        std::set<std::string> names;
        SealParameters parameters;
        std::string box;
    };

    std::int64_t changes = 0; // grows with each: what is remembered of the file is out of date
    std::set<std::string> keychain;
    std::optional<Sealed> sealed;

    static std::filesystem::path beside(const std::filesystem::path& store);
    /// An empty one where there is none.
    static Result<SecretFile> read(const std::filesystem::path& file);
    static Result<void> change(const std::filesystem::path& file, const std::function<Result<void>(SecretFile&)>& edit);

    using Values = std::map<std::string, std::string>;
    Result<Values> open(const SealKey& key) const; // of `sealed`
    void seal(const Values& values, const SealKey& key);
};

} // namespace signalbox::host
