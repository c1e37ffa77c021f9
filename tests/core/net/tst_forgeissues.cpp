// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubissues.h"
#include "core/net/gitlabissues.h"
#include "tests/core/net/cannedgithub.h"
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <thread>

using namespace signalbox;
using namespace signalbox::net;
using namespace signalbox::test;

namespace {

constexpr const char* kList = "GET /issues?state=open&per_page=100&labels=signalbox";
constexpr const char* kComments = "GET /issues/12/comments?per_page=100&since=2027-01-14T08:00:00Z";
constexpr const char* kSay = "POST /issues/12/comments";
constexpr const char* kMade = R"({"number":12,"html_url":"https://github.acme.com/acme/shop/issues/12"})";
constexpr const char* kSignature = R"(<!-- signalbox:signature=b7e1 -->)";
constexpr const char* kRun = R"(<!-- signalbox:run=7/2 -->)";
constexpr const char* kOther = R"(<!-- signalbox:run=6/1 -->)";

std::string issue(const std::string& body, const std::string& more = {})
{
    return R"([{"number":12,"html_url":"https://github.acme.com/acme/shop/issues/12","body":")" + body + "\"" + more
        + "}]";
}

std::string remarkAt(const char* time, const std::string& body)
{
    return R"([{"created_at":")" + std::string(time) + R"(","body":")" + body + R"("}])";
}

/// A repository without any issue.
struct Scene {
    Scene()
    {
        github.script[kList] = {answered(200, "[]")};
        github.script["POST /issues"] = {answered(201, kMade)};
        github.script[kComments] = {answered(200, "[]")};
        github.script[kSay] = {answered(201, "{}")};
    }
    std::string told()
    {
        const auto done = issues.tell({.because = {"acme/shop", "7"},
                                       .attempt = 2,
                                       .signature = "b7e1",
                                       .title = "CI fails",
                                       .text = "It does not pass.",
                                       .at = github.clock.at},
                                      {});
        return done ? done->how + " " + std::to_string(done->number)
                    : std::string(codeName(done.error().code)) + ": " + done.error().detail;
    }
    std::string bodyOf(const std::string& what) const
    {
        for (const HttpCall& call : github.asked) {
            if (github.asking(call) == what)
                return call.body;
        }
        return {};
    }

    CannedGitHub github;
    GitHubIssues issues{github.client, [this](const std::string&) -> Result<GitHubPlace> { return github.place; }};
};

} // namespace

class TestForgeIssues : public QObject {
    Q_OBJECT

private slots:
    void oneIsOpenedWithItsMarksAndItsLabel()
    {
        Scene s;

        QCOMPARE(s.told(), std::string("opened 12"));

        const std::string body = s.bodyOf("POST /issues");
        const std::string begins
            = "\"body\":\"<!-- signalbox:signature=b7e1 -->\\n<!-- signalbox:run=7/2 -->\\n\\nIt does";
        const std::string label = "\"labels\":[\"signalbox\"]";
        QVERIFY2(body.find(begins) != std::string::npos, body.c_str());
        QVERIFY(body.find(label) != std::string::npos);
        QVERIFY(body.find("https://github.acme.com/acme/shop/actions/runs/7") != std::string::npos);
    }

    void whatIsOpenIsCommentedOn_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("remarks");
        QTest::addColumn<QString>("told");
        const std::string known = std::string(kSignature) + "\\n" + kOther + "\\n";
        const auto row = [](const char* name, const std::string& list, const std::string& remarks, const char* told) {
            QTest::newRow(name) << QString::fromStdString(list) << QString::fromStdString(remarks) << told;
        };
        const std::string ours = issue(known);
        row("of another run", ours, "[]", "commented 12");
        row("of this attempt, though nobody heard so", issue(std::string(kSignature) + "\\r\\n" + kRun + "\\r\\n"),
            "[]", "opened 12");
        row("of this attempt already", ours, remarkAt("2027-01-15T07:59:00Z", std::string(kRun) + "\\n"),
            "commented 12");
        row("of another one on the same day", ours, remarkAt("2027-01-14T09:00:00Z", std::string(kOther) + "\\n"),
            "known 12");
        row("of another one on the day before", ours, remarkAt("2027-01-14T07:00:00Z", std::string(kOther) + "\\n"),
            "commented 12");
        row("by people", ours, remarkAt("2027-01-15T07:00:00Z", "I look at it"), "commented 12");
        row("of another signature", issue("<!-- signalbox:signature=ffff -->\\n"), "[]", "opened 12");
        row("quoted inside another", issue("see " + known), "[]", "opened 12");
        row("in a pull request", issue(known, R"(,"pull_request":{})"), "[]", "opened 12");
    }

    void whatIsOpenIsCommentedOn()
    {
        QFETCH(QString, list);
        QFETCH(QString, remarks);
        QFETCH(QString, told);
        Scene s;
        s.github.script[kList] = {answered(200, list.toStdString())};
        s.github.script[kComments] = {answered(200, remarks.toStdString())};

        QCOMPARE(s.told(), told.toStdString());

        const std::string name = QTest::currentDataTag();
        QCOMPARE(s.github.count("POST /issues/12"),
                 name.starts_with("of another run") || name == "by people" || name.ends_with("day before") ? 1 : 0);
    }

    void anAnswerThatIsLostIsLookedFor()
    {
        Scene s;
        const std::string opened = issue(std::string(kSignature) + "\\n" + kRun + "\\n");
        s.github.script["POST /issues"] = {answered(0)};
        s.github.script[kList] = {answered(200, "[]"), answered(200, opened)};

        QCOMPARE(s.told(), std::string("opened 12"));
        QCOMPARE(s.github.count("POST /issues"), 1);

        s.github.script[kList] = {answered(200, issue(std::string(kSignature) + "\\n" + kOther + "\\n"))};
        s.github.script[kSay] = {answered(0)};
        s.github.script[kComments]
            = {answered(200, "[]"), answered(200, remarkAt("2027-01-15T08:00:00Z", std::string(kRun) + "\\n"))};
        QCOMPARE(s.told(), std::string("commented 12"));
        QCOMPARE(s.github.count(kSay), 1);
    }

    void twoReportsOfOneSignatureTakeTurns()
    {
        CannedGitHub github;
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        std::atomic<int> opened = 0;
        HttpClient client(
            [&](const HttpCall& call, const std::stop_token&) -> Result<HttpAnswer> {
                most = std::max(most.load(), ++inside);
                std::this_thread::yield();
                const bool opens = call.method == "POST" && call.url.ends_with("/issues");
                const bool lists = call.url.ends_with("labels=signalbox");
                opened += opens ? 1 : 0;
                --inside;
                if (opens)
                    return answered(201, kMade);
                return answered(call.method == "POST" ? 201 : 200,
                                lists && opened > 0 ? issue(std::string(kSignature) + "\\n") : "[]");
            },
            github.clock, [](const HttpClient::Told&) {});
        GitHubIssues issues(client, [&](const std::string&) -> Result<GitHubPlace> { return github.place; });
        std::vector<std::jthread> reporters;
        for (int run = 0; run < 4; ++run)
            reporters.emplace_back([&issues, run] {
                static_cast<void>(issues.tell({.because = {"acme/shop", std::to_string(run)},
                                               .attempt = 1,
                                               .signature = "b7e1",
                                               .title = "CI fails",
                                               .text = "",
                                               .at = {}},
                                              {}));
            });
        reporters.clear();

        QCOMPARE(opened.load(), 1);
        QCOMPARE(most.load(), 1);
    }

    void onGitLabTheyAreNotes()
    {
        CannedGitLab gitlab;
        GitLabIssues issues(gitlab.client, [&](const std::string&) -> Result<ForgePlace> { return gitlab.place; });
        const auto told = [&] {
            return issues.tell({.because = {"acme/web/shop", "7"},
                                .attempt = 1,
                                .signature = "b7e1",
                                .title = "CI fails",
                                .text = "",
                                .at = gitlab.clock.at},
                               {});
        };
        const char* const list = "GET /issues?state=opened&scope=all&per_page=100&labels=signalbox";
        gitlab.script[list]
            = {answered(200, "[]"),
               answered(200, R"([{"iid":3,"web_url":"page","description":")" + std::string(kSignature) + R"(\n"}])")};
        gitlab.script["POST /issues"] = {answered(201, R"({"iid":3,"web_url":"page"})")};
        gitlab.script["GET /issues/3/notes?order_by=created_at&sort=desc&per_page=100"] = {answered(200, "[]")};
        gitlab.script["POST /issues/3/notes"] = {answered(201, "{}")};

        const auto first = told();
        const auto second = told();

        QVERIFY(first && second);
        QCOMPARE(first->how + " " + first->page, std::string("opened page"));
        QCOMPARE(second->how, std::string("commented"));
        QVERIFY(gitlab.asked.back().body.find("https://gitlab.acme.com/acme/web/shop/-/pipelines/7")
                != std::string::npos);
    }
};

SIGNALBOX_TEST(TestForgeIssues)
#include "tst_forgeissues.moc"
