// SPDX-License-Identifier: GPL-3.0-or-later
// The time limit of a job where its pipeline is written down, and the smallest change that raises it.
//
// Thread  any: pure functions of texts, which are other people's
// Errors  InvalidInput: why it cannot be raised there, in words for a person
// Source  https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax (timeout-minutes),
//         https://docs.gitlab.com/ci/yaml/#timeout
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::line {

enum class PipelineDialect : std::uint8_t { GitHub, GitLab };

/// A file of a repository that defines a pipeline, or a part of one.
struct PipelineFile {
    std::string path; // ".github/workflows/ci.yml"
    std::string content;
};

/// The limit that ended a job, as its log tells.
struct PassedLimit {
    std::string job; // as its system names it: "build (18)", "build / test", "test 1/3"
    std::string step; // of GitHub, whose own limit it was; empty: the job's
    Milliseconds limit{0};
    std::optional<Milliseconds> ran = {}; // how long the job did, where its system tells
};

/// The first that `lines` tell of, or nothing. Whoever writes the job can make them tell of any.
std::optional<PassedLimit> passedLimit(std::string_view job, std::span<const std::string> lines);

/// Whether a job that ran so long can have been ended by it: its system tells times by clocks of its own.
bool canHaveEnded(Milliseconds limit, Milliseconds ran);

struct RaisedLimit {
    PipelineFile file; // changed
    int line = 0; // counted from 1
    std::string owner; // "job test", "step Install of job test"
    std::string before; // as written: "timeout-minutes: 10"; empty: there was none
    std::string after;
};

/// Twice the limit, where it stands as a number in one place and the system allows for more. Nothing else changes: that
/// is checked. `files`: the pipeline's own one, then those of the same repository that it leads to.
Result<RaisedLimit> raiseLimit(std::span<const PipelineFile> files, PipelineDialect dialect, const PassedLimit& passed);

/// The files of the same repository that a workflow of GitHub takes jobs from (`uses: ./…`).
std::vector<std::string> calledWorkflows(std::string_view yaml);

} // namespace signalbox::line
