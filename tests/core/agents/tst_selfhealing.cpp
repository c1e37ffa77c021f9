// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/escalation.h"
#include "tests/core/agents/healing.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestSelfHealing : public QObject {
    Q_OBJECT

private slots:
    void anAttemptThatAPersonHasBegunIsWaitedFor()
    {
        Healing healing({{ci::Conclusion::Failure, "", false}, {ci::Conclusion::Success, "", true}});
        QVERIFY(healing.ci.rerunFailed({"parser", "3"}, {}, {}));

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string("rerun of 1")); // the person's
        QVERIFY(healing.channel("conclusion").isEmpty());
    }

    void aGreenRunIsLeftAlone()
    {
        Healing healing({Scene()});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));

        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"green\""));
        QCOMPARE(healing.ci.told(), std::string());
    }

    void aRunThatStillGoesOnIsWaitedFor()
    {
        Healing healing({Scene{.conclusion = ci::Conclusion::Success, .log = {}, .running = true}});

        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        healing.ci.end(1);
        healing.stage().answer("detect_failure", {{"by", "event"}});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
    }

    void aCorruptCacheIsClearedBeforeTheRerun()
    {
        Healing healing({failing(kCorruptCache), Scene()});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));

        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
        QCOMPARE(healing.memory.learnt, QStringList({QStringLiteral("clear_cache_rerun worked")}));
    }

    void aFixThatDoesNotHelpIsNotTriedAgain()
    {
        Healing healing(
            {failing(kCorruptCache), failing(kCorruptCache), failing(kCorruptCache), failing(kCorruptCache)});

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(QString::fromStdString(healing.ci.told()).count(QStringLiteral("clear caches")), 1);
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"escalated\""));
        QVERIFY(healing.memory.learnt.contains(QStringLiteral("clear_cache_rerun failed")));
    }

    void aCompileErrorIsNeverRetried()
    {
        Healing healing({failing(kCompileError)});

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        const auto evidence = agents::escalationFromJson(healing.request().evidence);
        QVERIFY(static_cast<bool>(evidence));
        QCOMPARE(evidence->failureClass, std::string("compile_error"));
        QCOMPARE(evidence->reason, std::string("no_fix"));
        QCOMPARE(evidence->rootCause.front().line, 3);
        QCOMPARE(evidence->blocked, std::vector<std::string>{"publish"});
        QCOMPARE(healing.request().choices, std::vector<std::string>{"take_over"});
    }

    void anUnknownCauseGoesToAPerson()
    {
        Healing healing({failing(kStrange), Scene()});

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        QCOMPARE(healing.channel("escalation_reason"), QStringLiteral("\"unknown_cause\""));
        QCOMPARE(healing.request().choices, (std::vector<std::string>{"take_over", "try_fix:rerun_debug"}));
    }

    void whatThePolicyAsksForIsOfferedAndDoneOnceApproved()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.now.autonomy[SafetyClass::Cache] = Autonomy::Ask;
        healing.rules.now.autonomy[SafetyClass::Retry] = Autonomy::Ask;
        QCOMPARE(healing.run(), QStringLiteral("waiting"));
        QCOMPARE(healing.ci.told(), std::string());
        const std::vector<std::string> choices = healing.request().choices;
        QVERIFY(std::ranges::find(choices, "try_fix:clear_cache_rerun") != choices.end());

        healing.stage().answer(
            "wait_for_human",
            {{"by", "person"}, {"data", {{"verdict", "approve"}, {"choice", "try_fix:clear_cache_rerun"}}}});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
    }

    void aSpentLimitGoesToAPerson()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.used = healing.rules.now.automaticActionsPerHour;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        QCOMPARE(healing.channel("escalation_reason"), QStringLiteral("\"limit_spent\""));
    }

    void theLastActionThatAnotherProgramTookGoesToAPerson()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.takenByOthers = healing.rules.now.automaticActionsPerHour;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        QCOMPARE(healing.channel("escalation_reason"), QStringLiteral("\"limit_spent\""));
        const std::vector<std::string> choices = healing.request().choices;
        QVERIFY(std::ranges::find(choices, "try_fix:clear_cache_rerun") != choices.end()); // a person may
    }

    void whatPeopleCallAFalseAlarmIsNotMendedWithoutThem()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.memory.judged.falsePositive = 1;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        QCOMPARE(healing.channel("escalation_reason"), QStringLiteral("\"false_alarm\""));
    }

    void nothingIsLearntFromAnAttemptThatWasCancelled()
    {
        Healing healing({failing(kCorruptCache), Scene{.conclusion = ci::Conclusion::Cancelled, .log = kCorruptCache},
                         failing(kCorruptCache), failing(kCorruptCache)});
        healing.rules.now.retriesPerRun = 1;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.memory.learnt, QStringList());
    }

    void itIsShownWhatSpeaksForAFix()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.now.autonomy[SafetyClass::Cache] = Autonomy::Ask;
        healing.rules.now.autonomy[SafetyClass::Retry] = Autonomy::Ask;
        healing.memory.records = {{.signature = "b7e1",
                                   .failureClass = "x",
                                   .fix = "clear_cache_rerun",
                                   .tried = 4,
                                   .worked = 3,
                                   .lastSeen = {}}};

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        const auto evidence = agents::escalationFromJson(healing.request().evidence);
        const auto fix = std::ranges::find(evidence->considered, "clear_cache_rerun", &agents::ConsideredFix::action);
        QVERIFY(fix != evidence->considered.end());
        QCOMPARE(fix->timesWorked, 3);
        QCOMPARE(fix->timesTried, 4);
        QCOMPARE(fix->expected, 4.0 / 6.0);
    }

    void aPatternThatOnlySuggestsIsOfferedToAPerson()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.now.autonomy[SafetyClass::Retry] = Autonomy::Never;
        healing.memory.records = {{.signature = "b7e1",
                                   .failureClass = "x",
                                   .fix = "clear_cache_rerun",
                                   .tried = 4,
                                   .worked = 4,
                                   .lastSeen = {},
                                   .autonomy = record::PatternSwitch::Suggest}};

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.ci.told(), std::string());
        const auto& choices = healing.request().choices;
        QVERIFY(std::ranges::find(choices, "try_fix:clear_cache_rerun") != choices.end());
    }

    void aPatternThatIsOffIsNotOffered()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.now.autonomy[SafetyClass::Retry] = Autonomy::Never;
        healing.memory.records = {{.signature = "b7e1",
                                   .failureClass = "x",
                                   .fix = "clear_cache_rerun",
                                   .tried = 4,
                                   .worked = 4,
                                   .lastSeen = {},
                                   .autonomy = record::PatternSwitch::Off}};

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        const auto& choices = healing.request().choices;
        QVERIFY(std::ranges::find(choices, "try_fix:clear_cache_rerun") == choices.end());
    }

    void lowConfidenceGoesToAPerson()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        healing.rules.now.minConfidence = 1.0;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(healing.channel("escalation_reason"), QStringLiteral("\"low_confidence\""));
    }

    void dismissedItIsNoFailure()
    {
        Healing healing({failing(kCompileError)});
        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        healing.stage().answer("wait_for_human",
                               {{"by", "person"}, {"data", {{"verdict", "reject"}, {"reason", "known"}}}});

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"dismissed\""));
    }

    void aRerunWhoseAnswerWasLostIsNotRepeated()
    {
        Healing healing({failing(kCorruptCache), Scene()});
        Stage& stage = healing.stage();
        healing.ci.brokenOff = [&] { stage.stop.request_stop(); };
        QCOMPARE(healing.run(), QStringLiteral("parked"));

        healing.ci.brokenOff = nullptr;
        stage.stop = std::stop_source();
        stage.control.stop = stage.stop.get_token();

        QCOMPARE(healing.run(), QStringLiteral("succeeded"));
        QCOMPARE(healing.ci.told(), std::string("clear caches, rerun of 1"));
        QCOMPARE(healing.channel("outcome"), QStringLiteral("\"healed\""));
    }
};

SIGNALBOX_TEST(TestSelfHealing)
#include "tst_selfhealing.moc"
