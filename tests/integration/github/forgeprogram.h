// SPDX-License-Identifier: GPL-3.0-or-later
// A program of the test forge (tests/forge), and what every test orders and asks of it.
#pragma once

#include "tests/integration/webhook/serving.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>

namespace signalbox::test {

class ForgeProgram {
public:
    static constexpr const char* kToken = "tok_ops";

    ForgeProgram() = default;
    ~ForgeProgram()
    {
        m_program.closeWriteChannel(); // it ends with its standard input
        if (m_program.state() != QProcess::NotRunning && !m_program.waitForFinished(kPatienceMs))
            m_program.kill();
    }

    /// "forge.mjs", "gitlab.mjs". Empty; else why it cannot be started here.
    QString startProgram(const QString& file, const QByteArray& seed)
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        if (node.isEmpty())
            return QStringLiteral("node is not installed: there is no forge");
        QFile written(m_folder.filePath(QStringLiteral("seed.json")));
        if (!written.open(QIODevice::WriteOnly))
            return QStringLiteral("there is no room for its seed");
        written.write(seed);
        written.close();
        m_isGitLab = file == QLatin1String("gitlab.mjs");
        m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_program.start(node,
                        {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/forge/") + file, QStringLiteral("--seed"),
                         written.fileName(), QStringLiteral("--port"), QStringLiteral("0"),
                         QStringLiteral("--packages"), QStringLiteral(SIGNALBOX_BINARY_DIR "/forge")});
        while (!m_program.canReadLine()) {
            if (!m_program.waitForReadyRead(3 * kPatienceMs))
                return QStringLiteral("the forge does not start here: node or its packages are missing");
        }
        m_url = QJsonDocument::fromJson(m_program.readLine()).object()[QStringLiteral("url")].toString();
        return m_url.isEmpty() ? QStringLiteral("the forge does not say where it is") : QString();
    }

    QString url() const { return m_url; }
    /// A folder of this test's own.
    QString place(const QString& name) const { return m_folder.filePath(name); }

    /// Of a REST call, or an order to the forge: what it answers; an empty document where it does not answer 2xx.
    QJsonDocument ask(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                      const QByteArray& token = kToken)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_url + path));
        request.setRawHeader("Authorization", "Bearer " + token);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QByteArray content = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        QNetworkReply* const reply = network.sendCustomRequest(request, method, content);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait(kPatienceMs) || reply->error() != QNetworkReply::NoError)
            return {};
        return QJsonDocument::fromJson(reply->readAll());
    }

    /// Another answer than the right one, `times` times.
    void order(const char* method, const char* path, const QJsonObject& answer, int times = 1)
    {
        ask("POST", QStringLiteral("/_forge/faults"),
            {{QStringLiteral("method"), QString::fromLatin1(method)},
             {QStringLiteral("path"), QString::fromLatin1(path)},
             {QStringLiteral("times"), times},
             {QStringLiteral("answer"), answer}});
    }

    /// Requests made so far by `method` to a path that ends so.
    int count(const QString& method, const QString& end)
    {
        int count = 0;
        for (const auto& value : ask("GET", QStringLiteral("/_forge/journal")).array()) {
            const QJsonObject request = value.toObject();
            const bool fits = request[QStringLiteral("method")].toString() == method
                && request[QStringLiteral("path")].toString().endsWith(end);
            count += fits ? 1 : 0;
        }
        return count;
    }

    /// What was asked so far that GitHub or GitLab does not document, by Prism; empty: nothing, or it cannot be had
    /// here.
    QByteArray contractFault() const
    {
        constexpr int kCannotInstall = 77;
        QStringList words{QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/forge/contract/contract.mjs"), m_url,
                          QStringLiteral(SIGNALBOX_BINARY_DIR "/forge-contract")};
        if (m_isGitLab)
            words << QStringLiteral("--gitlab");
        QProcess contract;
        contract.setProcessChannelMode(QProcess::MergedChannels);
        contract.start(QStandardPaths::findExecutable(QStringLiteral("node")), words);
        if (!contract.waitForFinished(5 * kPatienceMs))
            return "it takes too long";
        const QByteArray told = contract.readAll();
        if (contract.exitCode() == kCannotInstall)
            qWarning("%s", told.constData());
        return contract.exitCode() == 0 || contract.exitCode() == kCannotInstall ? QByteArray() : told;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_program;
    QString m_url;
    bool m_isGitLab = false;
};

} // namespace signalbox::test
