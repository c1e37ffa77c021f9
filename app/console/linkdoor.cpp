// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/linkdoor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace signalbox::console {

namespace {
constexpr int kPatienceMs = 250; // for each step
constexpr qint64 kLongestLink = 200; // bytes
constexpr const char* kTaken = "taken\n";
} // namespace

QString LinkDoor::nameFor(const QString& store)
{
    const QFileInfo file(store);
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    const QByteArray sum = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation))
        .filePath(QStringLiteral("signalbox-%1").arg(QLatin1String(sum)));
}

bool LinkDoor::handOver(const QString& link) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write(link.toUtf8() + '\n');
    socket.flush();
    return socket.waitForReadyRead(2 * kPatienceMs) && socket.readLine() == kTaken;
}

void LinkDoor::open(Take take, std::function<void(const QString& what)> tell)
{
    m_take = std::move(take);
    m_tell = std::move(tell);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            QObject::connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            QObject::connect(caller, &QLocalSocket::readyRead, caller, [this, caller] { answer(*caller); });
        }
    });
    QObject::connect(
        &m_other, &QLocalSocket::disconnected, &m_server, [this] { listen(); }, Qt::QueuedConnection);
    listen();
}

void LinkDoor::listen()
{
    if (m_server.listen(m_name))
        return;
    m_other.connectToServer(m_name);
    if (m_other.waitForConnected(kPatienceMs))
        return; // its end is waited for
    QLocalServer::removeServer(m_name); // of one that was killed
    if (!m_server.listen(m_name))
        m_tell(
            QStringLiteral("each link opens a window of its own, as none can be taken at %1 (%2); remove what is there")
                .arg(m_name, m_server.errorString()));
}

void LinkDoor::answer(QLocalSocket& caller) const
{
    if (!caller.canReadLine() && caller.bytesAvailable() < kLongestLink)
        return;
    const QString link = QString::fromUtf8(caller.readLine(kLongestLink)).trimmed();
    if (m_take(link))
        caller.write(kTaken);
    caller.disconnectFromServer();
}

} // namespace signalbox::console
