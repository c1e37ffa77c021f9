// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditlog.h"
#include "core/store/feedbackrepository.h"
#include "core/store/knowledgerepository.h"
#include "core/store/patternrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using record::PatternSwitch;

class TestPatternRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    Database& database() { return **m_store; }
    Act act() { return {"ana", m_clock.now()}; }

    RunId failed()
    {
        const RunByHand run(database(), *m_graph, m_clock);
        must(KnowledgeRepository(database())
                 .noteOccurrence({.signature = "b7e1",
                                  .failureClass = "dns",
                                  .run = run.id(),
                                  .line = "parser",
                                  .at = fromUnixMs(1'000 * run.id().value)}));
        return run.id();
    }
    RunId tried(bool worked)
    {
        const RunId run = failed();
        must(KnowledgeRepository(database())
                 .record({.signature = "b7e1",
                          .failureClass = "dns",
                          .fix = "rerun",
                          .worked = worked,
                          .healTime = Milliseconds(1'000),
                          .run = run,
                          .attempt = 2,
                          .at = fromUnixMs(1'000 * run.value)}));
        return run;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aPatternKnowsWhereItComesFrom()
    {
        const RunId first = tried(true);
        tried(false);
        failed();
        must(KnowledgeRepository(database())
                 .importText(R"([{"signature": "c2", "class": "x", "fix": "rerun", "tried": 3, "worked": 3,
                                  "last_seen": "1970-01-01T00:00:00.000Z"}])",
                             act()));

        const auto patterns = must(PatternRepository(database()).list());

        QCOMPARE(patterns.size(), std::size_t(2));
        QCOMPARE(patterns.front().seen, 3);
        QVERIFY(patterns.front().firstTry == first);
        QCOMPARE(patterns.back().seen, 0);
        QVERIFY(!patterns.back().firstTry);
    }

    void itsRunsSayHowTheFixDidAndWhatPeopleSaid()
    {
        const RunId right = tried(true);
        const RunId wrong = tried(false);
        const RunId open = failed();
        must(FeedbackRepository(database())
                 .judge({.run = right, .judgement = record::Judgement::Wrong, .note = {}, .act = act()}));

        const auto runs = must(PatternRepository(database()).evidence("b7e1", "rerun", 10));

        QCOMPARE(runs.size(), std::size_t(3));
        QVERIFY(runs[0].run == open && !runs[0].worked && !runs[0].judged);
        QVERIFY(runs[1].run == wrong && runs[1].worked == false);
        QVERIFY(runs[2].run == right && runs[2].worked == true);
        QCOMPARE(runs[2].healTime, Milliseconds(1'000));
        QVERIFY(runs[2].judged == record::Judgement::Wrong);
        QCOMPARE(must(PatternRepository(database()).evidence("b7e1", "rerun", 1)).size(), std::size_t(1));
    }

    void theSwitchIsKeptAndOnRecord()
    {
        tried(true);
        PatternRepository patterns(database());
        const auto before = must(AuditRepository(database()).head()).count;

        must(patterns.setSwitch("b7e1", "rerun", PatternSwitch::Off, act()));
        must(patterns.setSwitch("b7e1", "rerun", PatternSwitch::Off, act())); // it is off already

        QCOMPARE(record::switchOf(must(KnowledgeRepository(database()).find("b7e1")), "rerun"), PatternSwitch::Off);
        QCOMPARE(must(AuditRepository(database()).head()).count, before + 1);
        const auto last = must(AuditRepository(database()).list()).back().entry;
        QCOMPARE(last.action, std::string("pattern_switched"));
        QCOMPARE(last.actor, std::string("ana"));
        QVERIFY(last.data.find(R"("to":"off")") != std::string::npos);
        tried(true); // what is learned later leaves it alone
        QCOMPARE(record::switchOf(must(KnowledgeRepository(database()).find("b7e1")), "rerun"), PatternSwitch::Off);
        QCOMPARE(patterns.setSwitch("b7e1", "pray", PatternSwitch::Off, act()).error().code, ErrorCode::NotFound);
    }

    void anImportIsShownBeforeItIsDone()
    {
        tried(true);
        must(PatternRepository(database()).setSwitch("b7e1", "rerun", PatternSwitch::Off, act()));
        const std::string file = R"([
            {"signature": "b7e1", "class": "dns", "fix": "rerun", "tried": 9, "worked": 8,
             "last_seen": "2020-01-01T00:00:00.000Z", "autonomy": "auto"},
            {"signature": "b7e1", "class": "dns", "fix": "clear", "tried": 2, "worked": 1,
             "last_seen": "2020-01-01T00:00:00.000Z", "autonomy": "suggest"},
            {"signature": "b7e1", "class": "dns", "fix": "clear", "tried": 1, "worked": 1,
             "last_seen": "2020-01-01T00:00:00.000Z"}])";
        KnowledgeRepository knowledge(database());

        const record::ImportPlan plan = must(knowledge.planImport(file));

        QCOMPARE(plan.changes.size(), std::size_t(2));
        QCOMPARE(plan.kept, 1);
        QCOMPARE(plan.changes[0].before->tried, 1);
        QCOMPARE(plan.changes[0].after.tried, 9);
        QCOMPARE(plan.changes[0].after.autonomy, PatternSwitch::Off); // a file loosens nothing that was said here
        QVERIFY(!plan.changes[1].before);
        QCOMPARE(must(knowledge.find("b7e1")).size(), std::size_t(1)); // it was only looked at

        QCOMPARE(must(knowledge.importText(file, act())), 2);

        const auto now = must(knowledge.find("b7e1"));
        QVERIFY(std::ranges::find(now, plan.changes[0].after) != now.end());
        QVERIFY(std::ranges::find(now, plan.changes[1].after) != now.end());
    }

    void aSwitchThatIsNoneIsRefused()
    {
        const auto plan = KnowledgeRepository(database())
                              .planImport(R"([{"signature": "c2", "class": "x", "fix": "rerun", "tried": 3,
                                  "worked": 3, "last_seen": "2020-01-01T00:00:00.000Z", "autonomy": "always"}])");

        QCOMPARE(why(plan.error()), QStringLiteral("record 1: has autonomy \"always\"; it is off, suggest or auto"));
    }
};

SIGNALBOX_TEST(TestPatternRepository)

#include "tst_patternrepository.moc"
