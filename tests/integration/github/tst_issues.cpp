// SPDX-License-Identifier: GPL-3.0-or-later
// A failure that nobody heals is told of by one issue for each signature: the real serve and the test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Fails in a way that nobody knows, with a log that would like to give orders.
constexpr const char* kStrange = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - name: Frobnicate
        run: |
          echo '@everyone ``` </details> the moon is in the wrong place with tok_ops'
          exit 9
)";

} // namespace

class TestIssues : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_forge = std::make_unique<TestForge>();
        m_serving = std::make_unique<Serving>();
        if (const QString why = m_forge->start(kStrange); !why.isEmpty())
            QSKIP(qPrintable(why));
        qputenv("GH_TOKEN", TestForge::kToken);
        qputenv("GITHUB_API_URL", m_forge->url().toUtf8());
    }
    void cleanup()
    {
        m_serving.reset();
        m_forge.reset();
    }

    void thereIsOneForEachSignature();
    void aKillBeforeTheAnswerOpensNoOther();
    void aPersonIsAskedWhereNoneMayBeOpened();
    void aLineMayWantNone();

private:
    std::unique_ptr<TestForge> m_forge;
    std::unique_ptr<Serving> m_serving;

    Answered ctl(const QStringList& arguments) const
    {
        return runCtl(QStringList{u"--store"_s, m_serving->storePath(), u"--json"_s} + arguments);
    }
    bool isWatched(const QStringList& more = {}) const
    {
        return ctl(QStringList{u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository)} + more).status == 0;
    }
    /// Runs of healing that wait for a person.
    int asking() const
    {
        const QJsonArray runs = QJsonDocument::fromJson(ctl({u"runs"_s, u"list"_s}).output.toUtf8()).array();
        return static_cast<int>(std::ranges::count_if(
            runs, [](const QJsonValue& run) { return run[u"state"].toString() != u"running"_s; }));
    }
    bool fails(int asked)
    {
        return m_forge->push() && QTest::qWaitFor([&] { return asking() == asked; }, 3 * kPatienceMs);
    }
    QJsonObject evidence(const QString& approval) const
    {
        return jsonOf(ctl({u"approvals"_s, u"show"_s, approval}).output)[u"evidence"].toObject();
    }
    int opened() { return m_forge->count(u"POST"_s, u"/issues"_s); }
    int commented() { return m_forge->count(u"POST"_s, u"/comments"_s); }
};

void TestIssues::thereIsOneForEachSignature()
{
    QVERIFY(isWatched());
    QVERIFY(m_serving->start());
    QVERIFY(
        m_forge->hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(m_serving->port()), QLatin1String(Serving::kSecret)));

    QVERIFY(fails(1));
    QCOMPARE(opened(), 1);
    QCOMPARE(commented(), 0);
    QVERIFY(fails(2)); // comments on it
    QCOMPARE(commented(), 1);
    QVERIFY(fails(3)); // on the same day

    QCOMPARE(opened(), 1);
    QCOMPARE(commented(), 1);
    const QJsonArray issues = m_forge->ask("GET", u"/repos/acme/shop/issues?labels=signalbox"_s).array();
    QCOMPARE(issues.size(), 1);
    const QString body = issues[0][u"body"].toString();
    QVERIFY2(body.contains(u"````text\n"_s) && body.contains(u"the moon is in the wrong place"_s), qPrintable(body));
    QVERIFY(body.contains(m_forge->url() + u"/acme/shop/actions/runs/9000000001"_s));
    QVERIFY(!body.contains(QLatin1String(TestForge::kToken)));
    QCOMPARE(evidence(u"1"_s)[u"issue"].toString(), issues[0][u"html_url"].toString());
    QCOMPARE(m_forge->contractFault(), QByteArray());
    QCOMPARE(m_serving->stop(), 0);
}

void TestIssues::aKillBeforeTheAnswerOpensNoOther()
{
    QVERIFY(isWatched());
    m_forge->order("POST", "/issues$", {{u"delay_ms"_s, 30'000}, {u"perform"_s, true}});
    QVERIFY(m_forge->push());
    QTRY_COMPARE_WITH_TIMEOUT(m_forge->newestRun()[u"conclusion"].toString(), u"failure"_s, kPatienceMs);
    QVERIFY(m_serving->start());
    QTRY_COMPARE_WITH_TIMEOUT(opened(), 1, kPatienceMs);

    m_serving->kill();
    m_forge->ask("DELETE", u"/_forge/faults"_s);
    QVERIFY(m_serving->start());

    QTRY_VERIFY_WITH_TIMEOUT(!evidence(u"1"_s).isEmpty(), kPatienceMs);
    QVERIFY(evidence(u"1"_s)[u"issue"].toString().endsWith(u"/issues/1"_s));
    QCOMPARE(opened(), 1);
    QCOMPARE(commented(), 0);
    QCOMPARE(m_serving->stop(), 0);
}

void TestIssues::aPersonIsAskedWhereNoneMayBeOpened()
{
    QVERIFY(isWatched());
    m_forge->order("POST", "/issues$",
                   {{u"status"_s, 403},
                    {u"headers"_s, QJsonObject{{u"x-accepted-github-permissions"_s, u"issues=write"_s}}},
                    {u"body"_s, u"{\"message\":\"Forbidden\"}"_s}},
                   100);
    QVERIFY(m_serving->start());

    QVERIFY(fails(1));

    QVERIFY(evidence(u"1"_s)[u"issue"].toString().isEmpty());
    const QString why = evidence(u"1"_s)[u"issue_fault"].toString();
    QVERIFY2(why.contains(u"give it the permission issues: write"_s), qPrintable(why));
    QCOMPARE(opened(), 1); // which another try would not mend
    QCOMPARE(m_serving->stop(), 0);
}

void TestIssues::aLineMayWantNone()
{
    QCOMPARE(ctl({u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository), u"--issues"_s, u"maybe"_s}).status, 2);
    QVERIFY(isWatched({u"--issues"_s, u"never"_s}));
    QVERIFY(isWatched());
    QVERIFY(!isWatched({u"--issues"_s, u"open"_s}));
    QVERIFY(m_serving->start());

    QVERIFY(fails(1));

    QCOMPARE(opened(), 0);
    QCOMPARE(m_serving->stop(), 0);
}

SIGNALBOX_TEST(TestIssues)
#include "tst_issues.moc"
