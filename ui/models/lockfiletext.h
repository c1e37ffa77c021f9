// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence for a healed lockfile: which packages change, and the difference line by line.
//
// Thread  any; pure
#pragma once

#include "ui/models/evidencetext.h"

namespace signalbox::ui {

/// Whether the evidence is that of a new lockfile.
bool isLockfileOffer(const Json& evidence);

QList<EvidenceSection> lockfileSections(const Json& evidence);

} // namespace signalbox::ui
