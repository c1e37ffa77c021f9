// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/github/testforge.h"

#include "tests/integration/webhook/serving.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QUrl>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray seedWith(const QByteArray& jobs, const QByteArray& caches, QJsonObject files)
{
    files[u".github/workflows/ci.yml"_s] = u"name: ci\non: [push]\njobs:\n"_s + QString::fromUtf8(jobs);
    return R"({"tokens":{"tok_ops":{"login":"ops"}},"github":{"users":[{"login":"ops"}],)"
           R"("orgs":[{"login":"acme","members":[{"login":"ops","role":"admin"}]}],)"
           R"("repos":[{"owner":"acme","name":"shop","auto_init":true}]},)"
           R"("forge":{"repos":{"acme/shop":{"run":false,"caches":)"
        + caches + R"(,"files":)" + QJsonDocument(files).toJson(QJsonDocument::Compact) + "}}}}";
}

} // namespace

TestForge::~TestForge()
{
    m_program.closeWriteChannel(); // it ends with its standard input
    if (m_program.state() != QProcess::NotRunning && !m_program.waitForFinished(kPatienceMs))
        m_program.kill();
}

QString TestForge::start(const QByteArray& jobs, const QByteArray& caches, QJsonObject files)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty())
        return u"node is not installed: there is no forge"_s;
    QFile seed(m_folder.filePath(u"seed.json"_s));
    if (!seed.open(QIODevice::WriteOnly))
        return u"there is no room for its seed"_s;
    seed.write(seedWith(jobs, caches, std::move(files)));
    seed.close();
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(node,
                    {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/forge/forge.mjs"), u"--seed"_s, seed.fileName(),
                     u"--port"_s, u"0"_s, u"--packages"_s, QStringLiteral(SIGNALBOX_BINARY_DIR "/forge")});
    while (!m_program.canReadLine()) {
        if (!m_program.waitForReadyRead(3 * kPatienceMs))
            return u"the forge does not start here: node or its packages are missing"_s;
    }
    m_url = QJsonDocument::fromJson(m_program.readLine()).object()[u"url"_s].toString();
    return m_url.isEmpty() ? u"the forge does not say where it is"_s : QString();
}

QJsonDocument TestForge::ask(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_url + path));
    request.setRawHeader("Authorization", QByteArray("Bearer ") + kToken);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray content = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    QNetworkReply* const reply = network.sendCustomRequest(request, method, content);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait(kPatienceMs) || reply->error() != QNetworkReply::NoError)
        return {};
    return QJsonDocument::fromJson(reply->readAll());
}

bool TestForge::push()
{
    static int count = 0;
    const QByteArray text = "change " + QByteArray::number(++count);
    const QJsonDocument made
        = ask("PUT", u"/repos/acme/shop/contents/notes-%1.txt"_s.arg(count),
              {{u"message"_s, u"Take a note"_s}, {u"content"_s, QString::fromLatin1(text.toBase64())}});
    return made.object().contains(u"commit"_s);
}

bool TestForge::hook(const QString& address, const QString& secret)
{
    const QJsonObject config{{u"url"_s, address}, {u"secret"_s, secret}, {u"content_type"_s, u"json"_s}};
    const QJsonDocument made
        = ask("POST", u"/repos/acme/shop/hooks"_s,
              {{u"config"_s, config}, {u"events"_s, QJsonArray{u"workflow_run"_s}}, {u"active"_s, true}});
    return made.object().contains(u"id"_s);
}

int TestForge::count(const QString& method, const QString& end)
{
    int count = 0;
    for (const auto& value : ask("GET", u"/_forge/journal"_s).array()) {
        const QJsonObject request = value.toObject();
        count += request[u"method"_s].toString() == method && request[u"path"_s].toString().endsWith(end) ? 1 : 0;
    }
    return count;
}

QJsonObject TestForge::newestRun()
{
    const QJsonDocument runs = ask("GET", u"/repos/acme/shop/actions/runs"_s);
    return runs.object()[u"workflow_runs"_s].toArray().at(0).toObject();
}

} // namespace signalbox::test
