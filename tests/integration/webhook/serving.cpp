// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/webhook/serving.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QProcessEnvironment>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <signal.h>

namespace signalbox::test {

using namespace Qt::StringLiterals;

Replied HttpClient::send(const QByteArray& method, const QByteArray& path, const Fields& fields, const QByteArray& body)
{
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : fields)
        text += name + ": " + value + "\r\n";
    if (method == "POST")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return sendRaw(text + "\r\n" + body);
}

Replied HttpClient::sendRaw(const QByteArray& bytes)
{
    return begin(bytes) ? read() : Replied();
}

bool HttpClient::begin(const QByteArray& bytes)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.abort();
        m_socket.connectToHost(u"127.0.0.1"_s, m_port);
        if (!m_socket.waitForConnected(kPatienceMs))
            return false;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(kPatienceMs))
        continue;
    return true; // a refusal may come while it is still being sent
}

Replied HttpClient::read()
{
    QByteArray text;
    qsizetype end = -1;
    while ((end = text.indexOf("\r\n\r\n")) < 0) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(kPatienceMs))
            return {};
        text += m_socket.readAll();
    }
    Replied replied{.status = text.mid(9, 3).toInt(), .head = text.left(end).toLower(), .body = text.mid(end + 4)};
    const qsizetype lengthAt = replied.head.indexOf("content-length: ");
    const qsizetype length = lengthAt < 0 ? 0 : replied.head.mid(lengthAt + 16).split('\r').first().toLongLong();
    while (replied.body.size() < length && (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(kPatienceMs)))
        replied.body += m_socket.readAll();
    if (replied.head.contains("connection: close"))
        m_socket.disconnectFromHost();
    return replied;
}

bool HttpClient::isClosed()
{
    return m_socket.state() != QAbstractSocket::ConnectedState || m_socket.waitForDisconnected(kPatienceMs);
}

Fields githubFields(const QByteArray& id, const QByteArray& event, const QByteArray& body)
{
    return {{"Content-Type", "application/json"},
            {"X-GitHub-Event", event},
            {"X-GitHub-Delivery", id},
            {"X-Hub-Signature-256",
             "sha256=" + QMessageAuthenticationCode::hash(body, Serving::kSecret, QCryptographicHash::Sha256).toHex()}};
}

bool Serving::start(const QStringList& environment, const QStringList& arguments)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"GITHUB_WEBHOOK_SECRET", "GITLAB_WEBHOOK_TOKEN", "SIGNALBOX_STATUS_TOKEN"})
        variables.remove(QString::fromLatin1(name));
    for (const QString& variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    m_program.setProcessEnvironment(variables);
    QStringList all{u"serve"_s, u"--json"_s, u"--store"_s, storePath()};
    if (!arguments.contains(u"--listen"_s))
        all << u"--listen"_s << u"127.0.0.1:%1"_s.arg(m_port);
    m_program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), all + arguments);
    while (!m_program.canReadLine()) {
        if (!m_program.waitForReadyRead(kPatienceMs))
            return false;
    }
    const QJsonObject told = QJsonDocument::fromJson(m_program.readLine()).object();
    m_port = static_cast<quint16>(QUrl(told[u"listening"].toString()).port(0));
    return m_port != 0;
}

bool Serving::start()
{
    return start(
        {u"GITHUB_WEBHOOK_SECRET="_s + QLatin1String(kSecret), u"GITLAB_WEBHOOK_TOKEN="_s + QLatin1String(kToken)});
}

void Serving::kill()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.kill();
    m_program.waitForFinished(kPatienceMs);
}

int Serving::stop()
{
    ::kill(static_cast<pid_t>(m_program.processId()), SIGTERM);
    if (!m_program.waitForFinished(kPatienceMs) || m_program.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_program.exitCode();
}

QString Serving::diagnostics()
{
    m_diagnostics += QString::fromUtf8(m_program.readAllStandardError());
    return m_diagnostics;
}

std::vector<StoredDelivery> Serving::stored() const
{
    std::vector<StoredDelivery> rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"deliveries"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.setDatabaseName(storePath());
        if (!database.open())
            qFatal("the store cannot be opened");
        QSqlQuery query(u"SELECT source, id, event, state, notice FROM delivery ORDER BY number"_s, database);
        while (query.next())
            rows.push_back({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                            query.value(3).toString(), QJsonDocument::fromJson(query.value(4).toByteArray()).object()});
    }
    QSqlDatabase::removeDatabase(u"deliveries"_s);
    return rows;
}

} // namespace signalbox::test
