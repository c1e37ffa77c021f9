// SPDX-License-Identifier: GPL-3.0-or-later
// From a failing pipeline of GitLab to a green one, with no hand on it: the real serve, the test forge, and a chat.
#include "tests/app/ctlprogram.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/integration/notify/chat.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Fails at its first try, as a registry does that has had enough; what is behind it then passes. A file tells the
/// tries apart, since GitLab does not.
QByteArray transient(const QString& marker)
{
    const QByteArray file = marker.toUtf8();
    return "stages: [test, ship]\n"
           "install:\n"
           "  stage: test\n"
           "  script:\n"
           "    - |\n"
           "      if [ ! -e "
        + file
        + " ]; then\n"
          "        touch "
        + file
        + "\n"
          "        echo 'npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad'\n"
          "        exit 1\n"
          "      fi\n"
          "    - echo installed\n"
          "lint:\n"
          "  stage: test\n"
          "  allow_failure: true\n"
          "  script: [\"echo 'error: unused variable x'\", \"exit 1\"]\n"
          "ship:\n"
          "  stage: ship\n"
          "  script: [\"echo shipped\"]\n";
}

} // namespace

class TestGitLabHealing : public QObject {
    Q_OBJECT

private slots:
    void byWebhookAndToldOnce();
    void withoutAnyWebhook();
    void deliveriesThriceAndInAnyOrder();
    void aServerInTrouble();
    void killedWhileItHeals();
    void byHand();
    void whatWaitsForAPersonAfterwardsIsHealed();
    void aConfigurationThatCannotBeReadIsForAPerson();
    void whatIsRefusedIsTold_data();
    void whatIsRefusedIsTold();

private:
    static QString begun(TestGitLab& gitlab) { return begun(gitlab, transient(gitlab.place(u"marker"_s))); }
    static QString begun(TestGitLab& gitlab, const QByteArray& ci)
    {
        if (QString why = gitlab.start(ci); !why.isEmpty())
            return why;
        qputenv("GITLAB_TOKEN", TestGitLab::kToken);
        qputenv("GITLAB_URL", gitlab.url().toUtf8());
        return {};
    }
    static Answered addLine(const Serving& serving)
    {
        return runCtl({u"--store"_s, serving.storePath(), u"repo"_s, u"add"_s,
                       QString::fromLatin1(TestGitLab::kProject), u"--provider"_s, u"gitlab"_s});
    }
    static QJsonArray ctl(const Serving& serving, const QStringList& arguments)
    {
        const Answered answered = runCtl(QStringList{u"--store"_s, serving.storePath(), u"--json"_s} + arguments);
        return QJsonDocument::fromJson(answered.output.toUtf8()).array();
    }
    /// The run of self-healing for the only failure, as serve tells it.
    static QJsonObject healing(const Serving& serving)
    {
        const Replied replied = HttpClient(serving.port()).send("GET", "/pipeline/status/1", {});
        return QJsonDocument::fromJson(replied.body).object();
    }
    static QString hookOf(const Serving& serving)
    {
        return u"http://127.0.0.1:%1/webhook/gitlab"_s.arg(serving.port());
    }
    static bool hook(TestGitLab& gitlab, const Serving& serving)
    {
        return gitlab.hook(hookOf(serving), QLatin1String(Serving::kToken));
    }
    /// Healed once, learnt from, and nothing done twice.
    static void checkHealed(TestGitLab& gitlab, const Serving& serving)
    {
        QTRY_COMPARE_WITH_TIMEOUT(healing(serving)[u"state"_s].toString(), u"succeeded"_s, 3 * kPatienceMs);
        QCOMPARE(healing(serving)[u"line"_s].toString(), u"acme/shop"_s);
        QCOMPARE(gitlab.newestPipeline()[u"status"_s].toString(), u"success"_s);
        QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 1);
        QCOMPARE(ctl(serving, {u"runs"_s, u"list"_s}).size(), 1);
        const QJsonObject known = ctl(serving, {u"knowledge"_s, u"list"_s}).at(0).toObject();
        QCOMPARE(known[u"class"_s].toString(), u"api_rate_limit"_s);
        QCOMPARE(known[u"worked"_s].toInt(), 1);
    }
};

void TestGitLabHealing::byWebhookAndToldOnce()
{
    TestGitLab gitlab;
    Chat chat;
    for (const QString& why : {begun(gitlab), chat.start()}) {
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }
    qputenv("SLACK_WEBHOOK_URL", chat.webhook().toUtf8());
    Serving serving;
    const Answered added = addLine(serving);
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    const QJsonObject line = ctl(serving, {u"repo"_s, u"list"_s}).at(0).toObject();
    QCOMPARE(line[u"provider"_s].toString(), u"gitlab"_s);
    QCOMPARE(line[u"api"_s].toString(), gitlab.url() + u"/api/v4"_s);
    QCOMPARE(
        runCtl({u"--store"_s, serving.storePath(), u"notify"_s, u"add"_s, u"team"_s, u"--way"_s, u"slack"_s}).status,
        0);
    QVERIFY(serving.start());
    QVERIFY(hook(gitlab, serving));

    QVERIFY(gitlab.push());

    checkHealed(gitlab, serving);
    QTRY_COMPARE_WITH_TIMEOUT(chat.count("acme/shop"), 1, kPatienceMs);
    QVERIFY(chat.history().contains("Healed: ") && chat.history().contains("Failure: api_rate_limit"));
    QVERIFY(!chat.history().contains(TestGitLab::kToken));
    QCOMPARE(serving.stop(), 0);
    QCOMPARE(chat.count("acme/shop"), 1);
    const auto deliveries = serving.stored();
    QVERIFY(deliveries.size() >= 4); // of pipelines and of jobs
    for (const StoredDelivery& delivery : deliveries)
        QCOMPARE(delivery.state, u"done"_s);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestGitLabHealing::withoutAnyWebhook()
{
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(gitlab.push()); // while nobody looks
    QVERIFY(!gitlab.pipelineThat(u"failed"_s).isEmpty());

    QVERIFY(serving.start());

    checkHealed(gitlab, serving);
    QCOMPARE(serving.stop(), 0);
}

void TestGitLabHealing::deliveriesThriceAndInAnyOrder()
{
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(serving.start());
    QVERIFY(hook(gitlab, serving));
    gitlab.ask("POST", u"/_forge/hooks"_s, {{u"hold"_s, true}});
    QVERIFY(gitlab.push());
    QVERIFY(!gitlab.pipelineThat(u"failed"_s).isEmpty());

    gitlab.ask("POST", u"/_forge/hooks"_s, {{u"hold"_s, false}, {u"shuffle"_s, true}, {u"times"_s, 3}});

    checkHealed(gitlab, serving);
    QCOMPARE(serving.stop(), 0);
}

void TestGitLabHealing::aServerInTrouble()
{
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    QVERIFY(!pipeline.isEmpty());
    gitlab.order("GET", "/jobs$", {{u"status"_s, 500}, {u"body"_s, u"<html>"_s}});
    gitlab.order("GET", "/trace$", {{u"cut"_s, u"after"_s}}, 2);
    gitlab.order(
        "GET", "/repository/files/",
        {{u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"retry-after"_s, u"1"_s}}}, {u"body"_s, u"Retry later"_s}});
    gitlab.order("POST", "/retry$", {{u"cut"_s, u"before"_s}, {u"perform"_s, true}}); // the answer is lost

    QVERIFY(serving.start());

    checkHealed(gitlab, serving);
    QCOMPARE(gitlab.tries(pipeline), 5); // of three jobs, the two that had failed were retried
    QCOMPARE(serving.stop(), 0);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestGitLabHealing::killedWhileItHeals()
{
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    QVERIFY(!pipeline.isEmpty());
    // What is asked is done, and nobody is there for the answer.
    gitlab.order("POST", "/retry$", {{u"delay_ms"_s, 2000}, {u"perform"_s, true}});
    QVERIFY(serving.start());
    QTRY_COMPARE_WITH_TIMEOUT(gitlab.count(u"POST"_s, u"/retry"_s), 1, 3 * kPatienceMs);
    serving.kill();
    QVERIFY(!gitlab.pipelineThat(u"success"_s).isEmpty());

    QVERIFY(serving.start());

    checkHealed(gitlab, serving);
    QCOMPARE(gitlab.tries(pipeline), 5);
    QCOMPARE(serving.stop(), 0);
}

void TestGitLabHealing::byHand()
{
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s};
    const QStringList heal = store
        + QStringList{u"heal"_s, u"--provider"_s, u"gitlab"_s, u"--repo"_s, u"acme/shop"_s, u"--run"_s, pipeline};

    const Answered rehearsed = runCtl(heal + QStringList{u"--dry-run"_s});
    QVERIFY2(rehearsed.status == 0, qPrintable(rehearsed.diagnostics));
    QCOMPARE(jsonOf(rehearsed.output)[u"would"_s].toString(), u"rerun_failed_jobs"_s);
    QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 0);

    const Answered healed = runCtl(heal);
    QVERIFY2(healed.status == 0, qPrintable(healed.output + healed.diagnostics));
    QCOMPARE(jsonOf(healed.output)[u"outcome"_s].toString(), u"retried"_s);

    QCOMPARE(runCtl(heal).status, 0); // it is healed already
    QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 1);
    const Answered other = runCtl(store + QStringList{u"repo"_s, u"add"_s, u"acme/shop"_s});
    QVERIFY2(other.status == 2 && other.diagnostics.contains(u"repo remove it first"_s), qPrintable(other.diagnostics));
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestGitLabHealing::whatWaitsForAPersonAfterwardsIsHealed()
{
    TestGitLab gitlab;
    const QByteArray held
        = transient(gitlab.place(u"marker"_s)) + "  rules: [{when: manual}]\n"; // ship is started by hand
    if (const QString why = begun(gitlab, held); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    const QTemporaryDir folder;
    const QStringList heal{u"--store"_s,    folder.filePath(u"s.sqlite"_s),
                           u"--json"_s,     u"heal"_s,
                           u"--provider"_s, u"gitlab"_s,
                           u"--repo"_s,     u"acme/shop"_s,
                           u"--run"_s,      pipeline};

    const Answered healed = runCtl(heal);

    QVERIFY2(healed.status == 0, qPrintable(healed.output + healed.diagnostics));
    QCOMPARE(jsonOf(healed.output)[u"outcome"_s].toString(), u"retried"_s);
    QCOMPARE(gitlab.pipelineThat(u"manual"_s), pipeline); // and nobody was asked whether it may ship
    QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 1);
    const Answered rehearsed = runCtl(heal + QStringList{u"--dry-run"_s});
    QCOMPARE(rehearsed.status, 0);
    QCOMPARE(jsonOf(rehearsed.output)[u"outcome"_s].toString(), u"waits"_s);
}

void TestGitLabHealing::aConfigurationThatCannotBeReadIsForAPerson()
{
    TestGitLab gitlab;
    if (const QString why = gitlab.start("test:\n  stage: nowhere\n  script: [\"true\"]\n"); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("GITLAB_TOKEN", TestGitLab::kToken);
    qputenv("GITLAB_URL", gitlab.url().toUtf8());
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s};

    const Answered asked = runCtl(
        store
        + QStringList{u"heal"_s, u"--provider"_s, u"gitlab"_s, u"--repo"_s, u"acme/shop"_s, u"--run"_s, pipeline});

    QVERIFY2(asked.status == 1, qPrintable(asked.output + asked.diagnostics));
    QCOMPARE(jsonOf(asked.output)[u"outcome"_s].toString(), u"escalated"_s);
    const QString shown = runCtl(store + QStringList{u"approvals"_s, u"show"_s, u"1"_s}).output;
    QVERIFY2(shown.contains(u"\"job\":\".gitlab-ci.yml\""_s), qPrintable(shown));
    QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 0);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestGitLabHealing::whatIsRefusedIsTold_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    const QJsonObject forbidden{{u"status"_s, 403}, {u"body"_s, u"{\"message\":\"403 Forbidden\"}"_s}};
    QTest::newRow("a token that is not accepted")
        << u"GET"_s << u"/pipelines"_s
        << QJsonObject{{u"status"_s, 401}, {u"body"_s, u"{\"message\":\"401 Unauthorized\"}"_s}} << 3
        << u"does not accept the token in GITLAB_TOKEN (401 Unauthorized); put a valid one there"_s;
    QTest::newRow("a token that may not see it")
        << u"GET"_s << u"/pipelines"_s << forbidden << 3 << u"it needs the scope api"_s;
    QTest::newRow("a token that may only look")
        << u"POST"_s << u"/retry$"_s << forbidden << 3 << u"it needs the scope api"_s;
    QTest::newRow("a project that is not shown")
        << u"GET"_s << u"/pipelines"_s
        << QJsonObject{{u"status"_s, 404}, {u"body"_s, u"{\"message\":\"404 Project Not Found\"}"_s}} << 3
        << u"or the token in GITLAB_TOKEN may not see it"_s;
    QTest::newRow("a limit that is spent")
        << u"GET"_s << u"/pipelines"_s
        << QJsonObject{{u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"retry-after"_s, u"120"_s}}}} << 3
        << u"its limit of requests is reached; it is asked again after "_s;
    QTest::newRow("a server that fails") << u"GET"_s << u"/pipelines"_s << QJsonObject{{u"status"_s, 500}} << 3
                                         << u"answers 500 for "_s;
    QTest::newRow("a connection that is cut") << u"GET"_s << u"/pipelines"_s << QJsonObject{{u"cut"_s, u"before"_s}}
                                              << 3 << u"cut before the answer was whole"_s;
}

void TestGitLabHealing::whatIsRefusedIsTold()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, answer);
    QFETCH(int, status);
    QFETCH(QString, told);
    TestGitLab gitlab;
    if (const QString why = begun(gitlab); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(gitlab.push());
    const QString pipeline = gitlab.pipelineThat(u"failed"_s);
    gitlab.order(method.toLatin1(), path.toLatin1(), answer, 100);
    const QTemporaryDir folder;

    const Answered refused = runCtl({u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s, u"heal"_s,
                                     u"--provider"_s, u"gitlab"_s, u"--repo"_s, u"acme/shop"_s, u"--run"_s, pipeline});

    QVERIFY2(refused.status == status && isOneLine(refused.diagnostics),
             qPrintable(refused.output + refused.diagnostics));
    QVERIFY2(refused.diagnostics.contains(told), qPrintable(refused.diagnostics));
    QVERIFY(!refused.diagnostics.contains(QLatin1String(TestGitLab::kToken)));
    gitlab.ask("DELETE", u"/_forge/faults"_s);
    QCOMPARE(gitlab.tries(pipeline), 3); // of its jobs, each has run as often as GitLab let it
}

SIGNALBOX_TEST(TestGitLabHealing)
#include "tst_gitlabhealing.moc"
