// SPDX-License-Identifier: GPL-3.0-or-later
// Who opens connections and says nothing, or too slowly, keeps nobody else out.
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kIdle = 5'000;
constexpr qint64 kMostMemoryKb = 60 * 1024;
const QByteArray kHalfHead = "POST /webhook/github HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-A: b";
const QByteArray kHalfBody = "POST /webhook/github HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                             "Content-Length: 25000\r\n\r\n"
    + QByteArray(1'000, ' ');

/// Connections that send some bytes and then nothing.
class Silent {
public:
    Silent(quint16 port, int count, const QByteArray& bytes)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int i = 0; i < count; ++i) {
            const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (socket < 0)
                return;
            m_sockets.push_back({.fd = socket, .events = POLLIN, .revents = 0});
            if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
                return;
            ++m_connected;
            if (!bytes.isEmpty())
                static_cast<void>(
                    !::send(socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL));
        }
    }
    ~Silent()
    {
        for (const pollfd& socket : m_sockets)
            ::close(socket.fd);
    }
    Silent(const Silent&) = delete;
    Silent& operator=(const Silent&) = delete;

    int connected() const { return m_connected; }

    /// Reads until the other side has closed all of them; how many were answered with `status` before.
    int answeredBeforeTheEnd(const QByteArray& status)
    {
        int answered = 0;
        for (const pollfd& socket : m_sockets) {
            QByteArray text(4'096, '\0');
            ssize_t count = 0;
            qsizetype used = 0;
            pollfd waiting = socket;
            while (::poll(&waiting, 1, kPatienceMs) == 1
                   && (count = ::recv(socket.fd, text.data() + used, static_cast<std::size_t>(text.size() - used), 0))
                       > 0)
                used += count;
            answered += text.left(used).startsWith("HTTP/1.1 " + status) ? 1 : 0;
        }
        return answered;
    }

private:
    std::vector<pollfd> m_sockets;
    int m_connected = 0;
};

bool deliver(quint16 port, const QByteArray& id)
{
    return HttpClient(port).send("POST", "/webhook/github", githubFields(id, "push", "{}"), "{}").status == 202;
}

qint64 peakMemoryKb(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace

class TestIdleConnections : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void keepNobodyOut_data();
    void keepNobodyOut();
    void theOldestMakesRoom();
};

void TestIdleConnections::initTestCase()
{
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_max < 2 * kIdle)
        QSKIP("this system allows too few descriptors");
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
}

void TestIdleConnections::keepNobodyOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("answered"); // with 408, of those that have begun
    QTest::newRow("nothing said") << QByteArray() << 0;
    QTest::newRow("half a head") << kHalfHead << kIdle;
    QTest::newRow("half a body") << kHalfBody << kIdle;
}

void TestIdleConnections::keepNobodyOut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, answered);
    Serving serving;
    QVERIFY(serving.start());
    Silent silent(serving.port(), kIdle, bytes);
    QCOMPARE(silent.connected(), kIdle);

    for (int i = 0; i < 20; ++i)
        QVERIFY(deliver(serving.port(), QByteArray::number(i)));

    const qint64 peak = peakMemoryKb(serving.processId());
    qInfo("%lld KB at most", peak);
    QVERIFY(peak > 0 && peak <= kMostMemoryKb);
    QCOMPARE(silent.answeredBeforeTheEnd("408"), answered);
    QCOMPARE(serving.stored().size(), 20U);
}

void TestIdleConnections::theOldestMakesRoom()
{
    const rlimit few{.rlim_cur = 600, .rlim_max = 600}; // of the child: fewer than it is asked to hold
    Serving serving;
    QVERIFY(serving.start());
    QCOMPARE(::prlimit(static_cast<pid_t>(serving.processId()), RLIMIT_NOFILE, &few, nullptr), 0);
    Silent silent(serving.port(), 1'000, {});
    QCOMPARE(silent.connected(), 1'000);

    for (int i = 0; i < 20; ++i)
        QVERIFY(deliver(serving.port(), QByteArray::number(i)));
}

SIGNALBOX_TEST(TestIdleConnections)
#include "tst_idleconnections.moc"
