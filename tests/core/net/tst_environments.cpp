// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run may deploy to, as its server tells it.
#include "tests/core/net/cannedgithub.h"
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

QString joined(const std::vector<std::string>& environments)
{
    QStringList all;
    for (const std::string& environment : environments)
        all << QString::fromStdString(environment);
    return all.join(u' ');
}

} // namespace

class TestEnvironments : public QObject {
    Q_OBJECT

private slots:
    void ofGitHubAreToldByTheWorkflow_data();
    void ofGitHubAreToldByTheWorkflow();
    void ofGitLabAreToldByItsDeployments_data();
    void ofGitLabAreToldByItsDeployments();
};

void TestEnvironments::ofGitHubAreToldByTheWorkflow_data()
{
    QTest::addColumn<QString>("workflow");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("found");
    const QString ci = QStringLiteral(".github/workflows/ci.yml");
    QTest::newRow("as of its commit") << ci << 200 << QStringLiteral("live *");
    QTest::newRow("a file that may not be read") << ci << 403 << QStringLiteral("*");
    QTest::newRow("a file that is not there") << ci << 404 << QStringLiteral("*");
    QTest::newRow("one of GitHub's own") << QStringLiteral("dynamic/pages/pages-build-deployment") << 200
                                         << QStringLiteral("*");
}

void TestEnvironments::ofGitHubAreToldByTheWorkflow()
{
    QFETCH(QString, workflow);
    QFETCH(int, status);
    QFETCH(QString, found);
    const QByteArray file("jobs: {a: {environment: live}, b: {uses: ./other.yml}}");
    CannedGitHub github;
    github.script["GET /contents/.github/workflows/ci.yml?ref=6113728f"]
        = {answered(status, R"({"encoding":"base64","content":")" + file.toBase64().toStdString() + "\"}")};
    ci::Run run;
    run.line = "acme/shop";
    run.commit = "6113728f";
    run.workflow = workflow.toStdString();

    const auto told = github.ci.environmentsOf(run, {});

    QVERIFY2(told, told ? "" : told.error().detail.c_str());
    QCOMPARE(joined(*told), found);
}

void TestEnvironments::ofGitLabAreToldByItsDeployments_data()
{
    QTest::addColumn<int>("newer");
    QTest::addColumn<QString>("found");
    QTest::newRow("what is done is done") << 0 << QStringLiteral("staging");
    QTest::newRow("its own may be further back") << 98 << QStringLiteral("staging *");
}

void TestEnvironments::ofGitLabAreToldByItsDeployments()
{
    QFETCH(int, newer);
    QFETCH(QString, found);
    const auto deployment = [](const char* environment, const char* status, int pipeline) {
        return R"({"status":")" + std::string(status) + R"(","environment":{"name":")" + environment
            + R"("},"deployable":{"pipeline":{"id":)" + std::to_string(pipeline) + "}}}";
    };
    CannedGitLab gitlab;
    std::string list = "[" + deployment("production", "success", 7) + "," + deployment("staging", "failed", 7);
    for (int i = 0; i < newer; ++i)
        list += "," + deployment("review", "created", 8 + i);
    gitlab.script["GET /deployments?order_by=id&sort=desc&per_page=100"] = {answered(200, list + "]")};
    ci::Run run;
    run.line = "acme/web/shop";
    run.number = "7";

    const auto told = gitlab.ci.environmentsOf(run, {});

    QVERIFY2(told, told ? "" : told.error().detail.c_str());
    QCOMPARE(joined(*told), found);
}

SIGNALBOX_TEST(TestEnvironments)
#include "tst_environments.moc"
