// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

#include <re2/re2.h>

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
            << QByteArray("DB_PASSWORD=Tr0ub4dor&3x") << QByteArray("DB_PASSWORD=[redacted: assigned secret]&3x") << 1;
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

    void everyRuleHasAHintThatLeadsToIt()
    {
        const Redactor redactor;
        const auto hints = Redactor::hints();

        for (const QByteArray& text :
             {joined("glpat", "-aBcDeFgHiJkLmNoPqRsT"), QByteArray("PRIVATE-TOKEN: abcdefgh1234"),
              QByteArray("Set-Cookie: sid=abcdef123456"), QByteArray("//registry.example/:_authToken=abcdefgh1234")}) {
            QVERIFY2(redactor.redact(text.toStdString()).count > 0, text.constData());
            QVERIFY2(std::ranges::any_of(
                         hints, [&](const std::string& hint) { return RE2::PartialMatch(text.toStdString(), hint); }),
                     text.constData());
        }
    }

    void secretsOfTheHostileLogAreGone()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data/hostile/secrets_basic.log"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("shared test data is not here");
        const QByteArray text = file.readAll();

        const Redacted out = Redactor().redact(text.toStdString());

        QCOMPARE(out.count, std::int64_t(4));
        for (const char* secret : {"IOSFODNN7", "wJalrXUtn", "ca978112", "eyJhbGci", "189f40034"})
            QVERIFY2(!QByteArray::fromStdString(out.text).contains(secret), secret);
        QVERIFY(QByteArray::fromStdString(out.text).contains("@github.com/acme/x.git"));
    }
};

SIGNALBOX_TEST(TestRedaction)
#include "tst_redaction.moc"
