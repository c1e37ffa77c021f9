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
    Mixed, // small and capital letters and digits: names of variables are not tokens
    Word, // unmasked, and neither a path nor what a setting says when it is off
    Entropy, // unmasked, and too irregular to be a word, a path or a name
};

struct SecretRule {
    std::string_view name; // stands in "[redacted: …]"
    std::string_view pattern; // RE2; its last group is the secret, without one the whole match
    SecretCheck check = SecretCheck::None;
    bool endsExactly = false; // a looser match that begins inside does not make it longer
};

inline constexpr std::array kSecretRules{
    SecretRule{"GitHub token",
               R"(ghs_[0-9]{1,20}_[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"
               R"(|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255})"},
    SecretRule{"GitHub token", R"(gh[pousr]_[A-Za-z0-9_]{36,255})", SecretCheck::Mixed},
    SecretRule{"GitLab token",
               R"(gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|ffct|sx)-[A-Za-z0-9_.\-]{20,})"
               R"(|GR1348941[A-Za-z0-9_-]{20,})"},
    SecretRule{"Slack token", R"(xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}|xapp-[0-9]-[A-Za-z0-9-]{10,})"},
    SecretRule{"Slack token", R"((?:xox[a-z]|xapp)-(?:[A-Za-z0-9]{1,40}-)+[A-Za-z0-9]{1,40})", SecretCheck::Digits},
    SecretRule{"Slack webhook",
               R"((?i)https://hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9/+_-]{5,}))"},
    SecretRule{"Teams webhook",
               R"(https://[a-z0-9.-]+\.webhook\.office\.com/webhookb2/([A-Za-z0-9@/-]{30,}))"
               R"(|https://[a-z0-9.-]+\.logic\.azure\.com[^\s"']*[?&]sig=([A-Za-z0-9%_-]{20,}))"},
    SecretRule{"Discord webhook", R"(https://discord(?:app)?\.com/api/webhooks/([0-9]+/[A-Za-z0-9_-]{30,}))"},
    SecretRule{"AWS access key",
               R"((?:^|[^A-Za-z0-9])((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}))"},
    SecretRule{
        "AWS secret key",
        R"((?i)aws[_.-]?(?:secret|session)[a-z_.-]*(?:key|token)["']?\s*(?:=>|[=:])\s*["']?([A-Za-z0-9/+=]{30,}))"
        R"(|secret_?access_?key["']?\s*(?:=>|[=:])\s*["']?([A-Za-z0-9/+=]{30,}))"},
    SecretRule{"AWS account",
               R"((?i)aws_?account_?(?:id)?["']?\s*(?:=>|[=:])\s*["']?([0-9]{4}-?[0-9]{4}-?[0-9]{4})\b)"},
    SecretRule{"npm token", R"(npm_[A-Za-z0-9]{30,})"},
    SecretRule{"npm token", R"(npm_[A-Za-z0-9_]{36,})", SecretCheck::Mixed},
    SecretRule{"npm token", R"(:_(?:authToken|auth|password)\s*=\s*"?([^\s"]{8,}))", SecretCheck::Unmasked},
    SecretRule{"npm token", R"(_authToken\s*[=:]\s*"?([^\s"]{6,}))", SecretCheck::Unmasked},
    SecretRule{"PyPI token", R"(pypi-[A-Za-z0-9_-]{50,})"},
    SecretRule{"model API key",
               R"((?:^|[^A-Za-z])(sk-(?:(?:proj|svcacct|admin|ant|or|lf)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,})))"},
    SecretRule{"Groq key", R"((?:^|[^A-Za-z])(gsk_[A-Za-z0-9]{32,}))"},
    SecretRule{"Stripe key", R"([rs]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{24,})"},
    SecretRule{"Google key", R"(AIza[0-9A-Za-z_-]{35}|\bya29\.[0-9A-Za-z_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,})"},
    SecretRule{"Google key", R"("private_key_id"\s*:\s*"([0-9a-f]{20,}))"},
    SecretRule{"JSON web token", R"(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"},
    SecretRule{"SendGrid key", R"((?:^|[^A-Za-z])(SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}))"},
    SecretRule{"SendGrid key", R"((?:^|[^A-Za-z])(SG\.\w{8,128}\.\w{8,128}[-_]?\w{1,128}))", SecretCheck::Mixed},
    SecretRule{"Twilio key", R"((?:^|[^A-Za-z0-9])(SK[0-9a-f]{32})\b)"},
    SecretRule{"Docker token", R"(dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}|SWMTKN-1-[a-z0-9]{30,}-[a-z0-9]{20,})"},
    SecretRule{"Docker login", R"re("(?:auth|identitytoken)"\s*:\s*"([A-Za-z0-9+/]{8,}={1,2}))re"},
    SecretRule{"Docker login", R"re("(?:auth|identitytoken)"\s*:\s*"([A-Za-z0-9+/_.-]{12,}))re", SecretCheck::Mixed},
    SecretRule{"DigitalOcean token", R"(do[opr]_v1_[a-f0-9]{40,})"},
    SecretRule{"Hugging Face token", R"((?:^|[^A-Za-z])(hf_[A-Za-z0-9]{30,}))"},
    SecretRule{"Vault token", R"((?:^|[^A-Za-z])(hv[bsr]\.[A-Za-z0-9_-]{20,}))"},
    SecretRule{"Terraform token", R"([A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{40,})"},
    SecretRule{"Shopify token", R"(shp(?:at|ca|pa|ss)_[a-zA-Z0-9]{32,64})"},
    SecretRule{"Databricks token", R"((?:^|[^A-Za-z])(dapi[A-Fa-f0-9]{32}(?:-[0-9])?))"},
    SecretRule{"RubyGems key", R"(rubygems_[a-f0-9]{40,})"},
    SecretRule{"NuGet key", R"(\boy2[a-z0-9]{43}\b)"},
    SecretRule{"Grafana token", R"((?:^|[^A-Za-z])(gl(?:sa|c)_[A-Za-z0-9_+/=]{28,}))"},
    SecretRule{"Sentry token", R"(sntry[su]_[A-Za-z0-9_+/=]{30,})"},
    SecretRule{"Linear key", R"(lin_api_[A-Za-z0-9_]{30,})"},
    SecretRule{"Notion token", R"((?:^|[^A-Za-z])(ntn_[0-9]{11}[A-Za-z0-9]{35}))"},
    SecretRule{"1Password token", R"((?:^|[^A-Za-z])(ops_ey[A-Za-z0-9+/=]{100,}))"},
    SecretRule{"Vercel token", R"((?:^|[^A-Za-z])(vc[piark]_[A-Za-z0-9]{20,60}))"},
    SecretRule{"Figma token", R"(figd_[A-Za-z0-9_-]{40,})"},
    SecretRule{"Cloudflare token", R"((?:^|[^A-Za-z])(cf(?:k|ut|at)_[A-Za-z0-9]{40}[0-9a-f]{8}))"},
    SecretRule{"Tailscale key", R"(tskey-[a-z]{2,20}-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60})"},
    SecretRule{"Telegram token", R"(\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\b)"},
    SecretRule{"age key", R"(AGE-SECRET-KEY-1[0-9A-Z]{50,})"},
    SecretRule{"Azure key", R"((?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/=]{40,}))"},
    SecretRule{"Azure key",
               R"((?:^|[^A-Za-z0-9_~.])([A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}))"
               R"(|([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}))"},
    SecretRule{"signature in URL",
               R"([?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=([A-Za-z0-9%+/=_-]{20,}))"},
    SecretRule{"private key",
               R"(-----BEGIN ?(?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)(?:-----END [A-Z0-9 ]+-----|$))"},
    SecretRule{"credentials in URL", R"([A-Za-z][A-Za-z0-9+.-]*://([^\s/:@"'<>]*:[^\s/@"'<>]+)@)",
               SecretCheck::Unmasked, true},
    SecretRule{"credentials in URL", R"([A-Za-z][A-Za-z0-9+.-]*://([A-Za-z0-9_-]{20,})@)", SecretCheck::Digits, true},
    SecretRule{"credentials in URL",
               R"((?i)(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?|redis|amqps?)://([^:/\s]{1,100}:[^@/\s]{1,200})@)",
               SecretCheck::Unmasked, true},
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
    SecretRule{"assigned secret", R"(\b(?:[A-Z0-9]+_)*(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD)=["']?([^\s"',;]{4,}))",
               SecretCheck::Word},
    SecretRule{"assigned secret",
               R"(\b(?:[A-Z0-9]+_)*(?:SECRET|TOKEN|(?:API|ACCESS|PRIVATE|AUTH|SECRET|SIGNING|ENCRYPTION)_?KEY)=)"
               R"(["']?([^\s"',;]{8,}))",
               SecretCheck::Entropy},
    SecretRule{
        "assigned secret",
        R"re((?i)(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_.-]?key|access[_.-]?key|private[_.-]?key|auth[_.-]?key|account[_.-]?key|encryption[_.-]?key|signing[_.-]?key|credentials?)["'\]]*\s*(?:=>|:=|=|:)\s*(?:"([^"\s]{8,})"|'([^'\s]{8,})'|([^\s"',;&)}\]]{8,})))re",
        SecretCheck::Entropy},
    SecretRule{"secret argument", R"re((?i)--?(?:password|passwd|passphrase)=["']?([^\s"']{4,}))re", SecretCheck::Word},
    SecretRule{
        "secret argument",
        R"((?i)--?(?:password|passwd|pass|token|secret|api-?key|auth-token|access-key|client-secret)[ =]["']?([^\s"'-][^\s"']{7,}))",
        SecretCheck::Entropy},
};

/// Cheap patterns, one of which matches wherever a rule could: they stand in front of the rules,
/// here and in a scanner of whole blocks. RE2 and Hyperscan read them alike.
inline constexpr std::array<std::string_view, 28> kSecretHints{
    R"((?:gh[pousr]|github_pat|npm|hf|dckr_pat|dckr_oat|do[opr]_v1|rubygems|sntry[su]|lin_api|[rs]k_live|[rs]k_test|shp(?:at|ca|pa|ss)|gsk)_[A-Za-z0-9_-]{16})",
    R"((?:vc[piark]|cfk|cfut|cfat|figd|glsa|glc|whsec)_[A-Za-z0-9+/=_-]{16}|ntn_[0-9]{8}|ops_ey[A-Za-z0-9])",
    R"((?:xox[a-z]|xapp|pypi|GOCSPX|AGE-SECRET-KEY|tskey|SWMTKN)-[A-Za-z0-9_-])",
    R"(xox[a-z]\.xox)",
    R"(gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|ffct|sx)-[A-Za-z0-9_.-]{20}|GR1348941)",
    R"(sk-(?:(?:proj|svcacct|admin|ant|or|lf)-|[A-Za-z0-9]{32}))",
    R"((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16})",
    R"((?i)hooks\.slack\.com/|webhook\.office\.com/|logic\.azure\.com|discord(?:app)?\.com/api/webhooks/)",
    R"(AIza[0-9A-Za-z_-]{35}|ya29\.|private_key_id)",
    R"(eyJ[A-Za-z0-9_-]{8,64})",
    R"(SG\.[A-Za-z0-9_]{8}|hv[bsr]\.[A-Za-z0-9_-]{20}|\.atlasv1\.|oy2[a-z0-9]{43}|dapi[A-Fa-f0-9]{32})",
    R"(SK[0-9a-f]{32})",
    R"([0-9]{8}:AA[A-Za-z0-9_-]{33})",
    R"((?:AccountKey|SharedAccessKey)=|[0-9]Q~[A-Za-z0-9_~.-]{31}|AZDO[A-Za-z0-9]{4})",
    R"([?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=)",
    R"(-----(?:BEGIN|END) ?[A-Z0-9 ]{0,40}PRIVATE KEY)",
    R"(://[^\s/@]{1,300}@)",
    R"((?i)authorization["']?\s{0,4}[:=])",
    R"((?i)\bbearer\s)",
    R"((?i)(?:x-api-key|x-auth-token|private-token|job-token|x-vault-token|cookie)["']?\s{0,4}:)",
    R"((?i)(?:passw(?:or)?d|passphrase|pwd|secret|token|_auth|[_.-]key|apikey|accesskey|privatekey|credentials?)["'\]]{0,4}\s{0,4}(?:=|:))",
    R"((?i)(?:access|auth|account|encryption|signing)key["'\]]{0,4}\s{0,4}(?:=|:))",
    R"(PASS=)",
    R"re("(?:auth|identitytoken)"\s{0,4}:)re",
    R"((?i)aws_?account)",
    R"(_authToken\s{0,4}[=:])",
    R"((?i)(?:secret|session)[a-z_.-]{0,20}(?:key|token)["']?\s{0,4}(?:=|:))",
    R"((?i)--?(?:password|passwd|pass|token|secret|api-?key|auth-token|access-key|client-secret)[ =])",
};

} // namespace signalbox
