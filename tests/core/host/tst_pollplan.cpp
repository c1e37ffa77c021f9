// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/pollplan.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <algorithm>
#include <deque>

using namespace signalbox;
using namespace signalbox::host;
using namespace std::chrono_literals;
using Saw = PollPlan::Saw;

namespace {
const UtcTime kStart(std::chrono::seconds(1'800'000'000));
}

class TestPollPlan : public QObject {
    Q_OBJECT

private slots:
    void aNewLineIsLookedAtAtOnce();
    void whereSomethingGoesOnItLooksOften();
    void aServerThatFailsIsLeftAloneLongerEachTime();
    void whatIsHeardBringsALookForward();
    void whoWaitsIsNotKeptWaitingForAQuietLine();
    void fiftyLinesStayWithinAThousandRequestsAnHour_data();
    void fiftyLinesStayWithinAThousandRequestsAnHour();
    void whatDoesNotCountIsNotHeldBack();
};

void TestPollPlan::aNewLineIsLookedAtAtOnce()
{
    PollPlan plan(kStart);
    QVERIFY(!plan.next(kStart));
    plan.setLines({"a"}, kStart);
    plan.looked("a", Saw::Quiet, 1, kStart);

    plan.setLines({"a", "b"}, kStart + 5s);

    QVERIFY(plan.next(kStart + 5s)->line == "b" && plan.next(kStart + 5s)->at == kStart + 5s);
    plan.setLines({"a"}, kStart + 6s); // b is none any more
    QVERIFY(plan.next(kStart + 6s)->line == "a" && plan.next(kStart + 6s)->at == kStart + PollPlan::kQuiet);
}

void TestPollPlan::whereSomethingGoesOnItLooksOften()
{
    PollPlan plan(kStart);
    plan.setLines({"a", "b"}, kStart);
    plan.looked("a", Saw::Quiet, 1, kStart);
    plan.looked("b", Saw::Busy, 1, kStart);

    QVERIFY(plan.next(kStart)->line == "b" && plan.next(kStart)->at == kStart + PollPlan::kBusy);
}

void TestPollPlan::aServerThatFailsIsLeftAloneLongerEachTime()
{
    PollPlan plan(kStart);
    plan.setLines({"a"}, kStart);
    UtcTime now = kStart;
    for (const std::chrono::minutes apart : {1min, 2min, 4min, 8min, 15min, 15min}) {
        plan.looked("a", Saw::Failed, 0, now);
        plan.hint("a", now); // whatever is heard
        QVERIFY(plan.next(now)->at == now + apart);
        now += apart;
    }
    plan.looked("a", Saw::Failed, 0, now);
    plan.want("a", now + 5s); // a person may have mended it
    QVERIFY(plan.next(now + 5s)->at == now + 5s);
    plan.looked("a", Saw::Quiet, 1, now);
    QVERIFY(plan.next(now)->at == now + PollPlan::kQuiet);
}

void TestPollPlan::whatIsHeardBringsALookForward()
{
    PollPlan plan(kStart);
    plan.setLines({"a"}, kStart);
    plan.looked("a", Saw::Quiet, 1, kStart);

    plan.hint("a", kStart + 500ms);
    QVERIFY(plan.next(kStart + 500ms)->at == kStart + 2s); // a thousand hints are one look
    plan.hint("a", kStart + 10s);
    QVERIFY(plan.next(kStart + 10s)->at == kStart + 10s);
    plan.hint("unknown", kStart);
}

void TestPollPlan::whoWaitsIsNotKeptWaitingForAQuietLine()
{
    PollPlan plan(kStart);
    plan.setLines({"a"}, kStart);
    plan.looked("a", Saw::Quiet, 1, kStart);

    plan.expect("a", kStart + 1s);
    plan.expect("a", kStart + 2s);
    QVERIFY(plan.next(kStart + 2s)->at == kStart + PollPlan::kBusy);
    plan.looked("a", Saw::Failed, 0, kStart + 15s);
    plan.expect("a", kStart + 16s); // a server that fails is left alone all the same
    QVERIFY(plan.next(kStart + 16s)->at == kStart + 15s + PollPlan::kQuiet);
    plan.expect("unknown", kStart);
}

void TestPollPlan::fiftyLinesStayWithinAThousandRequestsAnHour_data()
{
    QTest::addColumn<int>("first"); // requests of a look, for those looks of a line that are its first
    QTest::addColumn<int>("firstLooks");
    QTest::newRow("looks alone") << 1 << 0;
    QTest::newRow("catching up at first") << 12 << 4;
}

void TestPollPlan::fiftyLinesStayWithinAThousandRequestsAnHour()
{
    QFETCH(int, first);
    QFETCH(int, firstLooks);
    PollPlan plan(kStart);
    std::vector<std::string> lines;
    for (int i = 0; i < 50; ++i)
        lines.push_back("acme/" + std::to_string(i));
    plan.setLines(lines, kStart);
    std::map<std::string, int> looks;
    std::deque<UtcTime> counted; // in the last hour
    std::size_t most = 0;
    UtcTime now = kStart;
    while (now < kStart + 4h) {
        const auto turn = plan.next(now);
        now = std::max(now, turn->at);
        const int cost = ++looks[turn->line] <= firstLooks ? first : 1;
        plan.looked(turn->line, Saw::Busy, cost, now); // each answer is new: nothing is for free
        counted.insert(counted.end(), static_cast<std::size_t>(cost), now);
        while (counted.front() <= now - 1h)
            counted.pop_front();
        most = std::max(most, counted.size());
    }
    QVERIFY2(most <= 1000, qPrintable(QString::number(most)));
    QVERIFY(most > 900);
    const auto [fewest, mostLooks] = std::ranges::minmax_element(looks, {}, [](const auto& one) { return one.second; });
    QCOMPARE(looks.size(), 50U);
    QVERIFY(mostLooks->second - fewest->second <= 1); // nobody is forgotten
}

void TestPollPlan::whatDoesNotCountIsNotHeldBack()
{
    PollPlan plan(kStart);
    std::vector<std::string> lines;
    for (int i = 0; i < 50; ++i)
        lines.push_back("acme/" + std::to_string(i));
    plan.setLines(lines, kStart);
    UtcTime now = kStart;
    int looks = 0;
    for (; now < kStart + 1h; ++looks) {
        const auto turn = plan.next(now);
        now = std::max(now, turn->at);
        plan.looked(turn->line, Saw::Quiet, 0, now); // 304
    }
    QVERIFY(looks >= 50 * 60);
}

SIGNALBOX_TEST(TestPollPlan)
#include "tst_pollplan.moc"
