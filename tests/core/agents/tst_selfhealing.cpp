// SPDX-License-Identifier: GPL-3.0-or-later
// The real graph of the self-healing agent with the real patterns, on a scripted CI system.
#include "core/agents/escalation.h"
#include "core/agents/selfhealing.h"
#include "core/gate/approval.h"
#include "tests/core/agents/scriptedci.h"
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using signalbox::test::Scene;
using signalbox::test::ScriptedCi;
using signalbox::test::Stage;

namespace {

constexpr const char* kCorruptCache
    = "##[group]Run sh ci/dependencies.sh\n##[endgroup]\n"
      "error: dependency cache is corrupt: checksum of .cache/deps/cart.txt does not match\n"
      "##[error]Process completed with exit code 1.\n";
constexpr const char* kCompileError = "##[group]Run make\n##[endgroup]\n"
                                      "src/parser.cpp:16:16: error: 'struct Amount' has no member named 'cent'\n"
                                      "make: *** [Makefile:4: parser.o] Error 1\n"
                                      "##[error]Process completed with exit code 2.\n";
constexpr const char* kStrange = "##[group]Run ./frobnicate\n##[endgroup]\nthe moon is in the wrong place\n"
                                 "##[error]Process completed with exit code 9.\n";

Scene failing(const char* log)
{
    return {.conclusion = ci::Conclusion::Failure, .log = log};
}

class Memory final : public agents::KnowledgeBase {
public:
    Result<std::vector<record::KnowledgeRecord>> find(const std::string&) override { return records; }
    Result<int> occurrences(const std::string&) override { return seen; }
    Result<void> saw(RunId, const std::string&, const std::string&) override
    {
        ++seen;
        return {};
    }
    Result<record::Judgements> judgements(const std::string&) override { return judged; }
    Result<void> learn(const record::FixOutcome& outcome) override
    {
        learnt << QString::fromStdString(outcome.fix)
                + (outcome.worked ? QStringLiteral(" worked") : QStringLiteral(" failed"));
        return {};
    }

    std::vector<record::KnowledgeRecord> records;
    record::Judgements judged;
    QStringList learnt;
    int seen = 0;
};

class Rules final : public agents::PolicySource {
public:
    Result<PolicyRules> rules(const std::string&) override { return now; }
    Result<int> automaticActionsLastHour(const std::string&) override { return used; }
    Result<bool> takeAction(const agents::ActionClaim&, int limit) override { return takenByOthers + used < limit; }

    PolicyRules now;
    int used = 0;
    int takenByOthers = 0; // since the fix was chosen
};

const std::shared_ptr<const log::Catalogue>& catalogue()
{
    static const auto compiled = [] {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/patterns/catalogue.json"));
        if (!file.open(QIODevice::ReadOnly))
            return std::shared_ptr<const log::Catalogue>();
        auto read = log::Catalogue::fromJson(file.readAll().toStdString());
        return read ? *read : nullptr;
    }();
    return compiled;
}

struct Healing {
    explicit Healing(std::vector<Scene> scenes) : ci(std::move(scenes)) { }

    Stage& stage()
    {
        if (!m_stage) {
            agents::SelfHealingPorts ports{&ci, &memory, &rules,
                                           [] { return Result<std::shared_ptr<const log::Catalogue>>(catalogue()); }};
            m_stage = std::make_unique<Stage>(*agents::selfHealingGraph(ports));
            m_stage->start(agents::selfHealingInput({"parser", "3"}));
        }
        return *m_stage;
    }
    QString run() { return stage().drive(); }
    QString channel(const char* name) { return stage().state(name); }
    gate::Request request()
    {
        for (const auto& committed : stage().journal.records()) {
            for (const graph::NewWait& wait : committed.record.waits) {
                if (wait.wait.person)
                    return *gate::requestFromJson(*wait.wait.person);
            }
        }
        return {};
    }

    ScriptedCi ci;
    Memory memory;
    Rules rules;

private:
    std::unique_ptr<Stage> m_stage;
};

} // namespace

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
