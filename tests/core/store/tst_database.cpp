// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// What opening answers: "opened", or the error with the folder's name taken out.
QString opening(const QString& path, const QString& folder)
{
    const auto opened = Database::open(path.toStdString());
    return opened ? QStringLiteral("opened") : why(opened.error()).replace(folder, QStringLiteral("DIR"));
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString opened(const char* name) const { return opening(path(name), m_dir.path()); }

    /// A closed store with some pages in it.
    QByteArray storeBytes()
    {
        const QString file = path("made.sqlite");
        if (!QFile::exists(file)) {
            OpenStore made(file.toStdString());
            for (int i = 0; i < 40; ++i)
                must(RunRepository(*made).create({.agent = "a",
                                                  .line = "l",
                                                  .subject = {},
                                                  .state = {{"text", std::string(2000, 'x')}},
                                                  .frontier = {}},
                                                 fromUnixMs(1)));
        }
        return bytesOf(file);
    }

private slots:
    void aNewStoreIsMade()
    {
        QCOMPARE(opened("new.sqlite"), QStringLiteral("opened"));
        QCOMPARE(opened("new.sqlite"), QStringLiteral("opened"));
        QVERIFY(bytesOf(path("new.sqlite")).startsWith("SQLite format 3"));
    }

    void aPlaceIsAPathOrSqlite()
    {
        QCOMPARE(opening(QStringLiteral("sqlite:") + path("scheme.sqlite"), m_dir.path()), QStringLiteral("opened"));
        QVERIFY(QFile::exists(path("scheme.sqlite")));
        const auto team = Database::open("postgresql://db/signalbox");
        QCOMPARE(team.error().code, ErrorCode::InvalidInput);
        QCOMPARE(Database::open("").error().code, ErrorCode::InvalidInput);
    }

    void anEmptyFileIsANewStore()
    {
        put(path("empty.sqlite"), {});

        QCOMPARE(opened("empty.sqlite"), QStringLiteral("opened"));
    }

    void whatCannotBeOpenedSaysWhy()
    {
        QCOMPARE(
            opened("no/such/store.sqlite"),
            QStringLiteral("the store DIR/no/such/store.sqlite cannot be opened: there is no folder DIR/no/such; make "
                           "it first"));
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("folder")));
        QCOMPARE(opened("folder"), QStringLiteral("the store DIR/folder cannot be opened: it is not a file"));
        put(path("file"), "x");
        QVERIFY(opened("file/store.sqlite").contains(QStringLiteral("cannot be opened")));
    }

    void aFolderWithoutRightsIsReported()
    {
        // Also for root, whom rights do not stop.
        const auto opened = Database::open("/proc/signalbox.sqlite");

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Io);
        QVERIFY2(why(opened.error()).contains(QStringLiteral("/proc/signalbox.sqlite cannot be")),
                 opened.error().detail.c_str());
    }

    void damageIsReported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = storeBytes();
        QTest::newRow("a text") << QByteArray(5000, 'x');
        QTest::newRow("one byte") << QByteArray("S");
        QTest::newRow("cut inside the header") << whole.left(60);
        QTest::newRow("cut after the header") << whole.left(4096);
        QTest::newRow("cut in the middle") << whole.left(whole.size() / 2);
        QTest::newRow("the schema overwritten") << whole.left(100) + QByteArray(4000, '\x5a') + whole.mid(4100);
    }

    void damageIsReported()
    {
        QFETCH(QByteArray, bytes);
        put(path("damaged.sqlite"), bytes);

        const auto opened = Database::open(path("damaged.sqlite").toStdString());

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Io);
        QVERIFY2(why(opened.error()).contains(QStringLiteral("damaged.sqlite is damaged")),
                 opened.error().detail.c_str());
        QVERIFY(!why(opened.error()).contains(u'\n'));
        QCOMPARE(bytesOf(path("damaged.sqlite")), bytes);
    }

    void aNewerStoreIsLeftUntouched()
    {
        QByteArray bytes = storeBytes();
        bytes[60] = 0; // the version, big-endian at offset 60
        bytes[63] = 99;
        put(path("newer.sqlite"), bytes);

        QCOMPARE(
            opened("newer.sqlite"),
            QStringLiteral("the store DIR/newer.sqlite was made by a newer version of Signalbox (format 99, this one "
                           "knows %1); it was left untouched: update Signalbox")
                .arg(schema().back().version));
        QCOMPARE(bytesOf(path("newer.sqlite")), bytes);
        QVERIFY(!QFile::exists(path("newer.sqlite-wal")));
    }

    void aNewerVersionInTheLogIsSeenToo()
    {
        const QString file = path("log.sqlite");
        {
            OpenStore made(file.toStdString());
        }
        auto connection = must(Connection::open(file.toStdString(), Connection::Access::ReadWrite));
        must(connection->run("PRAGMA wal_autocheckpoint = 0"));
        must(connection->run("PRAGMA user_version = 99"));
        const QByteArray bytes = bytesOf(file);

        const QString answer = opened("log.sqlite"); // while the version stands in the log only

        QVERIFY2(answer.contains(QStringLiteral("newer version")), qPrintable(answer));
        QCOMPARE(bytesOf(file), bytes);
    }

    void anotherProgramsDatabaseIsLeftUntouched()
    {
        {
            auto other = must(Connection::open(path("other.sqlite").toStdString(), Connection::Access::ReadWrite));
            must(other->run("CREATE TABLE songs (id INTEGER)"));
        }
        const QByteArray bytes = bytesOf(path("other.sqlite"));

        QCOMPARE(opened("other.sqlite"),
                 QStringLiteral("the file DIR/other.sqlite is a database of another program; it was left untouched"));
        QCOMPARE(bytesOf(path("other.sqlite")), bytes);
    }

    void manyOpenANewStoreAtOnce()
    {
        std::atomic<int> good{0};
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 6; ++i)
                threads.emplace_back([&] {
                    const auto opened = Database::open(path("rush.sqlite").toStdString());
                    good += opened ? 1 : 0;
                    if (!opened)
                        qWarning("%s", opened.error().detail.c_str());
                });
        }
        QCOMPARE(good.load(), 6);
    }

    void eachThreadReadsThroughItsOwnConnection()
    {
        OpenStore database(path("threads.sqlite").toStdString());
        const Connection* mine = must(database->reader());
        const Connection* other = nullptr;

        std::jthread([&] { other = must(database->reader()); }).join();

        QVERIFY(other != nullptr);
        QVERIFY(mine != other);
        QCOMPARE(must(database->reader()), mine);
    }

    void aStatementThatIsBeingReadIsNotStartedAgain()
    {
        constexpr std::string_view kTwoRows = "SELECT 1 UNION SELECT 2 ORDER BY 1";
        OpenStore database(path("reentrant.sqlite").toStdString());
        Connection* connection = must(database->reader());
        auto rows = connection->query(kTwoRows);
        QVERIFY(rows && must(rows->next()));

        const auto again = connection->query(kTwoRows);

        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Internal);
        QVERIFY(must(rows->next())); // the first goes on undisturbed
        QCOMPARE(rows->integer(0), 2);
    }

    void aValueComesBackAsItWas()
    {
        const auto connection
            = must(Connection::open(path("values.sqlite").toStdString(), Connection::Access::ReadWrite));
        const std::string text("a\0b \xc3\xa9 \xff", 8);

        auto rows = must(connection->query("SELECT ?1, ?2, ?3, ?1, typeof(?2), typeof(?4), ?5", text, std::string(), -7,
                                           std::optional<std::string>(), 0.1));

        QVERIFY(must(rows.next()));
        QCOMPARE(rows.text(0), text);
        QCOMPARE(rows.text(1), std::string());
        QCOMPARE(rows.integer(2), -7);
        QCOMPARE(rows.text(3), text);
        QCOMPARE(rows.text(4), std::string("text")); // not NULL
        QVERIFY(rows.text(5) == "null" && rows.real(6) == 0.1);
        QVERIFY(!must(rows.next()));
    }

    void aValueMayGoBeforeTheLastRowIsRead()
    {
        const auto connection
            = must(Connection::open(path("values.sqlite").toStdString(), Connection::Access::ReadWrite));

        auto rows = must(connection->query("SELECT 1 UNION ALL SELECT ?1", std::string(1000, 'x')));

        QVERIFY(must(rows.next()) && must(rows.next()));
        QCOMPARE(rows.text(0), std::string(1000, 'x'));
    }

    void aReaderCannotWrite()
    {
        OpenStore database(path("readonly.sqlite").toStdString());

        const auto written = must(database->reader())->execute("DELETE FROM hold");

        QVERIFY(!written);
        QVERIFY(why(written.error()).contains(QStringLiteral("cannot be written")));
    }

    void anotherProcessIsNoticed()
    {
        const std::string file = path("watched.sqlite").toStdString();
        OpenStore mine(file);
        OpenStore theirs(file); // as another process would: its own writer
        const store::NewRun run{.agent = "a", .line = "l", .subject = {}, .frontier = {}};
        must(RunRepository(*mine).create(run, fromUnixMs(1)));
        std::int64_t before = 0;
        QTRY_VERIFY((before = must(mine->writer().othersVersion())) != 0); // its thread has begun

        must(RunRepository(*mine).create(run, fromUnixMs(2)));
        QCOMPARE(must(mine->writer().othersVersion()), before);

        must(RunRepository(*theirs).create(run, fromUnixMs(3)));
        QTRY_VERIFY(must(mine->writer().othersVersion()) != before); // unless somebody writes just now
    }

    void aWholeStoreIsSound()
    {
        OpenStore database(path("sound.sqlite").toStdString());

        QVERIFY(database->check());
    }
};

SIGNALBOX_TEST(TestDatabase)
#include "tst_database.moc"
