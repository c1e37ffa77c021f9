// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkthread.h"
#include "tests/core/net/scriptedserver.h"
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace signalbox;
using namespace signalbox::net;
using signalbox::test::ScriptedServer;

namespace {

constexpr Milliseconds kLimit{10'000};

QByteArray answer(const char* status, const QByteArray& body, const QByteArray& fields = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nConnection: close\r\n" + fields
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestNetworkThread : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_thread.start();
        m_network = std::make_unique<NetworkThread>(m_thread);
    }
    void cleanupTestCase()
    {
        m_network.reset();
        m_thread.quit();
        m_thread.wait();
    }

    void sendsWhatIsAskedAndGivesTheAnswer();
    void aLongBodyIsGivenPieceByPiece();
    void aStreamThatIsCutIsNoAnswer();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void aFailureIsToldInOneLine_data();
    void aFailureIsToldInOneLine();
    void aBodyThatIsNotNeededMayBeOfAnySize();
    void aHeadAloneHasNoBodyWhateverItSays();
    void whatIsNoServerIsRefused();
    void aWriteThatIsCutIsSentOnce_data();
    void aWriteThatIsCutIsSentOnce();
    void aWriteLeavesAloneWhatIsBeingRead();
    void aCertificateThatNobodyVouchesForIsRefused();
    void aSlowServerIsGivenUp();
    void anAnswerThatTricklesIsGivenUp();
    void aStopEndsTheWait();
    void aStopEndsATrickle();

private:
    Result<HttpAnswer> get(const HttpCall& call) { return m_network->exchange(call, {}); }

    QThread m_thread;
    std::unique_ptr<NetworkThread> m_network;
};

void TestNetworkThread::sendsWhatIsAskedAndGivesTheAnswer()
{
    ScriptedServer server({answer("201 Created", R"({"id":1})", "ETag: \"a\"\r\n")});

    const auto answered = get({.method = "PATCH",
                               .url = server.url("/repos/a/b?c=d"),
                               .fields = {{"Authorization", "Bearer t0ken"}},
                               .body = R"({"x":"y"})"});

    QVERIFY(answered);
    QCOMPARE(answered->status, 201);
    QVERIFY(answered->body == R"({"id":1})");
    QVERIFY(fieldOf(answered->fields, "etag") == "\"a\"");
    const QByteArray sent = server.requests().at(0);
    QVERIFY(sent.startsWith("PATCH /repos/a/b?c=d HTTP/1.1\r\n"));
    QVERIFY(sent.contains("Authorization: Bearer t0ken\r\n"));
    QVERIFY(sent.contains("User-Agent: Signalbox/"));
    QVERIFY(sent.endsWith("\r\n\r\n{\"x\":\"y\"}"));
}

void TestNetworkThread::aLongBodyIsGivenPieceByPiece()
{
    QByteArray body;
    while (body.size() < 4'000'000)
        body += QByteArray::number(body.size()) + '\n';
    ScriptedServer server({answer("200 OK", body), answer("404 Not Found", body), answer("200 OK", body)});
    server.holdAfter(1'000'000); // until a piece has been given: it is not collected first
    std::string taken;
    std::size_t largest = 0;
    HttpCall call{.url = server.url(), .sink = [&](std::string_view piece) {
                      server.goOn();
                      taken += piece;
                      largest = std::max(largest, piece.size());
                  }};

    const auto answered = get(call);

    QVERIFY(answered && answered->status == 200 && answered->body.empty());
    QVERIFY(taken == body.toStdString());
    QVERIFY(largest < 2'000'000);
    taken.clear();
    const auto refused = get(call);
    QVERIFY(refused && refused->status == 404 && refused->body == body.toStdString());
    QVERIFY(taken.empty());
    call.mostBytes = 1'000'000;
    const auto tooLarge = get(call);
    QVERIFY(!tooLarge && tooLarge.error().detail.find("more than 1000000 bytes") != std::string::npos);
}

void TestNetworkThread::aStreamThatIsCutIsNoAnswer()
{
    ScriptedServer server({QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")});
    std::string taken;

    const auto answered = get({.url = server.url(), .sink = [&](std::string_view piece) { taken += piece; }});

    QVERIFY(!answered && answered.error().code == ErrorCode::Network);
}

void TestNetworkThread::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char* status :
         {"302 Found", "304 Not Modified", "400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found",
          "410 Gone", "422 Unprocessable", "429 Too Many", "500 Error", "502 Bad Gateway"})
        QTest::newRow(status) << QByteArray(status);
}

void TestNetworkThread::everyStatusIsAnAnswer()
{
    QFETCH(QByteArray, status);
    ScriptedServer server({answer(status.constData(), status.startsWith("304") ? "" : "{}", "Location: /else\r\n")});

    const auto answered = get({.url = server.url()});

    QVERIFY2(answered, answered ? "" : answered.error().detail.c_str());
    QCOMPARE(answered->status, status.left(3).toInt());
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkThread::aFailureIsToldInOneLine_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("cut within the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << QByteArray("cut");
    QTest::newRow("a body shorter than it says")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"a\":") << QByteArray("cut");
    QTest::newRow("an error shorter than it says")
        << QByteArray("HTTP/1.1 500 Error\r\nContent-Length: 500\r\n\r\n{\"a\":") << QByteArray("cut");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.org ESMTP\r\n") << QByteArray("127.0.0.1");
    QTest::newRow("more than allowed") << answer("200 OK", QByteArray(300'000, 'x'))
                                       << QByteArray("more than 1000 bytes");
}

void TestNetworkThread::aFailureIsToldInOneLine()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, word);
    ScriptedServer server(QList<QByteArray>(10, answer));

    const auto answered = get({.url = server.url("/x?token=s3cret"), .mostBytes = 1000});

    QVERIFY(!answered);
    QVERIFY(answered.error().code == ErrorCode::Network);
    const QByteArray detail = QByteArray::fromStdString(answered.error().detail);
    QVERIFY2(detail.contains(word) && !detail.contains('\n') && !detail.contains("s3cret"), detail.constData());
}

void TestNetworkThread::aBodyThatIsNotNeededMayBeOfAnySize()
{
    ScriptedServer server({answer("202 Accepted", QByteArray(300'000, 'x'))});

    const auto answered = get({.url = server.url(), .mostBytes = 1000, .needsBody = false});

    QVERIFY2(answered, answered ? "" : answered.error().detail.c_str());
    QCOMPARE(answered->status, 202);
}

void TestNetworkThread::aHeadAloneHasNoBodyWhateverItSays()
{
    ScriptedServer server({QByteArray("HTTP/1.1 405 No\r\nContent-Length: 500\r\n\r\n")});

    const auto answered = get({.method = "HEAD", .url = server.url()});

    QVERIFY2(answered, answered ? "" : answered.error().detail.c_str());
    QCOMPARE(answered->status, 405);
}

void TestNetworkThread::whatIsNoServerIsRefused()
{
    for (const char* url : {"", "file:///etc/passwd", "ftp://example.org/", "http://", "not a url"})
        QVERIFY(get({.url = url}).error().code == ErrorCode::InvalidInput);
    const auto nobody = get({.url = "http://127.0.0.1:1/"});
    QVERIFY(nobody.error().code == ErrorCode::Network);
    QVERIFY(nobody.error().detail.find("nothing answers there") != std::string::npos);
}

void TestNetworkThread::aWriteThatIsCutIsSentOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a post") << QByteArray("POST") << QByteArray(R"({"comment":"ok"})");
    QTest::newRow("a post without a body") << QByteArray("POST") << QByteArray();
    QTest::newRow("a large one") << QByteArray("PUT") << QByteArray(1'000'000, 'x');
    QTest::newRow("a deletion") << QByteArray("DELETE") << QByteArray();
}

void TestNetworkThread::aWriteThatIsCutIsSentOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    ScriptedServer server(QList<QByteArray>(10, ScriptedServer::kCut));

    const auto answered = get({.method = method.toStdString(), .url = server.url(), .body = body.toStdString()});

    QVERIFY(!answered);
    QVERIFY2(answered.error().detail.find("cut before") != std::string::npos, answered.error().detail.c_str());
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkThread::aWriteLeavesAloneWhatIsBeingRead()
{
    ScriptedServer slow({answer("200 OK", "whole")});
    slow.holdAfter(20);
    ScriptedServer other({answer("201 Created", "")});
    auto reading = std::async(std::launch::async, [&] { return get({.url = slow.url(), .timeLimit = kLimit}); });
    QTRY_COMPARE(slow.requests().size(), 1);

    const auto written = get({.method = "POST", .url = other.url(), .body = "{}"});
    slow.goOn();

    QVERIFY(written);
    const auto read = reading.get();
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(read->body), QByteArray("whole"));
}

void TestNetworkThread::aCertificateThatNobodyVouchesForIsRefused()
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("openssl is not installed: there is no certificate");
    const QTemporaryDir folder;
    QProcess program;
    program.setWorkingDirectory(folder.path());
    program.start(openssl,
                  QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem "
                                 "-out cert.pem -days 2 -subj"
                                 " /CN=127.0.0.1")
                      .split(QLatin1Char(' ')));
    QVERIFY(program.waitForFinished() && program.exitCode() == 0);
    program.start(
        openssl,
        QStringLiteral("s_server -accept 127.0.0.1:0 -key key.pem -cert cert.pem -www").split(QLatin1Char(' ')));
    QByteArray said;
    while (!said.contains("ACCEPT 127.0.0.1:") || !said.endsWith('\n')) {
        QVERIFY2(program.waitForReadyRead(), said.constData());
        said += program.readAllStandardOutput();
    }
    const QByteArray port = said.mid(said.indexOf("ACCEPT 127.0.0.1:") + 17).split('\n').first();

    const auto answered = get({.url = "https://127.0.0.1:" + port.trimmed().toStdString() + "/"});

    program.kill();
    program.waitForFinished();
    QVERIFY(!answered);
    QVERIFY2(answered.error().detail.find("its certificate is not trusted") != std::string::npos,
             answered.error().detail.c_str());
}

void TestNetworkThread::aSlowServerIsGivenUp()
{
    ScriptedServer server({ScriptedServer::kSilence});

    const auto answered = get({.url = server.url(), .timeLimit = Milliseconds(100)});

    QVERIFY(!answered);
    QVERIFY(answered.error().code == ErrorCode::Timeout);
}

void TestNetworkThread::anAnswerThatTricklesIsGivenUp()
{
    const QByteArray body(100'000, 'x');
    ScriptedServer server({answer("200 OK", body), answer("200 OK", body)});
    server.holdAfter(1'000); // it goes on when nobody waits any more
    std::string taken;
    HttpCall call{.url = server.url(),
                  .sink = [&](std::string_view piece) { taken += piece; },
                  .leastBytes = 2'000,
                  .leastIn = Milliseconds(200)};

    const auto slow = get(call);

    QVERIFY(!slow && slow.error().code == ErrorCode::Timeout);
    QVERIFY2(slow.error().detail.find("too slow: ") != std::string::npos, slow.error().detail.c_str());
    server.goOn();
    taken.clear();
    call.leastIn = kLimit;
    QVERIFY(get(call));
    QVERIFY(taken == body.toStdString());
}

void TestNetworkThread::aStopEndsTheWait()
{
    ScriptedServer server({ScriptedServer::kSilence});
    std::stop_source source;
    std::jthread stopper([&] {
        while (server.requests().isEmpty())
            std::this_thread::yield();
        source.request_stop();
    });

    const auto answered = m_network->exchange({.url = server.url()}, source.get_token());

    QVERIFY(!answered);
    QVERIFY(answered.error().code == ErrorCode::Cancelled);
}

void TestNetworkThread::aStopEndsATrickle()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("not open"))); // what is given up is not read any further
    ScriptedServer server({answer("200 OK", QByteArray(100'000, 'x')), answer("200 OK", {})});
    server.holdAfter(1'000);
    std::stop_source source;

    const auto answered = m_network->exchange(
        {.url = server.url(), .sink = [&](std::string_view) { source.request_stop(); }}, source.get_token());

    QVERIFY(!answered && answered.error().code == ErrorCode::Cancelled);
    server.goOn();
    QVERIFY(get({.url = server.url()})); // so the other has ended
}

SIGNALBOX_TEST(TestNetworkThread)
#include "tst_networkthread.moc"
