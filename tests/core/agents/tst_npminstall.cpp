// SPDX-License-Identifier: GPL-3.0-or-later
// The real graph of the npm install healer with the real patterns, on a scripted npm.
#include "core/agents/npminstall.h"
#include "core/gate/approval.h"
#include "tests/core/agents/scriptednpm.h"
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

class Memory final : public agents::KnowledgeBase {
public:
    Result<std::vector<record::KnowledgeRecord>> find(const std::string&) override
    {
        return std::vector<record::KnowledgeRecord>();
    }
    Result<int> occurrences(const std::string&) override { return 1; }
    Result<void> saw(RunId, const std::string&, const std::string&) override { return {}; }
    Result<void> learn(const record::FixOutcome&) override { return {}; }
    Result<record::Judgements> judgements(const std::string&) override { return record::Judgements(); }
};

class Rules final : public agents::PolicySource {
public:
    Result<PolicyRules> rules(const std::string&) override { return PolicyRules(); }
    Result<int> automaticActionsLastHour(const std::string&) override { return 0; } // another run takes the last one
    Result<bool> takeAction(const agents::ActionClaim& claim, int) override
    {
        const bool left = static_cast<int>(taken.size()) < leftThisHour;
        if (left)
            taken << QString::fromStdString(claim.line + " " + claim.key);
        return left;
    }

    QStringList taken;
    int leftThisHour = 100;
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

struct Installing {
    explicit Installing(std::deque<std::string> logs) : npm(std::move(logs))
    {
        agents::NpmInstallPorts ports;
        ports.npm = &npm;
        ports.knowledge = &memory;
        ports.policy = &rules;
        ports.rules = [](const std::string&) { return Result<PolicyRules>(PolicyRules()); };
        ports.catalogue = [] { return Result<std::shared_ptr<const log::Catalogue>>(catalogue()); };
        stage = std::make_unique<Stage>(*agents::npmInstallGraph(ports));
        stage->start(agents::npmInstallInput("shop", "/shop"));
    }

    /// To its end or to a person; times to wait for pass at once.
    QString run()
    {
        QString rest = stage->drive();
        while (rest == QStringLiteral("waiting") && request().kind.empty() && m_naps++ < 20) {
            stage->timeComes();
            rest = stage->drive();
        }
        return rest;
    }
    void decide(const char* verdict, const char* choice)
    {
        const auto node = request().kind == "fix" ? "offer_result" : "wait_for_human";
        m_answered = stage->journal.records().size();
        stage->answer(node, {{"by", "person"}, {"data", {{"verdict", verdict}, {"choice", choice}}}});
    }
    gate::Request request() const
    {
        const auto records = stage->journal.records();
        for (std::size_t i = m_answered; i < records.size(); ++i) {
            for (const graph::NewWait& wait : records[i].record.waits) {
                if (wait.wait.person)
                    return *gate::requestFromJson(*wait.wait.person);
            }
        }
        return {};
    }
    QString outcome() const { return stage->state("outcome"); }

    ScriptedNpm npm;
    Memory memory;
    Rules rules;
    std::unique_ptr<Stage> stage;

private:
    int m_naps = 0;
    std::size_t m_answered = 0;
};

} // namespace

class TestNpmInstall : public QObject {
    Q_OBJECT

private slots:
    void anInstallThatPassesIsLeftAlone()
    {
        Installing installing({kPasses});

        QCOMPARE(installing.run(), QStringLiteral("succeeded"));

        QCOMPARE(installing.outcome(), QStringLiteral("\"green\""));
        QCOMPARE(installing.npm.told, test::words({"ci", "tidy"}));
    }

    void aNetworkFailureIsTriedAgainAfterAWhile()
    {
        Installing installing({kReset, kPasses});
        installing.stage->drive();
        QCOMPARE(installing.npm.told, test::words({"ci"})); // not at once

        QCOMPARE(installing.run(), QStringLiteral("succeeded"));

        QCOMPARE(installing.outcome(), QStringLiteral("\"healed\""));
        QCOMPARE(installing.npm.told, test::words({"ci", "ci", "tidy"}));
    }

    void failedTriesCount()
    {
        Installing installing({kReset, kReset, kReset, kReset, kReset, kReset, kReset, kReset});

        QCOMPARE(installing.run(), QStringLiteral("waiting"));

        QCOMPARE(installing.request().kind, std::string("escalation"));
        QVERIFY(installing.request().evidence["reason"] == Json("limit_spent"));
        QCOMPARE(installing.npm.told, test::words({"ci", "ci", "ci", "ci"})); // three retries
    }

    void everyTryTakesOneOfTheHoursActions()
    {
        Installing installing({kReset, kReset, kReset, kPasses});
        installing.rules.leftThisHour = 2;

        QCOMPARE(installing.run(), QStringLiteral("waiting"));

        QCOMPARE(installing.rules.taken, test::words({"shop try:2", "shop try:3"}));
        QCOMPARE(installing.npm.told, test::words({"ci", "ci", "ci"})); // what is not left is not done
        QVERIFY(installing.request().evidence["reason"] == Json("limit_spent"));
    }

    void aNewLockfileIsOfferedAndWrittenWhenAccepted()
    {
        Installing installing({kOutOfSync, kPasses, kPasses});
        QCOMPARE(installing.run(), QStringLiteral("waiting"));
        QCOMPARE(installing.npm.told, test::words({"ci", "install --package-lock-only", "ci"}));
        QCOMPARE(installing.request().kind, std::string("fix"));
        QVERIFY(installing.request().evidence["packages_changed"] == Json(1));

        installing.decide("approve", "accept");
        QCOMPARE(installing.run(), QStringLiteral("succeeded"));

        QCOMPARE(installing.outcome(), QStringLiteral("\"healed\""));
        QCOMPARE(installing.npm.told.mid(3), test::words({"accept", "tidy"}));
    }

    void declinedItIsNotWritten()
    {
        Installing installing({kOutOfSync, kPasses, kPasses});
        installing.run();

        installing.decide("reject", "");
        QCOMPARE(installing.run(), QStringLiteral("succeeded"));

        QCOMPARE(installing.outcome(), QStringLiteral("\"declined\""));
        QVERIFY(!installing.npm.told.contains(QStringLiteral("accept")));
    }

    void anotherChecksumInTheNewLockfileIsNotOffered()
    {
        Installing installing({kOutOfSync, kPasses});
        installing.npm.healed = kForgedLock;

        QCOMPARE(installing.run(), QStringLiteral("waiting"));

        QCOMPARE(installing.request().kind, std::string("escalation"));
        QVERIFY(installing.request().evidence["reason"] == Json("security"));
        QCOMPARE(installing.request().choices, std::vector<std::string>{"take_over"});
    }

    void aChecksumMismatchIsTriedAgainByAPersonOnly()
    {
        Installing installing({kChecksum, kChecksum});
        QCOMPARE(installing.run(), QStringLiteral("waiting"));
        QCOMPARE(installing.npm.told, test::words({"ci"}));
        QCOMPARE(installing.request().risk, gate::RiskLevel::High);

        installing.decide("approve", "try_fix:empty_cache");
        QCOMPARE(installing.run(), QStringLiteral("waiting"));

        QCOMPARE(installing.npm.told, test::words({"ci", "empty cache", "ci"}));
        QCOMPARE(installing.request().choices, std::vector<std::string>{"take_over"});
    }

    void aPeerConflictAsksFirst()
    {
        Installing installing({kConflict, kPasses, kPasses});
        QCOMPARE(installing.run(), QStringLiteral("waiting"));
        QCOMPARE(installing.npm.told, test::words({"ci"}));
        QCOMPARE(installing.request().choices, (std::vector<std::string>{"take_over", "try_fix:legacy_peer_deps"}));

        installing.decide("approve", "try_fix:legacy_peer_deps");
        QCOMPARE(installing.run(), QStringLiteral("waiting"));

        QCOMPARE(installing.npm.told,
                 test::words({"ci", "install --package-lock-only --legacy-peer-deps", "ci --legacy-peer-deps"}));
        QCOMPARE(installing.request().kind, std::string("fix"));
        QVERIFY(installing.request().evidence["flags"] == Json({"--legacy-peer-deps"}));
    }

    void aCacheThatCannotBeCheckedIsEmptied()
    {
        Installing installing({kCache, "npm error Cannot read properties of null\n", kPasses});

        QCOMPARE(installing.run(), QStringLiteral("succeeded"));

        QCOMPARE(installing.npm.told, test::words({"ci", "cache verify", "empty cache", "ci", "tidy"}));
        QCOMPARE(installing.outcome(), QStringLiteral("\"healed\""));
    }
};

SIGNALBOX_TEST(TestNpmInstall)
#include "tst_npminstall.moc"
