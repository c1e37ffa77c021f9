// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpreceiver.h"
#include "tests/signalboxtest.h"

#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace signalbox::net;

namespace {

constexpr int kPatienceMs = 20'000;
const QByteArray kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Answers at once, or leaves each request open until the test answers it.
class Answering final : public HttpService {
public:
    std::optional<HttpResponse> refuse(const HttpRequest&) override { return std::nullopt; }
    std::optional<HttpResponse> answer(const HttpRequest& request, HttpTicket ticket) override
    {
        if (request.path != "/later")
            return HttpResponse{.status = 200, .body = "now", .fields = {}};
        open = ticket;
        return std::nullopt;
    }

    std::atomic<HttpTicket> open = 0;
};

class Scene {
public:
    explicit Scene(const HttpReceiver::Bounds& bounds)
    {
        auto listening = HttpReceiver::listen("127.0.0.1:0", service, bounds);
        if (!listening)
            qFatal("%s", listening.error().detail.c_str());
        receiver = *std::move(listening);
        m_thread = std::jthread([this](const std::stop_token& stop) { receiver->run(stop); });
    }

    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        const std::string address = receiver->address();
        socket->connectToHost(QStringLiteral("127.0.0.1"),
                              QByteArray::fromStdString(address.substr(address.rfind(':') + 1)).toUShort());
        if (!socket->waitForConnected(kPatienceMs))
            qFatal("not connected");
        return socket;
    }

    Answering service;
    std::unique_ptr<HttpReceiver> receiver;

private:
    std::jthread m_thread; // last: joined before the rest goes
};

void send(QTcpSocket& socket, const QByteArray& bytes)
{
    socket.write(bytes);
    socket.waitForBytesWritten(kPatienceMs);
}

QByteArray statusOf(QTcpSocket& socket)
{
    if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(kPatienceMs))
        return "none";
    return socket.readAll().mid(9, 3);
}

} // namespace

class TestHttpReceiver : public QObject {
    Q_OBJECT

private slots:
    void aRequestMayBeAnsweredLater();
    void theOneThatIsSilentLongestMakesRoom();
    void whatIsHeldAtOnceIsBounded();
};

void TestHttpReceiver::aRequestMayBeAnsweredLater()
{
    Scene scene({});
    const auto socket = scene.connected();
    send(*socket, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(scene.service.open != 0);

    scene.receiver->answer({{scene.service.open, {.status = 202, .body = "later", .fields = {}}}});
    scene.receiver->answer({{scene.service.open, {.status = 500, .body = "twice", .fields = {}}}}); // has gone

    QCOMPARE(statusOf(*socket), "202");
    send(*socket, kGet);
    QCOMPARE(statusOf(*socket), "200"); // and nothing of the second answer
}

void TestHttpReceiver::theOneThatIsSilentLongestMakesRoom()
{
    Scene scene({.request = {}, .connections = 2});
    const auto first = scene.connected();
    QTRY_COMPARE(scene.receiver->connections(), 1U);
    const auto second = scene.connected();
    QTRY_COMPARE(scene.receiver->connections(), 2U);

    const auto third = scene.connected();

    QVERIFY(first->waitForDisconnected(kPatienceMs));
    for (QTcpSocket* const socket : {second.get(), third.get()}) {
        send(*socket, kGet);
        QCOMPARE(statusOf(*socket), "200");
    }
}

void TestHttpReceiver::whatIsHeldAtOnceIsBounded()
{
    Scene scene({.request = {}, .heldBytes = 1'000});
    const QByteArray half = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + QByteArray(800, 'x');
    const auto first = scene.connected();
    send(*first, half);
    QTRY_COMPARE(scene.receiver->connections(), 1U);
    const auto second = scene.connected();
    send(*second, half);

    QCOMPARE(statusOf(*second), "503");
    send(*first, QByteArray(100, 'x'));
    QCOMPARE(statusOf(*first), "200");
}

SIGNALBOX_TEST(TestHttpReceiver)
#include "tst_httpreceiver.moc"
