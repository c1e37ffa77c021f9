// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/gitlab/testgitlab.h"

#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

QString TestGitLab::start(const QByteArray& ci, QJsonObject files, QJsonObject more)
{
    m_ci = ci;
    more[u"files"_s] = files;
    const QJsonObject projects{{QString::fromLatin1(kProject), more}};
    const QJsonObject runner{{u"tags"_s, QJsonArray{u"signalbox"_s}},
                             {u"path"_s, m_runner.first},
                             {u"home"_s, m_runner.second},
                             {u"env"_s, QJsonObject{{u"GITLAB_TOKEN"_s, QString::fromLatin1(kToken)}}}};
    const QByteArray seed
        = R"({"tokens":{"tok_ops":{"login":"ops"},"tok_boss":{"login":"boss"},"tok_lead":{"login":"lead"},)"
          R"("tok_reader":{"login":"ops","scopes":["read_api"]}},"projects":)"
        + QJsonDocument(projects).toJson(QJsonDocument::Compact) + R"(,"runners":)"
        + QJsonDocument(QJsonArray{runner}).toJson(QJsonDocument::Compact) + "}";
    return startProgram(u"gitlab.mjs"_s, seed);
}

QJsonDocument TestGitLab::asked(const QByteArray& method, const QString& path, const QJsonObject& body,
                                const QByteArray& token)
{
    return ask(method, u"/api/v4/projects/acme%2Fshop"_s + path, body, token);
}

bool TestGitLab::push()
{
    static int count = 0;
    const bool isFirst = !m_ci.isEmpty();
    const QString file = isFirst ? u".gitlab-ci.yml"_s : u"notes-%1.txt"_s.arg(++count);
    const QByteArray text = isFirst ? std::exchange(m_ci, {}) : QByteArray("a note");
    const QJsonDocument made = asked(
        "POST", u"/repository/files/"_s + file,
        {{u"branch"_s, u"main"_s}, {u"commit_message"_s, u"Change it"_s}, {u"content"_s, QString::fromUtf8(text)}});
    return made.object().contains(u"file_path"_s);
}

bool TestGitLab::hook(const QString& address, const QString& token)
{
    const QJsonDocument made = asked("POST", u"/hooks"_s,
                                     {{u"url"_s, address},
                                      {u"token"_s, token},
                                      {u"pipeline_events"_s, true},
                                      {u"job_events"_s, true},
                                      {u"deployment_events"_s, true}});
    return made.object().contains(u"id"_s);
}

QJsonObject TestGitLab::newestPipeline()
{
    return asked("GET", u"/pipelines?per_page=1"_s).array().at(0).toObject();
}

QString TestGitLab::pipelineThat(const QString& status)
{
    const bool stands
        = QTest::qWaitFor([&] { return newestPipeline()[u"status"_s].toString() == status; }, 3 * kPatienceMs);
    return stands ? QString::number(newestPipeline()[u"id"_s].toInteger()) : QString();
}

QJsonObject TestGitLab::job(const QString& pipeline, const QString& name)
{
    for (const auto& job : asked("GET", u"/pipelines/%1/jobs?per_page=100"_s.arg(pipeline)).array()) {
        if (job[u"name"_s].toString() == name)
            return job.toObject();
    }
    return {};
}

int TestGitLab::tries(const QString& pipeline)
{
    const QString path = u"/pipelines/%1/jobs?include_retried=true&per_page=100"_s.arg(pipeline);
    return static_cast<int>(asked("GET", path).array().size());
}

} // namespace signalbox::test
