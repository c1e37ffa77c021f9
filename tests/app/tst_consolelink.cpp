// SPDX-License-Identifier: GPL-3.0-or-later
// The console begins at the place of a link, and refuses what is none by one line. One that is open already takes it.
#include "tests/signalboxtest.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 60'000;
} // namespace

class TestConsoleLink : public QObject {
    Q_OBJECT

private slots:
    void onlyLinksOfMessagesAreTaken_data()
    {
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<int>("status");
        QTest::newRow("run") << QStringList{u"signalbox://run/7"_s} << 0;
        QTest::newRow("approval") << QStringList{u"signalbox://approval/3"_s} << 0;
        QTest::newRow("in capitals") << QStringList{u"SIGNALBOX://RUN/7"_s} << 0;
        QTest::newRow("no number") << QStringList{u"signalbox://run/x"_s} << 2;
        QTest::newRow("none") << QStringList{u"signalbox://run/0"_s} << 2;
        QTest::newRow("too large") << QStringList{u"signalbox://run/99999999999999999999"_s} << 2;
        QTest::newRow("another place") << QStringList{u"signalbox://approve/3"_s} << 2;
        QTest::newRow("more behind it") << QStringList{u"signalbox://approval/3?verdict=approve"_s} << 2;
        QTest::newRow("a file") << QStringList{u"s.sqlite"_s} << 2;
        QTest::newRow("two") << QStringList{u"signalbox://run/7"_s, u"signalbox://run/8"_s} << 2;
    }

    void onlyLinksOfMessagesAreTaken()
    {
        QFETCH(QStringList, links);
        QFETCH(int, status);
        QProcess console;
        console.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalbox"), links + QStringList{u"--version"_s});

        QVERIFY(console.waitForFinished(kPatienceMs));
        QCOMPARE(console.exitCode(), status);
        QCOMPARE(console.readAllStandardError().contains(links.constLast().toUtf8()), status != 0);
    }

    void anOpenConsoleTakesTheLinkOfItsStore()
    {
        const QTemporaryDir folder;
        const QDir doors(folder.filePath(u"run"_s));
        QVERIFY(QDir().mkpath(doors.path()));
        QFile::setPermissions(doors.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto names = [&doors] { return doors.entryList({u"signalbox-*"_s}, QDir::System); };
        const QString store = folder.filePath(u"s.sqlite"_s);
        QProcess open;
        start(open, folder, {u"--store"_s, store});
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, kPatienceMs);
        const QString door = doors.filePath(names().constFirst());

        QProcess second;
        start(second, folder, {u"--store"_s, store, u"signalbox://run/7"_s});
        QVERIFY(second.waitForFinished(kPatienceMs)); // for it is no console
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(open.state(), QProcess::Running);

        QProcess other; // of another store
        start(other, folder, {u"--store"_s, folder.filePath(u"t.sqlite"_s), u"signalbox://run/7"_s});
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, kPatienceMs);
        QCOMPARE(other.state(), QProcess::Running);
        end(other);

        end(open); // which leaves its door behind
        QProcess third;
        start(third, folder, {u"--store"_s, store, u"signalbox://run/7"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered(door), kPatienceMs);
        QProcess fourth;
        start(fourth, folder, {u"--store"_s, store, u"signalbox://approval/3"_s});
        QVERIFY(fourth.waitForFinished(kPatienceMs));
        QCOMPARE(fourth.exitCode(), 0);
        QCOMPARE(third.state(), QProcess::Running);
        end(third);
    }

    void anotherConsoleTakesLinksOnceTheFirstHasEnded()
    {
        const QTemporaryDir folder;
        const QDir doors(folder.filePath(u"run"_s));
        QVERIFY(QDir().mkpath(doors.path()));
        QFile::setPermissions(doors.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
        const auto names = [&doors] { return doors.entryList({u"signalbox-*"_s}, QDir::System); };
        QProcess first;
        start(first, folder, store);
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, kPatienceMs);
        const QString door = doors.filePath(names().constFirst());
        QProcess second;
        start(second, folder, store);
        QTRY_COMPARE_WITH_TIMEOUT(socketsBelow(doors.path()), qsizetype(2),
                                  kPatienceMs); // the first listens, and the second waits at it

        end(first);
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered(door), kPatienceMs);
        QCOMPARE(second.state(), QProcess::Running);
        end(second);
    }

    void aDoorThatCannotBeOpenedIsTold()
    {
        const QTemporaryDir folder;
        const QDir doors(folder.filePath(u"run"_s));
        QVERIFY(QDir().mkpath(doors.path()));
        QFile::setPermissions(doors.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
        const auto names = [&doors] { return doors.entryList({u"signalbox-*"_s}, QDir::System); };
        QProcess first;
        start(first, folder, store);
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, kPatienceMs);
        const QString door = doors.filePath(names().constFirst());
        end(first);
        QVERIFY(QFile::remove(door) && QDir().mkpath(door + u"/in the way"_s));

        QProcess second;
        start(second, folder, store);

        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += second.readAllStandardError()).contains("remove what is there\n"),
                                 kPatienceMs);
        QVERIFY2(told.contains("signalbox: each link opens a window of its own") && told.contains(door.toUtf8()),
                 told.constData());
        QCOMPARE(second.state(), QProcess::Running);
        end(second);
    }

private:
    static void start(QProcess& console, const QTemporaryDir& folder, const QStringList& arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, folder.filePath(u"run"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
        console.setProcessEnvironment(environment);
        console.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalbox"), arguments);
    }
    /// Each names the place that it was made at, in the same folder.
    static qsizetype socketsBelow(const QString& folder)
    {
        QFile sockets(u"/proc/net/unix"_s);
        return sockets.open(QIODevice::ReadOnly) ? sockets.readAll().count(folder.toUtf8()) : -1;
    }
    static bool isAnswered(const QString& door)
    {
        QLocalSocket caller;
        caller.connectToServer(door);
        return caller.waitForConnected(100);
    }
    static void end(QProcess& console)
    {
        console.kill();
        console.waitForFinished(kPatienceMs);
    }
};

SIGNALBOX_TEST(TestConsoleLink)

#include "tst_consolelink.moc"
