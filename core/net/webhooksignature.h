// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a webhook delivery was sent by somebody who knows the secret. Compared in constant time.
//
// Thread  one at a time
// Source  GitHub: HMAC-SHA256 of the raw body,
// https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
//         GitLab: the secret token itself, or a signing token by https://www.standardwebhooks.com
#pragma once

#include "core/base/time.h"

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace signalbox::net {

/// HMAC-SHA256 with one key.
class Hmac {
public:
    using Code = std::array<unsigned char, 32>;

    explicit Hmac(std::string_view key);
    ~Hmac();
    Hmac(const Hmac&) = delete;
    Hmac& operator=(const Hmac&) = delete;

    /// Of the parts, one behind the other.
    Code of(std::initializer_list<std::string_view> parts) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

class GitHubSecret {
public:
    explicit GitHubSecret(std::string_view secret) : m_key(secret) { }
    /// `signature`: the field X-Hub-Signature-256.
    bool proves(std::string_view signature, std::string_view body) const;

private:
    Hmac m_key;
};

/// A token that is sent as it is, or, where it begins with "whsec_", one that signs.
class GitLabSecret {
public:
    struct Claim {
        std::string_view token; // X-Gitlab-Token
        std::string_view id; // webhook-id
        std::string_view timestamp; // webhook-timestamp, seconds since 1970
        std::string_view signatures; // webhook-signature: "v1,BASE64", several with spaces between
    };

    explicit GitLabSecret(std::string_view token);
    /// A signature counts for five minutes before and after `now`.
    bool proves(const Claim& claim, std::string_view body, UtcTime now) const;

private:
    const bool m_signsOnly;
    Hmac m_key;
    Hmac::Code m_token; // of the token: tokens of any length are compared by it
};

/// The field webhook-signature of what is sent by https://www.standardwebhooks.com: "v1,BASE64". A secret that begins
/// with "whsec_" is base64 behind it.
std::string webhookSignature(std::string_view secret, std::string_view id, std::string_view timestamp,
                             std::string_view body);

/// A token that a client sends as it is.
class BearerToken {
public:
    explicit BearerToken(std::string_view token) : m_key(token), m_token(m_key.of({token})) { }
    /// `authorization`: the field of this name.
    bool proves(std::string_view authorization) const;

private:
    Hmac m_key;
    Hmac::Code m_token;
};

} // namespace signalbox::net
