// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes by which a secret is known, as data.
//
// Source  public documentation of each issuer of tokens
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace signalbox {

/// What must hold of a match beyond its shape.
enum class SecretCheck : std::uint8_t {
    None, // the shape is proof enough
    Unmasked, // anything but stars, a variable or a placeholder
    Digits, // unmasked, and some of it digits: words of prose are not tokens
    Entropy, // unmasked, and too irregular to be a word, a path or a name
};

struct SecretRule {
    std::string_view name; // stands in "[redacted: …]"
    std::string_view pattern; // RE2; its last group is the secret, without one the whole match
    SecretCheck check = SecretCheck::None;
    bool endsExactly = false; // a looser match that begins inside does not make it longer
};

inline constexpr std::array kSecretRules{
    SecretRule{"GitHub token", R"(\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255}))"},
    SecretRule{"GitLab token", R"(\bgl(?:pat|oas|dt|rt|cbt|ptt|ft|soat|agent|imt|ffct|sx)-[A-Za-z0-9_\-]{20,})"},
    SecretRule{"Slack token", R"(\bxox[abceprs]-[A-Za-z0-9-]{10,}|\bxapp-[0-9]-[A-Za-z0-9-]{10,})"},
    SecretRule{"Slack webhook", R"(https://hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9/+_-]{20,}))"},
    SecretRule{"Teams webhook", R"(https://[a-z0-9.-]+\.webhook\.office\.com/webhookb2/([A-Za-z0-9@/-]{30,}))"},
    SecretRule{"Discord webhook", R"(https://discord(?:app)?\.com/api/webhooks/([0-9]+/[A-Za-z0-9_-]{30,}))"},
    SecretRule{"AWS access key", R"(\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b)"},
    SecretRule{"AWS secret key",
               R"((?i)aws[_.-]?(?:secret|session)[a-z_.-]*(?:key|token)["']?\s*[=:]\s*["']?([A-Za-z0-9/+=]{30,}))"},
    SecretRule{"npm token", R"(\bnpm_[A-Za-z0-9]{30,}\b)"},
    SecretRule{"npm token", R"(:_(?:authToken|auth|password)\s*=\s*"?([^\s"]{8,}))", SecretCheck::Unmasked},
    SecretRule{"PyPI token", R"(\bpypi-[A-Za-z0-9_-]{50,})"},
    SecretRule{"model API key", R"(\bsk-(?:(?:proj|svcacct|admin|ant)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,}))"},
    SecretRule{"Stripe key", R"(\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/=]{24,})"},
    SecretRule{"Google key", R"(\bAIza[0-9A-Za-z_-]{35}|\bya29\.[0-9A-Za-z_-]{20,}|\bGOCSPX-[A-Za-z0-9_-]{20,})"},
    SecretRule{"JSON web token", R"(\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"},
    SecretRule{"SendGrid key", R"(\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})"},
    SecretRule{"Docker Hub token", R"(\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,})"},
    SecretRule{"DigitalOcean token", R"(\bdo[opr]_v1_[a-f0-9]{40,})"},
    SecretRule{"Hugging Face token", R"(\bhf_[A-Za-z0-9]{30,})"},
    SecretRule{"Vault token", R"(\bhv[bsr]\.[A-Za-z0-9_-]{20,})"},
    SecretRule{"Terraform token", R"(\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{40,})"},
    SecretRule{"Shopify token", R"(\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})"},
    SecretRule{"Databricks token", R"(\bdapi[a-f0-9]{32}\b)"},
    SecretRule{"RubyGems key", R"(\brubygems_[a-f0-9]{40,})"},
    SecretRule{"NuGet key", R"(\boy2[a-z0-9]{43}\b)"},
    SecretRule{"Grafana token", R"(\bgl(?:sa|c)_[A-Za-z0-9_+/=]{28,})"},
    SecretRule{"Sentry token", R"(\bsntry[su]_[A-Za-z0-9_+/=]{30,})"},
    SecretRule{"Linear key", R"(\blin_api_[A-Za-z0-9]{30,})"},
    SecretRule{"Telegram token", R"(\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\b)"},
    SecretRule{"age key", R"(\bAGE-SECRET-KEY-1[0-9A-Z]{50,})"},
    SecretRule{"Azure key", R"((?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/=]{40,}))"},
    SecretRule{"signature in URL",
               R"([?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=([A-Za-z0-9%+/=_-]{20,}))"},
    SecretRule{"private key",
               R"(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)(?:-----END [A-Z0-9 ]+-----|$))"},
    SecretRule{"credentials in URL", R"([A-Za-z][A-Za-z0-9+.-]*://([^\s/:@"'<>]*:[^\s/@"'<>]+)@)",
               SecretCheck::Unmasked, true},
    SecretRule{"credentials in URL", R"([A-Za-z][A-Za-z0-9+.-]*://([A-Za-z0-9_-]{20,})@)", SecretCheck::Digits, true},
    SecretRule{"authorization header",
               R"((?i)\bauthorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|digest|apikey)\s+)?([^\s"',;]{6,}))",
               SecretCheck::Digits},
    SecretRule{"authorization header",
               R"((?i)\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+([A-Za-z0-9._~+/=-]{12,}))",
               SecretCheck::Unmasked},
    SecretRule{"bearer token", R"((?i)\bbearer\s+([A-Za-z0-9._~+/=-]{16,}))", SecretCheck::Digits},
    SecretRule{
        "token header",
        R"((?i)\b(?:x-api-key|x-auth-token|private-token|job-token|x-vault-token)["']?\s*:\s*["']?([^\s"',;]{8,}))",
        SecretCheck::Digits},
    SecretRule{"cookie", R"((?i)\b(?:set-)?cookie:\s*([^\s=;]+=[^\s;]{8,}))", SecretCheck::Digits},
    SecretRule{
        "assigned secret",
        R"re((?i)(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_.-]?key|access[_.-]?key|private[_.-]?key|auth[_.-]?key|account[_.-]?key|encryption[_.-]?key|signing[_.-]?key|credentials?)["'\]]*\s*(?:=>|:=|=|:)\s*(?:"([^"\s]{8,})"|'([^'\s]{8,})'|([^\s"',;&)}\]]{8,})))re",
        SecretCheck::Entropy},
    SecretRule{
        "secret argument",
        R"((?i)--?(?:password|passwd|pass|token|secret|api-?key|auth-token|access-key|client-secret)[ =]["']?([^\s"'-][^\s"']{7,}))",
        SecretCheck::Entropy},
};

/// Cheap patterns, one of which matches wherever a rule could: they stand in front of the rules,
/// here and in a scanner of whole blocks. RE2 and Hyperscan read them alike.
inline constexpr std::array<std::string_view, 19> kSecretHints{
    R"((?:gh[pousr]|github_pat|npm|hf|dckr_pat|dckr_oat|do[opr]_v1|rubygems|glsa|glc|sntry[su]|lin_api|whsec|[rs]k_live|[rs]k_test|shp(?:at|ca|pa|ss))_[A-Za-z0-9]{16})",
    R"((?:xox[abceprs]|xapp|pypi|GOCSPX|AGE-SECRET-KEY)-[A-Za-z0-9])",
    R"(gl(?:pat|oas|dt|rt|cbt|ptt|ft|soat|agent|imt|ffct|sx)-[A-Za-z0-9_-]{20})",
    R"(\bsk-(?:(?:proj|svcacct|admin|ant)-|[A-Za-z0-9]{32}))",
    R"(\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})",
    R"(hooks\.slack\.com/|webhook\.office\.com/|discord(?:app)?\.com/api/webhooks/)",
    R"(AIza[0-9A-Za-z_-]{35}|ya29\.)",
    R"(\beyJ[A-Za-z0-9_-]{8,64})",
    R"(\bSG\.[A-Za-z0-9_-]{16}|\bhv[bsr]\.[A-Za-z0-9_-]{20}|\.atlasv1\.|\boy2[a-z0-9]{43}|\bdapi[a-f0-9]{32})",
    R"([0-9]{8}:AA[A-Za-z0-9_-]{33})",
    R"((?:AccountKey|SharedAccessKey)=)",
    R"([?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=)",
    R"(-----(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY)",
    R"(://[^\s/@"'<>]{1,200}@)",
    R"((?i)authorization["']?\s{0,4}[:=])",
    R"((?i)\bbearer\s)",
    R"((?i)(?:x-api-key|x-auth-token|private-token|job-token|x-vault-token|cookie)["']?\s{0,4}:)",
    R"((?i)(?:passw(?:or)?d|passphrase|pwd|secret|token|_auth|[_.-]key|apikey|accesskey|privatekey|credentials?)["'\]]{0,4}\s{0,4}(?:=|:))",
    R"((?i)--?(?:password|passwd|pass|token|secret|api-?key|auth-token|access-key|client-secret)[ =])",
};

} // namespace signalbox
