// SPDX-License-Identifier: GPL-3.0-or-later
// What a CI system does not let an agent do is held for a person, with what it said.
#include "core/agents/escalation.h"
#include "tests/core/agents/healing.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

const Error kRefused{ErrorCode::InvalidInput, "the token in GH_TOKEN may not do this; give it actions: write"};
const Error kGone{ErrorCode::NotFound, "run 3 of parser is not there"};

/// "reason: fault", as the newest question has it.
std::string asked(Healing& healing)
{
    const auto evidence = agents::escalationFromJson(healing.request().evidence);
    return evidence ? evidence->reason + ": " + evidence->fault : evidence.error().detail;
}

} // namespace

class TestHandingOver : public QObject {
    Q_OBJECT

private slots:
    void aRunThatCannotBeSeen_data()
    {
        QTest::addColumn<bool>("gone");
        QTest::newRow("the token may not look") << false;
        QTest::newRow("it is not there any more") << true;
    }

    void aRunThatCannotBeSeen()
    {
        QFETCH(bool, gone);
        Healing healing({failing(kCorruptCache)});
        healing.ci.runFault = gone ? kGone : kRefused;
        healing.rules.fault = kRefused; // the same server has the policy

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(asked(healing), gone ? "vanished: " + kGone.detail : "refused: " + kRefused.detail);
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"escalated\""));
    }

    void onceItIsMendedAPersonHasItLookedAtAgain()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.fault = kRefused; // after the diagnosis
        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        QCOMPARE(healing.request().choices.front(), std::string("look_again"));

        healing.rules.fault.reset();
        healing.stage().answer("wait_for_human",
                               {{"by", "person"}, {"data", {{"verdict", "approve"}, {"choice", "look_again"}}}});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
    }

    void aRerunThatIsRefusedIsTriedAgainWhenAPersonSaysSo()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.ci.rerunFault = kRefused;
        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        QCOMPARE(asked(healing), "refused: " + kRefused.detail);
        QVERIFY(healing.memory.learnt.isEmpty()); // nothing was tried

        healing.ci.rerunFault.reset();
        healing.stage().answer(
            "wait_for_human",
            {{"by", "person"}, {"data", {{"verdict", "approve"}, {"choice", "try_fix:clear_cache_rerun"}}}});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
        QCOMPARE(healing.channel("fault"), QStringLiteral("\"\""));
    }

    /// Nobody is asked: somebody puts it there, or another program on the store has it.
    void aTokenThatIsMissingOrRevokedIsWaitedFor()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.ci.rerunFault = Error{ErrorCode::Unauthorized, "no token for parser: set GH_TOKEN to one"};
        QVERIFY(healing.run() != QStringLiteral("failed"));
        QVERIFY(!healing.channel("outcome").contains(QStringLiteral("escalated")));

        healing.ci.rerunFault.reset();
        healing.stage().timeComes();

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));
    }

    void aPolicyThatCannotBeRead()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.fault = Error{ErrorCode::InvalidInput, "signalbox.yaml:3: no such key"};

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(asked(healing), std::string("no_rules: signalbox.yaml:3: no such key"));
        QCOMPARE(healing.channel("failure_class"), QStringLiteral("\"cache_failure\""));
        QCOMPARE(healing.ci.told(), std::string());
    }

    void aRunThatIsGoneBeforeItsNewAttemptHasEnded()
    {
        Healing healing({failing(kCorruptCache), {.conclusion = ci::Conclusion::Success, .log = {}, .running = true}});
        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));

        healing.ci.runFault = kGone;
        healing.stage().answer("verify_fix", {{"by", "event"}});

        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        QCOMPARE(asked(healing), "vanished: " + kGone.detail);
        QVERIFY(healing.memory.learnt.isEmpty()); // how it ended is not known
    }

    void whatElseFailsIsTheRunsOwn()
    {
        Healing healing({failing(kCorruptCache)});
        healing.ci.runFault = Error{ErrorCode::Conflict, "a rehearsal does not look"};

        QCOMPARE(healing.run(), QStringLiteral("failed"));
    }
};

SIGNALBOX_TEST(TestHandingOver)
#include "tst_handingover.moc"
