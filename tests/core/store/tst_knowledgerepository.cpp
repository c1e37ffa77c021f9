// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knowledgerepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

const Act kAct{"ana", fromUnixMs(5)};

record::FixOutcome outcome(std::int64_t run, int attempt, bool worked)
{
    return {.signature = "b7e1",
            .failureClass = "cache_corrupt",
            .fix = "clear_cache_rerun",
            .worked = worked,
            .healTime = Milliseconds(1'500),
            .run = {run},
            .attempt = attempt,
            .at = fromUnixMs(1'000 * run)};
}

QString figures(const std::vector<record::KnowledgeRecord>& records)
{
    QStringList lines;
    for (const record::KnowledgeRecord& known : records)
        lines << QStringLiteral("%1 %2 %3/%4 %5ms")
                     .arg(QString::fromStdString(known.signature), QString::fromStdString(known.fix))
                     .arg(known.worked)
                     .arg(known.tried)
                     .arg(known.healTotal.count());
    return lines.join(u'\n');
}

} // namespace

class TestKnowledgeRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    Database& database() { return **m_store; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void outcomesAddUp()
    {
        KnowledgeRepository knowledge(database());
        QVERIFY(must(knowledge.find("b7e1")).empty());

        must(knowledge.record(outcome(1, 2, true)));
        must(knowledge.record(outcome(2, 2, false)));
        must(knowledge.record(outcome(3, 2, true)));

        QCOMPARE(figures(must(knowledge.find("b7e1"))), QStringLiteral("b7e1 clear_cache_rerun 2/3 3000ms"));
        QCOMPARE(must(knowledge.find("b7e1")).front().lastSeen, fromUnixMs(3'000));
    }

    void atryCountsOnceHoweverOftenItIsTold()
    {
        KnowledgeRepository knowledge(database());

        must(knowledge.record(outcome(1, 2, true)));
        must(knowledge.record(outcome(1, 2, true))); // the step ran again after a crash
        must(knowledge.record(outcome(1, 3, true)));

        QCOMPARE(figures(must(knowledge.find("b7e1"))), QStringLiteral("b7e1 clear_cache_rerun 2/2 3000ms"));
    }

    void aRunIsCountedOnceHoweverOftenItIsTold()
    {
        KnowledgeRepository knowledge(database());
        for (std::int64_t run = 1; run <= 3; ++run)
            must(knowledge.noteOccurrence({.signature = "b7e1",
                                           .failureClass = "dns",
                                           .run = {run},
                                           .line = "l" + std::to_string(run),
                                           .at = fromUnixMs(run * 1'000)}));
        must(knowledge.noteOccurrence(
            {.signature = "b7e1", .failureClass = "dns", .run = {3}, .line = "l3", .at = fromUnixMs(9'000)}));

        QCOMPARE(must(knowledge.occurrences("b7e1")), 3);
    }

    void whatIsForgottenIsGone()
    {
        KnowledgeRepository knowledge(database());
        must(knowledge.record(outcome(1, 2, true)));
        must(knowledge.noteOccurrence({.signature = "b7e1", .failureClass = "dns", .run = {1}, .line = "l", .at = {}}));

        must(knowledge.forget("b7e1", kAct));

        QVERIFY(must(knowledge.list()).empty());
        QCOMPARE(must(knowledge.occurrences("b7e1")), 0);
        QCOMPARE(why(knowledge.forget("b7e1", kAct).error()), QStringLiteral("nothing is known of signature b7e1"));
    }

    void anImportCanBeRepeated()
    {
        KnowledgeRepository knowledge(database());
        must(knowledge.record(outcome(1, 2, true)));
        must(knowledge.record(outcome(2, 2, true)));
        const std::string text = must(knowledge.exportText());
        must(knowledge.forget("b7e1", kAct));

        QCOMPARE(must(knowledge.importText(text, kAct)), 1);
        QCOMPARE(must(knowledge.importText(text, kAct)), 0);

        QCOMPARE(figures(must(knowledge.find("b7e1"))), QStringLiteral("b7e1 clear_cache_rerun 2/2 3000ms"));
        must(knowledge.record(outcome(3, 2, false)));
        QCOMPARE(must(knowledge.importText(text, kAct)), 0); // we have seen more
        QCOMPARE(figures(must(knowledge.find("b7e1"))), QStringLiteral("b7e1 clear_cache_rerun 2/3 3000ms"));
    }

    void abadImportTakesNothingOver()
    {
        KnowledgeRepository knowledge(database());
        must(knowledge.record(outcome(1, 2, true)));
        std::string text = must(knowledge.exportText());
        must(knowledge.forget("b7e1", kAct));
        text.insert(text.rfind(']'), ", {\"signature\": \"x\"}");

        QCOMPARE(knowledge.importText(text, kAct).error().code, ErrorCode::InvalidInput);
        QCOMPARE(knowledge.importText("{nonsense", kAct).error().code, ErrorCode::InvalidInput);

        QVERIFY(must(knowledge.list()).empty());
    }
};

SIGNALBOX_TEST(TestKnowledgeRepository)
#include "tst_knowledgerepository.moc"
