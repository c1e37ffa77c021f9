// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"
#include "core/store/outagerepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

class TestOutageRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::vector<std::unique_ptr<RunByHand>> m_runs;

    Database& database() { return **m_store; }
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    RunByHand& newRun()
    {
        m_runs.push_back(std::make_unique<RunByHand>(database(), *m_graph, m_clock));
        m_runs.back()->claim();
        return *m_runs.back();
    }
    std::optional<Outage> hit(const RunByHand& run, std::int64_t at = 1'000, const std::string& signature = "b7e1")
    {
        return must(OutageRepository(database())
                        .hit({.signature = signature, .failureClass = "x", .run = run.id(), .at = fromUnixMs(at)}));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(path());
    }
    void cleanup()
    {
        m_runs.clear();
        m_store.reset();
    }

    void threeRunsAtOnceAreAnOutageAndFurtherOnesJoin()
    {
        QVERIFY(!hit(newRun()));
        QVERIFY(!hit(*m_runs.front())); // the same run, again
        QVERIFY(!hit(newRun()));
        QVERIFY(!hit(newRun(), 1'000, "another"));

        const auto opened = hit(newRun());
        const auto joined = hit(newRun());

        QVERIFY(opened.has_value());
        QCOMPARE(opened->lead, m_runs[3]->id());
        QCOMPARE(joined->id, opened->id);
        QCOMPARE(joined->lead, opened->lead);
        const auto members = must(OutageRepository(database()).members(opened->id));
        QCOMPARE(members.size(), std::size_t(4));
        QCOMPARE(members.front().run, opened->lead);
    }

    void failuresFarApartAreNone()
    {
        constexpr std::int64_t kWindow = 600'000;
        QVERIFY(!hit(newRun(), 1));
        QVERIFY(!hit(newRun(), 2));
        QVERIFY(!hit(newRun(), kWindow + 3));
        QVERIFY(!hit(newRun(), kWindow + 4));
        QVERIFY(hit(newRun(), kWindow + 5).has_value());
    }

    void aRunThatWasHealedMeanwhileDoesNotCount()
    {
        hit(newRun());
        hit(newRun());
        must(m_runs[0]->step(Json::object(), graph::RunPhase::Succeeded));

        QVERIFY(!hit(newRun()));
        QVERIFY(hit(newRun()).has_value());
    }

    void whatARunAsksOnItsOwnIsSuperseded()
    {
        RunByHand& first = newRun();
        hit(first);
        must(first.wait({.person = request("parser #1"), .at = {}, .event = {}}));
        hit(newRun());

        const auto opened = hit(newRun());

        ApprovalRepository approvals(database());
        QVERIFY(must(approvals.listOpen()).empty());
        QCOMPARE(must(approvals.listOfRun(first.id())).front().state, gate::ApprovalState::Superseded);
        QCOMPARE(must(RunRepository(database()).find(first.id())).phase, graph::RunPhase::Queued); // it goes on

        // One that was about to ask while the outage was opened does not ask either.
        RunByHand& late = *m_runs[1];
        must(late.wait({.person = request("parser #2"), .at = {}, .event = {}}));
        QVERIFY(must(approvals.listOpen()).empty());
        QCOMPARE(must(RunRepository(database()).find(late.id())).phase, graph::RunPhase::Queued);

        must(m_runs[2]->wait({.person = request("parser #3"), .at = {}, .event = {}})); // the lead asks
        QCOMPARE(must(approvals.listOpen()).size(), std::size_t(1));
        QCOMPARE(must(approvals.listOpen()).front().run, opened->lead);
    }

    void otherQuestionsOfItsRunsStayOpen()
    {
        RunByHand& first = newRun();
        hit(first);
        must(first.wait({.person = request("parser #1", {{"kind", "unknown_effect"}}), .at = {}, .event = {}}));
        hit(newRun());
        hit(newRun());

        QCOMPARE(must(ApprovalRepository(database()).listOpen()).size(), std::size_t(1));
    }

    void theFirstDecisionStandsAndANewOutageBeginsFromNothing()
    {
        hit(newRun());
        hit(newRun());
        const auto opened = hit(newRun());
        OutageRepository outages(database());
        QVERIFY(!must(outages.isOver(opened->id)));

        must(outages.decide(opened->id, R"({"verdict":"approve"})", fromUnixMs(2'000)));
        must(outages.decide(opened->id, R"({"verdict":"reject"})", fromUnixMs(2'001)));

        QVERIFY(must(outages.isOver(opened->id)));
        QCOMPARE(must(outages.ofRun(m_runs[0]->id(), m_clock.now()))->decision,
                 std::optional<std::string>(R"({"verdict":"approve"})"));
        QVERIFY(!hit(newRun(), 2'500));
        QVERIFY(!hit(newRun(), 2'501));
        QVERIFY(hit(*m_runs[0], 2'502)->id != opened->id);
    }

    void whereTheLeadHasEndedAnotherRunAsks()
    {
        hit(newRun());
        hit(newRun());
        const auto opened = hit(newRun());
        OutageRepository outages(database());
        QCOMPARE(must(outages.ofRun(m_runs[0]->id(), m_clock.now()))->lead, opened->lead);

        must(m_runs[2]->step(Json::object(), graph::RunPhase::Cancelled));

        QVERIFY(must(outages.isOver(opened->id))); // who waits for it looks
        QCOMPARE(must(outages.ofRun(m_runs[0]->id(), m_clock.now()))->lead, m_runs[0]->id());
        QCOMPARE(must(outages.ofRun(m_runs[1]->id(), m_clock.now()))->lead, m_runs[0]->id());
    }

    void manyAtOnceInTwoProcessesOpenOne()
    {
        for (int i = 0; i < 20; ++i)
            newRun();
        OpenStore other(path());
        const auto strike = [&](Database& database, std::size_t from) {
            for (std::size_t i = from; i < from + 10; ++i)
                must(OutageRepository(database).hit(
                    {.signature = "b7e1", .failureClass = "x", .run = m_runs[i]->id(), .at = fromUnixMs(9)}));
        };
        std::jthread beside([&] { strike(*other, 10); });
        strike(database(), 0);
        beside.join();

        const auto outage = must(OutageRepository(database()).ofRun(m_runs[0]->id(), m_clock.now()));
        QCOMPARE(must(OutageRepository(database()).members(outage->id)).size(), std::size_t(20));
        auto reader = must(database().reader());
        QCOMPARE(must(reader->number("SELECT COUNT(*) FROM outage")), 1);
    }
};

SIGNALBOX_TEST(TestOutageRepository)
#include "tst_outagerepository.moc"
