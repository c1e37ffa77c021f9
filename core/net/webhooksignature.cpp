// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/webhooksignature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace signalbox::net {

namespace {

constexpr std::string_view kSigning = "whsec_";
constexpr std::chrono::minutes kCountsFor{5};

struct Free {
    void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

bool isSame(const Hmac::Code& code, const Hmac::Code& other)
{
    return CRYPTO_memcmp(code.data(), other.data(), code.size()) == 0;
}

std::optional<Hmac::Code> fromHex(std::string_view digits)
{
    Hmac::Code code{};
    if (digits.size() != 2 * code.size())
        return std::nullopt;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char* const at = digits.data() + 2 * i;
        if (const auto [end, error] = std::from_chars(at, at + 2, code[i], 16); error != std::errc() || end != at + 2)
            return std::nullopt;
    }
    return code;
}

/// The bytes of padded base64; empty where it is none.
std::string fromBase64(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0)
        return {};
    std::string decoded(text.size() / 4 * 3, '\0');
    const int length
        = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(decoded.data()), bytes(text), static_cast<int>(text.size()));
    const std::size_t padding = text.size() - 1 - text.find_last_not_of('=');
    if (length < 0 || padding > 2)
        return {};
    decoded.resize(static_cast<std::size_t>(length) - padding);
    return decoded;
}

std::string gitlabKey(std::string_view token)
{
    if (token.starts_with(kSigning)) {
        if (std::string key = fromBase64(token.substr(kSigning.size())); !key.empty())
            return key;
    }
    return std::string(token);
}

bool isRecent(std::string_view timestamp, UtcTime now)
{
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), seconds);
    if (timestamp.empty() || error != std::errc() || end != timestamp.data() + timestamp.size())
        return false;
    const std::int64_t nowSeconds = toUnixMs(now) / 1000;
    const std::int64_t allowed = std::chrono::seconds(kCountsFor).count();
    return seconds >= nowSeconds - allowed && seconds <= nowSeconds + allowed;
}

} // namespace

struct Hmac::State {
    std::unique_ptr<EVP_MAC, Free> mac{EVP_MAC_fetch(nullptr, "HMAC", nullptr)};
    std::unique_ptr<EVP_MAC_CTX, Free> context{EVP_MAC_CTX_new(mac.get())};
};

Hmac::Hmac(std::string_view key) : m_state(std::make_unique<State>())
{
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
    if (EVP_MAC_init(m_state->context.get(), key.empty() ? bytes("") : bytes(key), key.size(), parameters) != 1)
        std::abort(); // this OpenSSL knows no HMAC
}

Hmac::~Hmac() = default;

Hmac::Code Hmac::of(std::initializer_list<std::string_view> parts) const
{
    EVP_MAC_CTX* const context = m_state->context.get();
    Code code{};
    std::size_t length = 0;
    bool made = EVP_MAC_init(context, nullptr, 0, nullptr) == 1; // the key stays
    for (const std::string_view part : parts)
        made = made && EVP_MAC_update(context, bytes(part), part.size()) == 1;
    made = made && EVP_MAC_final(context, code.data(), &length, code.size()) == 1;
    if (!made || length != code.size())
        std::abort(); // no code at all must never compare as equal
    return code;
}

bool GitHubSecret::proves(std::string_view signature, std::string_view body) const
{
    constexpr std::string_view kScheme = "sha256=";
    if (!signature.starts_with(kScheme))
        return false;
    const auto code = fromHex(signature.substr(kScheme.size()));
    return code && isSame(*code, m_key.of({body}));
}

GitLabSecret::GitLabSecret(std::string_view token)
    : m_signsOnly(token.starts_with(kSigning)), m_key(gitlabKey(token)), m_token(m_key.of({token}))
{
}

bool GitLabSecret::proves(const Claim& claim, std::string_view body, UtcTime now) const
{
    if (!m_signsOnly && isSame(m_key.of({claim.token}), m_token))
        return true;
    if (claim.signatures.empty() || claim.id.empty() || !isRecent(claim.timestamp, now))
        return false;
    const Hmac::Code wanted = m_key.of({claim.id, ".", claim.timestamp, ".", body});
    std::string_view rest = claim.signatures;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        Hmac::Code code{};
        const std::string decoded = one.starts_with("v1,") ? fromBase64(one.substr(3)) : std::string();
        if (decoded.size() != code.size())
            continue;
        std::copy(decoded.begin(), decoded.end(), code.begin());
        if (isSame(code, wanted))
            return true;
    }
    return false;
}

bool BearerToken::proves(std::string_view authorization) const
{
    constexpr std::string_view kScheme = "Bearer ";
    return authorization.starts_with(kScheme) && isSame(m_key.of({authorization.substr(kScheme.size())}), m_token);
}

std::string webhookSignature(std::string_view secret, std::string_view id, std::string_view timestamp,
                             std::string_view body)
{
    const Hmac::Code code = Hmac(gitlabKey(secret)).of({id, ".", timestamp, ".", body});
    std::array<unsigned char, (sizeof(Hmac::Code) + 2) / 3 * 4 + 1> text{};
    const int length = EVP_EncodeBlock(text.data(), code.data(), static_cast<int>(code.size()));
    return "v1," + std::string(text.begin(), text.begin() + length);
}

} // namespace signalbox::net
