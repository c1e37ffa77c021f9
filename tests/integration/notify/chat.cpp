// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/notify/chat.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

namespace signalbox::test {

using namespace Qt::StringLiterals;

QJsonDocument fetched(const QString& url, const QByteArray& body)
{
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("Authorization", "Bearer tok_ops");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply* const reply = body.isEmpty() ? network.get(request) : network.post(request, body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return finished.wait(60'000) ? QJsonDocument::fromJson(reply->readAll()) : QJsonDocument();
}

QString Chat::start()
{
    const QString port = QString::number(freePort());
    m_url = u"http://127.0.0.1:"_s + port;
    return m_program.start(u"node"_s,
                           {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/notify/slack.mjs"), u"--port"_s,
                            port, u"--packages"_s, QStringLiteral(SIGNALBOX_BINARY_DIR "/forge")},
                           "url");
}

QString Chat::webhook() const
{
    return m_url + u"/services/T000000001/B000000001/"_s + QLatin1String(kSecretPart);
}

QByteArray Chat::history() const
{
    return fetched(m_url + u"/api/conversations.history"_s, R"({"channel":"C000000001","limit":200})").toJson();
}

int Chat::count(const QByteArray& text) const
{
    int told = 0;
    for (const QJsonValue& message : QJsonDocument::fromJson(history())[u"messages"].toArray())
        told += QJsonDocument(message.toObject()).toJson().contains(text) ? 1 : 0;
    return told;
}

} // namespace signalbox::test
