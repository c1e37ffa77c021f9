// SPDX-License-Identifier: GPL-3.0-or-later
// A server on this machine that answers one request after another as a script says, each on a connection of its own.
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <thread>

namespace signalbox::test {

class ScriptedServer {
public:
    /// Of a script: the connection is closed without a word, or kept silent.
    static constexpr const char* kCut = "";
    static constexpr const char* kSilence = "silence";

    explicit ScriptedServer(QList<QByteArray> script)
        : m_thread([this, answers = std::move(script)](const std::stop_token& stop) { serve(answers, stop); })
    {
        m_port = m_listening.get_future().get();
    }

    std::string url(const char* path = "/") const { return "http://127.0.0.1:" + std::to_string(m_port) + path; }

    /// Sends so many bytes of an answer, and the rest once goOn() was called. Before the first request.
    void holdAfter(qsizetype bytes) { m_holdAfter = bytes; }
    void goOn() { m_goesOn = true; }

    QList<QByteArray> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    static constexpr int kTurnMs = 20;

    static QByteArray read(QTcpSocket& socket, const std::stop_token& stop)
    {
        QByteArray text;
        while (!stop.stop_requested()) {
            const qsizetype end = text.indexOf("\r\n\r\n");
            const qsizetype at = text.toLower().indexOf("content-length: ");
            const qsizetype length = at < 0 ? 0 : text.mid(at + 16).split('\r').first().toLongLong();
            if (end >= 0 && text.size() >= end + 4 + length)
                break;
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(kTurnMs)
                && socket.state() != QAbstractSocket::ConnectedState)
                break;
            text += socket.readAll();
        }
        return text;
    }

    void serve(const QList<QByteArray>& script, const std::stop_token& stop)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_listening.set_value(server.serverPort());
        qsizetype next = 0;
        while (!stop.stop_requested()) {
            if (!server.waitForNewConnection(kTurnMs))
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            const QByteArray request = read(*socket, stop);
            if (request.isEmpty())
                continue;
            {
                const std::lock_guard lock(m_mutex);
                m_requests.append(request);
            }
            const QByteArray answer = script.value(next++, kCut);
            while (answer == kSilence && !stop.stop_requested() && socket->state() == QAbstractSocket::ConnectedState)
                socket->waitForReadyRead(kTurnMs);
            const qsizetype first = m_holdAfter > 0 ? std::min<qsizetype>(m_holdAfter, answer.size()) : answer.size();
            send(*socket, answer.first(first));
            while (first < answer.size() && !m_goesOn && !stop.stop_requested())
                socket->waitForReadyRead(kTurnMs);
            send(*socket, answer.sliced(first));
            socket->disconnectFromHost();
        }
    }

    static void send(QTcpSocket& socket, const QByteArray& bytes)
    {
        socket.write(bytes);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(1'000))
            continue;
    }

    std::promise<quint16> m_listening;
    quint16 m_port = 0;
    std::atomic<qsizetype> m_holdAfter{0}; // 0: not at all
    std::atomic<bool> m_goesOn = false;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_requests; // guarded by m_mutex
    std::jthread m_thread; // last: joined before the rest goes
};

} // namespace signalbox::test
