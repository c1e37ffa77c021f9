// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of a .gitlab-ci.yml, from what gitlab-ci-local makes of it.
//
// Thread  any: pure functions of texts, which are other people's
// Limits  256 jobs; names of 120 bytes, without characters that are not shown
// Errors  none are thrown; the first fault is a Fault with its line in the file, 0 where it does not stand there
// Source  https://docs.gitlab.com/ci/yaml/; gitlab-ci-local 4.75: --list-json, and expanded-gitlab-ci.yml in its folder
#pragma once

#include "core/line/linefile.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace signalbox::line {

/// What gitlab-ci-local keeps of its own, below the folder that it is started in.
inline constexpr std::string_view kGitLabStateFolder = ".gitlab-ci-local";

struct GitLabTexts {
    std::string_view list; // JSON, behind anything else that was printed
    std::string_view expanded; // the file with all that it includes and extends
    std::string_view file; // as a person wrote it
};

/// The jobs of the pipeline, in an order in which every job comes after what it needs. A job without `needs` needs
/// those of earlier stages. Left out: those that a rule leaves out.
std::variant<std::vector<JobSpec>, Fault> readGitLabJobs(const GitLabTexts& texts);

/// The files of the same repository that a .gitlab-ci.yml includes by their whole names; a Fault where it includes one
/// from elsewhere. A text that cannot be read includes none; one that is more than is read is a Fault.
std::variant<std::vector<std::string>, Fault> localIncludes(std::string_view yaml);

/// The name that gitlab-ci-local gives the folders of a job.
std::string gitlabFolderName(std::string_view job);

} // namespace signalbox::line
