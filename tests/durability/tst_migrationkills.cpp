// SPDX-License-Identifier: GPL-3.0-or-later
// A change of format that is killed or that the disk fails leaves the old store or the new
// one, and a backup that can be used or none.
#include "tests/core/store/storefixture.h"
#include "tests/durability/faultydisk.h"
#include "tests/durability/killsite.h"
#include "tests/durability/oldstore.h"
#include "tests/signalboxtest.h"

#include <QFile>

using namespace signalbox;
using namespace signalbox::test;

class TestMigrationKills : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    std::string backup() const { return path() + ".before-v2"; }
    bool hasBackup() const { return QFile::exists(QString::fromStdString(backup())); }

    void makeOld()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        makeOldStore(path());
    }

    /// Old or new, never between; a backup that has its name is whole.
    void checkWhole()
    {
        const std::string age = ageOf(path());
        QVERIFY2(age == "old" || age == "new", age.c_str());
        if (age == "new")
            QVERIFY2(hasBackup(), "it was changed without a backup");
        if (hasBackup())
            QCOMPARE(ageOf(backup()), std::string("old"));
    }

private slots:
    void cleanup() { FaultyDisk::mend(); }

    void killedAtAnyWriteItIsOldOrNew_data()
    {
        QTest::addColumn<QString>("when");
        QTest::newRow("before a write") << QStringLiteral("write");
        QTest::newRow("in the middle of a write") << QStringLiteral("torn");
        QTest::newRow("before a sync") << QStringLiteral("sync");
    }

    void killedAtAnyWriteItIsOldOrNew()
    {
        QFETCH(QString, when);
        int kills = 0;
        for (int number = 1;; number += when == QStringLiteral("sync") ? 1 : 17) {
            makeOld();
            const bool killed = killedChild("migrate", path(), "-", when.toStdString(), number);
            checkWhole();
            must(migrateOldStore(path())); // it is started again
            QCOMPARE(ageOf(path()), std::string("new"));
            QCOMPARE(ageOf(backup()), std::string("old"));
            if (QTest::currentTestFailed() || !killed)
                break;
            ++kills;
        }
        qInfo("killed %d times", kills);
        QVERIFY(kills > 1);
    }

    void aFullDiskStopsItAndLeavesTheOldStore()
    {
        FaultyDisk::install();
        int stopped = 0;
        for (int number = 1;; number += 13) {
            makeOld();
            FaultyDisk::plan(DiskAct::Write, DiskFault::Full, number, 1'000'000);
            const auto migrated = migrateOldStore(path());
            const bool failed = FaultyDisk::failed() > 0;
            FaultyDisk::mend();
            checkWhole();
            if (QTest::currentTestFailed() || !failed)
                break;
            if (!migrated) {
                ++stopped;
                QVERIFY2(why(migrated.error()).contains(QStringLiteral("the disk is full")),
                         migrated.error().detail.c_str());
                QVERIFY(hasBackup() || why(migrated.error()).startsWith(QStringLiteral("no backup before")));
                QCOMPARE(ageOf(path()), std::string("old"));
            }
            must(migrateOldStore(path())); // there is room again
            QCOMPARE(ageOf(path()), std::string("new"));
        }
        QVERIFY(stopped > 3);
    }
};

SIGNALBOX_TEST(TestMigrationKills)
#include "tst_migrationkills.moc"
