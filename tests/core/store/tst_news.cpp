// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/news.h"
#include "core/store/outboxrepository.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::test;
using graph::RunPhase;
using notify::Event;
using store::OutboxRepository;

namespace {

/// Takes everything, also what has ended.
store::Receivers machine()
{
    using notify::Kind;
    return {{"machine",
             {.way = notify::Way::Webhook,
              .variable = "URL",
              .secret = {},
              .tells = {Kind::Approval, Kind::Outcome, Kind::Hold, Kind::Connection},
              .lines = {}}}};
}

} // namespace

class TestNews : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void tellsWhoIsAskedAndThatNobodyIsAnyMore();
    void tellsThatOthersDecide();
    void tellsHowAHealingEnded_data();
    void tellsHowAHealingEnded();
    void tellsNothingOfARehearsal();
    void tellsOfHolds();
    void holdsNoSecret();
    void isGoneWhereItsFactIs();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;
    std::shared_ptr<const graph::Graph> m_graph = threeSteps();

    std::string path() const { return m_dir->filePath(QStringLiteral("store")).toStdString(); }
    std::vector<notify::Message> told(store::Database& database)
    {
        OutboxRepository outbox(database, store::thisProcess());
        must(outbox.distribute(machine(), m_clock.now()));
        std::vector<notify::Message> messages;
        for (const auto& row : must(outbox.waiting("machine", 100)))
            messages.push_back(row.message);
        must(outbox.drop("machine"));
        return messages;
    }
};

void TestNews::tellsWhoIsAskedAndThatNobodyIsAnyMore()
{
    OpenStore opened(path());
    RunByHand run(*opened, *m_graph, m_clock);
    run.claim();
    const Json evidence{{"class", "compile_error"}, {"root_cause", Json::array({{{"line", 7}, {"text", "no ;"}}})}};
    must(run.wait({.person = request("parser #3", {{"evidence", evidence}}), .at = {}, .event = {}}));

    const auto asked = told(*opened);
    m_clock.set(m_clock.now() + std::chrono::hours(2)); // past its deadline
    QCOMPARE(must(store::WakeUps(*opened).answerDueTimers(m_clock.now())), 1);
    const auto closed = told(*opened);

    QCOMPARE(asked.size(), 1U);
    QVERIFY(asked[0].event == Event::ApprovalWaits);
    QVERIFY(asked[0].line == "parser" && asked[0].subject == "parser #3" && asked[0].place == "approval/1");
    QVERIFY(asked[0].detail("class") == "compile_error" && asked[0].detail("cause") == "no ;");
    QVERIFY(asked[0].until == asked[0].at + std::chrono::hours(1));
    QVERIFY(notify::isOf(asked[0], notify::Kind::Outcome)); // an escalation
    QCOMPARE(closed.size(), 1U);
    QVERIFY(closed[0].event == Event::ApprovalClosed);
    QVERIFY(closed[0].incident == asked[0].incident);
    QVERIFY(closed[0].since == asked[0].at);
}

void TestNews::tellsThatOthersDecide()
{
    OpenStore opened(path());
    RunByHand run(*opened, *m_graph, m_clock);
    run.claim();
    const Json gate{{"others", Json::array({"sentinel"})}, {"page", "https://github.com/acme/shop/actions/runs/7"}};
    must(run.wait({.person = request("shop #7", {{"kind", "deployment"}, {"evidence", {{"gate", gate}}}}),
                   .at = {},
                   .event = {}}));

    const auto asked = told(*opened);

    QCOMPARE(asked.size(), 1U);
    QVERIFY(!asked[0].until); // nobody here has to decide by then
    QCOMPARE(asked[0].detail("why"),
             std::string("it is decided there, not here: https://github.com/acme/shop/actions/runs/7"));
}

void TestNews::tellsHowAHealingEnded_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("event"); // empty: nothing is told

    QTest::newRow("healed") << "healed" << int(RunPhase::Succeeded) << "healed";
    QTest::newRow("passed when run again") << "retried" << int(RunPhase::Succeeded) << "healed";
    QTest::newRow("nothing was wrong") << "green" << int(RunPhase::Succeeded) << "";
    QTest::newRow("a person was asked, and told so") << "escalated" << int(RunPhase::Succeeded) << "";
    QTest::newRow("a person cancelled it") << "" << int(RunPhase::Cancelled) << "";
    QTest::newRow("the agent could not go on") << "" << int(RunPhase::Failed) << "failed";
}

void TestNews::tellsHowAHealingEnded()
{
    QFETCH(QString, outcome);
    QFETCH(int, phase);
    QFETCH(QString, event);
    OpenStore opened(path());
    RunByHand run(*opened, *m_graph, m_clock);
    run.claim();

    auto record = run.next(static_cast<RunPhase>(phase));
    record.facts = {{"outcome", outcome.toStdString()}, {"number", "3"}, {"fix", "clear_cache_rerun"}};
    record.failure = "the log is gone";
    must(run.journal().commit(run.lease(), std::move(record)));

    const auto messages = told(*opened);
    QCOMPARE(messages.size(), event.isEmpty() ? 0U : 1U);
    if (messages.empty())
        return;
    QCOMPARE(QString::fromStdString(std::string(eventName(messages[0].event))), event);
    QVERIFY(messages[0].subject == "parser #3" && messages[0].place == "run/1");
    QVERIFY(messages[0].detail("fix") == "clear_cache_rerun");
    QCOMPARE(messages[0].detail("why").empty(), event != QStringLiteral("failed"));
}

void TestNews::tellsNothingOfARehearsal()
{
    OpenStore opened(path());
    RunByHand run(
        *opened, *m_graph, m_clock,
        {.agent = "three-steps", .line = "parser", .subject = {}, .acting = graph::Acting::Rehearsal, .frontier = {}});
    run.claim();
    must(run.wait({.person = request("parser #3", {{"rehearsal", true}}), .at = {}, .event = {}}));

    auto messages = told(*opened);

    QVERIFY(messages.empty());
}

void TestNews::tellsOfHolds()
{
    OpenStore opened(path());
    store::HoldRepository holds(*opened);
    must(holds.put({.line = "parser", .by = "ana", .reason = "a freeze", .since = m_clock.now()}));
    QVERIFY(!holds.put({.line = "parser", .by = "bo", .reason = "again", .since = m_clock.now()}));
    must(holds.release("parser", {.by = "bo", .reason = "it is over", .at = m_clock.now()}));

    const auto messages = told(*opened);

    QCOMPARE(messages.size(), 2U); // of what was refused nothing
    QVERIFY(messages[0].event == Event::Held && messages[0].detail("by") == "ana");
    QVERIFY(messages[1].event == Event::Released && messages[1].detail("reason") == "it is over");
    QVERIFY(messages[0].incident == messages[1].incident);
}

void TestNews::holdsNoSecret()
{
    OpenStore opened(path());
    const std::string token = "ghp_" + std::string(36, 'a');
    must(store::HoldRepository(*opened).put(
        {.line = {}, .by = "ana", .reason = "we leaked " + token, .since = m_clock.now()}));

    auto connection = must(opened->reader());
    QCOMPARE(must(connection->number("SELECT COUNT(*) FROM news")), 1);
    QCOMPARE(must(connection->number("SELECT COUNT(*) FROM news WHERE message LIKE '%ghp_aaa%'")), 0);
}

void TestNews::isGoneWhereItsFactIs()
{
    OpenStore opened(path());

    const auto written
        = opened->writer().write([&](store::Connection& connection, store::Changes& changes) -> Result<void> {
              must(store::tellHeld(connection, changes,
                                   {.line = "parser", .by = "ana", .reason = {}, .since = m_clock.now()}));
              return Error{ErrorCode::Conflict, "the fact itself was refused"};
          });

    QVERIFY(!written);
    QVERIFY(told(*opened).empty());
}

SIGNALBOX_TEST(TestNews)
#include "tst_news.moc"
