// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapi.h"
#include "tests/core/net/cannedforge.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using namespace signalbox::test;
using namespace std::chrono_literals;

class TestWritePace : public QObject {
    Q_OBJECT

private slots:
    void writesTakeTurnsOfASecond()
    {
        WritePace pace;
        const WritePace::Time now = std::chrono::steady_clock::now();

        QVERIFY(pace.turnOf("ours", 1000ms, now) == now);
        QVERIFY(pace.turnOf("ours", 1000ms, now) == now + 1s);
        QVERIFY(pace.turnOf("ours", 1000ms, now + 200ms) == now + 2s);
        QVERIFY(pace.turnOf("theirs", 1000ms, now + 200ms) == now + 200ms); // another token counts by itself
        QVERIFY(pace.turnOf("ours", 1000ms, now + 5s) == now + 5s);
    }

    void aStopEndsTheWait()
    {
        WritePace pace;
        std::stop_source stop;
        QVERIFY(pace.await("ours", 1h, stop.get_token()));
        stop.request_stop();

        const auto waited = pace.await("ours", 1h, stop.get_token());

        QVERIFY(!waited && waited.error().code == ErrorCode::Cancelled);
    }

    void writesToGitHubItselfAreApart_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("apartMs");
        const QString publicApi = QString::fromLatin1(GitHubApi::kPublicApi);
        QTest::newRow("write") << publicApi << QStringLiteral("POST") << 1000;
        QTest::newRow("read") << publicApi << QStringLiteral("GET") << 0;
        QTest::newRow("a server of one's own")
            << QStringLiteral("https://github.acme.com/api/v3") << QStringLiteral("POST") << 0;
    }

    void writesToGitHubItselfAreApart()
    {
        QFETCH(QString, api);
        QFETCH(QString, method);
        QFETCH(int, apartMs);
        CannedForge forge(api.toStdString());
        GitHubApi github(
            forge.client,
            {.api = api.toStdString(), .repository = "acme/shop", .token = "t0ken", .tokenFrom = "GH_TOKEN"});

        static_cast<void>(github.send({.path = "/issues", .about = "issues", .method = method.toStdString()}, {}));

        QCOMPARE(forge.asked.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(forge.asked.front().apart.count()), apartMs);
    }
};

SIGNALBOX_TEST(TestWritePace)
#include "tst_writepace.moc"
