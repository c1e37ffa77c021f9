// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures that prove later who vouched for a text.
//
// Thread  any: pure, but makeSigningKey() asks the system for randomness
// Source  Ed25519 (RFC 8032), from libsodium
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

/// Both halves in hex. The secret one is never logged, exported or stored in the database.
struct SigningKey {
    std::string publicHex; // 64 digits
    std::string secretHex; // 128 digits, the public half included
};

SigningKey makeSigningKey();
/// The key whose secret half is given; nothing where it is none.
std::optional<SigningKey> signingKey(std::string_view secretHex);

std::string sign(std::string_view text, const SigningKey& key); // hex
bool isSignedBy(std::string_view text, std::string_view signatureHex, std::string_view publicHex);

} // namespace signalbox
