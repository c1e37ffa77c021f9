// SPDX-License-Identifier: GPL-3.0-or-later
// Who may deliver to this machine and read from it, by the names of CLI.md, wherever secrets are found.
//
// Thread  any but the GUI's: a keychain may have to be unlocked first
// Errors  those of core/host/secrets.h
#pragma once

#include "core/host/secrets.h"

namespace signalbox::host {

struct ReceptionSecrets {
    static constexpr const char* kGitHub = "GITHUB_WEBHOOK_SECRET";
    static constexpr const char* kGitLab = "GITLAB_WEBHOOK_TOKEN";
    static constexpr const char* kStatus = "SIGNALBOX_STATUS_TOKEN";

    FoundSecret github; // nowhere: its route is off, and so with the next
    FoundSecret gitlab;
    FoundSecret status; // to read status and metrics; nowhere: anybody on this machine may

    static Result<ReceptionSecrets> find();
    bool operator==(const ReceptionSecrets&) const = default;
};

} // namespace signalbox::host
