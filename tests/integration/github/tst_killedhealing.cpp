// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand deliveries, shuffled, each sent three times, among them what the forge tells of runs that fail, while
// the real serve is killed twenty times, in the middle of healing too: each delivery is in the store exactly once, each
// run is healed exactly once, and each healing is told once.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/notify/hook.h"
#include "tests/integration/webhook/deliverystorm.h"
#include "tests/signalboxtest.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDeliveries = 10'000;
constexpr int kTimes = 3;
constexpr int kKills = 20;
constexpr int kRunsBefore = 24; // that fail while nobody looks
constexpr int kRunsEach = 2; // that fail before every other kill
constexpr int kRetold = 30; // further deliveries of each failure that is told
constexpr int kRuns = kRunsBefore + kRunsEach * kKills / 2;
constexpr int kHeldUpMs = 30'000;

/// Each run fails at its first attempt, with a signature of its own: no outage, and no hour's limit in the way.
constexpr const char* kTransient = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - name: Install
        run: |
          if [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then
            package=left-pad-$(ls notes-*.txt | wc -l | tr -d ' ' | tr 0-9 a-j)
            echo "npm error 429 Too Many Requests - GET registry.npmjs.org/$package"
            exit 1
          fi
          echo installed
)";
constexpr const char* kPolicy = "version: 1\npolicy:\n  automatic_actions_per_hour: 200\n";

/// A request of the agent in the midst of which the program dies: it is held up once it is seen.
struct Moment {
    const char* name;
    const char* method;
    const char* path;
};
constexpr std::array<Moment, 3> kMoments{{{"the re-run is begun, and not answered", "POST", "/rerun-failed-jobs$"},
                                          {"a log is asked for", "GET", "/jobs/[0-9]+/logs$"},
                                          {"the run is looked at", "GET", "/actions/runs/[0-9]+$"}}};

/// What the forge has written down since it was asked last.
class Journal {
public:
    explicit Journal(TestForge& forge) : m_forge(forge) { }

    int count(const Moment& moment)
    {
        const QRegularExpression path(QString::fromLatin1(moment.path));
        int fits = 0;
        for (const QJsonValue& value : m_forge.ask("GET", u"/_forge/journal?since=%1"_s.arg(m_last)).array()) {
            m_last = value[u"number"].toInt();
            const bool isOne = value[u"method"].toString() == QLatin1String(moment.method)
                && path.match(value[u"path"].toString()).hasMatch();
            fits += isOne ? 1 : 0;
        }
        return fits;
    }

private:
    TestForge& m_forge;
    int m_last = 0;
};

QJsonArray runsOf(TestForge& forge)
{
    return forge.ask("GET", u"/repos/acme/shop/actions/runs?per_page=100"_s, {}, TestForge::kBoss)
        .object()[u"workflow_runs"]
        .toArray();
}

int ended(TestForge& forge, const QString& conclusion)
{
    return static_cast<int>(std::ranges::count_if(
        runsOf(forge), [&](const QJsonValue& run) { return run[u"conclusion"].toString() == conclusion; }));
}

/// All that the forge wanted to tell its hook, as it tells it.
std::vector<SentDelivery> toldBy(TestForge& forge)
{
    const QString list = u"/repos/acme/shop/hooks/1/deliveries"_s;
    std::vector<SentDelivery> all;
    QString page = list + u"?per_page=100"_s;
    while (!page.isEmpty()) {
        const QJsonArray briefs = forge.ask("GET", page, {}, TestForge::kBoss).array();
        for (const QJsonValue& brief : briefs) {
            const QString id = QString::number(brief[u"id"].toInteger());
            const QJsonObject whole = forge.ask("GET", list + u'/' + id, {}, TestForge::kBoss).object();
            all.push_back({whole[u"guid"].toString().toUtf8(), whole[u"event"].toString().toUtf8(),
                           QJsonDocument(whole[u"request"][u"payload"].toObject()).toJson(QJsonDocument::Compact)});
        }
        page = briefs.size() < 100 ? QString()
                                   : list + u"?per_page=100&cursor=v1_%1"_s.arg(briefs.last()[u"id"].toInteger());
    }
    return all;
}

bool tellsOfFailure(const SentDelivery& delivery)
{
    return delivery.event == "workflow_run" && delivery.body.contains(R"("conclusion":"failure")");
}

/// What is no failure of the line: runs that passed or go on, failures elsewhere, pushes.
SentDelivery other(int number)
{
    const QByteArray id = QByteArray::number(number);
    const QByteArray here = R"("repository":{"full_name":"acme/shop"}})";
    const auto run = [&id](const QByteArray& action, const QByteArray& rest) {
        return R"({"action":")" + action + R"(","workflow_run":{"id":)" + id
            + R"(,"run_attempt":1,"head_branch":"main",)" + rest + "},";
    };
    const SentDelivery choices[]{
        {{}, "workflow_run", run("completed", R"("status":"completed","conclusion":"success")") + here},
        {{}, "workflow_run", run("in_progress", R"("status":"in_progress","conclusion":null)") + here},
        {{},
         "workflow_run",
         run("completed", R"("status":"completed","conclusion":"failure")")
             + R"("repository":{"full_name":"acme/other"}})"},
        {{}, "push", R"({"ref":"refs/heads/main","after":"0123456789012345678901234567890123456789",)" + here}};
    SentDelivery chosen = choices[static_cast<std::size_t>(number) % std::size(choices)];
    chosen.id = "other-" + id;
    return chosen;
}

std::vector<SentDelivery> tenThousand(const std::vector<SentDelivery>& told)
{
    std::vector<SentDelivery> all = told;
    for (const SentDelivery& one : told) {
        for (int again = 0; tellsOfFailure(one) && again < kRetold; ++again)
            all.push_back({one.id + "-" + QByteArray::number(again), one.event, one.body});
    }
    for (int number = 1; std::ssize(all) < kDeliveries; ++number)
        all.push_back(other(number));
    return all;
}

} // namespace

class TestKilledHealing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRunIsHealedExactlyOnce();

private:
    TestForge m_forge;
    Hook m_hook;
    Serving m_serving;

    Answered ctl(const QStringList& arguments) const
    {
        return runCtl(QStringList{u"--store"_s, m_serving.storePath(), u"--json"_s} + arguments);
    }
    QJsonArray healings() const { return QJsonDocument::fromJson(ctl({u"runs"_s, u"list"_s}).output.toUtf8()).array(); }
    bool isAllHealed() const;
    bool isAllTakenUp() const;
    bool killAt(const Moment& moment);
    void checkStored(const std::vector<SentDelivery>& sent) const;
    void checkHealed();
    void checkTold() const;
};

void TestKilledHealing::initTestCase()
{
    for (const QString& why :
         {m_forge.start(kTransient, "[]", {{u"signalbox.yaml"_s, QLatin1String(kPolicy)}}), m_hook.start(u"200"_s)}) {
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", m_forge.url().toUtf8());
    qputenv("HOOK", m_hook.url().toUtf8());
    QCOMPARE(ctl({u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository)}).status, 0);
    QCOMPARE(ctl({u"notify"_s, u"add"_s, u"program"_s, u"--way"_s, u"webhook"_s, u"--variable"_s, u"HOOK"_s}).status,
             0);
    QVERIFY(m_serving.start()); // which finds a port
    QCOMPARE(m_serving.stop(), 0);
    QVERIFY(m_forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(m_serving.port()), QLatin1String(Serving::kSecret),
                         {u"workflow_run"_s, u"workflow_job"_s}));
    m_forge.ask("POST", u"/_forge/limits"_s, {{u"points_per_minute"_s, 100'000}}); // twenty programs in a minute
    m_forge.ask("POST", u"/_forge/hooks"_s, {{u"off"_s, true}});
    for (int run = 0; run < kRunsBefore; ++run)
        QVERIFY(m_forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(ended(m_forge, u"failure"_s), kRunsBefore, 3 * kPatienceMs);
}

/// With new failures, one of which at least comes there. False where none does.
bool TestKilledHealing::killAt(const Moment& moment)
{
    for (int run = 0; run < kRunsEach; ++run) {
        if (!m_forge.push())
            return false;
    }
    Journal journal(m_forge);
    journal.count(moment); // before now
    m_forge.order(moment.method, moment.path, {{u"delay_ms"_s, kHeldUpMs}, {u"perform"_s, true}});
    const bool came = QTest::qWaitFor([&] { return journal.count(moment) > 0; }, 3 * kPatienceMs);
    m_serving.kill();
    m_forge.ask("DELETE", u"/_forge/faults"_s);
    return came;
}

bool TestKilledHealing::isAllHealed() const
{
    const QJsonArray all = healings();
    return all.size() >= kRuns
        && std::ranges::all_of(all, [](const QJsonValue& run) { return run[u"state"].toString() == u"succeeded"_s; });
}

bool TestKilledHealing::isAllTakenUp() const
{
    return std::ranges::none_of(m_serving.stored(),
                                [](const StoredDelivery& row) { return row.state == u"waiting"_s; });
}

void TestKilledHealing::checkStored(const std::vector<SentDelivery>& sent) const
{
    QHash<QString, int> stored;
    for (const StoredDelivery& row : m_serving.stored())
        ++stored[row.id];
    for (const SentDelivery& one : sent)
        QCOMPARE(stored.value(QString::fromUtf8(one.id)), 1);
    QVERIFY(std::ranges::all_of(stored, [](int times) { return times == 1; })); // what the forge told meanwhile, too
}

void TestKilledHealing::checkHealed()
{
    QHash<QString, int> begun; // attempts, by run
    for (const QJsonValue& request : m_forge.ask("GET", u"/_forge/journal?path=rerun-failed-jobs"_s).array())
        ++begun[request[u"path"].toString().section(u'/', -2, -2)];
    const QJsonArray runs = runsOf(m_forge);
    QCOMPARE(runs.size(), kRuns);
    for (const QJsonValue& run : runs) {
        const QString number = QString::number(run[u"id"].toInteger());
        QVERIFY2(begun.value(number) == 1, qPrintable(number + u": "_s + QString::number(begun.value(number))));
        QCOMPARE(run[u"run_attempt"].toInt(), 2);
        QCOMPARE(run[u"conclusion"].toString(), u"success"_s);
    }
    QCOMPARE(begun.size(), kRuns);
    QCOMPARE(healings().size(), kRuns);
    const QJsonObject audit = jsonOf(ctl({u"audit"_s, u"verify"_s}).output);
    QVERIFY2(audit[u"ok"].toBool() && audit[u"end_proven"].toBool(), QJsonDocument(audit).toJson().constData());
}

/// Of each healing once; a further time only where it says so, since the call before it was never answered.
void TestKilledHealing::checkTold() const
{
    QHash<QString, int> told;
    int repeated = 0;
    for (const QJsonObject& request : m_hook.requests()) {
        const QJsonObject body = Hook::bodyOf(request);
        for (const QJsonValue& message : body[u"messages"].toArray()) {
            QCOMPARE(message[u"event"].toString(), u"healed"_s);
            const int before = told[message[u"subject"].toString()]++;
            QVERIFY2(before == 0 || body[u"sent_again"].toBool(), qPrintable(message[u"key"].toString()));
            repeated += before > 0 ? 1 : 0;
        }
    }
    QCOMPARE(told.size(), kRuns);
    qInfo("%d healings told, %d of them once more, marked as sent again", kRuns, repeated);
}

void TestKilledHealing::everyRunIsHealedExactlyOnce()
{
    const std::vector<SentDelivery> told = toldBy(m_forge);
    QCOMPARE(std::ranges::count_if(told, tellsOfFailure), kRunsBefore);
    const std::vector<SentDelivery> sent = tenThousand(told);
    QCOMPARE(std::ssize(sent), kDeliveries);
    m_forge.ask("POST", u"/_forge/hooks"_s, {{u"off"_s, false}});
    QElapsedTimer time;
    time.start();
    QVERIFY(m_serving.start());
    DeliveryStorm storm(m_serving.port(), sent, kTimes);

    const int between = storm.sendings() / (kKills / 2 + 1);
    for (int kill = 0; kill < kKills; ++kill) {
        if (kill % 2 == 0) {
            QTRY_VERIFY_WITH_TIMEOUT(storm.accepted() >= (kill / 2 + 1) * between, 2 * kPatienceMs);
            m_serving.kill();
        } else {
            const Moment& moment = kMoments[static_cast<std::size_t>(kill / 2) % kMoments.size()];
            QVERIFY2(killAt(moment), moment.name);
        }
        QVERIFY(m_serving.start());
    }
    storm.waitForAll();
    QCOMPARE(storm.accepted(), storm.sendings());
    QTRY_VERIFY_WITH_TIMEOUT(isAllHealed(), 5 * kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTakenUp(), 5 * kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(ctl({u"notify"_s, u"waiting"_s, u"program"_s}).output.trimmed(), u"[]"_s, kPatienceMs);
    QCOMPARE(m_serving.stop(), 0);
    qInfo("%d deliveries in %d sendings, %d kills, %d runs that failed: %.1f s", kDeliveries, storm.sendings(), kKills,
          kRuns, static_cast<double>(time.elapsed()) / 1000);

    checkStored(sent);
    if (!QTest::currentTestFailed())
        checkHealed();
    if (!QTest::currentTestFailed())
        checkTold();
}

SIGNALBOX_TEST(TestKilledHealing)
#include "tst_killedhealing.moc"
