// SPDX-License-Identifier: GPL-3.0-or-later
// From a failing run on GitHub to a green one, with no hand on it: the real serve and the test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/offers.h"
#include "tests/integration/npm/npmscene.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Runs into its time limit at its first attempt, which GitHub calls cancelled.
constexpr const char* kSlow = R"(  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - run: if [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then sleep 600; fi
)";

/// Fails for a reason that nobody knows, unless it is asked for more output.
constexpr const char* kOdd = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "the frobnicator is out of tune"; [ "$RUNNER_DEBUG" = 1 ]
)";

/// Fails as long as what it restores is broken.
constexpr const char* kCached = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/cache@v4
        with:
          path: deps
          key: deps-1
      - name: Dependencies
        run: |
          if grep -q broken deps/cart.txt; then
            echo "error: dependency cache is corrupt: checksum of deps/cart.txt does not match"
            exit 1
          fi
)";
constexpr const char* kBroken = R"([{"key":"deps-1","ref":"refs/heads/main","files":{"deps/cart.txt":"broken"}},)"
                                R"({"key":"deps-10","ref":"refs/heads/main","files":{"deps/cart.txt":"good"}}])";

} // namespace

class TestGitHubHealing : public QObject {
    Q_OBJECT

private slots:
    void byWebhook();
    void withoutAnyWebhook();
    void whatItsOwnTimeLimitHasCancelled();
    void deliveriesThriceAndInAnyOrder();
    void aServerInTrouble();
    void aCorruptCacheIsDeleted();
    void aLogThatOnlyTheArchiveHas();
    void anArchiveThatIsNone();
    void byHand();
    void withDebugLoggingWhereAPersonWantsIt();
    void aTokenThatMayOnlyLook();

private:
    /// The run of self-healing for the only failure, as serve tells it.
    static QJsonObject healing(const Serving& serving)
    {
        const Replied replied = HttpClient(serving.port()).send("GET", "/pipeline/status/1", {});
        return QJsonDocument::fromJson(replied.body).object();
    }
    static QJsonArray ctl(const Serving& serving, const QStringList& arguments)
    {
        const Answered answered = runCtl(QStringList{u"--store"_s, serving.storePath(), u"--json"_s} + arguments);
        return QJsonDocument::fromJson(answered.output.toUtf8()).array();
    }
    static Answered addLine(const Serving& serving)
    {
        return runCtl(
            {u"--store"_s, serving.storePath(), u"repo"_s, u"add"_s, QString::fromLatin1(TestForge::kRepository)});
    }
    /// Healed once, learnt from, and nothing done twice.
    static void checkHealed(TestForge& forge, const Serving& serving, const QString& failure = u"api_rate_limit"_s)
    {
        QTRY_COMPARE_WITH_TIMEOUT(healing(serving)[u"state"_s].toString(), u"succeeded"_s, 3 * kPatienceMs);
        QCOMPARE(healing(serving)[u"line"_s].toString(), u"acme/shop"_s);
        QCOMPARE(forge.newestRun()[u"conclusion"_s].toString(), u"success"_s);
        QCOMPARE(forge.newestRun()[u"run_attempt"_s].toInt(), 2);
        QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
        QCOMPARE(ctl(serving, {u"runs"_s, u"list"_s}).size(), 1);
        const QJsonObject known = ctl(serving, {u"knowledge"_s, u"list"_s}).at(0).toObject();
        QCOMPARE(known[u"class"_s].toString(), failure);
        QCOMPARE(known[u"worked"_s].toInt(), 1);
    }
    static void use(const TestForge& forge)
    {
        qputenv("GH_TOKEN", TestForge::kToken);
        qputenv("GITHUB_API_URL", forge.url().toUtf8());
    }
};

void TestGitHubHealing::byWebhook()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    const Answered added = addLine(serving);
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    QVERIFY(serving.start());
    QVERIFY(
        forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()), QString::fromLatin1(Serving::kSecret)));

    QVERIFY(forge.push());

    checkHealed(forge, serving);
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
    const auto deliveries = serving.stored();
    QVERIFY(deliveries.size() >= 2); // of both attempts
    for (const StoredDelivery& delivery : deliveries)
        QCOMPARE(delivery.state, delivery.event == u"ping"_s ? u"ignored"_s : u"done"_s);
}

void TestGitHubHealing::whatItsOwnTimeLimitHasCancelled()
{
    TestForge forge;
    forge.shortenMinutes(120);
    if (const QString why = forge.start(kSlow); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(serving.start());
    QVERIFY(
        forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()), QString::fromLatin1(Serving::kSecret)));

    QVERIFY(forge.push());

    checkHealed(forge, serving, u"job_timeout"_s);
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::withoutAnyWebhook()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(forge.push()); // while nobody looks
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);

    QVERIFY(serving.start());

    checkHealed(forge, serving);
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::deliveriesThriceAndInAnyOrder()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(serving.start());
    QVERIFY(
        forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()), QString::fromLatin1(Serving::kSecret)));
    forge.ask("POST", u"/_forge/hooks"_s, {{u"hold"_s, true}});
    QVERIFY(forge.push() && forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);

    forge.ask("POST", u"/_forge/hooks"_s, {{u"hold"_s, false}, {u"shuffle"_s, true}, {u"times"_s, 3}});

    const auto ended = [&] {
        const QJsonArray runs = ctl(serving, {u"runs"_s, u"list"_s});
        return runs.size() == 2 && std::ranges::all_of(runs, [](const QJsonValue& run) {
                   return run[u"state"_s].toString() == u"succeeded"_s;
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 3 * kPatienceMs);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 2);
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::aServerInTrouble()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    const auto order = [&](const char* method, const char* path, const QJsonObject& answer) {
        forge.ask("POST", u"/_forge/faults"_s,
                  {{u"method"_s, QString::fromLatin1(method)},
                   {u"path"_s, QString::fromLatin1(path)},
                   {u"answer"_s, answer}});
    };
    order("GET", "/jobs$", {{u"status"_s, 502}, {u"body"_s, u"<html>"_s}});
    order("GET", "/logs$", {{u"cut"_s, u"before"_s}});
    order("GET", "/contents/", {{u"status"_s, 500}});
    order("POST", "/rerun-failed-jobs$", {{u"cut"_s, u"before"_s}, {u"perform"_s, true}}); // the answer is lost

    QVERIFY(serving.start());

    checkHealed(forge, serving);
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::aCorruptCacheIsDeleted()
{
    TestForge forge;
    if (const QString why = forge.start(kCached, kBroken); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);

    QVERIFY(serving.start());

    QTRY_COMPARE_WITH_TIMEOUT(healing(serving)[u"state"_s].toString(), u"succeeded"_s, 3 * kPatienceMs);
    QCOMPARE(healing(serving)[u"fix"_s].toString(), u"clear_cache_rerun"_s);
    QCOMPARE(forge.newestRun()[u"conclusion"_s].toString(), u"success"_s);
    QCOMPARE(forge.count(u"DELETE"_s, u"/actions/caches"_s), 1); // the other one's key only begins so
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::aLogThatOnlyTheArchiveHas()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    Serving serving;
    QCOMPARE(addLine(serving).status, 0);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    forge.order("GET", "/actions/jobs/\\d+/logs$", {{u"status"_s, 404}, {u"body"_s, u"{}"_s}}, 1000);

    QVERIFY(serving.start());

    checkHealed(forge, serving); // of the class that its log shows
    QVERIFY(forge.count(u"GET"_s, u"/attempts/1/logs"_s) >= 1);
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
}

void TestGitHubHealing::anArchiveThatIsNone()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    forge.order("GET", "/actions/jobs/\\d+/logs$", {{u"status"_s, 410}, {u"body"_s, u"{}"_s}}, 1000);
    forge.order("GET", "/attempts/1/logs$", {{u"status"_s, 200}, {u"body"_s, u"PK\u0005\u0006, or so it says"_s}},
                1000);
    const QTemporaryDir folder;
    const QStringList heal{u"--store"_s,    folder.filePath(u"s.sqlite"_s),
                           u"--json"_s,     u"heal"_s,
                           u"--provider"_s, u"github"_s,
                           u"--repo"_s,     u"acme/shop"_s,
                           u"--run"_s,      QString::number(forge.newestRun()[u"id"_s].toInteger())};

    for (const QStringList& how :
         {QStringList{u"--dry-run"_s}, QStringList()}) { // as CLI.md has it: the server's fault
        const Answered asked = runCtl(heal + how);
        QVERIFY2(asked.status == 3, qPrintable(asked.output + asked.diagnostics));
        QVERIFY2(asked.diagnostics.contains(u"the log archive of attempt 1 of run"_s), qPrintable(asked.diagnostics));
    }
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 0);
}

void TestGitHubHealing::byHand()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    const QString run = QString::number(forge.newestRun()[u"id"_s].toInteger());
    const QTemporaryDir folder;
    const QStringList heal{u"--store"_s,    folder.filePath(u"s.sqlite"_s),
                           u"--json"_s,     u"heal"_s,
                           u"--provider"_s, u"github"_s,
                           u"--repo"_s,     u"acme/shop"_s,
                           u"--run"_s,      run};

    const Answered rehearsed = runCtl(heal + QStringList{u"--dry-run"_s});
    QVERIFY2(rehearsed.status == 0, qPrintable(rehearsed.diagnostics));
    QCOMPARE(jsonOf(rehearsed.output)[u"would"_s].toString(), u"rerun_failed_jobs"_s);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 0);
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    QCOMPARE(runCtl(store + QStringList{u"--json"_s, u"repo"_s, u"list"_s}).output.trimmed(), u"[]"_s);
    QVERIFY(!runCtl(store + QStringList{u"--json"_s, u"audit"_s, u"list"_s}).output.contains(u"line_added"_s));

    const Answered healed = runCtl(heal);
    QVERIFY2(healed.status == 0, qPrintable(healed.output + healed.diagnostics));
    QCOMPARE(jsonOf(healed.output)[u"outcome"_s].toString(), u"retried"_s);

    QCOMPARE(runCtl(heal).status, 0); // it is healed already
    const QStringList add = store + QStringList{u"repo"_s, u"add"_s, u"acme/shop"_s};
    QCOMPARE(runCtl(add).status, 0); // as is the line
    const Answered changed = runCtl(add + QStringList{u"--token-variable"_s, u"OTHER_TOKEN"_s});
    QVERIFY2(changed.status == 2 && changed.diagnostics.contains(u"repo remove it first"_s),
             qPrintable(changed.diagnostics));
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
}

void TestGitHubHealing::withDebugLoggingWhereAPersonWantsIt()
{
    TestForge forge;
    const QString run = failedRun(forge, kOdd);
    if (run.isEmpty())
        QSKIP("the forge does not start here");
    const NpmScene store;
    const Answered asked = store.ask(healOf(run));
    QCOMPARE(asked.status, 1);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 0); // an unknown cause is not tried again by itself

    const QJsonObject healed = store.approve(jsonOf(asked.output), u"try_fix:rerun_debug"_s);

    QCOMPARE(healed[u"state"_s].toString(), u"succeeded"_s);
    QCOMPARE(forge.newestRun()[u"conclusion"_s].toString(), u"success"_s);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
}

void TestGitHubHealing::aTokenThatMayOnlyLook()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    use(forge);
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    forge.ask("POST", u"/_forge/faults"_s,
              {{u"method"_s, u"POST"_s},
               {u"path"_s, u"/rerun-failed-jobs$"_s},
               {u"times"_s, 100},
               {u"answer"_s, QJsonObject{{u"status"_s, 403}, {u"body"_s, u"{\"message\":\"Forbidden\"}"_s}}}});
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s};

    const Answered refused = runCtl(store
                                    + QStringList{u"heal"_s, u"--provider"_s, u"github"_s, u"--repo"_s, u"acme/shop"_s,
                                                  u"--run"_s, QString::number(forge.newestRun()[u"id"_s].toInteger())});

    QVERIFY2(refused.status == 3, qPrintable(refused.output + refused.diagnostics));
    QCOMPARE(jsonOf(refused.output)[u"outcome"_s].toString(), u"escalated"_s);
    QVERIFY2(refused.diagnostics.contains(u"give it the permission"_s), qPrintable(refused.diagnostics));
    const QString shown = runCtl(store + QStringList{u"approvals"_s, u"show"_s, u"1"_s}).output;
    QVERIFY2(shown.contains(u"\"reason\":\"refused\""_s) && shown.contains(u"look_again"_s), qPrintable(shown));
}

SIGNALBOX_TEST(TestGitHubHealing)
#include "tst_githubhealing.moc"
