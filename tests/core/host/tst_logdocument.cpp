// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logdocument.h"

#include "core/host/logfile.h"
#include "core/host/logmap.h"
#include "core/host/logsearching.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace signalbox;
using namespace signalbox::host;

namespace {

/// What the document said last.
struct Heard {
    explicit Heard(LogDocument& document)
    {
        QObject::connect(&document, &LogDocument::extentChanged, &document, [this](const auto& e) { extent = e; });
        QObject::connect(&document, &LogDocument::windowReady, &document, [this](const auto& w) { window = w; });
        QObject::connect(&document, &LogDocument::matchesChanged, &document, [this](const auto& m) { matches = m; });
        QObject::connect(&document, &LogDocument::rowFound, &document, [this](auto r) { row = std::int64_t(r); });
        QObject::connect(&document, &LogDocument::matchFound, &document,
                         [this](auto r, auto n) { match = QStringLiteral("%1 at %2").arg(n).arg(r); });
        QObject::connect(&document, &LogDocument::failed, &document, [this](const auto& why) { failure = why; });
    }

    QStringList texts() const
    {
        QStringList out;
        for (const LogRow& shown : window.rows)
            out << QStringLiteral("%1 %2").arg(shown.line).arg(QString::fromStdString(shown.text));
        return out;
    }

    LogExtent extent;
    LogWindow window;
    LogMatches matches;
    std::int64_t row = -1;
    QString match;
    QString failure;
};

} // namespace

class TestLogDocument : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<LogDocument>();
        m_heard = std::make_unique<Heard>(*m_document);
    }

    void rowsOfAnyPlaceAreShownWithTheirNumbers()
    {
        write(numbered(100'000));
        m_document->open(path(), false);
        QTRY_VERIFY(m_heard->extent.complete);

        m_document->askRows(99'998, 10);

        QTRY_COMPARE(m_heard->texts(),
                     QStringList({QStringLiteral("99999 line 99999"), QStringLiteral("100000 line 100000")}));
        m_document->askLine(70'001);
        QTRY_COMPARE(m_heard->row, 70'000);
    }

    void theEndIsThereBeforeTheIndexIs()
    {
        write(numbered(100'000));
        const auto file = LogFile::open(path());
        QVERIFY(file);

        const auto last = file->lastRows(2);

        QVERIFY(last);
        QVERIFY(last->firstRow == LogWindow::kUnknown);
        QCOMPARE(last->rows.back().text, std::string("line 100000"));
        QCOMPARE(last->rows.back().line, 0);
    }

    void theEndOfALogOfEmptyLinesIsAScreenOfThem()
    {
        write(QByteArray(1'000'000, '\n'));
        const auto file = LogFile::open(path());
        QVERIFY(file);

        const auto last = file->lastRows(50);

        QVERIFY(last);
        QCOMPARE(last->rows.size(), std::size_t(50));
    }

    void whatIsNoFileIsRefused()
    {
        const std::string pipe = m_folder->filePath(QStringLiteral("pipe")).toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);

        for (const std::string& place : {std::string("/dev/zero"), pipe, m_folder->path().toStdString()})
            QVERIFY(!LogFile::open(place));
    }

    void aGrowingLogIsFollowedWithoutReadingItAgain()
    {
        write("one\ntwo\n");
        auto file = LogFile::open(path());
        QVERIFY(file);
        QVERIFY(file->indexMore(1'000));
        append("three\nfo");

        QVERIFY(*file->look() == LogFile::Change::Grew);
        QCOMPARE(file->index().bytes(), std::uint64_t(8)); // what was indexed stays
        QVERIFY(file->indexMore(1'000));

        QCOMPARE(file->index().lines(), std::uint64_t(4));
        QCOMPARE(file->window(2, 9)->rows.front().text, std::string("three"));
    }

    void aLogThatIsCutIsReadAnew()
    {
        write(numbered(50'000));
        m_document->open(path(), true);
        QTRY_VERIFY(m_heard->extent.complete);
        const QSignalSpy replaced(m_document.get(), &LogDocument::replaced);

        write("fresh\n");

        QTRY_COMPARE(replaced.count(), 1);
        m_document->askRows(0, 10);
        QTRY_COMPARE(m_heard->texts(), QStringList(QStringLiteral("1 fresh")));
        QTRY_COMPARE(m_heard->extent.lines, std::uint64_t(1));
    }

    void aLogThatIsNotThereSaysSo()
    {
        m_document->open(m_folder->filePath(QStringLiteral("no.log")).toStdString(), false);

        QTRY_VERIFY(m_heard->failure.contains(QStringLiteral("no.log")));
    }

    void searchCountsLinesAndGoesRoundThem()
    {
        QByteArray log = numbered(100'000);
        log.replace("line 5\n", "\x1b[31mErr\x1b[0mor: five error\n");
        log.replace("line 90000\n", "an ERROR\n");
        write(log);
        m_document->open(path(), false);

        m_document->search({.text = "error"});

        QTRY_VERIFY(m_heard->matches.complete && m_heard->matches.lines == 2);
        const auto asked = [this](std::uint64_t row, bool forward) {
            m_heard->match.clear();
            m_document->askMatch(row, forward);
            return QTest::qWaitFor([this] { return !m_heard->match.isEmpty(); }) ? m_heard->match : QString();
        };
        QCOMPARE(asked(0, true), QStringLiteral("1 at 4"));
        QCOMPARE(asked(4, true), QStringLiteral("2 at 89999"));
        QCOMPARE(asked(89'999, true), QStringLiteral("1 at 4"));
        QCOMPARE(asked(99'999, false), QStringLiteral("2 at 89999"));
        QCOMPARE(asked(89'999, false), QStringLiteral("1 at 4"));
        QCOMPARE(asked(4, false), QStringLiteral("2 at 89999"));
    }

    void everyStepOfASearchFindsTheSame()
    {
        QByteArray log;
        for (int i = 0; i < 3'000; ++i)
            log += i % 3 == 0 ? QByteArray(i % 700, 'x') + "needle\n" : QByteArray("hay\n");
        write(log + QByteArray(200'000, 'y') + "needle");
        auto file = LogFile::open(path());
        QVERIFY(file);
        QVERIFY(file->indexMore(100'000'000));
        const auto words = log::LineSearch::compile({.text = "nee+dle", .isRegex = true});
        QVERIFY(words);

        for (const std::size_t step : {1U, 10'000U, 100'000U, 10'000'000U}) {
            LogSearching searching(*file, *words);
            while (!searching.isDone())
                QVERIFY(searching.step(step));
            QCOMPARE(searching.matches(), std::uint64_t(1'001));
        }
    }

    void sectionsAreFoundWithTheirLines()
    {
        write("2026-11-22T13:00:00.123Z ##[group]Set up\nx\n##[endgroup]\nsays ##[group]no\n"
              + QByteArray("line\n").repeated(2'000'000) + "##[group]make \x1b[1mall\x1b[0m\n");
        m_document->open(path(), false);
        QStringList found;
        connect(m_document.get(), &LogDocument::sectionsReady, this, [&](const std::vector<LogSection>& sections) {
            for (const LogSection& section : sections)
                found << QStringLiteral("%1 %2").arg(section.line).arg(QString::fromStdString(section.name));
        });

        m_document->askSections();

        QTRY_COMPARE(found, QStringList({QStringLiteral("1 Set up"), QStringLiteral("2000005 make all")}));
    }

    void aMapMarksWhatASearchFindsInEveryPartOfALongLog()
    {
        QByteArray log = numbered(300'000);
        log.replace("line 150000\n", "##[error]needle\n");
        log.replace("line 299999\n", "a needle\n");
        write(log);
        auto file = LogFile::open(path());
        QVERIFY(file);
        QVERIFY(file->indexMore(100'000'000));
        LogSearching searching(*file, *log::LineSearch::compile({.text = "needle"}));
        QVERIFY(searching.step(100'000'000));

        const auto map = drawLogMap(*file, &searching, {200'000}, {149'999});

        QVERIFY(map);
        QCOMPARE(map->bars.size(), LogMap::kBars);
        std::vector<std::size_t> marked;
        for (std::size_t at = 0; at < map->bars.size(); ++at)
            if (map->bars[at].matches)
                marked.push_back(at);
        QCOMPARE(marked, std::vector({map->barOf(149'999), map->barOf(299'998)}));
        QCOMPARE(map->cause, std::vector<std::uint64_t>{199'999});
    }

    void anExpressionThatIsNoneIsRefused()
    {
        write("x\n");
        const QSignalSpy refused(m_document.get(), &LogDocument::searchRefused);
        m_document->open(path(), false);

        m_document->search({.text = "(", .isRegex = true});

        QTRY_COMPARE(refused.count(), 1);
    }

    void coloursBecomeSpansAndDeceivingCharactersBoxes()
    {
        const LogRow row
            = readLogRow("2026-11-22T13:00:00.1234567Z a \x1b[1;31mred\x1b[0m \xe2\x80\xae[RLO] \xff\r", false);

        QCOMPARE(row.text, std::string("a red [RLO][RLO] \xef\xbf\xbd"));
        QVERIFY(row.hasTime);
        QCOMPARE(formatUtc(row.at), std::string("2026-11-22T13:00:00.123Z"));
        const std::vector<LogSpan> expected{{2, 5, LogInk::Red}, {6, 11, LogInk::Box}};
        QVERIFY(row.spans == expected);
    }

    void everythingInvisibleIsShownWhereItIsAskedFor()
    {
        const LogRow row = readLogRow("a\t\x1b[33mslow\x1b[0m\r", false, Invisible::Everything);

        QCOMPARE(row.text, std::string("a\xe2\x86\x92\t[ESC[33m]slow[ESC[0m][CR]"));
        const std::vector<LogSpan> expected{
            {1, 4, LogInk::Black}, {5, 14, LogInk::Box}, {18, 26, LogInk::Box}, {26, 30, LogInk::Box}};
        QVERIFY(row.spans == expected);
    }

    void spacesAtTheEndAreDotsWhereEverythingIsShown()
    {
        const auto shown = [](std::string_view raw) { return readLogRow(raw, false, Invisible::Everything).text; };

        QCOMPARE(shown("a  b  "), std::string("a  b\xc2\xb7\xc2\xb7"));
        QCOMPARE(shown("a \r"), std::string("a\xc2\xb7[CR]"));
        QCOMPARE(shown(" \t "), std::string(" \xe2\x86\x92\t\xc2\xb7"));
        QCOMPARE(shown("  "), std::string("\xc2\xb7\xc2\xb7"));
        QCOMPARE(shown("ab\r"), std::string("ab[CR]"));
        QCOMPARE(shown(""), std::string());
        QCOMPARE(readLogRow("a  ", false).text, std::string("a  "));
    }

    void rowsAreShownAnewWithWhatIsInvisible()
    {
        write("\tbytes\n");
        m_document->show(Invisible::Everything); // before or after it is opened
        m_document->open(path(), false);
        QTRY_VERIFY(m_heard->extent.complete);

        m_document->askRows(0, 1);
        QTRY_COMPARE(m_heard->texts(), QStringList(QStringLiteral("1 \u2192\tbytes")));
        m_document->show(Invisible::Deceiving);
        m_document->askRows(0, 1);
        QTRY_COMPARE(m_heard->texts(), QStringList(QStringLiteral("1 \tbytes")));
    }

    void manyOfAControlCharacterAreOneBox_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("shown");

        QTest::newRow("a few are seen one by one") << QByteArray(3, '\0') << QByteArray("[NUL][NUL][NUL]");
        QTest::newRow("a crowd is counted") << QByteArray(16'384, '\0') << QByteArray("[NUL \xc3\x97 16384]");
        QTest::newRow("of a longer character too")
            << QByteArray("\xe2\x80\xae").repeated(5) + "x" << QByteArray("[RLO \xc3\x97 5]x");
    }

    void manyOfAControlCharacterAreOneBox()
    {
        QFETCH(QByteArray, bytes);

        const LogRow row = readLogRow(std::string_view(bytes.data(), std::size_t(bytes.size())), false);

        QTEST(QByteArray::fromStdString(row.text), "shown");
    }

    void aRowOfControlCharactersTakesLittleMemory()
    {
        const std::string raw = QByteArray("\x01\x02").repeated(16'384).toStdString();

        const LogRow row = readLogRow(raw, false);

        QVERIFY(row.text.size() + row.spans.size() * sizeof(LogSpan) < 100'000);
        QVERIFY(row.text.starts_with("[SOH][STX]"));
        QVERIFY(row.text.ends_with(" bytes more]")); // and it says so
    }

    void aScreenOfTheLongestRowsIsWhole()
    {
        write(QByteArray(4'000'000, 'x'));
        auto file = LogFile::open(path());
        QVERIFY(file);
        QVERIFY(file->indexMore(10'000'000));

        const auto window = file->window(80, 140);

        QVERIFY(window);
        QCOMPARE(window->rows.size(), std::size_t(140));
    }

private:
    static QByteArray numbered(int lines)
    {
        QByteArray text;
        for (int i = 1; i <= lines; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        return text;
    }
    std::filesystem::path path() const { return m_folder->filePath(QStringLiteral("job.log")).toStdString(); }
    void put(const QByteArray& bytes, QFile::OpenMode mode) const
    {
        QFile file(QString::fromStdString(path().string()));
        QVERIFY(file.open(mode));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void write(const QByteArray& bytes) const { put(bytes, QFile::WriteOnly | QFile::Truncate); }
    void append(const QByteArray& bytes) const { put(bytes, QFile::Append); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<Heard> m_heard; // after the document: it goes before
};

SIGNALBOX_TEST(TestLogDocument)
#include "tst_logdocument.moc"
