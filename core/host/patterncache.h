// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled patterns, kept in the user's cache folder: compiling takes a second, reading them milliseconds.
//
// Thread  any; the calls block on I/O
// Errors  InvalidInput for patterns that cannot be compiled. A cache that cannot be read or written costs time only
// Disk    one file a kind: the fingerprint of what was compiled, by which engine for which processor; the fingerprint
//         of the bytes; the bytes. A file in which either differs is replaced
#pragma once

#include "core/log/classify.h"
#include "core/log/scanner.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace signalbox::host {

class PatternCache {
public:
    /// An empty folder: nothing is kept.
    explicit PatternCache(std::filesystem::path folder = userFolder()) : m_folder(std::move(folder)) { }

    /// $XDG_CACHE_HOME/signalbox, or what stands in for it; empty where there is no home either.
    static std::filesystem::path userFolder();

    /// The catalogue that is built into the program.
    Result<std::shared_ptr<const log::Catalogue>> catalogue() const;
    Result<std::shared_ptr<const log::Catalogue>> catalogue(const std::string& json) const;

    /// Expressions to find matching lines with.
    Result<std::shared_ptr<const log::ExpressionSet>> lineExpressions(const std::vector<std::string>& texts) const;

private:
    std::string kept(const char* name, const std::string& key) const; // empty: nothing that can be used
    void keep(const char* name, const std::string& key, const std::string& bytes) const;

    std::filesystem::path m_folder;
};

} // namespace signalbox::host
