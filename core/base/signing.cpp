// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signing.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using SecretKey = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t Size>
std::string toHex(const std::array<unsigned char, Size>& bytes)
{
    std::string hex(Size * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

template <std::size_t Size>
bool fromHex(std::string_view hex, std::array<unsigned char, Size>& bytes)
{
    std::size_t length = 0;
    return hex.size() == Size * 2
        && sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, nullptr) == 0
        && length == Size;
}

} // namespace

SigningKey makeSigningKey()
{
    PublicKey open{};
    SecretKey secret{};
    crypto_sign_keypair(open.data(), secret.data());
    SigningKey key{toHex(open), toHex(secret)};
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::optional<SigningKey> signingKey(std::string_view secretHex)
{
    SecretKey secret{};
    if (!fromHex(secretHex, secret))
        return std::nullopt;
    // The second half of the secret is the public key that belongs to the first: a mismatch is no key.
    PublicKey open{};
    SecretKey made{};
    crypto_sign_seed_keypair(open.data(), made.data(), secret.data());
    const bool whole = std::ranges::equal(made, secret);
    sodium_memzero(made.data(), made.size());
    sodium_memzero(secret.data(), secret.size());
    if (!whole)
        return std::nullopt;
    return SigningKey{toHex(open), std::string(secretHex)};
}

std::string sign(std::string_view text, const SigningKey& key)
{
    SecretKey secret{};
    Signature signature{};
    if (!fromHex(key.secretHex, secret))
        return {};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(text), text.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return toHex(signature);
}

bool isSignedBy(std::string_view text, std::string_view signatureHex, std::string_view publicHex)
{
    PublicKey open{};
    Signature signature{};
    return fromHex(publicHex, open) && fromHex(signatureHex, signature)
        && crypto_sign_verify_detached(signature.data(), bytesOf(text), text.size(), open.data()) == 0;
}

} // namespace signalbox
