// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

Writer::Job hold(const std::string& line)
{
    return [line](Connection& connection, Changes& changes) -> Result<void> {
        changes.holds = true;
        const auto put
            = connection.execute("INSERT INTO hold (line, person, reason, since) VALUES (?1, 'ana', '', 0)", line);
        return put ? Result<void>() : Result<void>(put.error());
    };
}

std::int64_t held(Database& database)
{
    return must(must(database.reader())->number("SELECT COUNT(*) FROM hold"));
}

} // namespace

class TestWriter : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsQueuedIsCommittedTogether()
    {
        auto database = must(Database::open(path()));
        std::vector<std::future<Result<void>>> done;
        for (int i = 0; i < 100; ++i)
            done.push_back(database->writer().post(hold("line " + std::to_string(i))));

        {
            std::jthread thread([&](std::stop_token stop) { database->writer().run(stop); });
            for (auto& each : done)
                must(each.get());
        }

        QCOMPARE(database->writer().commits(), 1);
        QCOMPARE(held(*database), 100);
    }

    void anErrorUndoesItsOwnJobOnly()
    {
        auto database = must(Database::open(path()));
        Writer& writer = database->writer();
        auto first = writer.post(hold("first"));
        auto halfway = writer.post([](Connection& connection, Changes& changes) -> Result<void> {
            must(hold("second")(connection, changes));
            return Error{ErrorCode::Conflict, "changed my mind"};
        });
        auto twice = writer.post(hold("first")); // breaks the unique key
        auto last = writer.post(hold("last"));

        std::jthread thread([&](std::stop_token stop) { writer.run(stop); });

        QVERIFY(first.get());
        QCOMPARE(why(halfway.get().error()), QStringLiteral("changed my mind"));
        QCOMPARE(twice.get().error().code, ErrorCode::Conflict);
        QVERIFY(last.get());
        QCOMPARE(held(*database), 2);
        QCOMPARE(writer.commits(), 1);
    }

    void anExceptionIsAnErrorOfItsJob()
    {
        OpenStore database(path());

        const auto written = database->writer().write(
            [](Connection&, Changes&) -> Result<void> { throw std::runtime_error("out of paper"); });

        QCOMPARE(written.error().code, ErrorCode::Internal);
        must(database->writer().write(hold("still writing")));
    }

    void newsComesAfterTheCommit()
    {
        std::int64_t seen = -1;
        std::atomic<int> told{0};
        Database* open = nullptr;
        OpenStore database(path(), [&](const Changes& changes) {
            seen = changes.holds ? held(*open) : -2; // read through another connection: committed
            ++told;
        });
        open = &*database;

        must(database->writer().write(hold("x")));
        QTRY_COMPARE(told.load(), 1);

        QCOMPARE(seen, 1);
    }

    void whatFailedIsNotTold()
    {
        std::vector<std::set<RunId>> told;
        {
            OpenStore database(path(), [&](const Changes& changes) { told.push_back(changes.runs); });
            QVERIFY(!database->writer().write([](Connection&, Changes& changes) -> Result<void> {
                changes.runs.insert({7});
                return Error{ErrorCode::Io, "no"};
            }));
            must(database->writer().write([](Connection&, Changes& changes) -> Result<void> {
                changes.runs.insert({8});
                return {};
            }));
        }

        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told.front() == std::set<RunId>{{8}});
    }

    /// A deferred foreign key is checked at COMMIT only: the nearest to a disk that fails there.
    void aFailedCommitFailsEveryJobOfItAndTellsNothing()
    {
        auto database = must(Database::open(path()));
        Writer& writer = database->writer();
        bool told = false;
        writer.setListener([&](const Changes&) { told = true; });
        must(must(Connection::open(path(), Connection::Access::ReadWrite))
                 ->run("CREATE TABLE broken (run INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED)"));
        auto innocent = writer.post(hold("innocent"));
        auto guilty = writer.post([](Connection& connection, Changes&) -> Result<void> {
            must(connection.execute("INSERT INTO broken VALUES (12345)"));
            return {};
        });

        {
            std::jthread thread([&](std::stop_token stop) { writer.run(stop); });
            QVERIFY(!innocent.get());
            QVERIFY(!guilty.get());
            QVERIFY(!told);
            QCOMPARE(held(*database), 0);

            must(writer.write(hold("next"))); // the writer goes on
        }
        QCOMPARE(held(*database), 1);
        QVERIFY(told);
    }

    /// Two threads that wake each other cost more than the commit of a small step.
    void aLoneWriteIsMadeOnItsCallersThread()
    {
        OpenStore database(path());
        std::thread::id wroteOn;
        const auto writesHere = [&] {
            must(database->writer().write([&](Connection&, Changes&) -> Result<void> {
                wroteOn = std::this_thread::get_id();
                return {};
            }));
            return wroteOn == std::this_thread::get_id();
        };

        QTRY_VERIFY(writesHere()); // the store thread has begun, and rests
    }

    void manyWritersAtOnceLoseNothing()
    {
        OpenStore database(path());
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < 8; ++i)
                writers.emplace_back([&, i] {
                    for (int j = 0; j < 50; ++j)
                        must(database->writer().write(hold(std::to_string(i) + ":" + std::to_string(j))));
                });
        }

        QCOMPARE(held(*database), 400);
    }

    void aFullDiskIsReportedAndKeepsNothingHalf()
    {
        OpenStore database(path());
        must(database->writer().write(hold("before")));
        const auto limit = [](std::int64_t extra) {
            return [extra](Connection& connection, Changes&) -> Result<void> {
                const auto pages = must(connection.number("PRAGMA page_count"));
                return connection.run("PRAGMA max_page_count = " + std::to_string(pages + extra));
            };
        };
        must(database->writer().write(limit(2)));

        const auto written = database->writer().write([](Connection& connection, Changes& changes) -> Result<void> {
            for (int i = 0; i < 1000; ++i)
                if (auto put = hold(std::string(500, 'x') + std::to_string(i))(connection, changes); !put)
                    return put;
            return {};
        });

        QVERIFY(!written);
        QVERIFY2(why(written.error()).startsWith(QStringLiteral("the disk is full")), written.error().detail.c_str());
        QCOMPARE(held(*database), 1);
        must(database->writer().write(limit(1000))); // there is room again
        must(database->writer().write(hold("after")));
        QCOMPARE(held(*database), 2);
    }

    void aStopDrainsWhatIsQueued()
    {
        auto database = must(Database::open(path()));
        auto queued = database->writer().post(hold("queued"));
        {
            std::jthread thread([&](std::stop_token stop) { database->writer().run(stop); });
            thread.request_stop();
        }

        QVERIFY(queued.get());
        QCOMPARE(database->writer().write(hold("late")).error().code, ErrorCode::Cancelled);
        QCOMPARE(held(*database), 1);
    }

    void twoProcessesWriteInTurn()
    {
        OpenStore mine(path());
        OpenStore theirs(path());
        const auto writeMany = [](Database& database, const char* who) {
            for (int i = 0; i < 100; ++i)
                must(database.writer().write(hold(who + std::to_string(i))));
        };

        {
            std::jthread other([&] { writeMany(*theirs, "theirs"); });
            writeMany(*mine, "mine");
        }

        QCOMPARE(held(*mine), 200);
    }

    void anyFullJobMakesTheBatchSurviveAPowerLoss()
    {
        auto database = must(Database::open(path()));
        Writer& writer = database->writer();
        const auto level = [&](std::int64_t& seen) {
            return [&seen](Connection& connection, Changes&) -> Result<void> {
                seen = must(connection.number("PRAGMA synchronous"));
                return {};
            };
        };
        std::int64_t normal = 0;
        std::int64_t beside = 0;
        std::int64_t after = 0;
        auto first = writer.post(level(normal));
        auto second = writer.post(level(beside), Flush::Full);

        std::jthread thread([&](std::stop_token stop) { writer.run(stop); });
        must(first.get());
        must(second.get());
        must(writer.write(level(after)));

        QCOMPARE(normal, 2); // FULL
        QCOMPARE(beside, 2);
        QCOMPARE(after, 1); // NORMAL
    }
};

SIGNALBOX_TEST(TestWriter)
#include "tst_writer.moc"
