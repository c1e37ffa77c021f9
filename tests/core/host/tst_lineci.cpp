// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/lineci.h"
#include "tests/core/agents/scriptedci.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;
using namespace std::chrono_literals;
using signalbox::test::ScriptedCi;

namespace {

const ci::RunRef kShop{"acme/shop", "7"};

/// A line here and one on a server.
struct Scenery {
    test::SetClock clock;
    std::vector<std::function<void()>> aside;
    std::vector<std::string> seen;
    ScriptedCi here{{{}, {}}};
    ScriptedCi there{{{}, {}, {}}};
    LineCi lines{{.here = here,
                  .isRemote = [](const std::string& line) { return line.find('/') != std::string::npos; },
                  .there = [this](const std::string&) -> ci::System& { return there; },
                  .clock = clock,
                  .aside = [this](std::function<void()> work) { aside.push_back(std::move(work)); },
                  .seen = [this](const ci::RunRef& run) { seen.push_back(run.line + " #" + run.number); }}};

    void later(Milliseconds time) { clock.set(clock.now() + time); }
};

} // namespace

class TestLineCi : public QObject {
    Q_OBJECT

private slots:
    void eachLineHasItsSystem()
    {
        Scenery s;
        QVERIFY(s.lines.rerunFailed(kShop, {}, {}));
        QVERIFY(s.lines.clearCaches({"parser", "3"}, {}));

        QCOMPARE(s.there.told(), std::string("rerun of 1"));
        QCOMPARE(s.here.told(), std::string("clear caches"));
    }

    void aScreenIsNotHeldUpByAServer()
    {
        Scenery s;
        QVERIFY(!s.lines.lastSeen(kShop) && !s.lines.lastSeen(kShop));
        QCOMPARE(s.aside.size(), 1U); // it is fetched once

        std::exchange(s.aside, {}).front()();

        QVERIFY(s.seen == std::vector<std::string>{"acme/shop #7"});
        QCOMPARE(s.lines.lastSeen(kShop)->attempt, 1);
        QVERIFY(s.aside.empty());
    }

    void whatAnotherProgramDidIsSeenSoon()
    {
        Scenery s;
        QCOMPARE(s.lines.run(kShop, {})->attempt, 1);
        QVERIFY(s.there.rerunFailed(kShop, {.fromAttempt = 1}, {}));
        QCOMPARE(s.lines.lastSeen(kShop)->attempt, 1);
        QVERIFY(s.aside.empty());

        s.later(10s);
        QCOMPARE(s.lines.lastSeen(kShop)->attempt, 1);
        QCOMPARE(s.aside.size(), 1U);
        s.aside.front()();

        QCOMPARE(s.lines.lastSeen(kShop)->attempt, 2);
    }

    void whatIsHereIsAlwaysAsItIs()
    {
        Scenery s;
        QCOMPARE(s.lines.lastSeen({"parser", "3"})->attempt, 1);
        QVERIFY(s.here.rerunFailed({"parser", "3"}, {}, {}));
        QCOMPARE(s.lines.lastSeen({"parser", "3"})->attempt, 2);
    }

    void theOldestIsForgotten()
    {
        Scenery s;
        for (int number = 600; number > 0; --number) {
            QVERIFY(s.lines.run({"acme/shop", std::to_string(number)}, {}));
            s.later(1ms);
        }
        QVERIFY(s.lines.run({"acme/shop", "1"}, {})); // known already

        QVERIFY(s.lines.lastSeen({"acme/shop", "1"}));
        QVERIFY(s.lines.lastSeen({"acme/shop", "500"}));
        QVERIFY(!s.lines.lastSeen({"acme/shop", "501"}));
    }
};

SIGNALBOX_TEST(TestLineCi)
#include "tst_lineci.moc"
