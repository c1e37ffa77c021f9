// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditlog.h"
#include "core/store/effectrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

class TestForkedRuns : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    SetClock m_clock;

private slots:
    void aForkRemembersWhereItComesFrom()
    {
        QTemporaryDir dir;
        OpenStore store(dir.filePath(QStringLiteral("store.sqlite")).toStdString());
        RunRepository runs(*store);
        const RunByHand original(*store, *m_graph, m_clock, "parser");
        NewRun fork{.agent = "three-steps", .line = "parser", .subject = {}, .frontier = {}};
        fork.origin = graph::Origin{original.id(), 0};
        fork.acting = graph::Acting::Rehearsal;
        const RunId first = must(runs.create(fork, m_clock.now())).run;
        fork.origin = graph::Origin{first, 2};
        const RunId second = must(runs.create(fork, m_clock.now())).run;
        const auto claimed = must(Leases(*store, thisProcess(), Milliseconds(60'000)).claim(second, m_clock.now()));
        QVERIFY(claimed.lease.acting == graph::Acting::Rehearsal);
        graph::EffectRecord effect{.key = "rerun", .safety = SafetyClass::Retry};
        effect.finished = true;
        RunJournal journal(*store, *m_graph, m_clock);

        must(journal.storeResult(claimed.lease, effect, "a"));

        QVERIFY(must(EffectRepository(*store).find(second, "rerun")));
        QVERIFY(!must(EffectRepository(*store).find(first, "rerun")));
        QVERIFY(must(runs.find(second)).origin == (graph::Origin{first, 2}));
        QVERIFY(must(runs.ancestors(second)) == (std::vector<RunId>{first, original.id()}));
        QVERIFY(must(runs.ancestors(original.id())).empty());
    }

    void whoForkedARunIsOnTheAuditLog()
    {
        QTemporaryDir dir;
        OpenStore store(dir.filePath(QStringLiteral("store.sqlite")).toStdString());
        const RunByHand original(*store, *m_graph, m_clock, "parser");
        NewRun fork{.agent = "three-steps", .line = "parser", .subject = {}, .frontier = {}};
        fork.origin = graph::Origin{original.id(), 7};
        fork.acting = graph::Acting::Rehearsal;
        fork.by = "ana";
        fork.patch = {{"attempt", 2}};
        const RunId made = must(RunRepository(*store).create(fork, m_clock.now())).run;

        AuditRepository audit(*store);
        const auto records = must(audit.list());

        QCOMPARE(records.size(), std::size_t(2)); // the chain's first, and the fork: what an agent begins is no record
        const record::AuditEntry& told = records.back().entry;
        QCOMPARE(told.actor, std::string("ana"));
        QCOMPARE(told.action, std::string("run_forked"));
        QCOMPARE(told.subject, "run " + std::to_string(made.value));
        QCOMPARE(told.line, std::string("parser"));
        QCOMPARE(told.data,
                 "{\"acting\":\"rehearsal\",\"checkpoint\":7,\"patch\":{\"attempt\":2},\"run\":"
                     + std::to_string(original.id().value) + "}");
        QVERIFY(must(audit.verify(must(audit.head()))).ok);
    }
};

SIGNALBOX_TEST(TestForkedRuns)
#include "tst_forkedruns.moc"
