// SPDX-License-Identifier: GPL-3.0-or-later
// A change that is offered for review where a line is: a pull request of GitHub, a merge request of GitLab.
//
// Thread  any: values
#pragma once

#include "core/ci/cisystem.h"

namespace signalbox::ci {

struct ChangedFile {
    std::string path; // in the repository
    std::string content;
};

/// Files anew, in one commit on a branch of its own. The branch names the offer: it is made once.
struct ChangeOffer {
    RunRef because; // the run that it mends
    std::string commit; // that it stands on
    std::string base; // the branch that it is offered to
    std::string branch; // "signalbox/lockfile-9000000001"
    std::vector<ChangedFile> files;
    std::string title; // of the commit too
    std::string text; // Markdown
};

struct OfferedChange {
    std::int64_t number = 0;
    std::string page; // for people
    std::string branch;
    bool isOpen = true;
    bool isMerged = false;
};

} // namespace signalbox::ci
