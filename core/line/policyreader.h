// SPDX-License-Identifier: GPL-3.0-or-later
// The section "policy" of signalbox.yaml.
//
// Thread  any: pure
#pragma once

#include "core/base/policyrules.h"
#include "core/line/fieldreader.h"

namespace signalbox::line {

/// Faults go to `reader`.
PolicyRules readPolicy(FieldReader& reader, const Field& policy);

} // namespace signalbox::line
