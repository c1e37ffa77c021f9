// SPDX-License-Identifier: GPL-3.0-or-later
// The real `signalboxctl serve` on a store of its own, and a client that speaks HTTP to it.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <vector>

namespace signalbox::test {

constexpr int kPatienceMs = 60'000;

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct Replied {
    int status = 0; // 0: the connection was closed without an answer
    QByteArray head;
    QByteArray body;
};

/// One connection; opened when it is needed.
class HttpClient {
public:
    explicit HttpClient(quint16 port) : m_port(port) { }

    Replied send(const QByteArray& method, const QByteArray& path, const Fields& fields, const QByteArray& body = {});
    /// The bytes as they are, and what comes back.
    Replied sendRaw(const QByteArray& bytes);
    /// Sends and does not wait.
    bool begin(const QByteArray& bytes);
    Replied read();
    /// Whether the other side closes it within the patience.
    bool isClosed();

private:
    const quint16 m_port;
    QTcpSocket m_socket;
};

/// A push to a branch of acme/shop, as GitHub sends it and signed with Serving::kSecret.
Fields githubFields(const QByteArray& id, const QByteArray& event, const QByteArray& body);

struct StoredDelivery {
    QString source;
    QString id;
    QString event;
    QString state;
    QJsonObject notice;
};

class Serving {
public:
    static constexpr const char* kSecret = "s3cret of a hook";
    static constexpr const char* kToken = "t0ken of a hook";

    ~Serving() { kill(); }

    /// False where it does not say that it listens.
    bool start(const QStringList& environment, const QStringList& arguments = {});
    /// With both secrets.
    bool start();
    /// As by kill -9.
    void kill();
    /// As a service is stopped: its exit status.
    int stop();

    quint16 port() const { return m_port; } // the same after a restart
    qint64 processId() const { return m_program.processId(); }
    QString storePath() const { return m_folder.filePath(QStringLiteral("store.sqlite")); }
    QString diagnostics();
    std::vector<StoredDelivery> stored() const;

private:
    QTemporaryDir m_folder;
    QProcess m_program;
    quint16 m_port = 0;
    QString m_diagnostics;
};

} // namespace signalbox::test
