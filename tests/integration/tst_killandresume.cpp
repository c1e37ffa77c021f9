// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl is killed in the middle of the healing, ten times over, and started again.
#include "tests/integration/demostore.h"
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 10;
constexpr int kPatienceMs = 60'000;

/// Events stored so far, over all runs.
int eventsTold(const DemoStore& demo)
{
    int events = 0;
    for (const QJsonValue& run : demo.rows({u"runs"_s, u"list"_s}))
        events += static_cast<int>(demo.rows({u"runs"_s, u"events"_s, QString::number(run[u"id"].toInt())}).size());
    return events;
}

/// Kills the demo once it has stored something more; false when it ended before.
bool killOnceItHasGoneOn(const DemoStore& demo)
{
    const int before = eventsTold(demo);
    QProcess program;
    program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"),
                  {u"demo"_s, u"--json"_s, u"--dir"_s, demo.folder()});
    const bool wentOn = QTest::qWaitFor(
        [&] { return program.state() == QProcess::NotRunning || eventsTold(demo) > before; }, kPatienceMs);
    const bool killed = wentOn && program.state() != QProcess::NotRunning;
    if (killed)
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
    program.waitForFinished(kPatienceMs);
    return killed;
}

} // namespace

class TestKillAndResume : public QObject {
    Q_OBJECT

private slots:
    void killedTenTimesItEndsAsIfItHadNotBeen()
    {
        const DemoStore undisturbed;
        const DemoStore demo;
        const Answered reference = undisturbed.demo();
        QCOMPARE(reference.status, 0);

        int kills = 0;
        for (int i = 0; i < kKills; ++i)
            kills += killOnceItHasGoneOn(demo) ? 1 : 0;
        const Answered last = demo.demo();

        qInfo("killed %d times while it worked", kills);
        QVERIFY2(last.status == 0, qPrintable(last.output + last.diagnostics));
        for (const QJsonValue& line : jsonOf(reference.output)[u"lines"].toArray()) {
            QJsonObject ended = DemoStore::line(jsonOf(last.output), line[u"line"].toString());
            QJsonObject wanted = line.toObject();
            for (const QString& identity : {u"run"_s, u"approval"_s}) {
                QCOMPARE(ended[identity].isNull(), wanted[identity].isNull());
                ended.remove(identity);
                wanted.remove(identity);
            }
            QCOMPARE(ended, wanted);
        }
        for (const auto& [line, job] : {std::pair(u"storefront"_s, u"build"_s), std::pair(u"storefront"_s, u"test"_s),
                                        std::pair(u"parser"_s, u"compile"_s), std::pair(u"search"_s, u"index"_s),
                                        std::pair(u"search"_s, u"test"_s), std::pair(u"catalog"_s, u"pack"_s)})
            QCOMPARE(demo.executions(line, job), undisturbed.executions(line, job));
    }

    void twoProgramsOnOneStoreDriveEachRunOnce()
    {
        const DemoStore demo;
        QProcess first;
        QProcess second;
        for (QProcess* program : {&first, &second})
            program->start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"),
                           {u"demo"_s, u"--json"_s, u"--dir"_s, demo.folder()});

        QVERIFY(first.waitForFinished(kPatienceMs) && second.waitForFinished(kPatienceMs));

        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(demo.executions(u"storefront"_s, u"build"_s), 2);
        QCOMPARE(demo.executions(u"search"_s, u"test"_s), 2);
        for (const QJsonValue& run : demo.rows({u"runs"_s, u"list"_s})) {
            int begun = 0;
            for (const QJsonValue& event : demo.rows({u"runs"_s, u"events"_s, QString::number(run[u"id"].toInt())}))
                begun += event[u"type"].toString() == u"run_started" ? 1 : 0;
            QCOMPARE(begun, 1);
        }
    }
};

SIGNALBOX_TEST(TestKillAndResume)
#include "tst_killandresume.moc"
