// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/github/testforge.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray seedWith(const QByteArray& jobs, const QByteArray& caches, QJsonObject files, const QByteArray& environments,
                    const QByteArray& apps, const QJsonObject& more)
{
    files[u".github/workflows/ci.yml"_s] = u"name: ci\non: [push]\njobs:\n"_s + QString::fromUtf8(jobs);
    return R"({"tokens":{"tok_ops":{"login":"ops"},"tok_boss":{"login":"boss"}},)"
           R"("github":{"users":[{"login":"ops"},{"login":"boss"}],)"
           R"("orgs":[{"login":"acme","members":[{"login":"ops","role":"admin"},{"login":"boss","role":"admin"}]}],)"
           R"("repos":[{"owner":"acme","name":"shop","auto_init":true}],"apps":)"
        + apps + R"(},"forge":{"minute_ms":)" + QByteArray::number(more[u"minute_ms"_s].toInt()) + R"(,"runner":)"
        + QJsonDocument(more[u"runner"_s].toObject()).toJson(QJsonDocument::Compact)
        + R"(,"repos":{"acme/shop":{"run":false,"caches":)" + caches + R"(,"environments":)" + environments
        + R"(,"files":)" + QJsonDocument(files).toJson(QJsonDocument::Compact) + "}}}}";
}

} // namespace

QString TestForge::start(const QByteArray& jobs, const QByteArray& caches, QJsonObject files,
                         const QByteArray& environments, const QByteArray& apps)
{
    const QJsonObject runner{{u"path"_s, m_runner.first}, {u"home"_s, m_runner.second}};
    return startProgram(u"forge.mjs"_s,
                        seedWith(jobs, caches, std::move(files), environments, apps,
                                 {{u"minute_ms"_s, m_minuteMs}, {u"runner"_s, runner}}));
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

bool TestForge::hook(const QString& address, const QString& secret, const QJsonArray& events)
{
    const QJsonObject config{{u"url"_s, address}, {u"secret"_s, secret}, {u"content_type"_s, u"json"_s}};
    const QJsonDocument made
        = ask("POST", u"/repos/acme/shop/hooks"_s, {{u"config"_s, config}, {u"events"_s, events}, {u"active"_s, true}});
    return made.object().contains(u"id"_s);
}

QJsonObject TestForge::newestRun()
{
    const QJsonDocument runs = ask("GET", u"/repos/acme/shop/actions/runs"_s);
    return runs.object()[u"workflow_runs"_s].toArray().at(0).toObject();
}

} // namespace signalbox::test
