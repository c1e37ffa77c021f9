// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/receptionsecrets.h"

#include <utility>

namespace signalbox::host {

Result<ReceptionSecrets> ReceptionSecrets::find()
{
    ReceptionSecrets secrets;
    for (const auto& [name, into] : {std::pair(kGitHub, &secrets.github), std::pair(kGitLab, &secrets.gitlab),
                                     std::pair(kStatus, &secrets.status)}) {
        auto found = findSecret(name);
        if (!found)
            return found.error();
        *into = *std::move(found);
    }
    return secrets;
}

} // namespace signalbox::host
