// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty lines fail at once with one signature: the real agent, store and schedulers of two programs on one file,
// on a CI system that fails whatever is tried.
#include "core/base/jsonmembers.h"
#include "core/gate/decisionrules.h"
#include "core/host/ports.h"
#include "core/host/scheduler.h"
#include "core/store/approvalrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QFile>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

namespace {

constexpr int kLines = 20;
constexpr int kMostRetries = 2 * 3; // of the first two runs, which know of no outage yet
constexpr int kPatienceMs = 60'000;
constexpr const char* kCorruptCache
    = "##[group]Run sh ci/dependencies.sh\n##[endgroup]\n"
      "error: dependency cache is corrupt: checksum of .cache/deps/cart.txt does not match\n"
      "##[error]Process completed with exit code 1.\n";

/// Every attempt of every line has failed already, and counts.
class FailingCi final : public ci::System {
public:
    std::string_view provider() const override { return "failing"; }
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        ci::Run out;
        out.line = run.line;
        out.number = run.number;
        out.attempt = 1 + m_reruns[run.line];
        out.phase = ci::Phase::Finished;
        out.conclusion = ci::Conclusion::Failure;
        out.finishedAt = fromUnixMs(1'700'000'000'000);
        ci::Job job;
        job.name = "build";
        job.attempt = out.attempt;
        job.phase = out.phase;
        job.conclusion = out.conclusion;
        job.exitCode = 1;
        out.jobs.push_back(job);
        return out;
    }
    Result<void> readLog(const ci::RunRef&, const std::string&, int, const std::function<void(std::string_view)>& sink,
                         std::stop_token) override
    {
        sink(kCorruptCache);
        return {};
    }
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun&, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        return 1 + ++m_reruns[run.line];
    }
    Result<std::vector<std::string>> clearCaches(const ci::RunRef&, std::stop_token) override
    {
        return std::vector<std::string>();
    }
    Result<void> cancel(const ci::RunRef&, std::stop_token) override { return {}; }

    int rerunsOf(const std::string& line) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_reruns.find(line);
        return found == m_reruns.end() ? 0 : found->second;
    }
    int reruns() const
    {
        const std::lock_guard lock(m_mutex);
        int all = 0;
        for (const auto& [line, count] : m_reruns)
            all += count;
        return all;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, int> m_reruns; // guarded by m_mutex
};

class Defaults final : public agents::PolicySource {
public:
    static constexpr const char* kWatched = "watched"; // a line for which nothing is done

    Result<PolicyRules> rules(const std::string& line) override
    {
        PolicyRules rules;
        if (line == kWatched)
            for (const SafetyClass safety : {SafetyClass::Retry, SafetyClass::Cache, SafetyClass::PullRequest})
                rules.autonomy[safety] = Autonomy::Never;
        return rules;
    }
    Result<int> automaticActionsLastHour(const std::string&) override { return 0; }
    Result<bool> takeAction(const agents::ActionClaim&, int) override { return true; }
};

std::shared_ptr<const log::Catalogue> catalogue()
{
    static const auto compiled = [] {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/patterns/catalogue.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no catalogue");
        return must(log::Catalogue::fromJson(file.readAll().toStdString()));
    }();
    return compiled;
}

/// A program on the store: what signalbox or signalboxctl is made of, without the local CI.
class Program {
public:
    Program(const std::string& path, FailingCi& ci, const Clock& clock)
        : m_store(path),
          m_knowledge(*m_store, clock),
          m_breaker(*m_store, clock),
          m_pool(8),
          m_graphs({{std::string(agents::kSelfHealing),
                     must(agents::selfHealingGraph(
                         {&ci, &m_knowledge, &m_policy,
                          [] { return Result<std::shared_ptr<const log::Catalogue>>(catalogue()); }, &m_breaker}))}}),
          m_scheduler({.database = *m_store,
                       .pool = m_pool,
                       .clock = clock,
                       .graphs = m_graphs,
                       .rehearsals = m_graphs,
                       .owner = store::thisProcess(),
                       .journal =
                           [this, &clock](const graph::Graph& graph) {
                               return std::make_unique<store::RunJournal>(*m_store, graph, clock);
                           },
                       .isHeld = [](const std::string&) { return false; },
                       .hasHappened = [this](const std::string& event) { return happened(event); },
                       .cancelling = [](const store::Claimed&, const Json&) {},
                       .afterRound = [] {},
                       .failed = [](const Error& error) { qWarning("%s", error.detail.c_str()); }})
    {
        m_scheduler.start();
    }
    ~Program() { m_scheduler.stop(); }

    store::Database& database() { return *m_store; }
    void wake() { m_scheduler.wake(); }

private:
    bool happened(const std::string& event)
    {
        const auto outage = agents::outageOf(event);
        return outage ? must(store::OutageRepository(*m_store).isOver(*outage)) : true;
    }

    OpenStore m_store;
    StoredKnowledge m_knowledge;
    StoredBreaker m_breaker;
    Defaults m_policy;
    ThreadPool m_pool;
    GraphSet m_graphs;
    Scheduler m_scheduler;
};

} // namespace

class TestOutage : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;

    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

    void fail(store::Database& database, const std::string& line)
    {
        const auto graph = must(agents::selfHealingGraph({}));
        const graph::Checkpoint start
            = graph::Runner::start(*graph, agents::selfHealingInput({line, "1"}), m_clock.now());
        store::NewRun run{.agent = std::string(agents::kSelfHealing), .line = line, .subject = {}, .frontier = {}};
        run.graphVersion = graph->version();
        run.state = start.state;
        run.frontier = graph::toJson(start.frontier, *graph);
        run.facts = start.state;
        must(store::RunRepository(database).create(run, m_clock.now()));
    }
    void failAll(int lines)
    {
        OpenStore store(path());
        for (int i = 0; i < lines; ++i)
            fail(*store, "line-" + std::to_string(i));
    }
    void approve(Program& program, const gate::Approval& asked, const std::string& choice)
    {
        const gate::Decision decision{.verdict = gate::Verdict::Approve,
                                      .by = "ana",
                                      .reason = "the mirror is back",
                                      .evidenceHash = asked.evidenceHash,
                                      .choice = choice};
        must(store::ApprovalRepository(program.database()).decide(asked.id, decision, m_clock.now()));
        m_clock.set(m_clock.now() + gate::kTakeBackTime);
        program.wake();
    }
    static QMap<QString, int> phases(store::Database& database)
    {
        QMap<QString, int> count;
        for (const store::RunHead& run : must(store::RunRepository(database).list({}))) {
            const QString outcome = QString::fromStdString(jsonText(jsonMember(run.facts, "outcome")));
            if (store::isTerminal(run.phase))
                ++count[outcome];
            else
                ++count[run.phase == graph::RunPhase::Waiting ? QStringLiteral("asks")
                            : run.phase == graph::RunPhase::Sleeping && run.step == "wait_for_human"
                            ? QStringLiteral("follows")
                            : QStringLiteral("busy")];
        }
        return count;
    }
    static std::vector<gate::Approval> open(store::Database& database)
    {
        return must(store::ApprovalRepository(database).listOpen());
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void oneEscalationIsDecidedForAll_data()
    {
        QTest::addColumn<bool>("approves");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("taken over: all have ended escalated") << true << "escalated";
        QTest::newRow("dismissed: all have ended dismissed") << false << "dismissed";
    }

    void oneEscalationIsDecidedForAll()
    {
        QFETCH(bool, approves);
        QFETCH(QString, outcome);
        FailingCi ci;
        const QMap<QString, int> rest{{QStringLiteral("asks"), 1}, {QStringLiteral("follows"), kLines - 1}};
        failAll(kLines);
        {
            Program one(path(), ci, m_clock);
            Program two(path(), ci, m_clock);
            QTRY_COMPARE_WITH_TIMEOUT(phases(one.database()), rest, kPatienceMs);
        }
        const int reruns = ci.reruns();
        QVERIFY2(reruns <= kMostRetries, "of the two that had failed before it was an outage");

        Program later(path(), ci, m_clock); // after a restart
        fail(later.database(), "line-late"); // joins what is open
        QTRY_COMPARE_WITH_TIMEOUT(phases(later.database())[QStringLiteral("follows")], kLines, kPatienceMs);
        const auto asked = open(later.database());
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(fieldOr<std::string>(asked.front().request.evidence, "reason", {}), std::string("outage"));
        QVERIFY(asked.front().request.evidence["runs"].size() >= 3);

        gate::Decision decision{.verdict = approves ? gate::Verdict::Approve : gate::Verdict::Reject,
                                .by = "ana",
                                .reason = "the mirror is down",
                                .evidenceHash = asked.front().evidenceHash,
                                .choice = {}};
        must(store::ApprovalRepository(later.database()).decide(asked.front().id, decision, m_clock.now()));
        m_clock.set(m_clock.now() + gate::kTakeBackTime);
        later.wake();

        const QMap<QString, int> all{{outcome, kLines + 1}};
        QTRY_COMPARE_WITH_TIMEOUT(phases(later.database()), all, kPatienceMs);
        QCOMPARE(ci.reruns(), reruns);
    }

    /// Its own line forbids what was approved for the others: it asks by itself, and stays asked.
    void whatALineForbidsIsNotDoneForAll()
    {
        FailingCi ci;
        failAll(5);
        Program program(path(), ci, m_clock);
        QTRY_COMPARE_WITH_TIMEOUT(phases(program.database())[QStringLiteral("follows")], 4, kPatienceMs);
        fail(program.database(), Defaults::kWatched);
        QTRY_COMPARE_WITH_TIMEOUT(phases(program.database())[QStringLiteral("follows")], 5, kPatienceMs);
        const auto asked = open(program.database()).front();
        const auto fix = std::ranges::find_if(asked.request.choices,
                                              [](const auto& each) { return each.starts_with("try_fix:"); });
        QVERIFY(fix != asked.request.choices.end());

        approve(program, asked, *fix);

        const auto ofWatched = [&] {
            const auto all = open(program.database());
            const auto at = std::ranges::find(all, std::string(Defaults::kWatched),
                                              [](const auto& approval) { return approval.request.line; });
            return at == all.end() ? std::optional<gate::Request>() : at->request;
        };
        QTRY_VERIFY_WITH_TIMEOUT(ofWatched().has_value(), kPatienceMs);
        QVERIFY(ofWatched()->choices == std::vector<std::string>{"take_over"});
        QTRY_VERIFY_WITH_TIMEOUT(open(program.database()).size() == 2, kPatienceMs); // the others are down still
        QCOMPARE(ci.rerunsOf(Defaults::kWatched), 0);
    }

    void aFixThatIsApprovedIsTriedByAll()
    {
        FailingCi ci;
        failAll(5);
        Program program(path(), ci, m_clock);
        QTRY_COMPARE_WITH_TIMEOUT(phases(program.database())[QStringLiteral("follows")], 4, kPatienceMs);
        const int before = ci.reruns();
        const auto asked = open(program.database()).front();
        const auto& choices = asked.request.choices;
        const auto fix = std::ranges::find_if(choices, [](const auto& each) { return each.starts_with("try_fix:"); });
        QVERIFY(fix != choices.end());

        approve(program, asked, *fix);

        QTRY_VERIFY_WITH_TIMEOUT(ci.reruns() >= before + 5, kPatienceMs);
        // Still down: it is one question again, not five.
        QTRY_COMPARE_WITH_TIMEOUT(phases(program.database())[QStringLiteral("follows")], 4, kPatienceMs);
        QCOMPARE(open(program.database()).size(), std::size_t(1));
        QVERIFY(open(program.database()).front().id != asked.id);
        QVERIFY(ci.reruns() <= before + 5 + kMostRetries);
    }
};

SIGNALBOX_TEST(TestOutage)
#include "tst_outage.moc"
