// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sealing.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace signalbox {

namespace {

constexpr std::string_view kCheck = "signalbox secrets 1";
constexpr std::size_t kCheckBytes = 16;
constexpr std::int64_t kMostOperations = 10; // nobody is made to wait, or out of memory, by a file
constexpr std::int64_t kMostMemory = 1LL << 30;

unsigned char* bytesOf(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string toHex(std::string_view bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytesOf(bytes), bytes.size());
    hex.pop_back();
    return hex;
}

/// Empty where it is no hex.
std::string fromHex(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    std::size_t length = 0;
    const bool isHex
        = sodium_hex2bin(bytesOf(bytes), bytes.size(), hex.data(), hex.size(), nullptr, &length, nullptr) == 0
        && length * 2 == hex.size();
    return isHex ? bytes : std::string();
}

std::string checkOf(std::string_view key)
{
    std::string check(kCheckBytes, '\0');
    crypto_generichash(bytesOf(check), check.size(), bytesOf(kCheck), kCheck.size(), bytesOf(key), key.size());
    return toHex(check);
}

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

SealKey::~SealKey()
{
    sodium_memzero(m_key.data(), m_key.size());
}

SealKey::SealKey(SealKey&& other) noexcept
    : m_parameters(std::move(other.m_parameters)), m_key(std::exchange(other.m_key, {}))
{
}

SealKey& SealKey::operator=(SealKey&& other) noexcept
{
    std::swap(m_parameters, other.m_parameters);
    std::swap(m_key, other.m_key);
    return *this;
}

Result<SealKey> SealKey::make(std::string_view passphrase)
{
    if (passphrase.empty())
        return Error{ErrorCode::InvalidInput, "secrets are sealed under a passphrase; none was given"};
    SealKey key;
    std::string salt(crypto_pwhash_SALTBYTES, '\0');
    if (!isReady())
        return Error{ErrorCode::Io, "this computer gives no random numbers"};
    randombytes_buf(salt.data(), salt.size());
    key.m_parameters = {.salt = toHex(salt),
                        .operations = crypto_pwhash_OPSLIMIT_MODERATE,
                        .memory = crypto_pwhash_MEMLIMIT_MODERATE,
                        .check = {}};
    if (const auto stretched = key.stretch(passphrase); !stretched)
        return stretched.error();
    key.m_parameters.check = checkOf(key.m_key);
    return key;
}

Result<SealKey> SealKey::derive(std::string_view passphrase, const SealParameters& parameters)
{
    SealKey key;
    key.m_parameters = parameters;
    if (const auto stretched = key.stretch(passphrase); !stretched)
        return stretched.error();
    if (checkOf(key.m_key) != parameters.check)
        return Error{ErrorCode::InvalidInput, "it was sealed under another passphrase"};
    return key;
}

Result<void> SealKey::stretch(std::string_view passphrase)
{
    const std::string salt = fromHex(m_parameters.salt);
    const bool isSane = salt.size() == crypto_pwhash_SALTBYTES && m_parameters.operations >= 1
        && m_parameters.operations <= kMostOperations && m_parameters.memory >= crypto_pwhash_MEMLIMIT_MIN
        && m_parameters.memory <= kMostMemory;
    if (!isReady() || !isSane)
        return Error{ErrorCode::InvalidInput, "it says how it was sealed in a way that nobody writes"};
    m_key.assign(crypto_secretbox_KEYBYTES, '\0');
    const int made = crypto_pwhash(bytesOf(m_key), m_key.size(), passphrase.data(), passphrase.size(), bytesOf(salt),
                                   static_cast<unsigned long long>(m_parameters.operations),
                                   static_cast<std::size_t>(m_parameters.memory), crypto_pwhash_ALG_ARGON2ID13);
    return made == 0 ? Result<void>() : Error{ErrorCode::Io, "there is not enough memory for its passphrase"};
}

std::string SealKey::seal(std::string_view text) const
{
    std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytesOf(box) + crypto_secretbox_NONCEBYTES, bytesOf(text), text.size(), bytesOf(box),
                          bytesOf(std::string_view(m_key)));
    return toHex(box);
}

Result<std::string> SealKey::open(std::string_view box) const
{
    const std::string bytes = fromHex(box);
    constexpr std::size_t kLeast = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const Error damaged{ErrorCode::Io, "it is damaged"};
    if (bytes.size() < kLeast)
        return damaged;
    std::string text(bytes.size() - kLeast, '\0');
    const std::string_view sealed = std::string_view(bytes).substr(crypto_secretbox_NONCEBYTES);
    if (crypto_secretbox_open_easy(bytesOf(text), bytesOf(sealed), sealed.size(), bytesOf(std::string_view(bytes)),
                                   bytesOf(std::string_view(m_key)))
        != 0)
        return damaged;
    return text;
}

} // namespace signalbox
