// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/delivery.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;

namespace {

/// What is stored of a payload, with its members in order.
QByteArray stored(const char* source, const char* event, const QByteArray& payload)
{
    JsonPlaces places;
    if (!places.read({payload.data(), static_cast<std::size_t>(payload.size())}))
        return "not read";
    const bool github = qstrcmp(source, "github") == 0;
    return QByteArray::fromStdString(
        dumpJson(toJson(github ? ci::githubNotice(event, places) : ci::gitlabNotice(event, places))));
}

} // namespace

class TestDelivery : public QObject {
    Q_OBJECT

private slots:
    void saysWhatThePayloadSays_data();
    void saysWhatThePayloadSays();
    void namesOfTheWrongTypeSayNothing();
    void secretsInNamesAreTakenOut();
    void textThatIsNoJsonObjectIsRefused_data();
    void textThatIsNoJsonObjectIsRefused();
};

void TestDelivery::saysWhatThePayloadSays_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, const char* source, const char* event, const char* payload,
                        const char* wanted) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(event) << QByteArray(payload) << QByteArray(wanted);
    };

    row("a workflow run that failed", "github", "workflow_run",
        R"({"action":"completed","repository":{"full_name":"acme/shop"},"workflow_run":{"id":30433642,"run_attempt":2,
            "head_branch":"feature/cart/v2","head_sha":"acb5820ced9479c074f688cc328bf03f341a511d",
            "status":"completed","conclusion":"failure"}})",
        R"({"action":"completed","attempt":2,"branch":"feature/cart/v2",)"
        R"("commit":"acb5820ced9479c074f688cc328bf03f341a511d","conclusion":"failure","phase":"finished",)"
        R"("repository":"acme/shop","run":"30433642"})");
    row("a job that waits", "github", "workflow_job",
        R"({"action":"waiting","repository":{"full_name":"acme/shop"},
            "workflow_job":{"id":9,"run_id":8,"run_attempt":1,"head_sha":"5c","status":"waiting","conclusion":null}})",
        R"({"action":"waiting","attempt":1,"commit":"5c","job":"9","phase":"queued","repository":"acme/shop","run":"8"})");
    row("a push to a branch with slashes", "github", "push",
        R"({"ref":"refs/heads/release/2026/11","after":"6113728f","deleted":false,"repository":{"full_name":"a/b"}})",
        R"({"branch":"release/2026/11","commit":"6113728f","repository":"a/b"})");
    row("a push that deletes a branch", "github", "push",
        R"({"ref":"refs/heads/old/idea","after":"0000000000000000000000000000000000000000","deleted":true,
            "head_commit":null,"repository":{"full_name":"a/b"}})",
        R"({"branch":"old/idea","branch_deleted":true,"repository":"a/b"})");
    row("a tag is no branch", "github", "push",
        R"({"ref":"refs/tags/v1","after":"6113728f","deleted":false,"repository":{"full_name":"a/b"}})",
        R"({"commit":"6113728f","repository":"a/b"})");
    row("a rule that asks, by the run in its callback", "github", "deployment_protection_rule",
        R"({"action":"requested","environment":"production","deployment":{"sha":"5c","ref":"main"},
            "deployment_callback_url":"https://api.github.com/repos/a/b/actions/runs/77/deployment_protection_rule",
            "repository":{"full_name":"a/b"}})",
        R"({"action":"requested","branch":"main","commit":"5c","environment":"production","repository":"a/b","run":"77"})");
    row("a rule whose callback is of another repository", "github", "deployment_protection_rule",
        R"({"action":"requested","environment":"production","deployment":{"sha":"5c","ref":"main"},
            "deployment_callback_url":"https://evil.example/repos/b/c/actions/runs/77/deployment_protection_rule",
            "repository":{"full_name":"a/b"}})",
        R"({"action":"requested","branch":"main","commit":"5c","environment":"production","repository":"a/b"})");
    row("a rule whose callback is longer than one", "github", "deployment_protection_rule",
        R"({"action":"requested","environment":"production","deployment":{"sha":"5c","ref":"main"},
            "deployment_callback_url":"https://api.github.com/repos/a/b/actions/runs/77/../../x/deployment_protection_rule",
            "repository":{"full_name":"a/b"}})",
        R"({"action":"requested","branch":"main","commit":"5c","environment":"production","repository":"a/b"})");
    row("a deployment that failed", "github", "deployment_status",
        R"({"action":"created","deployment_status":{"state":"error"},
            "deployment":{"sha":"5c","ref":"main","environment":"production"},"repository":{"full_name":"a/b"}})",
        R"({"action":"error","branch":"main","commit":"5c","conclusion":"failure","environment":"production",)"
        R"("phase":"finished","repository":"a/b"})");
    row("a pull request", "github", "pull_request",
        R"({"action":"opened","number":12,"pull_request":{"head":{"ref":"fix/x","sha":"5c"}},
            "repository":{"full_name":"a/b"}})",
        R"({"action":"opened","branch":"fix/x","commit":"5c","pull_request":"12","repository":"a/b"})");
    row("a ping", "github", "ping", R"({"zen":"Keep it logically awesome.","hook_id":1})", "{}");

    row("a pipeline that failed", "gitlab", "Pipeline Hook",
        R"({"object_kind":"pipeline","object_attributes":{"id":31,"ref":"feature/a","tag":false,"sha":"bcbb5ec3",
            "status":"failed"},"project":{"path_with_namespace":"acme/shop"}})",
        R"({"action":"failed","branch":"feature/a","commit":"bcbb5ec3","conclusion":"failure","phase":"finished",)"
        R"("repository":"acme/shop","run":"31"})");
    row("a job that runs", "gitlab", "Job Hook",
        R"({"object_kind":"build","ref":"main","tag":false,"sha":"95d49d1e","build_id":1977,"build_status":"running",
            "pipeline_id":2366,"project":{"path_with_namespace":"acme/shop"}})",
        R"({"action":"running","branch":"main","commit":"95d49d1e","job":"1977","phase":"running",)"
        R"("repository":"acme/shop","run":"2366"})");
    row("a push that deletes a branch at GitLab", "gitlab", "Push Hook",
        R"({"object_kind":"push","ref":"refs/heads/old/idea","after":"0000000000000000000000000000000000000000",
            "checkout_sha":null,"project":{"path_with_namespace":"acme/shop"}})",
        R"({"branch":"old/idea","branch_deleted":true,"repository":"acme/shop"})");
    row("a deployment at GitLab", "gitlab", "Deployment Hook",
        R"({"object_kind":"deployment","status":"success","deployable_id":796,"environment":"staging","ref":"main",
            "short_sha":"279484c0","commit_url":"https://gitlab.example.com/acme/shop/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468",
            "project":{"path_with_namespace":"acme/shop"}})",
        R"({"action":"success","branch":"main","commit":"279484c09fbe69ededfced8c1bb6e6d24616b468",)"
        R"("conclusion":"success","environment":"staging","job":"796","phase":"finished","repository":"acme/shop"})");
}

void TestDelivery::saysWhatThePayloadSays()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, wanted);

    QCOMPARE(stored(source, event, payload), wanted);
}

void TestDelivery::namesOfTheWrongTypeSayNothing()
{
    QCOMPARE(stored("github", "workflow_run", R"({"workflow_run":[1],"repository":{"full_name":{}},"action":null})"),
             "{}");
}

void TestDelivery::secretsInNamesAreTakenOut()
{
    const QByteArray token = "ghp_" + QByteArray(36, 'a').replace(0, 20, "0123456789abcdefghij");

    const QByteArray text = stored("github", "push", R"({"ref":"refs/heads/)" + token + R"(","after":"5c"})");

    QVERIFY(text.contains("[redacted"));
    QVERIFY(!text.contains(token));
}

void TestDelivery::textThatIsNoJsonObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut short") << QByteArray(R"({"action":"comp)");
    QTest::newRow("something behind it") << QByteArray(R"({}{})");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    QTest::newRow("nested without end") << QByteArray(100'000, '[');
}

void TestDelivery::textThatIsNoJsonObjectIsRefused()
{
    QFETCH(QByteArray, text);
    JsonPlaces places;

    const auto read = places.read({text.data(), static_cast<std::size_t>(text.size())});

    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::InvalidInput);
}

SIGNALBOX_TEST(TestDelivery)
#include "tst_delivery.moc"
