// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/knowledgerepository.h"
#include "core/store/migrations.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

constexpr std::string_view kFirst[] = {"CREATE TABLE song (title TEXT)", "INSERT INTO song VALUES ('one')"};
constexpr std::string_view kSecond[] = {"ALTER TABLE song ADD COLUMN plays INTEGER NOT NULL DEFAULT 7"};
constexpr std::string_view kBroken[] = {"DELETE FROM song", "CREATE TABLE song (title TEXT)"};

const Migration kOne[] = {{1, kFirst}};
const Migration kTwo[] = {{1, kFirst}, {2, kSecond}};
const Migration kBad[] = {{1, kFirst}, {2, kBroken}};

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString path() const { return m_dir->filePath(QStringLiteral("store.sqlite")); }
    std::unique_ptr<Connection> open(const QString& path) const
    {
        return must(Connection::open(path.toStdString(), Connection::Access::ReadWrite));
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void eachMigrationRunsOnce()
    {
        auto connection = open(path());
        must(migrate(*connection, kOne));
        must(migrate(*connection, kTwo));
        must(migrate(*connection, kTwo));

        QCOMPARE(must(connection->number("PRAGMA user_version")), 2);
        QCOMPARE(must(connection->number("SELECT COUNT(*) FROM song WHERE plays = 7")), 1);
    }

    void aBackupStandsBesideTheStore()
    {
        auto connection = open(path());
        must(migrate(*connection, kOne));
        QVERIFY(!QFile::exists(path() + QStringLiteral(".before-v1"))); // nothing to save in a new store

        must(migrate(*connection, kTwo));

        auto backup = open(path() + QStringLiteral(".before-v2"));
        QCOMPARE(must(backup->number("PRAGMA user_version")), 1);
        QCOMPARE(must(backup->number("SELECT COUNT(*) FROM song")), 1);
        QVERIFY(!QFile::exists(path() + QStringLiteral(".before-v2.part")));
    }

    void aMigrationThatFailsChangesNothing()
    {
        auto connection = open(path());
        must(migrate(*connection, kOne));

        const auto migrated = migrate(*connection, kBad);

        QVERIFY(!migrated);
        QVERIFY2(why(migrated.error()).startsWith(QStringLiteral("format 2: ")), migrated.error().detail.c_str());
        QCOMPARE(must(connection->number("PRAGMA user_version")), 1);
        QCOMPARE(must(connection->number("SELECT COUNT(*) FROM song")), 1);
    }

    void withoutABackupNothingIsMigrated()
    {
        auto connection = open(path());
        must(migrate(*connection, kOne));
        // A folder stands where the backup is written.
        QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("store.sqlite.before-v2.part/in the way")));

        QVERIFY(!migrate(*connection, kTwo));

        QCOMPARE(must(connection->number("PRAGMA user_version")), 1);
    }

    void theListHasNoGaps()
    {
        int expected = 1;
        for (const Migration& migration : schema())
            QCOMPARE(migration.version, expected++);
    }

    void theOldestStoreStillOpens()
    {
        QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/store_v1.sqlite"), path()));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));

        OpenStore store(path().toStdString());

        must(store->check());
        RunRepository runs(*store);
        const auto all = must(runs.list({}));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.back().phase, graph::RunPhase::Succeeded);
        QCOMPARE(all.back().checkpoint, 61);
        QCOMPARE(must(CheckpointRepository(*store).stateAt(all.back().id, 60)).at("count").get<int>(), 60);
        QCOMPARE(must(runs.events(all.back().id)).size(), std::size_t(3)); // started, intent, result
        QCOMPARE(all.front().phase, graph::RunPhase::Waiting);
        const auto open = must(ApprovalRepository(*store).listOpen());
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().decisions.size(), std::size_t(1));
        QCOMPARE(must(HoldRepository(*store).list()).front().reason, std::string("freeze"));
        QCOMPARE(must(KnowledgeRepository(*store).find("b7e1")).front().worked, 1);
        QCOMPARE(must(KnowledgeRepository(*store).occurrences("b7e1")), 1);

        // And it is worked with.
        must(WakeUps(*store).answerDueTimers(open.front().deadline));
        QCOMPARE(must(runs.find(open.front().run)).phase, graph::RunPhase::Queued);
    }
};

SIGNALBOX_TEST(TestMigrations)
#include "tst_migrations.moc"
