// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's keychain. It may ask a person to unlock it, and takes its time: whoever asks waits so long and no
// longer, and what is answered later is lost.
//
// Thread  any but the GUI's: it blocks. The desktop is asked on one thread, begun with the first question
// Errors  Timeout: it is locked, or does not answer; NotFound: it has no such secret; Io: there is none that works
// Source  QtKeychain 0.13 (Secret Service by libsecret, or KWallet)
#pragma once

#include "core/base/result.h"

#include <string>

namespace signalbox::host::keychain {

/// For a person: what a locked one means, and what to do.
inline constexpr const char* kLocked = "The keychain is locked. Signalbox cannot read tokens. Unlock it and try again.";

Result<std::string> read(const std::string& key);
Result<void> write(const std::string& key, const std::string& secret);
Result<void> remove(const std::string& key);
/// Whether there is one that answers.
Result<void> check();

} // namespace signalbox::host::keychain
