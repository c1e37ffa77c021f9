// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logreading.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;

class TestLogReading : public QObject {
    Q_OBJECT

private slots:
    void everyCutOfTheInputGivesTheSameLines()
    {
        const std::string log
            = "2026-11-22T13:00:00.123Z ##[group]Run make\n2026-11-22T13:00:01.000Z \x1b[31mred\x1b[0m\nlast";
        for (std::size_t cut = 0; cut <= log.size(); ++cut) {
            LogReading reading("build", 1);
            reading.feed(std::string_view(log).substr(0, cut));
            reading.feed(std::string_view(log).substr(cut));

            const LogText text = reading.finish(Json::object());

            QCOMPARE(static_cast<int>(text.lines.size()), 3);
            QCOMPARE(text.lines[0].text, std::string("Run make"));
            QVERIFY(text.lines[0].section);
            QCOMPARE(text.lines[1].text, std::string("red"));
            QCOMPARE(formatUtc(text.lines[1].at), std::string("2026-11-22T13:00:01.000Z"));
            QVERIFY(!text.lines[2].hasTime);
        }
    }

    void onlyTheJobAndAttemptThatWereDiagnosedAreMarked()
    {
        const Json diagnosis{{"job", "build"}, {"attempt", 1}, {"root_cause", {{{"line", 2}, {"text", "b"}}}}};
        const auto marks = [&](const std::string& job, int attempt) {
            LogReading reading(job, attempt);
            reading.feed("a\nb\nc\n");
            QString out;
            for (const LogLine& line : reading.finish(diagnosis).lines)
                out += line.rootCause ? u'!' : u'.';
            return out;
        };

        QCOMPARE(marks("build", 1), QStringLiteral(".!."));
        QCOMPARE(marks("build", 2), QStringLiteral("..."));
        QCOMPARE(marks("test", 1), QStringLiteral("..."));
    }

    void ofALogThatIsTooLongTheEndIsKeptWithItsNumbers()
    {
        LogReading reading("build", 1);
        for (std::size_t i = 1; i <= LogReading::kMostLines + 5; ++i)
            reading.feed(std::to_string(i) + "\n");

        const LogText text = reading.finish(Json::object());

        QVERIFY(text.truncated);
        QCOMPARE(text.firstLine, 6);
        QCOMPARE(text.lines.front().text, std::string("6"));
    }
};

SIGNALBOX_TEST(TestLogReading)
#include "tst_logreading.moc"
