// SPDX-License-Identifier: GPL-3.0-or-later
// The part of githubapp.h that signs.
#include "core/base/json.h"
#include "core/net/githubapp.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <nlohmann/json.hpp>

#include <memory>

namespace signalbox::net {

namespace {

constexpr std::chrono::seconds kBefore{60}; // GitHub's clock may be behind
constexpr std::chrono::minutes kAfter{9};

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Of a key that is locked: nobody is here to be asked.
int noPassphrase(char*, int, int, void*)
{
    return 0;
}

/// As RFC 4648 has it for URLs, without padding.
std::string base64Url(std::string_view bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : bytes) {
        bits = bits << 8U | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            out += kDigits[bits >> static_cast<unsigned>(held - 6) & 63U];
    }
    if (held > 0)
        out += kDigits[bits << static_cast<unsigned>(6 - held) & 63U];
    return out;
}

std::unique_ptr<EVP_PKEY, Free> keyIn(const std::string& pem)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::unique_ptr<EVP_PKEY, Free> key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr)
                                            : nullptr);
    if (key && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        key.reset();
    return key;
}

/// Empty where it cannot be.
std::string signature(EVP_PKEY* key, const std::string& text)
{
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t length = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, bytes, text.size()) != 1)
        return {};
    std::string out(length, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length, bytes, text.size()) != 1)
        return {};
    out.resize(length);
    return out;
}

} // namespace

Result<std::string> appClaim(const AppIdentity& identity, UtcTime now)
{
    const auto key = keyIn(identity.privateKey);
    if (!key)
        return Error{ErrorCode::InvalidInput,
                     identity.keyFrom
                         + " holds no RSA private key in PEM without a passphrase; put the one there that GitHub gave "
                           "for the App"};
    const std::int64_t seconds = toUnixMs(now) / 1000;
    const Json claim{{"iat", seconds - kBefore.count()},
                     {"exp", seconds + std::chrono::seconds(kAfter).count()},
                     {"iss", identity.app}};
    const std::string text = base64Url(dumpJson({{"alg", "RS256"}, {"typ", "JWT"}})) + "." + base64Url(dumpJson(claim));
    const std::string signedBy = signature(key.get(), text);
    if (signedBy.empty())
        return Error{ErrorCode::Internal, "OpenSSL does not sign with the key in " + identity.keyFrom};
    return text + "." + base64Url(signedBy);
}

} // namespace signalbox::net
