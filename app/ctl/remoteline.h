// SPDX-License-Identifier: GPL-3.0-or-later
// A repository on a server as a line of the workspace.
//
// Thread  the main thread
#pragma once

#include "app/ctl/workplace.h"

namespace signalbox::ctl {

/// What a person says of it; what is left out comes from the environment.
struct RemoteChoice {
    std::string provider = "github"; // "gitlab"
    std::string api; // empty: GITHUB_API_URL, GITLAB_URL, else github.com, gitlab.com
    std::string token; // the variable that holds the token; empty: GH_TOKEN, else GITHUB_TOKEN; GITLAB_TOKEN
    std::string issues = {}; // "open" or "never"; empty: they are opened
    bool heals = true; // false: it is watched only
    host::SharedWorkspace::Keep keep = host::SharedWorkspace::Keep::Saved;
};

/// Makes it a line, once its server lets its runs be read; done where it is one already, as is chosen.
Exit makeRemoteLine(Workplace& workplace, const std::string& repository, const RemoteChoice& choice);

} // namespace signalbox::ctl
