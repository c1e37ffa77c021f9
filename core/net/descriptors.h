// SPDX-License-Identifier: GPL-3.0-or-later
// How many connections the system lets this program hold.
//
// Thread  any
#pragma once

#include <cstddef>

namespace signalbox::net {

/// Raises the limit of open descriptors as far as `wanted` connections need it and the system allows, and answers with
/// how many connections that is enough for.
std::size_t roomForConnections(std::size_t wanted);

} // namespace signalbox::net
