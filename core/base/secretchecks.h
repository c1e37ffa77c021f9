// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a secret from an ordinary value that stands in the same place: a variable, a placeholder, a path, a word.
#pragma once

#include "core/base/secretrules.h"

#include <string_view>

namespace signalbox {

/// Whether `value`, which a rule's shape found, is a secret by the rule's check.
bool holdsUp(SecretCheck check, std::string_view value);

} // namespace signalbox
