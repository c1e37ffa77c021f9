// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubpulls.h"
#include "tests/core/net/cannedgithub.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitHub;

namespace {

const ci::ChangeOffer kOffer{.because = {"acme/shop", "7"},
                             .commit = "6113728f",
                             .base = "main",
                             .branch = "signalbox/lockfile-7",
                             .files = {{"package-lock.json", "{}\n"}},
                             .title = "Write package-lock.json anew",
                             .text = "It does not match."};
constexpr const char* kFind = "GET /pulls?state=all&per_page=1&head=acme:signalbox/lockfile-7";
constexpr const char* kRef = "GET /git/ref/heads/signalbox/lockfile-7";
constexpr const char* kKnown = R"({"ref":"refs/heads/signalbox/lockfile-7","object":{"sha":"commit2"}})";
constexpr const char* kPull = R"({"number":12,"html_url":"https://github.acme.com/acme/shop/pull/12","state":"open"})";

std::string listed()
{
    return "[" + std::string(kPull) + "]";
}

/// A repository that takes everything, and has nothing yet.
struct Scene {
    Scene()
    {
        github.script[kFind] = {answered(200, "[]")};
        github.script[kRef] = {answered(404, "{}")};
        github.script["GET /git/commits/6113728f"] = {answered(200, R"({"sha":"6113728f","tree":{"sha":"tree1"}})")};
        github.script["GET /git/trees/tree1"] = {answered(200, R"({"sha":"tree1","tree":[]})")};
        github.script["POST /git/trees"] = {answered(201, R"({"sha":"tree2"})")};
        github.script["POST /git/commits"] = {answered(201, R"({"sha":"commit2"})")};
        github.script["GET /git/commits/commit2"]
            = {answered(200, R"({"sha":"commit2","tree":{"sha":"tree2"},"parents":[{"sha":"6113728f"}]})")};
        github.script["POST /git/refs"] = {answered(201, R"({"ref":"refs/heads/signalbox/lockfile-7"})")};
        github.script["POST /pulls"] = {answered(201, kPull)};
    }
    std::string bodyOf(const std::string& what) const
    {
        for (const HttpCall& call : github.asked) {
            if (github.asking(call) == what)
                return call.body;
        }
        return {};
    }
    std::string offered(const ci::ChangeOffer& offer = kOffer)
    {
        const auto made = pulls.offer(offer, {});
        return made ? made->page : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }

    CannedGitHub github;
    GitHubPulls pulls{github.client, [this](const std::string&) -> Result<GitHubPlace> { return github.place; }};
};

} // namespace

class TestGitHubPulls : public QObject {
    Q_OBJECT

private slots:
    void aChangeIsOneCommitOnABranchOfItsOwn()
    {
        Scene s;

        QCOMPARE(s.offered(), std::string("https://github.acme.com/acme/shop/pull/12"));

        QCOMPARE(s.bodyOf("POST /git/trees"),
                 std::string(R"({"base_tree":"tree1","tree":[{"content":"{}\n","mode":"100644","path":)"
                             R"("package-lock.json","type":"blob"}]})"));
        QCOMPARE(s.bodyOf("POST /git/commits"),
                 std::string(R"({"message":"Write package-lock.json anew","parents":["6113728f"],"tree":"tree2"})"));
        QCOMPARE(s.bodyOf("POST /git/refs"),
                 std::string(R"({"ref":"refs/heads/signalbox/lockfile-7","sha":"commit2"})"));
        const std::string request = s.bodyOf("POST /pulls");
        QVERIFY(request.find(R"("base":"main")") != std::string::npos);
        QVERIFY(request.find("https://github.acme.com/acme/shop/actions/runs/7") != std::string::npos);
    }

    void aFileThatCanBeRunStaysSo()
    {
        Scene s;
        s.github.script["GET /git/trees/tree1"]
            = {answered(200, R"({"tree":[{"path":"ci","mode":"040000","type":"tree","sha":"tree7"}]})")};
        s.github.script["GET /git/trees/tree7"]
            = {answered(200, R"({"tree":[{"path":"run","mode":"100755","type":"blob","sha":"blob1"}]})")};
        ci::ChangeOffer offer = kOffer;
        offer.files = {{"ci/run", "#!/bin/sh\n"}};

        QCOMPARE(s.offered(offer), std::string("https://github.acme.com/acme/shop/pull/12"));

        QVERIFY(s.bodyOf("POST /git/trees").find("\"mode\":\"100755\",\"path\":\"ci/run\"") != std::string::npos);
    }

    void whatIsThereIsNotMadeAgain_data()
    {
        QTest::addColumn<bool>("pullToo");
        QTest::newRow("the pull request") << true;
        QTest::newRow("the branch alone") << false;
    }

    void whatIsThereIsNotMadeAgain()
    {
        QFETCH(bool, pullToo);
        Scene s;
        s.github.script[kRef] = {answered(200, kKnown)};
        if (pullToo)
            s.github.script[kFind] = {answered(200, listed())};

        QCOMPARE(s.offered(), std::string("https://github.acme.com/acme/shop/pull/12"));

        QCOMPARE(s.github.count("POST /git/commits"), 0);
        QCOMPARE(s.github.count("POST /git/refs"), 0);
        QCOMPARE(s.github.count("POST /pulls"), pullToo ? 0 : 1);
    }

    void aBranchOfSomebodyElseIsNotOffered_data()
    {
        QTest::addColumn<QByteArray>("commit");
        QTest::newRow("it holds something else")
            << QByteArray(R"({"sha":"commit2","tree":{"sha":"tree9"},"parents":[{"sha":"6113728f"}]})");
        QTest::newRow("it stands on something else")
            << QByteArray(R"({"sha":"commit2","tree":{"sha":"tree2"},"parents":[{"sha":"badc0de"}]})");
    }

    void aBranchOfSomebodyElseIsNotOffered()
    {
        QFETCH(QByteArray, commit);
        Scene s;
        s.github.script[kRef] = {answered(200, kKnown)};
        s.github.script["GET /git/commits/commit2"] = {answered(200, commit.toStdString())};

        const std::string told = s.offered();

        QVERIFY2(told.find("holds something else; delete it") != std::string::npos, told.c_str());
        QCOMPARE(s.github.count("POST /pulls"), 0);
    }

    void anAnswerThatIsLostIsLookedFor()
    {
        Scene s;
        s.github.script["POST /git/refs"] = {answered(0)};
        s.github.script[kRef] = {answered(404, "{}"), answered(200, kKnown)};
        s.github.script["POST /pulls"] = {answered(0)};
        s.github.script[kFind] = {answered(200, "[]"), answered(200, listed())};

        QCOMPARE(s.offered(), std::string("https://github.acme.com/acme/shop/pull/12"));

        QCOMPARE(s.github.count("POST /pulls"), 1);
    }

    void aTokenThatMayNotWriteSaysSo()
    {
        Scene s;
        s.github.script["POST /git/trees"]
            = {answered(403, R"({"message":"Forbidden"})", {{"x-accepted-github-permissions", "contents=write"}})};

        const std::string told = s.offered();

        QVERIFY2(told.find("give it the permission contents: write") != std::string::npos, told.c_str());
        QCOMPARE(s.github.count("POST /git/refs"), 0);
    }

    void pagesAreWhereTheApiIs_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("web");
        QTest::newRow("github.com") << "https://api.github.com"
                                    << "https://github.com";
        QTest::newRow("an Enterprise server") << "https://github.acme.com/api/v3"
                                              << "https://github.acme.com";
        QTest::newRow("data residency") << "https://api.acme.ghe.com"
                                        << "https://acme.ghe.com";
        QTest::newRow("the test forge") << "http://127.0.0.1:4100"
                                        << "http://127.0.0.1:4100";
    }

    void pagesAreWhereTheApiIs()
    {
        QFETCH(QString, api);
        QFETCH(QString, web);
        QCOMPARE(QString::fromStdString(webOf(api.toStdString())), web);
    }
};

SIGNALBOX_TEST(TestGitHubPulls)
#include "tst_githubpulls.moc"
