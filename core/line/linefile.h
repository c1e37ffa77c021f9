// SPDX-License-Identifier: GPL-3.0-or-later
// What a repository says of itself in signalbox.yaml: its jobs and its policy.
//
// Thread  any: pure functions of a text
// Errors  none are thrown; every fault of the file is a Fault with its line
// Source  resources/schemas/signalbox.schema.json, JSON Schema draft 2020-12
#pragma once

#include "core/base/policyrules.h"
#include "core/base/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace signalbox::line {

/// When a job begins, once what it needs has ended.
enum class Begins : std::uint8_t { AfterSuccess, Always, NotByItself };

/// What .gitlab-ci.yml says of a job, whose script is its own.
struct GitLabJob {
    Begins begins = Begins::AfterSuccess;
    bool mayFail = false; // whatever its exit status
    std::string image; // that it wants; empty: none
    std::string deploysTo; // an environment's name; empty: none
    std::vector<std::string> artifactsOf = {}; // jobs whose artifacts it gets
};

/// One job of the local CI.
struct JobSpec {
    std::string name;
    std::vector<std::string> script; // each entry is a command of its own for `sh -e`
    std::vector<std::string> needs;
    Milliseconds timeLimit{600'000};
    std::vector<std::string> cache; // paths relative to the checkout, kept between runs
    std::map<std::string, std::string> environment;
    std::optional<GitLabJob> gitlab = std::nullopt; // of a .gitlab-ci.yml, run by gitlab-ci-local
};

struct LineFile {
    std::vector<JobSpec> jobs; // in an order in which every job comes after what it needs
    PolicyRules policy;
};

struct Fault {
    int line = 0; // counted from 1; 0: the file as a whole
    std::string what; // names the key
};

/// What is wrong with a path of a cache, or nothing. A good one cannot lead out of the checkout.
std::string cachePathFault(std::string_view path);

/// The file's content, or every fault found in it.
std::variant<LineFile, std::vector<Fault>> readLineFile(std::string_view yaml);

} // namespace signalbox::line
