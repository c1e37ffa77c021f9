// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl policy check, on good and bad files.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

const QByteArray kGood = "jobs:\n"
                         "  build:\n"
                         "    script:\n"
                         "      - make\n"
                         "  test:\n"
                         "    script: [make check]\n"
                         "    needs: [build]\n"
                         "    timeout_s: 60\n";

} // namespace

class TestPolicyCheck : public QObject {
    Q_OBJECT

private slots:
    void aGoodFileHasNoFaults()
    {
        const QTemporaryDir folder;
        const QString path = writtenFile(folder.path(), u"signalbox.yaml"_s, kGood);

        const Answered named = runCtl({u"policy"_s, u"check"_s, path, u"--json"_s});
        const Answered here = runCtl({u"policy"_s, u"check"_s}, {}, folder.path());

        QCOMPARE(named.diagnostics, QString());
        QCOMPARE(named.status, 0);
        QCOMPARE(jsonOf(named.output).value(u"ok").toBool(), true);
        QCOMPARE(jsonOf(named.output).value(u"jobs").toInt(), 2);
        QCOMPARE(here.status, 0);
        QVERIFY2(here.output.contains(u"no faults"), qPrintable(here.output));
    }

    void everyFaultNamesItsLine_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("names");

        QTest::newRow("an unknown key") << kGood + "    retries: 2\n" << 9 << u"retries"_s;
        QTest::newRow("a wrong type") << kGood + "    environment: [A]\n" << 9 << u"environment"_s;
        QTest::newRow("a need that is no job")
            << QByteArray("jobs:\n  a:\n    script: [x]\n    needs: [nothere]\n") << 4 << u"nothere"_s;
        QTest::newRow("not YAML") << QByteArray("jobs:\n  a: [\n") << -1 << QString();
    }

    void everyFaultNamesItsLine()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line); // -1: where the reader stopped
        QFETCH(QString, names);
        const QTemporaryDir folder;
        writtenFile(folder.path(), u"bad.yaml"_s, yaml);

        const Answered answered = runCtl({u"policy"_s, u"check"_s, u"bad.yaml"_s}, {}, folder.path());

        QCOMPARE(answered.status, 2);
        QCOMPARE(answered.output, QString());
        const QString number = line < 0 ? u"[1-9]\\d*"_s : QString::number(line);
        const QRegularExpression shape(u"^bad\\.yaml:%1: .*%2.*$"_s.arg(number, names),
                                       QRegularExpression::MultilineOption);
        QVERIFY2(shape.match(answered.diagnostics).hasMatch(), qPrintable(answered.diagnostics));
    }

    void aCycleNamesItsJobs()
    {
        const QTemporaryDir folder;
        const QByteArray yaml = "jobs:\n  a:\n    script: [x]\n    needs: [b]\n  b:\n    script: [x]\n    needs: [a]\n";
        const QString path = writtenFile(folder.path(), u"cycle.yaml"_s, yaml);

        const Answered answered = runCtl({u"policy"_s, u"check"_s, path, u"--json"_s});

        QCOMPARE(answered.status, 2);
        const QJsonArray errors = jsonOf(answered.output).value(u"errors").toArray();
        QVERIFY2(errors.size() >= 1, qPrintable(answered.output));
        QCOMPARE(jsonOf(answered.output).value(u"ok").toBool(true), false);
        QCOMPARE(answered.diagnostics.count(u'\n'), errors.size());
    }

    void aFileThatIsNotThereIsOneLine()
    {
        const QTemporaryDir folder;

        const Answered answered = runCtl({u"policy"_s, u"check"_s}, {}, folder.path());

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics) && answered.diagnostics.contains(u"signalbox.yaml"),
                 qPrintable(answered.diagnostics));
    }

    void aFileThatIsTooLargeIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = writtenFile(folder.path(), u"large.yaml"_s, QByteArray(2'000'000, '#'));

        const Answered answered = runCtl({u"policy"_s, u"check"_s, path});

        QCOMPARE(answered.status, 2);
        QVERIFY2(answered.diagnostics.contains(u"too large"), qPrintable(answered.diagnostics));
    }
};

SIGNALBOX_TEST(TestPolicyCheck)

#include "tst_policycheck.moc"
