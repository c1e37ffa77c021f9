// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/attemptwatch.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QSocketNotifier>
#include <QTest>

using namespace signalbox;
using test::LocalWorkspace;

namespace {

const char* const kWaiting = "jobs:\n  build: {script: ['while [ ! -e $SIGNALBOX_STATE/go ]; do sleep 0.01; done']}\n";

} // namespace

class TestAttemptWatch : public QObject {
    Q_OBJECT

private slots:
    void tellsOnceWhenAnAttemptEnds();
    void anEndedAttemptIsNotWatched();
    void anUnknownRunIsNotFound();
    void waitingCanBeStoppedAndTimesOut();
};

void TestAttemptWatch::tellsOnceWhenAnAttemptEnds()
{
    LocalWorkspace space;
    space.commit(kWaiting);
    const auto run = space.ci().start("shop", "main", "push", {});
    auto watch = local::AttemptWatch::open(space.root());
    QVERIFY(run && watch);
    std::vector<std::pair<ci::RunRef, int>> ended;
    QSocketNotifier notifier(watch->descriptor(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        for (const auto& end : watch->drain())
            ended.push_back(end);
    });

    const auto known = watch->add(*run, 1);
    QVERIFY(known && !*known);
    QVERIFY(watch->drain().empty());
    test::write(space.state("go"), "");

    QTRY_COMPARE(ended.size(), 1U);
    QCOMPARE(ended[0].first.number, run->number);
    QCOMPARE(ended[0].second, 1);
    QVERIFY(watch->drain().empty());
}

void TestAttemptWatch::anEndedAttemptIsNotWatched()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const ci::Run run = space.runToEnd();
    auto watch = local::AttemptWatch::open(space.root());
    QVERIFY(watch);

    const auto ended = watch->add(test::refOf(run), 1);

    QVERIFY(ended && *ended);
    QVERIFY(watch->drain().empty());
}

void TestAttemptWatch::anUnknownRunIsNotFound()
{
    LocalWorkspace space;
    auto watch = local::AttemptWatch::open(space.root());
    QVERIFY(watch);

    const auto added = watch->add({"shop", "1"}, 1);

    QVERIFY(!added && added.error().code == ErrorCode::NotFound);
}

void TestAttemptWatch::waitingCanBeStoppedAndTimesOut()
{
    LocalWorkspace space;
    space.commit(kWaiting);
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY(run);
    std::stop_source stop;
    stop.request_stop();

    const auto stopped = local::waitFinished(space.root(), *run, 1, Milliseconds(60'000), stop.get_token());
    const auto late = local::waitFinished(space.root(), *run, 1, Milliseconds(1), {});

    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    QVERIFY(!late && late.error().code == ErrorCode::Timeout);
    test::write(space.state("go"), "");
    QCOMPARE(test::outcomes(space.waitForEnd(*run, 1)), QStringLiteral("build success"));
}

SIGNALBOX_TEST(TestAttemptWatch)
#include "tst_attemptwatch.moc"
