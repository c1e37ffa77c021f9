// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditlog.h"
#include "core/store/feedbackrepository.h"
#include "core/store/knowledgerepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using record::Judgement;

class TestFeedbackRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    Database& database() { return **m_store; }

    /// A run whose try of the fix ended so.
    RunId tried(const std::string& fix, bool worked)
    {
        const RunByHand run(database(), *m_graph, m_clock);
        KnowledgeRepository knowledge(database());
        must(knowledge.noteOccurrence(
            {.signature = "b7e1", .failureClass = "x", .run = run.id(), .line = "parser", .at = m_clock.now()}));
        must(knowledge.record({.signature = "b7e1",
                               .failureClass = "x",
                               .fix = fix,
                               .worked = worked,
                               .healTime = Milliseconds(1'000),
                               .run = run.id(),
                               .attempt = 2,
                               .at = m_clock.now()}));
        return run.id();
    }
    int judge(RunId run, Judgement judgement)
    {
        return must(FeedbackRepository(database())
                        .judge({.run = run, .judgement = judgement, .note = "note", .act = {"ana", m_clock.now()}}));
    }
    QString figures()
    {
        QStringList list;
        for (const record::KnowledgeRecord& known : must(KnowledgeRepository(database()).find("b7e1")))
            list << QStringLiteral("%1 %2/%3 %4ms")
                        .arg(QString::fromStdString(known.fix))
                        .arg(known.worked)
                        .arg(known.tried)
                        .arg(known.healTotal.count());
        return list.join(QStringLiteral(", "));
    }
    std::string best()
    {
        return record::rankFixes({"rerun", "clear"}, must(KnowledgeRepository(database()).find("b7e1"))).front().fix;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aWordChangesTheFiguresAndTheChoice()
    {
        const RunId run = tried("rerun", true);
        tried("clear", true);
        tried("clear", true);
        QCOMPARE(best(), std::string("clear"));

        for (const RunId other : {tried("clear", true), tried("clear", true)})
            QCOMPARE(judge(other, Judgement::Wrong), 1);
        QCOMPARE(figures(), QStringLiteral("clear 2/4 2000ms, rerun 1/1 1000ms"));
        QCOMPARE(best(), std::string("rerun"));

        QCOMPARE(judge(run, Judgement::Right), 1);
        QCOMPARE(figures(), QStringLiteral("clear 2/4 2000ms, rerun 2/2 2000ms"));
    }

    void theLastWordOnARunCounts()
    {
        const RunId run = tried("rerun", true);
        judge(run, Judgement::Right);
        judge(run, Judgement::Right);
        QCOMPARE(figures(), QStringLiteral("rerun 2/2 2000ms"));
        judge(run, Judgement::FalsePositive);
        QCOMPARE(figures(), QStringLiteral("rerun 0/0 0ms"));
        judge(run, Judgement::Wrong);

        QCOMPARE(figures(), QStringLiteral("rerun 0/1 0ms"));
        const record::Judgements judged = must(FeedbackRepository(database()).judgements("b7e1"));
        QCOMPARE(judged.wrong, 1);
        QCOMPARE(judged.right + judged.falsePositive, 0);
    }

    void aFalseAlarmIsKnownBySignature()
    {
        judge(tried("rerun", true), Judgement::FalsePositive);

        QVERIFY(record::isFalseAlarm(must(FeedbackRepository(database()).judgements("b7e1"))));
        judge(tried("rerun", true), Judgement::Right);
        QVERIFY(!record::isFalseAlarm(must(FeedbackRepository(database()).judgements("b7e1"))));
    }

    void whatWasForgottenDoesNotComeBack()
    {
        const RunId run = tried("rerun", true);
        judge(run, Judgement::Right);
        must(KnowledgeRepository(database()).forget("b7e1", {"ana", m_clock.now()}));

        QCOMPARE(judge(run, Judgement::Wrong), 0);

        QCOMPARE(figures(), QString());
    }

    void theWordIsOnRecordAndARunThatIsNotThereIsToldSo()
    {
        const RunId run = tried("rerun", true);
        judge(run, Judgement::Wrong);
        const auto last = must(AuditRepository(database()).list()).back().entry;
        QCOMPARE(last.action, std::string("feedback"));
        QCOMPARE(last.reason, std::string("note"));

        const auto refused = FeedbackRepository(database()).judge({.run = {77}, .note = {}, .act = {"ana", {}}});
        QCOMPARE(why(refused.error()), QStringLiteral("there is no run 77"));
    }
};

SIGNALBOX_TEST(TestFeedbackRepository)
#include "tst_feedbackrepository.moc"
