// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that only a passphrase opens.
//
// Thread  any: pure, but it takes time and memory on purpose, and asks the system for randomness
// Errors  InvalidInput: another passphrase, or parameters that nobody has written; Io: the box is damaged, or there is
//         no memory for the key
// Source  Argon2id (RFC 9106) and XSalsa20-Poly1305, from libsodium: crypto_pwhash, crypto_secretbox
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace signalbox {

/// How a key was made of a passphrase; they stand beside what is sealed.
struct SealParameters {
    std::string salt; // hex
    std::int64_t operations = 0;
    std::int64_t memory = 0; // bytes
    std::string check; // hex: of the key, so that another passphrase is told from a damaged box
};

class SealKey {
public:
    /// A new key, with parameters of its own.
    static Result<SealKey> make(std::string_view passphrase);
    /// The key again.
    static Result<SealKey> derive(std::string_view passphrase, const SealParameters& parameters);
    ~SealKey();
    SealKey(SealKey&& other) noexcept;
    SealKey& operator=(SealKey&& other) noexcept;

    const SealParameters& parameters() const { return m_parameters; }
    std::string seal(std::string_view text) const; // hex; another one each time
    Result<std::string> open(std::string_view box) const;

private:
    SealKey() = default;
    Result<void> stretch(std::string_view passphrase);

    SealParameters m_parameters;
    std::string m_key; // wiped by the destructor
};

} // namespace signalbox
