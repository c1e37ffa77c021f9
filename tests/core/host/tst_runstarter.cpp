// SPDX-License-Identifier: GPL-3.0-or-later
// Which failures of a pipeline run are looked after by a run of their own.
#include "core/host/runstarter.h"

#include "core/agents/selfhealing.h"
#include "core/store/checkpointrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

class TestRunStarter : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    GraphSet m_graphs;
    SetClock m_clock;
    const ci::RunRef m_pipeline{"acme/shop", "7"};

    store::CreatedRun heal(int attempt)
    {
        return must(RunStarter(**m_store, m_graphs, m_clock).heal(m_pipeline, attempt));
    }
    void end(RunId run, int attempt, const char* outcome)
    {
        const std::string facts = dumpJson({{"attempt", attempt}, {"outcome", outcome}});
        must((**m_store).writer().write([&](store::Connection& connection, store::Changes&) -> Result<void> {
            const auto done = connection.execute(
                "UPDATE run SET state = 'succeeded', facts = ?2, finished_at = 1 WHERE id = ?1", run, facts);
            return done ? Result<void>() : Result<void>(done.error());
        }));
    }
    Json stateOf(RunId run) { return must(store::CheckpointRepository(**m_store).stateAt(run, 0)); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
        m_graphs = {{std::string(agents::kSelfHealing), must(agents::selfHealingGraph({}))}};
    }
    void cleanup() { m_store.reset(); }

    void whatIsLookedAfterIsNotBegunAgain()
    {
        const auto first = heal(1);
        QVERIFY(first.isNew);

        for (const int attempt : {1, 2, 3}) { // its own re-runs fail too
            const auto again = heal(attempt);
            QVERIFY(!again.isNew && again.run.value == first.run.value);
        }
    }

    void whatIsToldLateIsNoNews()
    {
        const auto first = heal(1);
        end(first.run, 2, "healed");

        for (const int attempt : {1, 2})
            QVERIFY(!heal(attempt).isNew);
    }

    void aLaterAttemptThatFailsIsLookedAfterOnce()
    {
        const auto first = heal(1);
        end(first.run, 2, "healed");

        const auto second = heal(3); // a person has run it again

        QVERIFY(second.isNew);
        QCOMPARE(fieldOr<std::int64_t>(stateOf(second.run), "attempt", 0), 3);
        QCOMPARE(fieldOr<std::int64_t>(stateOf(second.run), "retries_before", 0), 2);
        for (const int attempt : {1, 3, 4})
            QCOMPARE(heal(attempt).run.value, second.run.value);
        end(second.run, 4, "escalated");
        QVERIFY(!heal(4).isNew);
        QVERIFY(heal(5).isNew);
    }

    void whatFailsAfterThePersonItWaitedForIsLookedAfter()
    {
        const auto first = heal(1);
        end(first.run, 1, "waits");

        const auto second = heal(1);

        QVERIFY(second.isNew);
        QVERIFY(!heal(1).isNew);
    }

    void anotherPipelineRunHasItsOwn()
    {
        const auto first = heal(1);
        const auto other = must(RunStarter(**m_store, m_graphs, m_clock).heal({"acme/shop", "70"}, 1));

        QVERIFY(other.isNew);
        QCOMPARE(heal(1).run.value, first.run.value);
    }
};

SIGNALBOX_TEST(TestRunStarter)
#include "tst_runstarter.moc"
