// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditreading.h"

#include "core/host/auditexport.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using gate::Verdict;

class TestAuditReading : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    store::Database& database() { return **m_store; }

    ApprovalId askedOfTwo()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request("release", {{"needed", 2}}), .at = {}, .event = {}}));
        return must(store::ApprovalRepository(database()).listOfRun(run.id())).front().id;
    }
    void approve(ApprovalId id, const std::string& by)
    {
        gate::Decision decision;
        decision.verdict = Verdict::Approve;
        decision.by = by;
        decision.reason = "reason of " + by;
        decision.evidenceHash = must(store::ApprovalRepository(database()).find(id)).evidenceHash;
        must(store::ApprovalRepository(database()).decide(id, decision, m_clock.now()));
    }
    /// "reason of ben", "hidden" where there is one that is not shown, by the way of pages and by that of exports.
    QStringList reasonsFor(const std::string& person)
    {
        AuditReading reading(database(), person);
        QStringList newestFirst;
        QStringList oldestFirst;
        const auto word = [](const record::AuditRecord& record) {
            return record.reasonHidden ? u"hidden"_s : QString::fromStdString(record.entry.reason);
        };
        for (const auto& record : must(reading.part(0, 100)).records) {
            if (record.entry.action == "approval_decided" || record.entry.action == "approval_taken_back")
                newestFirst.prepend(word(record));
        }
        must(reading.each(0, 0, [&](const record::AuditRecord& record) -> Result<void> {
            if (record.entry.action == "approval_decided" || record.entry.action == "approval_taken_back")
                oldestFirst.append(word(record));
            return {};
        }));
        return newestFirst == oldestFirst ? newestFirst : QStringList{u"they differ"_s};
    }
    void hold(const std::string& line, const std::string& reason)
    {
        must(store::HoldRepository(database())
                 .put({.line = line, .by = "ana", .reason = reason, .since = m_clock.now()}));
    }
    QString exported(const QString& name, std::optional<std::int64_t> provenUpTo = {})
    {
        const QString file = m_dir->filePath(name);
        must(exportAudit({database(), "ana"}, {.file = file.toStdString(), .provenUpTo = provenUpTo}));
        return read(file);
    }
    static QString read(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : u"none"_s;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(u"store.sqlite"_s).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void theFirstReasonIsHiddenUntilTheSecondDecides()
    {
        const ApprovalId id = askedOfTwo();
        approve(id, "ben");

        QCOMPARE(reasonsFor("cleo"), QStringList{u"hidden"_s});
        QCOMPARE(reasonsFor("ben"), QStringList{u"reason of ben"_s});

        approve(id, "cleo");
        QCOMPARE(reasonsFor("cleo"), (QStringList{u"reason of ben"_s, u"reason of cleo"_s}));
    }

    void whatWasTakenBackTellsNoMore()
    {
        const ApprovalId id = askedOfTwo();
        approve(id, "ben");
        must(store::ApprovalRepository(database()).takeBack(id, m_clock.now(), "ben"));

        QCOMPARE(reasonsFor("cleo"), (QStringList{u"hidden"_s, u"hidden"_s}));
    }

    void anExportSaysThatAReasonIsHidden()
    {
        approve(askedOfTwo(), "ben");

        const QString text = exported(u"audit.jsonl"_s);

        QVERIFY(!text.contains(u"reason of ben"_s)); // "ana" reads, who has not decided
        QVERIFY(text.contains(u"\"reason\":null,\"reason_hidden\":true"_s));
    }

    void aTableProgramIsGivenNoFormula()
    {
        hold("", "=HYPERLINK(\"x\"), \"quoted\"");

        const QString text = exported(u"audit.csv"_s);

        QVERIFY2(text.startsWith(u"number,at,actor,action,subject,line,reason,evidence_hash,data,previous,hash\r\n"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u",\"'=HYPERLINK(\"\"x\"\"), \"\"quoted\"\"\","_s), qPrintable(text));
    }

    void oneArrayIsOneDocument()
    {
        hold("", "maintenance");

        const auto json = parseJson(exported(u"audit.json"_s).toStdString());

        QVERIFY(json && json->is_array());
        QCOMPARE(json->back().at("reason").get<std::string>(), std::string("maintenance"));
    }

    void aBrokenChainIsExportedInTwoParts()
    {
        for (const char* reason : {"one", "two", "three"})
            hold(reason, reason);

        QCOMPARE(exported(u"audit.jsonl"_s, 2), u"none"_s); // it is not one file

        const QString proven = read(m_dir->filePath(u"audit-proven.jsonl"_s));
        const QString rest = read(m_dir->filePath(u"audit-not-proven.jsonl"_s));
        QCOMPARE(proven.count(u'\n'), 2);
        QVERIFY(proven.contains(u"one"_s) && !proven.contains(u"two"_s));
        QVERIFY(rest.contains(u"two"_s) && rest.contains(u"three"_s) && !rest.contains(u"\"one\""_s));
    }

    void anEndingThatIsNoneIsToldInOneLine()
    {
        const auto refused = exportAudit({database(), "ana"}, {.file = "/tmp/audit.xlsx"});

        QCOMPARE(why(refused.error()), u"/tmp/audit.xlsx: an export ends in .jsonl, .json or .csv"_s);
    }
};

SIGNALBOX_TEST(TestAuditReading)
#include "tst_auditreading.moc"
