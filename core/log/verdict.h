// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the root cause among everything that was seen.
#pragma once

#include "core/log/evidence.h"

#include "core/base/redaction.h"

namespace signalbox::log {

/// What failed and why: everything of a Classification but the counts. Texts are redacted and neutralised.
Classification judge(const Evidence& evidence, const PatternSet& patterns, const Redactor& redactor);

/// Judges a made-up failure, so that expressions are compiled before the last byte of a log comes and not after it.
void rehearse(const PatternSet& patterns, const Redactor& redactor);

} // namespace signalbox::log
