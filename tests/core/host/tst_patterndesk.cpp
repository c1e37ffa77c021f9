// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/patterndesk.h"

#include "core/gate/policychange.h"
#include "core/local/files.h"
#include "core/store/policyrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using record::PatternSwitch;

class TestPatternDesk : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    PatternDesk desk() { return {**m_store, m_clock, "ana"}; }
    std::filesystem::path file() const { return m_dir->filePath(u"knowledge.json"_s).toStdString(); }
    void write(const char* fix, int tried)
    {
        const Json json = Json::array({{{"signature", "b7e1"},
                                        {"class", "dns"},
                                        {"fix", fix},
                                        {"tried", tried},
                                        {"worked", 1},
                                        {"last_seen", "2020-01-01T00:00:00.000Z"}}});
        must(local::replaceFile(file(), json.dump()));
    }
    void accept(const std::string& line, Autonomy retry)
    {
        PolicyRules rules;
        rules.autonomy[SafetyClass::Retry] = retry;
        must(store::PolicyRepository(**m_store).accept({line, dumpJson(gate::toJson(rules)), "ana", m_clock.now()},
                                                       std::nullopt, {}));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(u"store.sqlite"_s).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void autoIsLockedWhereThePolicyForbidsIt_data()
    {
        QTest::addColumn<QString>("fix");
        QTest::addColumn<int>("lock");

        QTest::newRow("a re-run is automatic") << u"rerun_failed_jobs"_s << static_cast<int>(AutoLock::None);
        QTest::newRow("a lockfile is a pull request")
            << u"regenerate_lockfile"_s << static_cast<int>(AutoLock::PullRequest);
        QTest::newRow("what is destructive asks") << u"free_disk"_s << static_cast<int>(AutoLock::AlwaysAsks);
        QTest::newRow("of another version") << u"pray"_s << static_cast<int>(AutoLock::None);
    }

    void autoIsLockedWhereThePolicyForbidsIt()
    {
        QFETCH(QString, fix);

        QTEST(static_cast<int>(lockOf(fix.toStdString(), {})), "lock");
    }

    void onePolicyThatAllowsItIsEnough()
    {
        write("rerun_failed_jobs", 3);
        QCOMPARE(must(desk().importFile(file(), must(desk().planImport(file())).digest)), 1);
        const PatternKey pattern{"b7e1", "rerun_failed_jobs"};
        must(desk().set(pattern, PatternSwitch::Suggest));
        accept("parser", Autonomy::Never);
        accept("search", Autonomy::Ask);
        QCOMPARE(must(desk().patterns()).front().lock, AutoLock::PolicyAsks);
        QCOMPARE(why(desk().set(pattern, PatternSwitch::Auto).error()),
                 u"rerun_failed_jobs cannot be switched to auto: the policy of every line asks a person"_s);

        accept("shop", Autonomy::Automatic);

        must(desk().set(pattern, PatternSwitch::Auto));
        QCOMPARE(must(desk().patterns()).front().autonomy, PatternSwitch::Auto);
    }

    void whatIsTakenOverIsWhatWasShown()
    {
        write("rerun_failed_jobs", 3);
        const ImportOffer offer = must(desk().planImport(file()));
        QCOMPARE(offer.plan.changes.size(), std::size_t(1));
        write("rerun_failed_jobs", 9);

        const auto refused = desk().importFile(file(), offer.digest);

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(must(desk().patterns()).empty());
    }

    void aBadFileIsOneLineThatNamesIt()
    {
        must(local::replaceFile(file(), "[{\"signature\": \"x\"}]"));

        QCOMPARE(why(desk().planImport(file()).error()),
                 QString::fromStdString(file().string())
                     + u": record 1: needs signature, class, fix, tried, worked and last_seen"_s);
    }

    void whatIsExportedCanBeTakenOver()
    {
        write("rerun_failed_jobs", 3);
        must(desk().importFile(file(), must(desk().planImport(file())).digest));
        must(desk().exportTo(file()));
        must(desk().forget("b7e1"));

        const ImportOffer offer = must(desk().planImport(file()));

        QCOMPARE(must(desk().importFile(file(), offer.digest)), 1);
        QCOMPARE(must(desk().patterns()).front().tried, 3);
    }
};

SIGNALBOX_TEST(TestPatternDesk)
#include "tst_patterndesk.moc"
