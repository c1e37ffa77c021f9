// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include "tests/samples/secretsamples.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace signalbox;

namespace {

// Put together here, so that no scanner takes this file for a leak.
QByteArray joined(const char* prefix, const char* rest)
{
    return QByteArray(prefix) + rest;
}

constexpr const char* kLetters = "ca978112ca1bbdcafac231b39a23dc4da786";

} // namespace

class TestRedaction : public QObject {
    Q_OBJECT

private slots:
    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<int>("count");

        QTest::newRow("a GitHub token") << joined("token is ghp_", kLetters) + " ok"
                                        << QByteArray("token is [redacted: GitHub token] ok") << 1;
        QTest::newRow("a GitLab token") << joined("glpat", "-aBcDeFgHiJkLmNoPqRsT")
                                        << QByteArray("[redacted: GitLab token]") << 1;
        QTest::newRow("an AWS key pair")
            << joined("AKIA", "IOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            << QByteArray("[redacted: AWS access key] AWS_SECRET_ACCESS_KEY=[redacted: AWS secret key]") << 2;
        QTest::newRow("user and password of a URL, not its host")
            << QByteArray("git clone https://user:pa55word@github.com/a/b.git")
            << QByteArray("git clone https://[redacted: credentials in URL]@github.com/a/b.git") << 1;
        QTest::newRow("a token as the user of a URL")
            << joined("https://x-access-token:ghs_", kLetters) + "@github.com/a"
            << QByteArray("https://[redacted: credentials in URL]@github.com/a") << 1;
        QTest::newRow("a bearer token once, though it is a web token too")
            << QByteArray("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJleGFtcGxlIn0.189f40034be7a199f1fa98")
            << QByteArray("Authorization: Bearer [redacted: JSON web token]") << 1;
        QTest::newRow("basic credentials") << QByteArray("authorization: basic dXNlcjpwYXNzdzByZA==")
                                           << QByteArray("authorization: basic [redacted: authorization header]") << 1;
        QTest::newRow("an assigned password")
            << QByteArray("DB_PASSWORD=Tr0ub4dor&3x") << QByteArray("DB_PASSWORD=[redacted: assigned secret]") << 1;
        QTest::newRow("a quoted password whole") << QByteArray("\"password\": \"Tr0ub4dor&3x!\"")
                                                 << QByteArray("\"password\": \"[redacted: assigned secret]\"") << 1;
        QTest::newRow("a token as an argument") << QByteArray("run --token 9f8e7d6c5b4a39281706")
                                                << QByteArray("run --token [redacted: secret argument]") << 1;
        QTest::newRow("a private key on one line")
            << QByteArray("-----BEGIN RSA PRIVATE KEY-----\\nMIIEow\\n-----END RSA PRIVATE KEY----- after")
            << QByteArray("[redacted: private key] after") << 1;
        QTest::newRow("a Slack webhook keeps its host")
            << joined("https://hooks.slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXX1")
            << QByteArray("https://hooks.slack.com/services/[redacted: Slack webhook]") << 1;
    }

    void secretsAreTakenOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, left);
        QFETCH(int, count);
        const Redactor redactor;

        const Redacted out = redactor.redact(text.toStdString());

        QCOMPARE(QByteArray::fromStdString(out.text), left);
        QCOMPARE(out.count, std::int64_t(count));
        QCOMPARE(redactor.redact(out.text).count, std::int64_t(0)); // once is enough
    }

    void ordinaryTextStays_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("a commit") << QByteArray(
            "HEAD is now at 1042337b35432a4de6b7bad11084bafb0c0c1528 Fix token parser");
        QTest::newRow("an npm integrity") << QByteArray(
            "integrity "
            "sha512-3hN7NagrayvMDLQY55gnW3NQ+mesEAepTqlg+VEbj7zzqEMBVNhzcGYYeqFo/TlYz6eQiFcp1HcsCZO+nGgS8zg==");
        QTest::newRow("an image digest") << QByteArray(
            "Digest: sha256:d0bbfdbad0bf17b68f4c9e20e47ad49fe797f37f91d5bbeace8765ce2707f979");
        QTest::newRow("a path") << QByteArray("token: /home/runner/work/_temp/e74bbb6e-2333-486c/token1");
        QTest::newRow("a variable") << QByteArray("password: ${{ secrets.NPM_TOKEN1 }} and token=$TOKEN12345");
        QTest::newRow("a masked value") << QByteArray("AUTHORIZATION: basic *** and GITHUB_TOKEN: ***");
        QTest::newRow("a parser's token")
            << QByteArray("SyntaxError: Unexpected token: identifier in JSON at position 4");
        QTest::newRow("a port in a URL") << QByteArray("http://localhost:3000/@scope/package");
        QTest::newRow("an ssh remote") << QByteArray("ssh://git@github.com:22/a/b.git git@github.com:a/b.git");
        QTest::newRow("a count") << QByteArray("tokens: 12345678, token=1234567890");
        QTest::newRow("code") << QByteArray("token = nextToken(), secret: config.secretName");
        QTest::newRow("a working folder") << QByteArray("PWD=/home/runner/work OLDPWD=/ HOME=/root");
        QTest::newRow("a module's checksum")
            << QByteArray("golang.org/x/text v0.3.7 h1:olpwvP2KacW1ZWvsR7uQhoyTYvKAupfQrRGBFM352Gk=");
        QTest::newRow("an identifier") << QByteArray("id: 5f1e8f9e-2b1c-4f7e-9d9a-0c1b2a3d4e5f");
        QTest::newRow("names of npm's variables")
            << QByteArray("npm_package_devDependencies_eslint_plugin_import_resolver npm_config_user_agent");
        QTest::newRow("a switched-off password") << QByteArray("PASSWORD=none PGPASSWORD=$PG_PASS MYSQL_PWD=***");
        QTest::newRow("a cache key") << QByteArray("Cache hit for key: setup-java-Linux-maven-c379361358a7");
    }

    void ordinaryTextStays()
    {
        QFETCH(QByteArray, text);

        const Redacted out = Redactor().redact(text.toStdString());

        QCOMPARE(QByteArray::fromStdString(out.text), text);
        QCOMPARE(out.count, std::int64_t(0));
    }

    void configuredValuesGoWhereverTheyStand()
    {
        const Redactor redactor({"correct horse", "horse", "no"});

        const Redacted out = redactor.redact("say correct horse, horse, and no more");

        QCOMPARE(out.text,
                 std::string("say [redacted: configured secret], [redacted: configured secret], and no more"));
        QCOMPARE(out.count, std::int64_t(2));
    }

    void aKeyOverSeveralLinesIsOneSecret()
    {
        const Redactor redactor;
        LineRedactor lines(redactor);
        std::string shown;
        std::int64_t count = 0;

        for (const char* line : {"before", "2026-01-01T00:00:00Z -----BEGIN OPENSSH PRIVATE KEY-----",
                                 "2026-01-01T00:00:00Z b3BlbnNzaC1rZXk", "another job writes a line of prose here",
                                 "AAAA", "-----END OPENSSH PRIVATE KEY-----", "after"}) {
            const Redacted out = lines.redact(line);
            shown += out.text + "\n";
            count += out.count;
        }

        QVERIFY2(!QByteArray::fromStdString(shown).contains("b3Blbn")
                     && !QByteArray::fromStdString(shown).contains("AAAA"),
                 shown.c_str());
        QVERIFY(QByteArray::fromStdString(shown).startsWith("before\n"));
        QVERIFY(QByteArray::fromStdString(shown).contains("line of prose here\n"));
        QVERIFY(QByteArray::fromStdString(shown).endsWith("\nafter\n"));
        QCOMPARE(count, std::int64_t(1));
    }

    void aKeyWithoutAnEndDoesNotHideTheRest()
    {
        const Redactor redactor;
        LineRedactor lines(redactor);
        static_cast<void>(lines.redact("-----BEGIN PRIVATE KEY-----"));

        for (int i = 0; i < 500; ++i)
            static_cast<void>(lines.redact("AAAA"));

        QCOMPARE(lines.redact("word").text, std::string("word"));
    }

    void everySampleIsTakenOutAndHasAHintThatLeadsToIt()
    {
        const Redactor redactor;
        std::vector<std::unique_ptr<const RE2>> hints;
        for (const std::string& hint : Redactor::hints())
            hints.push_back(std::make_unique<const RE2>(hint));

        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            for (const test::SecretSample& sample : test::secretSamples(seed)) {
                const Redacted out = redactor.redact(sample.text);
                QVERIFY2(out.text.find(sample.secret) == std::string::npos, (sample.kind + ": " + out.text).c_str());
                QVERIFY2(
                    std::ranges::any_of(hints, [&](const auto& hint) { return RE2::PartialMatch(sample.text, *hint); }),
                    sample.kind.c_str());
                QCOMPARE(redactor.redact(out.text).text, out.text);
            }
        }
    }

    void whatDoesNotShowHidesNoSecret_data()
    {
        QTest::addColumn<QByteArray>("hidden");

        QTest::newRow("a colour") << QByteArray("\x1b[31m");
        QTest::newRow("a link") << QByteArray("\x1b]8;;https://a.example\x1b\\");
        QTest::newRow("a carriage return") << QByteArray("\r");
        QTest::newRow("a character and a backspace") << QByteArray("q\b");
        QTest::newRow("a backspace") << QByteArray("\b");
        QTest::newRow("a NUL") << QByteArray(1, '\0');
        QTest::newRow("a zero-width space") << QByteArray("\xe2\x80\x8b");
        QTest::newRow("a right-to-left mark") << QByteArray("\xe2\x80\x8f");
        QTest::newRow("a variation selector") << QByteArray("\xef\xb8\x8f");
    }

    void whatDoesNotShowHidesNoSecret()
    {
        QFETCH(QByteArray, hidden);
        const Redactor redactor({"correct horse battery"});
        const QByteArray token = joined("ghp_", kLetters);

        for (const QByteArray& secret : {token, QByteArray("correct horse battery")}) {
            for (qsizetype at = 1; at < secret.size(); ++at) {
                const QByteArray text = "a " + QByteArray(secret).insert(at, hidden) + " z";
                const QByteArray out = QByteArray::fromStdString(redactor.redact(text.toStdString()).text);
                QVERIFY2(out.startsWith("a [redacted: ") && out.endsWith("] z"), out.constData());
            }
        }
    }

    void anEncodedValueOfASecretGoesToo_data()
    {
        QTest::addColumn<QByteArray>("text");

        const QByteArray secret("p@ss/word+\"42\"?>>");
        QTest::newRow("in base64") << secret.toBase64();
        QTest::newRow("in base64, behind a user's name") << QByteArray("me:" + secret).toBase64();
        QTest::newRow("in base64, behind a longer one") << QByteArray("bot1:" + secret + "!").toBase64();
        QTest::newRow("in base64 for URLs") << secret.toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("in a URL") << secret.toPercentEncoding();
        QTest::newRow("in a URL, in small letters") << secret.toPercentEncoding().toLower();
        QTest::newRow("in JSON") << QByteArray("p@ss/word+\\\"42\\\"?>>");
    }

    void anEncodedValueOfASecretGoesToo()
    {
        QFETCH(QByteArray, text);
        const Redactor redactor({"p@ss/word+\"42\"?>>"});

        const Redacted out = redactor.redact("x " + text.toStdString() + " y");

        QCOMPARE(out.count, std::int64_t(1));
        QVERIFY2(out.text.size() < 50, out.text.c_str()); // of what stood beside it something may be left
    }

    void eachLineOfAConfiguredSecretGoes()
    {
        const Redactor redactor({"first-line-of-it\nsecond-line-of-it\n"});

        QCOMPARE(redactor.redact("x second-line-of-it y").text, std::string("x [redacted: configured secret] y"));
    }

    void aCutNeverGoesThroughASecret()
    {
        const Redactor redactor;
        const std::string text = "see token=" + joined("ghp_", kLetters).toStdString() + " end";

        QCOMPARE(redactor.cutBefore(text, 30), text.find("token"));
        QCOMPARE(redactor.cutBefore(text, 2), std::size_t(2));
        QCOMPARE(redactor.cutBefore(text, text.size() - 2), text.size() - 2);
    }
};

SIGNALBOX_TEST(TestRedaction)
#include "tst_redaction.moc"
