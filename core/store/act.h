// SPDX-License-Identifier: GPL-3.0-or-later
// Who does something to the store, and when: for the audit log.
//
// Thread  any: a value
#pragma once

#include "core/base/time.h"

#include <string>

namespace signalbox::store {

struct Act {
    std::string by; // a person
    UtcTime at;
};

} // namespace signalbox::store
