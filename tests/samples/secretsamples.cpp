// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samples/secretsamples.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace signalbox::test {

namespace {

/// In `shape`, <36:a> stands for 36 characters of the alphabet named a; what else stands there stands for itself.
/// <26:j> is 26 times the base64 of three letters, as it stands inside a JSON text in base64.
struct Shape {
    const char* kind;
    const char* before;
    const char* shape;
    const char* after;
};

constexpr std::array<std::pair<char, std::string_view>, 9> kAlphabets{{
    {'a', "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"},
    {'b', "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"},
    {'u', "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"},
    {'l', "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
    {'c', "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"},
    {'j', "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {'h', "0123456789abcdef"},
    {'d', "0123456789"},
    {'s', "abcdefghijklmnopqrstuvwxyz0123456789"},
}};

constexpr std::array kShapes{
    Shape{"GitHub token, classic", "remote: token ", "ghp_<36:a>", " was used"},
    Shape{"GitHub token, after an underscore", "x_", "gho_<36:a>", ""},
    Shape{"GitHub token of a server", "GH_TOKEN=", "ghs_<36:a>", ""},
    Shape{"GitHub token to refresh", "'", "ghr_<36:a>", "'"},
    Shape{"GitHub token, fine-grained", "", "github_pat_<22:a>_<59:a>", ""},
    Shape{"GitHub token of an installation", "", "ghs_<8:d>_<20:u>.<40:u>.<30:u>", ""},
    Shape{"GitLab token", "PRIVATE: ", "glpat-<20:u>", ""},
    Shape{"GitLab token, routable", "", "glpat-<27:u>.01.<9:s>", ""},
    Shape{"GitLab token of a runner", "", "glrt-<20:u>", ""},
    Shape{"GitLab token of a job", "", "glcbt-<2:h>_<20:a>", ""},
    Shape{"GitLab registration token", "", "GR1348941<20:u>", ""},
    Shape{"Slack bot token", "", "xoxb-<12:d>-<12:d>-<24:a>", ""},
    Shape{"Slack app token", "", "xapp-1-<10:c>-<13:d>-<64:h>", ""},
    Shape{"Slack refresh token", "", "xoxe-1-<60:a>", ""},
    Shape{"Slack webhook", "POST https://hooks.slack.com/services/", "T<9:c>/B<9:c>/<24:a>", ""},
    Shape{"AWS access key", "id ", "AKIA<16:c>", " of"},
    Shape{"AWS access key of a session", "id=", "ASIA<16:c>", ""},
    Shape{"AWS secret key", "aws_secret_access_key = ", "<40:b>", ""},
    Shape{"AWS secret key, without a prefix", "SECRET_ACCESS_KEY: \"", "<40:b>", "\""},
    Shape{"AWS secret key that looks like a path", "AWS_SECRET_ACCESS_KEY=", "/<39:b>", ""},
    Shape{"AWS session token", "export AWS_SESSION_TOKEN=", "<200:b>", ""},
    Shape{"AWS account", "AWS_ACCOUNT_ID=", "<4:d>-<4:d>-<4:d>", ""},
    Shape{"Google key", "?key=", "AIza<35:u>", "&x=1"},
    Shape{"Google client secret", "", "GOCSPX-<28:u>", ""},
    Shape{
        "Google service account",
        "{\"type\": \"service_account\", \"private_key_id\": \"0\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n",
        "MII<200:b>", "\\n-----END PRIVATE KEY-----\\n\"}"},
    Shape{"Google key of a service account", "\"private_key_id\": \"", "<40:h>", "\","},
    Shape{"Azure storage key", "DefaultEndpointsProtocol=https;AccountKey=", "<86:b>==", ";x"},
    Shape{"Azure client secret", "client_secret ", "<3:a><1:d>Q~<34:a>", ""},
    Shape{"Azure DevOps token", "", "<76:a>AZDO<4:a>", ""},
    Shape{"npm token", "//registry.example/:_authToken=", "npm_<36:a>", ""},
    Shape{"npm token, bare", "token ", "npm_<36:a>", ""},
    Shape{"npm token of another registry", "//registry.example/:_authToken=", "<8:h>-<4:h>-<12:h>", ""},
    Shape{"npm login", "//registry.example/:_auth=", "<24:b>==", ""},
    Shape{"npm login in a manifest", "\"x\": \"git+https://", "<40:h>", ":x-oauth-basic@github.com/a/b.git\""},
    Shape{"PyPI token", "TWINE ", "pypi-AgEIcHlwaS5vcmc<100:u>", ""},
    Shape{"Docker token", "", "dckr_pat_<27:u>", ""},
    Shape{"Docker login", "\"auths\": {\"r.example\": {\"auth\": \"", "<30:b>==", "\"}}"},
    Shape{"Stripe key", "", "sk_live_<24:a>", ""},
    Shape{"Stripe key, restricted", "", "rk_test_<40:a>", ""},
    Shape{"Twilio key", "sid ", "SK<32:h>", ""},
    Shape{"Twilio token", "TWILIO_AUTH_TOKEN=", "<32:h>", ""},
    Shape{"SendGrid key", "", "SG.<22:a>.<43:a>", ""},
    Shape{"OpenAI key", "", "sk-<20:a>T3BlbkFJ<20:a>", ""},
    Shape{"OpenAI key of a project", "key: ", "sk-proj-<74:u>T3BlbkFJ<73:u>A", ""},
    Shape{"Anthropic key", "", "sk-ant-api03-<93:u>AA", ""},
    Shape{"Groq key", "", "gsk_<52:a>", ""},
    Shape{"Hugging Face token", "", "hf_<34:l>", ""},
    Shape{"Linear key", "", "lin_api_<40:a>", ""},
    Shape{"Notion token", "", "ntn_<11:d><35:a>", ""},
    Shape{"Shopify token", "", "shpat_<32:h>", ""},
    Shape{"Grafana token", "", "glsa_<32:a>_<8:h>", ""},
    Shape{"Grafana Cloud token", "", "glc_<60:b>==", ""},
    Shape{"1Password token", "", "ops_eyJhIjoi<26:j>IiAgfQ==", ""},
    Shape{"Vault token", "", "hvs.<95:u>", ""},
    Shape{"Vault batch token", "", "hvb.<140:u>", ""},
    Shape{"Vercel token", "", "vcp_<56:a>", ""},
    Shape{"Databricks token", "", "dapi<32:h>-2", ""},
    Shape{"Figma token", "", "figd_<40:u>", ""},
    Shape{"Cloudflare token", "", "cfut_<40:a><8:h>", ""},
    Shape{"Tailscale key", "", "tskey-auth-<12:a>CNTRL-<32:a>", ""},
    Shape{"JSON web token", "jwt ", "eyJ<20:u>.<60:u>.<43:u>", ""},
    Shape{"bearer token", "> Authorization: Bearer ", "<40:a>", ""},
    Shape{"basic login", "Authorization: Basic ", "<31:a>=", ""},
    Shape{"cookie", "Set-Cookie: session=", "<32:h>", "; HttpOnly"},
    Shape{"login in a URL", "fatal: unable to access https://ci-bot:", "<20:a>", "@git.acme-builds.io/a.git"},
    Shape{"login of PostgreSQL", "DATABASE_URL=postgres://app:", "<16:a>", "@db.acme-builds.io:5432/shop"},
    Shape{"login of MongoDB", "mongodb+srv://app:", "<16:a>", "@c0.acme-builds.io/shop?retryWrites=true"},
    Shape{"login of MySQL", "jdbc:mysql://app:", "<16:a>", "@db.acme-builds.io/shop"},
    Shape{"login of Redis", "redis://:", "<20:a>", "@cache:6379/0"},
    Shape{"signature in a URL", "https://b.example/x?sv=2024&sig=", "<40:a>%3D", "&se=1"},
    Shape{"assigned key", "API_KEY=", "<32:h>", ""},
    Shape{"assigned key in code", "apiKey: '", "<24:a>", "',"},
    Shape{"assigned password", "password: ", "<14:a>", ""},
    Shape{"assigned password of letters", "DB_PASSWORD=", "<12:l>", ""},
    Shape{"assigned secret in JSON", "{\"client_secret\": \"", "<32:a>", "\"}"},
    Shape{"password as an argument", "mysql --password=", "<18:a>", " -h db"},
    Shape{"private key", "-----BEGIN RSA PRIVATE KEY-----\n", "MIIE<180:b>", "\n-----END RSA PRIVATE KEY-----\nafter"},
    Shape{"private key of OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\n", "b3BlbnNzaC1rZXktdjE<180:b>",
          "\n-----END OPENSSH PRIVATE KEY-----\n"},
    Shape{"private key of PGP", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n", "MII<180:b>",
          "\n-----END PGP PRIVATE KEY BLOCK-----\n"},
};

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed * 2 + 1) { }

    char oneOf(std::string_view alphabet)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return alphabet[(m_state >> 33) % alphabet.size()];
    }

private:
    std::uint64_t m_state;
};

std::string_view alphabetNamed(char name)
{
    for (const auto& [known, alphabet] : kAlphabets) {
        if (known == name)
            return alphabet;
    }
    return "0";
}

std::string madeOf(std::string_view shape, Dice& dice)
{
    std::string out;
    while (!shape.empty()) {
        if (shape.front() != '<') {
            out.push_back(shape.front());
            shape.remove_prefix(1);
            continue;
        }
        const std::size_t colon = shape.find(':');
        const std::string_view alphabet = alphabetNamed(shape[colon + 1]);
        const int count = std::stoi(std::string(shape.substr(1, colon - 1)));
        const bool lettersOfJson = shape[colon + 1] == 'j';
        for (int i = 0; i < count; ++i)
            out.append(lettersOfJson ? "YWJ" : "").push_back(dice.oneOf(alphabet));
        shape.remove_prefix(colon + 3);
    }
    return out;
}

} // namespace

std::vector<SecretSample> secretSamples(std::uint64_t seed)
{
    Dice dice(seed);
    std::vector<SecretSample> samples;
    for (const Shape& shape : kShapes) {
        const std::string secret = madeOf(shape.shape, dice);
        samples.push_back({shape.kind, shape.before + secret + shape.after, secret});
    }
    return samples;
}

} // namespace signalbox::test
