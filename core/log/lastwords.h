// SPDX-License-Identifier: GPL-3.0-or-later
// What to show of a failure that no pattern knows: the line among its last ones that says most.
#pragma once

#include "core/log/evidence.h"

#include "core/base/redaction.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::log {

constexpr std::size_t kMaxCauseLines = 6;

/// `text` as it may be shown and stored: redacted, neutralised, not too long.
std::string shown(std::string_view text, const Redactor& redactor);

/// The line to call the root cause first, then its like, in their order.
std::vector<CauseLine> lastWords(const std::vector<NumberedLine>& tail, const PatternSet& patterns,
                                 const Redactor& redactor);

} // namespace signalbox::log
