// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabpulls.h"
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitLab;

namespace {

const ci::ChangeOffer kOffer{.because = {"acme/web/shop", "7"},
                             .commit = "6113728f",
                             .base = "main",
                             .branch = "signalbox/lockfile-7",
                             .files = {{"web/package-lock.json", "{}\n"}},
                             .title = "Write package-lock.json anew",
                             .text = "It does not match."};
constexpr const char* kFind = "GET /merge_requests?state=all&order_by=created_at&sort=desc&per_page=100&source_branch="
                              "signalbox%2Flockfile-7";
constexpr const char* kBranch = "GET /repository/branches/signalbox%2Flockfile-7";
constexpr const char* kFile = "GET /repository/files/web%2Fpackage-lock.json?ref=6113728f";
constexpr const char* kCompared = "GET /repository/compare?from=6113728f&to=signalbox%2Flockfile-7";
constexpr const char* kThere = "GET /repository/files/web%2Fpackage-lock.json?ref=signalbox%2Flockfile-7";
constexpr const char* kPage = "https://gitlab.acme.com/acme/web/shop/-/merge_requests/12";

std::string merge(const std::string& state = "opened", int from = 4)
{
    return R"({"iid":12,"web_url":")" + std::string(kPage) + R"(","state":")" + state + R"(","source_project_id":)"
        + std::to_string(from) + R"(,"target_project_id":4})";
}

/// A file of a branch, its content in base64.
std::string holding(const QByteArray& content)
{
    return "{\"encoding\":\"base64\",\"content\":\"" + content.toStdString() + "\"}";
}

/// A project that takes everything, and has nothing yet but the file.
struct Scene {
    Scene()
    {
        gitlab.script[kFind] = {answered(200, "[]")};
        gitlab.script[kBranch] = {answered(404, R"({"message":"404 Branch Not Found"})")};
        gitlab.script[kFile] = {answered(200, "{}")};
        gitlab.script[kCompared]
            = {answered(200, R"({"commits":[{}],"diffs":[{"new_path":"web/package-lock.json"}]})")};
        gitlab.script[kThere] = {answered(200, holding("e30K"))};
        gitlab.script["POST /repository/commits"] = {answered(201, R"({"id":"c2"})")};
        gitlab.script["POST /merge_requests"] = {answered(201, merge())};
    }
    std::string bodyOf(const std::string& what) const
    {
        for (const HttpCall& call : gitlab.asked) {
            if (gitlab.asking(call) == what)
                return call.body;
        }
        return {};
    }
    std::string offered()
    {
        const auto made = pulls.offer(kOffer, {});
        return made ? made->page : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }

    CannedGitLab gitlab;
    GitLabPulls pulls{gitlab.client, [this](const std::string&) -> Result<ForgePlace> { return gitlab.place; }};
};

} // namespace

class TestGitLabPulls : public QObject {
    Q_OBJECT

private slots:
    void aChangeIsOneCommitOnABranchOfItsOwn()
    {
        Scene s;

        QCOMPARE(s.offered(), std::string(kPage));

        QCOMPARE(s.bodyOf("POST /repository/commits"),
                 std::string(R"({"actions":[{"action":"update","content":"{}\n","file_path":"web/package-lock.json"}],)"
                             R"("branch":"signalbox/lockfile-7","commit_message":"Write package-lock.json anew",)"
                             R"("start_sha":"6113728f"})"));
        const std::string request = s.bodyOf("POST /merge_requests");
        QVERIFY(request.find(R"("target_branch":"main")") != std::string::npos);
        QVERIFY(request.find("https://gitlab.acme.com/acme/web/shop/-/pipelines/7") != std::string::npos);
    }

    void aFileThatIsNotThereIsMade()
    {
        Scene s;
        s.gitlab.script[kFile] = {answered(404)};

        QCOMPARE(s.offered(), std::string(kPage));

        QVERIFY(s.bodyOf("POST /repository/commits").find(R"("action":"create")") != std::string::npos);
    }

    void whatIsThereIsNotMadeAgain_data()
    {
        QTest::addColumn<bool>("mergeToo");
        QTest::newRow("the merge request") << true;
        QTest::newRow("the branch alone") << false;
    }

    void whatIsThereIsNotMadeAgain()
    {
        QFETCH(bool, mergeToo);
        Scene s;
        s.gitlab.script[kBranch] = {answered(200, R"({"name":"signalbox/lockfile-7"})")};
        if (mergeToo)
            s.gitlab.script[kFind] = {answered(200, "[" + merge("opened") + "]")};

        QCOMPARE(s.offered(), std::string(kPage));

        QCOMPARE(s.gitlab.count("POST /repository"), 0);
        QCOMPARE(s.gitlab.count("POST /merge_requests"), mergeToo ? 0 : 1);
    }

    void whatHasEndedIsNotOfferedAgain()
    {
        Scene s;
        s.gitlab.script[kFind]
            = {answered(200, "[" + merge("merged") + "]"), answered(200, "[" + merge("closed") + "]")};

        QCOMPARE(s.offered(), std::string(kPage));
        const std::string refused = s.offered();

        QVERIFY2(refused.find("was closed without being merged; open it again") != std::string::npos, refused.c_str());
        QCOMPARE(s.gitlab.count("POST"), 0);
    }

    void aBranchOfSomebodyElseIsNotOffered_data()
    {
        QTest::addColumn<QByteArray>("compared");
        QTest::addColumn<QByteArray>("content");
        const QByteArray ours(R"({"commits":[{}],"diffs":[{"new_path":"web/package-lock.json"}]})");
        QTest::newRow("another content") << ours << QByteArray("e30KIA==");
        QTest::newRow("another file") << QByteArray(ours).replace("web/package-lock.json", "x.sh")
                                      << QByteArray("e30K");
        QTest::newRow("one file more") << QByteArray(ours).replace("[{\"new", "[{\"new_path\":\"x.sh\"},{\"new")
                                       << QByteArray("e30K");
        QTest::newRow("one commit more") << QByteArray(ours).replace("[{}]", "[{},{}]") << QByteArray("e30K");
    }

    void aBranchOfSomebodyElseIsNotOffered()
    {
        QFETCH(QByteArray, compared);
        QFETCH(QByteArray, content);
        Scene s;
        s.gitlab.script[kBranch] = {answered(200, R"({"name":"signalbox/lockfile-7"})")};
        s.gitlab.script[kCompared] = {answered(200, compared.toStdString())};
        s.gitlab.script[kThere] = {answered(200, holding(content))};

        const std::string told = s.offered();

        QVERIFY2(told.find("holds something else; delete it") != std::string::npos, told.c_str());
        QCOMPARE(s.gitlab.count("POST /merge_requests"), 0);
    }

    void anAnswerThatIsLostIsLookedFor()
    {
        Scene s;
        s.gitlab.script["POST /repository/commits"] = {answered(0)};
        s.gitlab.script[kBranch] = {answered(404), answered(200, "{}")};
        s.gitlab.script["POST /merge_requests"] = {answered(0)};
        s.gitlab.script[kFind] = {answered(200, "[]"), answered(200, "[" + merge() + "]")};

        QCOMPARE(s.offered(), std::string(kPage));

        QCOMPARE(s.gitlab.count("POST /merge_requests"), 1);
    }

    void thatOfAForkIsNoneOfOurs()
    {
        Scene s;
        s.gitlab.script[kFind] = {answered(200, "[" + merge("opened", 9) + "]")};

        const auto other = s.pulls.find("acme/web/shop", "signalbox/lockfile-7", {});
        s.gitlab.script[kFind] = {answered(200, "[" + merge("opened", 9) + "," + merge("merged") + "]")};
        const auto own = s.pulls.find("acme/web/shop", "signalbox/lockfile-7", {});

        QVERIFY(other && !*other);
        QVERIFY(own && *own && (*own)->number == 12 && !(*own)->isOpen);
    }

    void aTokenThatMayNotWriteSaysSo()
    {
        Scene s;
        s.gitlab.script["POST /repository/commits"] = {answered(403, R"({"message":"403 Forbidden"})")};

        const std::string told = s.offered();

        QVERIFY2(told.find("it needs the scope api") != std::string::npos, told.c_str());
        QCOMPARE(s.gitlab.count("POST /merge_requests"), 0);
    }
};

SIGNALBOX_TEST(TestGitLabPulls)
#include "tst_gitlabpulls.moc"
