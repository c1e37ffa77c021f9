// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl on stores that cannot be used: one line that says what, where and what to do,
// exit status 4, and no file harmed.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The oldest store kept, brought to the format of today: two runs, one waiting.
QByteArray soundStore()
{
    static const QByteArray bytes = [] {
        const QTemporaryDir folder;
        const QString path = writtenFile(folder.path(), u"s.sqlite"_s,
                                         bytesOf(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/store_v1.sqlite")));
        if (runCtl({u"runs"_s, u"list"_s, u"--store"_s, path}).status != 0)
            qFatal("the store of tests/data cannot be read");
        return bytesOf(path);
    }();
    return bytes;
}

/// The store with the first page of one table inverted.
QByteArray withDamaged(const QString& table)
{
    const QTemporaryDir folder;
    QByteArray bytes = soundStore();
    qsizetype page = 0;
    qsizetype size = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"pages"_s);
        database.setDatabaseName(writtenFile(folder.path(), u"s.sqlite"_s, bytes));
        if (!database.open())
            qFatal("no store to look into");
        QSqlQuery query(database);
        query.exec(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(table));
        if (query.next())
            page = query.value(0).toInt();
        query.exec(u"PRAGMA page_size"_s);
        if (query.next())
            size = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"pages"_s);
    for (qsizetype at = (page - 1) * size; at < page * size; ++at)
        bytes[at] = static_cast<char>(~bytes[at]);
    return bytes;
}

QByteArray withVersion(char version)
{
    QByteArray bytes = soundStore();
    bytes[63] = version; // the last byte of the format's number
    return bytes;
}

} // namespace

class TestCtlStores : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    QString make(const QByteArray& bytes) { return writtenFile(m_dir->path(), u"store.sqlite"_s, bytes); }

    /// A repository of a line, for heal.
    static QList<QStringList> commands()
    {
        return {{u"runs"_s, u"list"_s},
                {u"approvals"_s, u"list"_s},
                {u"demo"_s},
                {u"heal"_s, u"--provider"_s, u"local"_s, u"--repo"_s, QStringLiteral(SIGNALBOX_SOURCE_DIR), u"--run"_s,
                 u"1"_s}};
    }

    /// Refused by every command in the same words, and left as it is.
    void checkRefused(const QString& store, const QString& words)
    {
        const QByteArray before = bytesOf(store);
        for (const QStringList& command : commands()) {
            const Answered answered = runCtl(command + QStringList{u"--store"_s, store});
            const QString what = command.join(u' ') + u": "_s + answered.diagnostics;
            QVERIFY2(answered.status == 4, qPrintable(what));
            QVERIFY2(isOneLine(answered.diagnostics), qPrintable(what));
            QVERIFY2(answered.diagnostics.contains(words), qPrintable(what));
            QVERIFY2(answered.diagnostics.contains(store), qPrintable(what));
            QVERIFY2(answered.output.isEmpty(), qPrintable(answered.output));
            QVERIFY2(bytesOf(store) == before, qPrintable(command.join(u' ') + u" changed the store"_s));
        }
        if (!QFileInfo(store).isFile())
            return;
        QStringList beside = QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        beside.removeIf([](const QString& name) { return name.startsWith(u"store.sqlite"_s); }); // and SQLite's own
        QVERIFY2(beside.isEmpty(), qPrintable(u"made in vain: "_s + beside.join(u", "_s)));
    }

    static Answered withDisk(const char* plan, const QStringList& arguments)
    {
        qputenv("LD_PRELOAD", SIGNALBOX_PRELOADEDDISK);
        qputenv("SIGNALBOX_DISK", plan);
        const QByteArray options = qgetenv("ASAN_OPTIONS");
        qputenv("ASAN_OPTIONS", options + (options.isEmpty() ? "" : ":") + "verify_asan_link_order=0");
        Answered answered = runCtl(arguments);
        qputenv("ASAN_OPTIONS", options);
        qunsetenv("LD_PRELOAD");
        qunsetenv("SIGNALBOX_DISK");
        return answered;
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void anUnusableStoreIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray(9000, 'x') << u"is damaged: it is not a database; put a backup"_s;
        QTest::newRow("cut in the header") << soundStore().left(50) << u"is damaged"_s;
        QTest::newRow("cut in the middle") << soundStore().left(soundStore().size() / 2) << u"is damaged"_s;
        QTest::newRow("newer") << withVersion(99) << u"made by a newer version of Signalbox (format 99"_s;
        QByteArray foreign = soundStore();
        foreign.replace(68, 4, "SONG");
        QTest::newRow("another program's") << foreign << u"is a database of another program"_s;
        QByteArray schema = soundStore();
        QTest::newRow("the schema overwritten")
            << schema.left(100) + QByteArray(4000, 'z') + schema.mid(4100) << u"is damaged"_s;
    }

    void anUnusableStoreIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);

        checkRefused(make(bytes), words);
    }

    void aFolderIsNoStore() { checkRefused(m_dir->path(), u"cannot be opened: it is not a file"_s); }

    void aFileIsNoFolderForAStore()
    {
        const QString file = writtenFile(m_dir->path(), u"file"_s, "x");
        for (const QStringList& command : commands()) {
            const Answered answered = runCtl(command + QStringList{u"--store"_s, file + u"/s.sqlite"_s});
            QVERIFY2(answered.status == 4, qPrintable(answered.diagnostics));
            QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
            QVERIFY2(answered.diagnostics.contains(u"--store"_s), qPrintable(answered.diagnostics)); // names another
        }
    }

    void aMissingFolderIsMadeAndAnEmptyFileFilled()
    {
        const QString missing = m_dir->filePath(u"new/s.sqlite"_s);
        const Answered looked = runCtl({u"runs"_s, u"list"_s, u"--store"_s, missing});
        QCOMPARE(looked.status, 4); // who only looks makes nothing
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"new"_s)));

        const Answered made = runCtl({u"hold-all"_s, u"--store"_s, missing});
        const Answered filled = runCtl({u"runs"_s, u"list"_s, u"--store"_s, make({})});

        QCOMPARE(made.status, 0);
        QCOMPARE(filled.status, 0);
        QVERIFY(bytesOf(m_dir->filePath(u"store.sqlite"_s)).startsWith("SQLite format 3"));
    }

    /// Such damage shows only when the table is read.
    void aDamagedTableIsReportedWhenItIsRead_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("runs") << u"run"_s << QStringList{u"runs"_s, u"list"_s};
        QTest::newRow("approvals") << u"approval"_s << QStringList{u"approvals"_s, u"list"_s};
        QTest::newRow("events") << u"event"_s << QStringList{u"runs"_s, u"events"_s, u"1"_s};
        QTest::newRow("driving") << u"run"_s << QStringList{u"runs"_s, u"resume"_s, u"2"_s};
    }

    void aDamagedTableIsReportedWhenItIsRead()
    {
        QFETCH(QString, table);
        QFETCH(QStringList, command);
        const QByteArray bytes = withDamaged(table);
        const QString store = make(bytes);

        const Answered answered = runCtl(command + QStringList{u"--store"_s, store});

        QVERIFY2(answered.status == 4, qPrintable(answered.diagnostics));
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY(answered.diagnostics.contains(u"store.sqlite is damaged: "_s));
        QVERIFY(answered.diagnostics.contains(u"put a backup in its place"_s));
        QCOMPARE(bytesOf(store), bytes);
    }

    void aFailingDiskIsReported_data()
    {
        QTest::addColumn<QByteArray>("plan");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("words");
        const QStringList list{u"runs"_s, u"list"_s};
        const QStringList hold{u"hold-all"_s, u"--reason"_s, u"freeze"_s};
        QTest::newRow("locked") << QByteArray("lock:busy:1:1000000") << list
                                << u"is locked by another program; close it or try again"_s;
        QTest::newRow("unreadable") << QByteArray("read:fails:1:1000000") << list << u"the disk failed under"_s;
        QTest::newRow("not to be opened") << QByteArray("open:fails:1:1000000") << list << u"cannot be opened"_s;
        QTest::newRow("not to be written") << QByteArray("open:readonly:1:1000000") << hold << u"cannot be "_s;
        QTest::newRow("full") << QByteArray("write:full:1:1000000") << hold << u"the disk is full"_s;
        QTest::newRow("not to be written through")
            << QByteArray("sync:fails:1:1000000") << QStringList{u"demo"_s} << u"the disk failed under"_s;
        QTest::newRow("full while it works")
            << QByteArray("write:full:40:1000000") << QStringList{u"demo"_s} << u"the disk is full"_s;
    }

    void aFailingDiskIsReported()
    {
        QFETCH(QByteArray, plan);
        QFETCH(QStringList, command);
        QFETCH(QString, words);
        const bool demo = command.front() == u"demo"_s;
        const QString store = demo ? m_dir->filePath(u"store.sqlite"_s) : make(soundStore());
        const QByteArray before = bytesOf(store);

        const Answered answered = withDisk(plan.constData(), command + QStringList{u"--store"_s, store});

        QVERIFY2(answered.status == 4, qPrintable(QString::number(answered.status) + answered.diagnostics));
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY2(answered.diagnostics.contains(words), qPrintable(answered.diagnostics));
        QVERIFY2(answered.diagnostics.contains(store), qPrintable(answered.diagnostics));
        if (!demo)
            QCOMPARE(bytesOf(store), before);
        QCOMPARE(runCtl({u"runs"_s, u"list"_s, u"--store"_s, store}).status, 0); // once the disk is sound
    }
};

SIGNALBOX_TEST(TestCtlStores)
#include "tst_ctlstores.moc"
