// SPDX-License-Identifier: GPL-3.0-or-later
// What is the same about the runs of every forge: when an attempt may be begun, and how one is ended.
//
// Thread  any
// Errors  as ci::System
#pragma once

#include "core/ci/cisystem.h"
#include "core/net/forgeapi.h"

#include <optional>

namespace signalbox::net {

/// The attempt that is there already; nothing: it may be asked for. `about`: the run, for messages.
Result<std::optional<int>> begunAlready(const ci::Run& run, const ci::Rerun& how, const std::string& about);

/// `cancel`: the request that ends the run, which may have ended meanwhile.
Result<void> endRun(ForgeApi& api, const ci::Run& run, const ForgeApi::Request& cancel, const std::stop_token& stop);

} // namespace signalbox::net
