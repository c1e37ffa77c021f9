// SPDX-License-Identifier: GPL-3.0-or-later
// A GitHub whose answers are slow to come: the real signalboxctl and the test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kFailing = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - run: exit 1
)";

} // namespace

class TestSlowGitHub : public QObject {
    Q_OBJECT

private slots:
    void whatDoesNotComeIsGivenUpWhenAsked_data();
    void whatDoesNotComeIsGivenUpWhenAsked();
};

void TestSlowGitHub::whatDoesNotComeIsGivenUpWhenAsked_data()
{
    QTest::addColumn<QString>("slow"); // how the path ends that is asked for
    QTest::addColumn<QJsonObject>("how");
    QTest::addColumn<bool>("rehearses");
    const QJsonObject late{{u"delay_ms"_s, 20 * kPatienceMs}};
    const QJsonObject trickles{{u"status"_s, 200}, {u"body"_s, QString(100'000, u'x')}, {u"trickle_ms"_s, 50}};
    for (const bool rehearses : {true, false}) {
        const auto row = [&](const char* what, const QString& slow, const QJsonObject& how) {
            QTest::addRow("%s, %s", what, rehearses ? "in a rehearsal" : "driven") << slow << how << rehearses;
        };
        row("a log that does not come", u"/logs"_s, late);
        row("an archive that trickles", u"/attempts/1/logs"_s, trickles);
        row("a run that is not told", u"/actions/runs/%1"_s, late);
        row("the runs of a new line", u"/actions/runs"_s, late);
    }
}

void TestSlowGitHub::whatDoesNotComeIsGivenUpWhenAsked()
{
    QFETCH(QString, slow);
    QFETCH(QJsonObject, how);
    QFETCH(bool, rehearses);
    TestForge forge;
    if (const QString why = forge.start(kFailing); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", forge.url().toUtf8());
    QVERIFY(forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"failure"_s, kPatienceMs);
    const QString run = QString::number(forge.newestRun()[u"id"_s].toInteger());
    slow.replace(u"%1"_s, run);
    const int before = forge.count(u"GET"_s, slow);
    forge.order("GET", (slow + u'$').toUtf8(), how);
    if (slow.contains(u"attempts"_s))
        forge.order("GET", "/actions/jobs/\\d+/logs$", {{u"status"_s, 404}, {u"body"_s, u"{}"_s}}, 1000);
    const QTemporaryDir folder;

    QProcess ctl;
    ctl.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"),
              QStringList{u"--store"_s, folder.filePath(u"s.sqlite"_s), u"heal"_s, u"--provider"_s, u"github"_s,
                          u"--repo"_s, u"acme/shop"_s, u"--run"_s, run}
                  + (rehearses ? QStringList{u"--dry-run"_s} : QStringList()));
    QTRY_COMPARE_WITH_TIMEOUT(forge.count(u"GET"_s, slow), before + 1, kPatienceMs);
    ctl.terminate();

    QVERIFY(ctl.waitForFinished(kPatienceMs / 6)); // long before it is answered, or given up as too slow
    QCOMPARE(ctl.exitCode(), 130);
}

SIGNALBOX_TEST(TestSlowGitHub)
#include "tst_slowgithub.moc"
