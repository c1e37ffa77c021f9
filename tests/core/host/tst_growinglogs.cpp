// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/growinglogs.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>

using namespace signalbox;
using namespace signalbox::host;

namespace {

QByteArray bytesOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Gives "begun", and then nothing until it is stopped.
Result<void> endless(const std::function<void(std::string_view)>& sink, const std::stop_token& stop)
{
    sink("begun\n");
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [] { return false; });
    return Error{ErrorCode::Cancelled, "stopped"};
}

} // namespace

class TestGrowingLogs : public QObject {
    Q_OBJECT

private slots:
    void aLogIsWrittenOnceAsItGrows()
    {
        const QTemporaryDir folder;
        const std::filesystem::path whole = folder.filePath(QStringLiteral("a.log")).toStdString();
        std::filesystem::path file;
        {
            GrowingLogs logs;
            file = *logs.follow(whole, endless);
            QTRY_COMPARE(bytesOf(file), QByteArray("begun\n"));
            QVERIFY(logs.find(whole) == std::optional(file));
            QVERIFY(*logs.follow(whole, endless) == file);
        } // which ends it
        QVERIFY(!std::filesystem::exists(whole));
        QCOMPARE(QFile::permissions(QString::fromStdString(file.string())) & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
    }

    void oneThatHasEndedIsTheWhole()
    {
        const QTemporaryDir folder;
        const std::filesystem::path whole = folder.filePath(QStringLiteral("a.log")).toStdString();
        GrowingLogs logs;

        const auto file = logs.follow(whole, [](const auto& sink, const std::stop_token&) {
            sink("all\n");
            return Result<void>();
        });

        QTRY_VERIFY(!logs.find(whole));
        QCOMPARE(bytesOf(whole), QByteArray("all\n"));
        QCOMPARE(bytesOf(*file), QByteArray("all\n")); // for whoever has it open
    }

    void oneThatBreaksOffIsFollowedAnew()
    {
        const QTemporaryDir folder;
        const std::filesystem::path whole = folder.filePath(QStringLiteral("a.log")).toStdString();
        GrowingLogs logs;
        const auto broken = logs.follow(whole, [](const auto& sink, const std::stop_token&) {
            sink("a part\n");
            return Result<void>(Error{ErrorCode::Network, "cut"});
        });
        QTRY_VERIFY(!logs.find(whole));
        QVERIFY(!std::filesystem::exists(whole));

        const auto again = logs.follow(whole, endless);

        QVERIFY(again && *again != *broken);
    }

    void onlySoManyAreFollowedAtOnce()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        GrowingLogs logs;
        for (std::size_t nth = 0; nth < GrowingLogs::kMost; ++nth)
            QVERIFY(logs.follow(place / std::to_string(nth), endless));

        const auto more = logs.follow(place / "more", endless);

        QVERIFY(!more && more.error().code == ErrorCode::Conflict);
    }
};

SIGNALBOX_TEST(TestGrowingLogs)
#include "tst_growinglogs.moc"
