// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logarchive.h"
#include "tests/core/net/zipped.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QTest>

#include <sys/resource.h>

using namespace signalbox;
using namespace signalbox::net;
using test::fileOf;
using test::zipped;
using test::ZippedEntry;

namespace {

const std::string kAbout = "the log archive of attempt 1 of run 7 of acme/shop";

/// "invalid input: …", or what was read of the job's log.
std::string readOf(const std::string& bytes, const std::string& job = "test", const ArchiveBounds& bounds = {},
                   const std::vector<std::string>& jobs = {"test", "lint"})
{
    std::string text;
    auto archive = LogArchive::open(fileOf(bytes), kAbout, bounds);
    const auto read = archive ? archive->read(job, jobs, [&](std::string_view piece) { text += piece; }, {})
                              : Result<void>(archive.error());
    if (read)
        return text;
    return std::string(codeName(read.error().code)) + ": " + read.error().detail + (text.empty() ? "" : " + " + text);
}

/// Puts a number of `size` bytes at `offset` of the last record that begins with `mark`.
std::string patched(std::string bytes, const std::string& mark, std::size_t offset, std::uint64_t number,
                    std::size_t size)
{
    const auto at = bytes.rfind(mark);
    for (std::size_t byte = 0; byte < size; ++byte)
        bytes[at + offset + byte] = static_cast<char>(number >> (8 * byte) & 0xFF);
    return bytes;
}

const std::string kEndMark("PK\5\6");
const std::string kCentralMark("PK\1\2");

std::size_t openFiles()
{
    return static_cast<std::size_t>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size());
}

} // namespace

class TestLogArchive : public QObject {
    Q_OBJECT

private slots:
    void theLogOfAJobIsRead();
    void nothingStaysOpen();
    void whatIsNotToBeTrusted_data();
    void whatIsNotToBeTrusted();
    void nobodyIsGivenTheLogOfAnother();
    void bombsAreNotUnpacked();
    void aListOfMillionsIsNotMadeReadyFor();
    void itEndsWithAStop();
};

void TestLogArchive::theLogOfAJobIsRead()
{
    std::string large;
    while (large.size() < 1'000'000)
        large += "line " + std::to_string(large.size()) + "\n";
    const std::string bytes = zipped({{.name = "0_lint.txt", .text = "fine\n"},
                                      {.name = "1_test.txt", .text = large},
                                      {.name = "test/1_Set up job.txt", .text = "a step\n"}});

    QCOMPARE(readOf(bytes), large);
    QCOMPARE(readOf(bytes, "lint"), std::string("fine\n"));
    QCOMPARE(readOf(bytes, "deploy"), "not found: " + kAbout + " has no log of job deploy");
    QCOMPARE(readOf(zipped({{.name = "1_test.txt", .text = "stored\n", .isStored = true}})), std::string("stored\n"));
    QCOMPARE(readOf(zipped({{.name = "1_ci  test.txt", .text = "named otherwise\n"}}), "ci / test"),
             std::string("named otherwise\n"));
}

void TestLogArchive::nothingStaysOpen()
{
    const std::string good = zipped({{.name = "1_test.txt", .text = "log\n"}});
    const std::string bad = good.substr(0, good.size() - 30) + good.substr(good.size() - 22);
    const std::size_t before = openFiles();

    for (int times = 0; times < 3; ++times) {
        QCOMPARE(readOf(good), std::string("log\n"));
        QVERIFY(readOf(bad).starts_with("invalid input: "));
    }

    QCOMPARE(openFiles(), before);
}

void TestLogArchive::whatIsNotToBeTrusted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("why");
    const auto add = [](const char* row, const std::string& bytes, const char* why) {
        QTest::newRow(row) << QByteArray::fromStdString(bytes) << QByteArray(why);
    };
    const std::string good = zipped({{.name = "1_test.txt", .text = std::string(5000, 'x')}});
    const std::string two = zipped({{.name = "1_test.txt", .text = "log\n"}, {.name = "2_lint.txt", .text = "fine\n"}});
    add("nothing at all", "", "is no ZIP archive, or was cut off");
    add("a page", "<html><body>Sign in</body></html>", "is no ZIP archive, or was cut off");
    add("cut in its middle", good.substr(0, good.size() / 2), "is no ZIP archive, or was cut off");
    add("cut before its end", good.substr(0, good.size() - 1), "is no ZIP archive, or was cut off");
    add("without its beginning", good.substr(20), "is no ZIP archive that can be read");
    add("an end alone", kEndMark + std::string(18, '\0'), "has no log of job test");
    add("encrypted", zipped({{.name = "1_test.txt", .text = "log", .isEncrypted = true}}), "encrypted");
    add("packed otherwise", zipped({{.name = "1_test.txt", .text = std::string(500, 'x'), .isBzip2 = true}}),
        "packed in a way that no log is");
    add("a way out", zipped({{.name = "1_test.txt", .text = "log"}, {.name = "../../.ssh/keys", .text = "x"}}),
        "names an entry that leads out of it (../../.ssh/keys)");
    add("a way out by the other slash", zipped({{.name = "test\\..\\..\\x.txt", .text = "x"}}), "leads out of it");
    add("a way to the root", zipped({{.name = "/etc/passwd", .text = "x"}}), "leads out of it (/etc/passwd)");
    add("two of one name", zipped({{.name = "1_test.txt", .text = "a"}, {.name = "1_test.txt", .text = "b"}}),
        "nobody knows which");
    add("two of one job", zipped({{.name = "1_test.txt", .text = "a"}, {.name = "2_test.txt", .text = "b"}}),
        "nobody knows which");
    add("more than it says", patched(good, kCentralMark, 24, 100, 4), "of another size than it says");
    add("less than it says", patched(good, kCentralMark, 24, 50'000, 4), "job test");
    add("another sum", patched(good, kCentralMark, 16, 0x12345678, 4), "that is not whole");
    add("a log elsewhere", patched(good, kCentralMark, 42, 0x7FFFFF, 4), "invalid input: ");
    add("a list elsewhere", patched(two, kEndMark, 16, 0x7FFFFFFF, 4), "is no ZIP archive that can be read");
    add("a list of more than there is", patched(two, kEndMark, 10, 900, 2), "is no ZIP archive that can be read");
    std::string garbled = good;
    for (std::size_t at = 45; at < 55; ++at)
        garbled[at] = '\x55';
    add("garbled inside", garbled, "that is not whole");
}

void TestLogArchive::whatIsNotToBeTrusted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, why);

    const std::string told = readOf(bytes.toStdString());

    QVERIFY2(told.starts_with("invalid input: " + kAbout) || told.starts_with("not found: " + kAbout), told.c_str());
    QVERIFY2(told.find(why.toStdString()) != std::string::npos, told.c_str());
    QVERIFY2(told.find('\n') == std::string::npos && told.find(" + ") == std::string::npos, told.c_str());
}

void TestLogArchive::nobodyIsGivenTheLogOfAnother()
{
    const std::string bytes = zipped({{.name = "0_ab.txt", .text = "of one\n"}});

    QVERIFY(readOf(bytes, "ab", {}, {"ab", "a/b"}).find("nobody knows which") != std::string::npos);
    QVERIFY(readOf(bytes, "a/b", {}, {"ab", "a/b"}).find("nobody knows which") != std::string::npos);
    QCOMPARE(readOf(bytes, "a/b", {}, {"a/b", "lint"}), std::string("of one\n"));
}

void TestLogArchive::bombsAreNotUnpacked()
{
    const std::string bytes = zipped({{.name = "0_test.txt", .text = std::string(30ULL << 20, '0')},
                                      {.name = "1_lint.txt", .text = std::string(2000, '0')}});

    QVERIFY2(readOf(bytes, "test", {.entryBytes = 1'000'000}).find("larger than is read") != std::string::npos,
             "of one entry");
    QCOMPARE(readOf(bytes, "lint", {.entryBytes = 1'000'000}).size(), 2000U); // another's size is nothing to it
    QVERIFY2(readOf(bytes, "lint", {.totalBytes = 1'000'000}).find("would unpack to more") != std::string::npos,
             "of all together");
    QVERIFY2(readOf(bytes, "lint", {.bytes = 1000}).find("is larger than is read") != std::string::npos, "itself");
    QVERIFY2(readOf(bytes, "lint", {.entries = 1}).find("holds more entries") != std::string::npos, "in number");
    QVERIFY2(readOf(bytes, "lint", {.directoryBytes = 50}).find("list of entries") != std::string::npos, "its list");

    const std::string lying = patched(bytes, kCentralMark, 24, 10, 4); // of the last entry, "1_lint.txt"
    QVERIFY(readOf(lying, "lint", {.entryBytes = 1000}).find("another size than it says") != std::string::npos);
}

/// The record for archives beyond 32 bits claims eight milliards of them: memory would be made ready for each.
void TestLogArchive::aListOfMillionsIsNotMadeReadyFor()
{
    const std::string good = zipped({{.name = "1_test.txt", .text = "log\n"}});
    const auto end = good.rfind(kEndMark);
    std::string wide("PK\6\6", 4);
    const auto put = [&wide](std::uint64_t number, std::size_t size) {
        for (std::size_t byte = 0; byte < size; ++byte)
            wide += static_cast<char>(number >> (8 * byte) & 0xFF);
    };
    put(44, 8);
    put(45, 2);
    put(45, 2);
    put(0, 8);
    put(0x2'0000'0000, 8); // entries
    put(0x2'0000'0000, 8);
    put(10, 8);
    put(0, 8);
    wide += std::string("PK\6\7", 4);
    put(0, 4);
    put(end, 8); // where the record is
    put(1, 4);
    struct rusage before = {};
    getrusage(RUSAGE_SELF, &before);

    const std::string told = readOf(good.substr(0, end) + wide + good.substr(end));

    struct rusage after = {};
    getrusage(RUSAGE_SELF, &after);
    QVERIFY2(told.find("holds more entries than are read") != std::string::npos, told.c_str());
    QVERIFY(after.ru_maxrss - before.ru_maxrss < 64L << 10); // KiB
}

void TestLogArchive::itEndsWithAStop()
{
    const auto archive
        = LogArchive::open(fileOf(zipped({{.name = "1_test.txt", .text = std::string(1'000'000, 'x')}})), kAbout);
    std::stop_source stop;
    std::size_t got = 0;

    const auto read = archive->read(
        "test", {"test"},
        [&](std::string_view piece) {
            got += piece.size();
            stop.request_stop();
        },
        stop.get_token());

    QVERIFY(!read && read.error().code == ErrorCode::Cancelled);
    QVERIFY(got > 0 && got < 1'000'000);
}

SIGNALBOX_TEST(TestLogArchive)
#include "tst_logarchive.moc"
