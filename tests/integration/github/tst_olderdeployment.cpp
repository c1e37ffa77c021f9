// SPDX-License-Identifier: GPL-3.0-or-later
// A failing run that deploys, while a newer commit is deployed already: it is left alone.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Fails at its first attempt, as long as the commit is the older one.
constexpr const char* kShips = R"(  ship:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: |
          if [ ! -e newer.txt ] && [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then
            echo "npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad"
            exit 1
          fi
)";

} // namespace

class TestOlderDeployment : public QObject {
    Q_OBJECT

private slots:
    void isNotRunAgain();

private:
    static bool ended(TestForge& forge, const QString& conclusion)
    {
        return QTest::qWaitFor([&] { return forge.newestRun()[u"conclusion"_s].toString() == conclusion; },
                               3 * kPatienceMs);
    }
};

void TestOlderDeployment::isNotRunAgain()
{
    TestForge forge;
    if (const QString why = forge.start(kShips); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", forge.url().toUtf8());
    Serving serving;
    const QStringList store{u"--store"_s, serving.storePath(), u"--json"_s};
    QCOMPARE(runCtl(store + QStringList{u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository)}).status, 0);
    QVERIFY(forge.push());
    QVERIFY(ended(forge, u"failure"_s));
    const QJsonObject newer{{u"message"_s, u"Mend it"_s}, {u"content"_s, u"aGk="_s}};
    QVERIFY(!forge.ask("PUT", u"/repos/acme/shop/contents/newer.txt"_s, newer).isEmpty());
    QVERIFY(ended(forge, u"success"_s));

    const QString old = QString::number(
        forge.ask("GET", u"/repos/acme/shop/actions/runs"_s)[u"workflow_runs"_s][1][u"id"_s].toInteger());
    const Answered rehearsed = runCtl(store
                                      + QStringList{u"heal"_s, u"--provider"_s, u"github"_s, u"--repo"_s,
                                                    u"acme/shop"_s, u"--run"_s, old, u"--dry-run"_s});
    QCOMPARE(jsonOf(rehearsed.output)[u"would"_s].toString(), u"nothing"_s);
    QCOMPARE(jsonOf(rehearsed.output)[u"reason"_s].toString(), u"overtaken"_s);

    QVERIFY(serving.start());

    const auto healing = [&] {
        return QJsonDocument::fromJson(runCtl(store + QStringList{u"runs"_s, u"list"_s}).output.toUtf8())[0].toObject();
    };
    QTRY_COMPARE_WITH_TIMEOUT(healing()[u"outcome"_s].toString(), u"superseded"_s, 3 * kPatienceMs);
    QCOMPARE(healing()[u"class"_s].toString(), u"api_rate_limit"_s);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 0);
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
}

SIGNALBOX_TEST(TestOlderDeployment)
#include "tst_olderdeployment.moc"
