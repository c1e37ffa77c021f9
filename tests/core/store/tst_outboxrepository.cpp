// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/news.h"
#include "core/store/outboxrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using notify::Kind;
using notify::Pace;
using notify::Reception;
using notify::Way;

namespace {

constexpr Pace kChat{.burst = 3, .interval = std::chrono::minutes(1), .groupFrom = 4, .most = 10};

notify::Receiver receiver(Way way = Way::Slack)
{
    return {.way = way, .variable = "URL", .secret = {}, .tells = {Kind::Hold}, .lines = {}};
}

} // namespace

class TestOutboxRepository : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store")).toStdString());
        m_outbox = std::make_unique<OutboxRepository>(**m_store, thisProcess());
    }
    void cleanup()
    {
        m_outbox.reset();
        m_store.reset();
    }

    void everyReceiverGetsWhatItTakesOnce();
    void isSentInItsOrderOneAtATime();
    void waitsLongerAfterEachFailure();
    void isLeftAloneAsLongAsItWishes();
    void whatASenderThatDiedHadBegunIsSentAgain();
    void anotherSenderThatLivesIsNotDisturbed();
    void isPaced();
    void manyBecomeOneAndStayTogether();
    void oneThatIsRefusedKeepsNobodyUp();
    void oneThatSpoilsAGroupIsFound();
    void showsWhatWaits();
    void showsWhyWhatWasRefusedWaits();
    void forgetsAReceiver();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<OutboxRepository> m_outbox;
    SetClock m_clock;

    void pass(Milliseconds time) { m_clock.set(m_clock.now() + time); }
    void tellOf(const std::string& line)
    {
        must((*m_store)->writer().write([&](Connection& connection, Changes& changes) {
            return tellHeld(connection, changes, {.line = line, .by = "ana", .reason = {}, .since = m_clock.now()});
        }));
    }
    void write(const std::vector<std::string>& lines)
    {
        for (const std::string& line : lines)
            tellOf(line);
        must(m_outbox->distribute({{"chat", receiver()}}, m_clock.now()));
    }
    std::optional<Batch> claim() { return must(m_outbox->claim("chat", kChat, m_clock.now())); }
    QStringList lines(const std::optional<Batch>& batch)
    {
        QStringList all;
        for (const OutboxRow& row : batch ? batch->rows : std::vector<OutboxRow>())
            all += QString::fromStdString(row.message.line);
        return all;
    }
    void settle(const Batch& batch, Reception reception, std::optional<UtcTime> notBefore = {})
    {
        must(m_outbox->settle(batch, {reception, reception == Reception::Taken ? "" : "it says 500", notBefore}, kChat,
                              m_clock.now()));
    }
    QStringList sendNext(Reception reception = Reception::Taken)
    {
        const auto batch = claim();
        if (batch)
            settle(*batch, reception);
        return lines(batch);
    }
};

void TestOutboxRepository::everyReceiverGetsWhatItTakesOnce()
{
    notify::Receiver ofLexer = receiver(Way::Teams);
    ofLexer.lines = {"lexer"};
    const Receivers receivers{{"chat", receiver()}, {"lexer's", ofLexer}};
    tellOf("parser");
    tellOf("lexer");

    QVERIFY(m_outbox->hasNews());
    QCOMPARE(must(m_outbox->distribute(receivers, m_clock.now())), 3);
    QCOMPARE(must(m_outbox->distribute(receivers, m_clock.now())), 0);

    QVERIFY(!m_outbox->hasNews());
    QCOMPARE(must(m_outbox->waiting("chat", 10)).size(), 2U);
    QCOMPARE(must(m_outbox->waiting("lexer's", 10)).size(), 1U);
}

void TestOutboxRepository::isSentInItsOrderOneAtATime()
{
    write({"a", "b"});

    const auto first = claim();
    QCOMPARE(lines(first), QStringList{QStringLiteral("a")});
    QVERIFY(!claim()); // while it is being sent
    settle(*first, Reception::Taken);

    QCOMPARE(sendNext(), QStringList{QStringLiteral("b")});
    QVERIFY(!claim());
}

void TestOutboxRepository::waitsLongerAfterEachFailure()
{
    write({"a"});
    Milliseconds before{0};
    for (int failures = 1; failures <= 9; ++failures) {
        QCOMPARE(sendNext(Reception::Later), QStringList{QStringLiteral("a")});
        QVERIFY(!claim()); // at once
        const auto due = must(m_outbox->nextDue("chat", kChat));
        QVERIFY(due && *due - m_clock.now() > before);
        before = *due - m_clock.now();
        m_clock.set(*due);
    }
    const auto tenth = claim();
    QVERIFY(tenth);
    QVERIFY(!tenth->again); // each answer said that it was not taken
    QCOMPARE(tenth->rows[0].tries, 9);
    settle(*tenth, Reception::Taken);

    QVERIFY(!must(m_outbox->nextDue("chat", kChat)));
    QVERIFY(must(m_outbox->standings()).at(0).fault.empty());
}

void TestOutboxRepository::isLeftAloneAsLongAsItWishes()
{
    write({"a"});
    settle(*claim(), Reception::Later, m_clock.now() + std::chrono::minutes(2));

    pass(std::chrono::seconds(119));
    QVERIFY(!claim());
    pass(std::chrono::seconds(1));
    QVERIFY(claim());
}

void TestOutboxRepository::whatASenderThatDiedHadBegunIsSentAgain()
{
    write({"a", "b"});
    OutboxRepository dead(**m_store, "elsewhere:0:0:1:1");
    QVERIFY(must(dead.claim("chat", kChat, m_clock.now()))); // killed before the answer came
    pass(std::chrono::minutes(11)); // it is of another machine: nobody can ask whether it lives

    must(m_outbox->reclaim(m_clock.now(), true));

    const auto batch = claim();
    QCOMPARE(lines(batch), QStringList{QStringLiteral("a")});
    QVERIFY(batch->again);
    settle(*batch, Reception::Taken);
    QVERIFY(!claim()->again);
}

void TestOutboxRepository::anotherSenderThatLivesIsNotDisturbed()
{
    write({"a"});
    OutboxRepository other(**m_store, "elsewhere:0:0:1:1");
    const auto theirs = must(other.claim("chat", kChat, m_clock.now()));

    must(m_outbox->reclaim(m_clock.now(), true));
    QVERIFY(!claim());
    must(other.settle(*theirs, {Reception::Taken, {}}, kChat, m_clock.now()));

    QVERIFY(must(m_outbox->waiting("chat", 10)).empty());
}

void TestOutboxRepository::isPaced()
{
    write({"a", "b", "c"});
    for (int burst = 0; burst < 3; ++burst)
        QCOMPARE(sendNext().size(), 1);
    write({"d"});

    QVERIFY(!claim());
    QVERIFY(must(m_outbox->nextDue("chat", kChat)) == m_clock.now() + std::chrono::minutes(1));
    pass(std::chrono::minutes(1));
    QCOMPARE(sendNext(), QStringList{QStringLiteral("d")});
}

void TestOutboxRepository::manyBecomeOneAndStayTogether()
{
    write({"a", "b", "c", "d"});
    const auto many = claim();
    QCOMPARE(lines(many).size(), 4);
    settle(*many, Reception::Unknown);
    write({"e"});
    pass(std::chrono::minutes(1));

    const auto again = claim();

    QVERIFY(again->again);
    QCOMPARE(lines(again), lines(many)); // so that what is sent again is what was sent
    settle(*again, Reception::Taken);
    QCOMPARE(sendNext(), QStringList{QStringLiteral("e")});
}

void TestOutboxRepository::oneThatIsRefusedKeepsNobodyUp()
{
    write({"a", "b"});

    QCOMPARE(sendNext(Reception::Refused), QStringList{QStringLiteral("a")});
    QCOMPARE(sendNext(), QStringList{QStringLiteral("b")});

    const auto left = must(m_outbox->waiting("chat", 10));
    QCOMPARE(left.size(), 1U);
    QVERIFY(left[0].fault == "it says 500");
    pass(std::chrono::hours(1));
    QCOMPARE(sendNext(), QStringList{QStringLiteral("a")});
}

void TestOutboxRepository::oneThatSpoilsAGroupIsFound()
{
    write({"a", "b", "c", "d"});
    QCOMPARE(sendNext(Reception::Refused).size(), 4);

    QCOMPARE(sendNext(Reception::Refused), QStringList{QStringLiteral("a")});
    QCOMPARE(sendNext(), QStringList{QStringLiteral("b")});
    QCOMPARE(sendNext(), QStringList{QStringLiteral("c")});
}

void TestOutboxRepository::showsWhatWaits()
{
    const UtcTime written = m_clock.now();
    write({"a", "b"});
    pass(std::chrono::minutes(5));
    sendNext(Reception::Later);

    const auto standing = must(m_outbox->standings()).at(0);

    QVERIFY(standing.name == "chat" && standing.fault == "it says 500");
    QCOMPARE(standing.waiting, 2);
    QCOMPARE(standing.failures, 1);
    QVERIFY(standing.oldest == written);
    QVERIFY(!standing.takenAt);
}

void TestOutboxRepository::showsWhyWhatWasRefusedWaits()
{
    write({"a"});
    sendNext(Reception::Refused);

    const auto standing = must(m_outbox->standings()).at(0);

    QCOMPARE(standing.waiting, 1);
    QVERIFY(standing.fault == "it says 500");
}

void TestOutboxRepository::forgetsAReceiver()
{
    write({"a", "b"});
    sendNext();

    QCOMPARE(must(m_outbox->drop("chat")), 1);

    QVERIFY(must(m_outbox->standings()).empty());
}

SIGNALBOX_TEST(TestOutboxRepository)
#include "tst_outboxrepository.moc"
