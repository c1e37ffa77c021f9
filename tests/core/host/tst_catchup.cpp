// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/catchup.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using namespace std::chrono_literals;
using store::DeliveryRepository;

namespace {

/// A GitHub with one hook that leads here, and what it keeps of its deliveries.
struct Scenery {
    struct Kept {
        int id;
        std::string guid;
        int status = 502;
        std::string event = "workflow_run";
        std::string action = "completed";
        Milliseconds ago = 1h;
    };

    QTemporaryDir folder;
    OpenStore store{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    SetClock clock;
    std::vector<Kept> kept; // the newest first
    std::size_t pageSize = 100;
    int refusal = 0; // of everything about hooks
    std::string token = "t0ken";
    std::vector<std::string> asked;
    int came = 0;
    net::HttpClient client{[this](const net::HttpCall& call, const std::stop_token&) { return answer(call); }, clock,
                           [](const net::HttpClient::Told&) {}};
    CatchUp catchUp{{.database = *store,
                     .clock = clock,
                     .hooksOf = [this](const std::string&) -> Result<std::optional<net::GitHubHooks>> {
                         return std::optional(net::GitHubHooks(client,
                                                               {.api = "https://api.github.com",
                                                                .repository = "acme/shop",
                                                                .token = token,
                                                                .tokenFrom = "GH_TOKEN"}));
                     },
                     .came = [this] { ++came; }}};

    std::string listOf(std::size_t from) const
    {
        std::string list;
        for (std::size_t at = from; at < std::min(kept.size(), from + pageSize); ++at) {
            const Kept& one = kept[at];
            list += std::string(list.empty() ? "" : ",") + R"({"id":)" + std::to_string(one.id) + R"(,"guid":")"
                + one.guid + R"(","delivered_at":")" + formatUtc(clock.now() - one.ago) + R"(","status_code":)"
                + std::to_string(one.status) + R"(,"event":")" + one.event + R"(","action":")" + one.action + "\"}";
        }
        return "[" + list + "]";
    }

    net::HttpAnswer answer(const net::HttpCall& call)
    {
        const std::string path = call.url.substr(std::string("https://api.github.com/repos/acme/shop").size());
        asked.push_back(path);
        if (refusal != 0)
            return {.status = refusal, .body = R"({"message":"Resource not accessible by token"})"};
        if (path.starts_with("/hooks?"))
            return {.status = 200, .body = R"([{"id":9,"config":{"url":"https://box.org/webhook/github"}}])"};
        if (const auto at = path.find("deliveries?"); at != path.npos) {
            const auto cursor = path.find("cursor=");
            const std::size_t from = cursor == path.npos ? 0 : std::stoul(path.substr(cursor + 7));
            net::HttpAnswer page{.status = 200, .body = listOf(from)};
            if (from + pageSize < kept.size())
                page.fields = {{"Link",
                                "<https://api.github.com/repositories/1/x?cursor=" + std::to_string(from + pageSize)
                                    + ">; rel=\"next\""}};
            return page;
        }
        const std::string id = path.substr(path.rfind('/') + 1);
        const auto one = std::ranges::find(kept, std::stoi(id), &Kept::id);
        return {.status = 200,
                .body = R"({"id":)" + id + R"(,"request":{"headers":{"X-GitHub-Delivery":")" + one->guid
                    + R"(","X-GitHub-Event":")" + one->event + R"("},"payload":{"action":")" + one->action
                    + R"(","repository":{"full_name":"acme/shop"},"workflow_run":{"id":)" + id + "}}}}"};
    }

    /// Looks until there is no more. -1: it fails.
    int looks()
    {
        for (int count = 1;; ++count) {
            const auto done = catchUp.look({"acme/shop", clock.now() - 240h}, {});
            if (!done)
                return -1;
            if (*done)
                return count;
        }
    }

    /// How many are new by that.
    int arrives(const std::string& guid)
    {
        const ci::Delivery delivery{.source = "github",
                                    .id = guid,
                                    .event = "workflow_run",
                                    .receivedAt = clock.now(),
                                    .bytes = 2,
                                    .isWatched = true,
                                    .notice = "{}"};
        return must(DeliveryRepository(*store).keep({delivery}));
    }

    std::vector<std::string> inbox()
    {
        std::vector<std::string> ids;
        for (const auto& row : must(DeliveryRepository(*store).waiting("github", 10'000)))
            ids.push_back(row.delivery.id);
        return ids;
    }
    int fetched() const
    {
        return static_cast<int>(
            std::ranges::count_if(asked, [](const auto& path) { return path.find("deliveries/") != path.npos; }));
    }
};

} // namespace

class TestCatchUp : public QObject {
    Q_OBJECT

private slots:
    void whatDidNotArriveIsTakenOnce();
    void nothingIsAskedWhereNothingIsReceived();
    void onlyWhatCanMatterIsFetched();
    void itGoesBackToAPageOfWhichNothingIsMissing();
    void itGoesBackTenPagesAtMost();
    void aLookCostsFewRequests();
    void aTokenThatMayNotIsRememberedForADay();
    void afterAFailureItGoesOnWhereItWas();
};

void TestCatchUp::whatDidNotArriveIsTakenOnce()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.kept = {{.id = 4, .guid = "d", .status = 202},
                  {.id = 3, .guid = "c"},
                  {.id = 2, .guid = "b"},
                  {.id = 1, .guid = "a", .status = 0}};
    QCOMPARE(scene.arrives("b"), 1);

    QCOMPARE(scene.looks(), 2);

    QCOMPARE(scene.inbox(), (std::vector<std::string>{"b", "a", "c"})); // the oldest first
    QVERIFY(scene.came > 0);
    QCOMPARE(scene.looks(), 1);
    QCOMPARE(scene.fetched(), 2);

    // GitHub sends one again meanwhile.
    QCOMPARE(scene.arrives("c"), 0);
}

void TestCatchUp::nothingIsAskedWhereNothingIsReceived()
{
    Scenery scene;
    scene.kept = {{.id = 1, .guid = "a"}};

    QCOMPARE(scene.looks(), 1);

    QVERIFY(scene.asked.empty());
}

void TestCatchUp::onlyWhatCanMatterIsFetched()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.kept = {{.id = 9, .guid = "again", .status = 202}, // a later try has arrived
                  {.id = 8, .guid = "again"},
                  {.id = 7, .guid = "twice"},
                  {.id = 6, .guid = "twice"},
                  {.id = 5, .guid = "push", .event = "push", .action = ""},
                  {.id = 4, .guid = "begun", .action = "requested"},
                  {.id = 3, .guid = "review", .event = "deployment_review", .action = "requested"},
                  {.id = 2, .guid = "old", .ago = 73h}};

    QCOMPARE(scene.looks(), 2);

    QCOMPARE(scene.inbox(), (std::vector<std::string>{"review", "twice"}));
    QCOMPARE(scene.fetched(), 2);
}

void TestCatchUp::itGoesBackToAPageOfWhichNothingIsMissing()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.pageSize = 2;
    scene.kept = {{.id = 9, .guid = "i", .event = "workflow_job"},
                  {.id = 8, .guid = "h", .event = "workflow_job"},
                  {.id = 7, .guid = "g"},
                  {.id = 6, .guid = "f", .status = 202},
                  {.id = 5, .guid = "e", .status = 202},
                  {.id = 4, .guid = "d", .status = 202},
                  {.id = 3, .guid = "c"}};

    QCOMPARE(scene.looks(), 2);

    QCOMPARE(scene.inbox(), std::vector<std::string>{"g"});
}

void TestCatchUp::itGoesBackTenPagesAtMost()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.pageSize = 2;
    for (int id = 40; id > 0; --id)
        scene.kept.push_back({.id = id, .guid = "guid " + std::to_string(id)});

    QCOMPARE(scene.looks(), 3);

    QCOMPARE(scene.inbox().size(), 20U);
    QCOMPARE(scene.inbox().front(), std::string("guid 21"));
}

void TestCatchUp::aLookCostsFewRequests()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.pageSize = 10;
    for (int id = 200; id > 0; --id)
        scene.kept.push_back({.id = id, .guid = "guid " + std::to_string(id)});

    for (bool done = false; !done;) {
        const std::size_t before = scene.asked.size();
        done = must(scene.catchUp.look({"acme/shop", scene.clock.now() - 240h}, {}));
        QVERIFY(scene.asked.size() - before <= 11);
    }

    QCOMPARE(scene.inbox().size(), 100U);
}

void TestCatchUp::aTokenThatMayNotIsRememberedForADay()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.kept = {{.id = 1, .guid = "a"}};
    for (const int status : {403, 404}) {
        scene.refusal = status;
        scene.token += "x"; // another one
        scene.asked.clear();

        QCOMPARE(scene.looks(), 1);
        QCOMPARE(scene.looks(), 1);
        QCOMPARE(scene.asked.size(), 1U);

        scene.clock.set(scene.clock.now() + 25h);
        QCOMPARE(scene.looks(), 1);
        QCOMPARE(scene.asked.size(), 2U);
    }
    scene.refusal = 0;
    scene.token = "t0ken-that-may";
    QCOMPARE(scene.looks(), 2);
    QCOMPARE(scene.inbox(), std::vector<std::string>{"a"});
}

void TestCatchUp::afterAFailureItGoesOnWhereItWas()
{
    Scenery scene;
    scene.catchUp.receive(true);
    scene.kept = {{.id = 2, .guid = "b"}, {.id = 1, .guid = "a"}};
    scene.refusal = 502;
    QCOMPARE(scene.looks(), -1);
    scene.refusal = 0;
    QVERIFY(!must(scene.catchUp.look({"acme/shop", {}}, {})));
    scene.refusal = 502;
    QCOMPARE(scene.looks(), -1);
    QVERIFY(scene.inbox().empty());

    scene.refusal = 0;

    QCOMPARE(scene.looks(), 1);
    QCOMPARE(scene.inbox(), (std::vector<std::string>{"a", "b"}));
}

SIGNALBOX_TEST(TestCatchUp)
#include "tst_catchup.moc"
