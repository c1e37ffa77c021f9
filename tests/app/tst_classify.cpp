// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl classify, on the inputs that a script may give it.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

// Shaped after the output of npm 10 for conflicting peers.
const QByteArray kPeerConflict = "> shop@1.0.0 ci\n"
                                 "npm ERR! code ERESOLVE\n"
                                 "npm ERR! ERESOLVE unable to resolve dependency tree\n"
                                 "npm ERR! Found: react@18.2.0\n"
                                 "npm ERR! Could not resolve dependency:\n"
                                 "npm ERR! peer react@\"^17.0.0\" from react-old@3.1.0\n";

} // namespace

class TestClassify : public QObject {
    Q_OBJECT

private slots:
    void answersWithEveryFieldOfTheContract()
    {
        const Answered answered = runCtl({u"classify"_s, u"--json"_s, u"-"_s}, kPeerConflict);

        QCOMPARE(answered.status, 0);
        QCOMPARE(answered.diagnostics, QString());
        const QJsonObject found = jsonOf(answered.output);
        QCOMPARE(found.value(u"class").toString(), u"npm_eresolve"_s);
        QVERIFY(found.value(u"confidence").toDouble() > 0 && found.value(u"confidence").toDouble() <= 1);
        QCOMPARE(found.value(u"transient").toString(), u"no"_s);
        const QJsonObject cause = found.value(u"root_cause").toArray().first().toObject();
        QVERIFY2(cause.value(u"line").toInt() >= 2 && cause.value(u"line").toInt() <= 3, qPrintable(answered.output));
        QVERIFY(cause.value(u"text").toString().contains(u"ERESOLVE"));
        QVERIFY(found.value(u"fix").toObject().contains(u"action"));
        QVERIFY(found.value(u"fix").toObject().contains(u"safety"));
        QVERIFY(found.value(u"alternatives").isArray());
        QVERIFY(!found.value(u"signature").toString().isEmpty());
        QCOMPARE(found.value(u"redactions").toInt(-1), 0);
        QCOMPARE(found.value(u"lines").toInt(-1), 6);
        QCOMPARE(found.value(u"bytes").toInteger(-1), kPeerConflict.size());
        QVERIFY(found.value(u"seconds").isDouble());
    }

    void aFileAndStandardInputAreTheSame()
    {
        const QTemporaryDir folder;
        const QString path = writtenFile(folder.path(), u"job.log"_s, kPeerConflict);

        QJsonObject fromFile = jsonOf(runCtl({u"classify"_s, u"--json"_s, path}).output);
        QJsonObject fromInput = jsonOf(runCtl({u"classify"_s, u"--json"_s, u"-"_s}, kPeerConflict).output);
        fromFile.remove(u"seconds");
        fromInput.remove(u"seconds");

        QVERIFY(!fromFile.isEmpty());
        QCOMPARE(fromFile, fromInput);
    }

    void aPersonReadsWords()
    {
        const Answered answered = runCtl({u"classify"_s, u"-"_s}, kPeerConflict);

        QCOMPARE(answered.status, 0);
        QVERIFY2(answered.output.contains(u"npm_eresolve"), qPrintable(answered.output));
        QVERIFY(answered.output.contains(u"ERESOLVE"));
        QVERIFY(!answered.output.contains(u'{'));
    }

    void aSecretIsTakenOut()
    {
        const QByteArray token = QByteArray("ghp_") + QByteArray(36, 'a');
        const QByteArray log = kPeerConflict + "npm ERR! fetch https://x:" + token + "@github.com/a/b.git\n";

        const Answered answered = runCtl({u"classify"_s, u"--json"_s, u"-"_s}, log);

        QCOMPARE(answered.status, 0);
        QVERIFY(jsonOf(answered.output).value(u"redactions").toInt() >= 1);
        QVERIFY(!answered.output.contains(QString::fromLatin1(token)));
    }

    void oddLogsAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QStringList>("classes");

        QByteArray binary;
        for (int i = 0; i < 4096; ++i)
            binary.append(static_cast<char>((i * 131 + i / 7) % 256));
        QTest::newRow("an empty one shows no failure") << QByteArray() << QStringList{u"none"_s};
        QTest::newRow("binary bytes are not understood") << binary << QStringList{u"none"_s, u"unknown"_s};
        QTest::newRow("one that ends in the middle of a line")
            << kPeerConflict.chopped(20) << QStringList{u"npm_eresolve"_s};
        QTest::newRow("one line without an end") << QByteArray(3'000'000, 'x') << QStringList{u"none"_s, u"unknown"_s};
    }

    void oddLogsAreAnswered()
    {
        QFETCH(QByteArray, log);
        QFETCH(QStringList, classes);

        const Answered answered = runCtl({u"classify"_s, u"--json"_s, u"-"_s}, log);

        QCOMPARE(answered.status, 0);
        const QJsonObject found = jsonOf(answered.output);
        QVERIFY2(classes.contains(found.value(u"class").toString()), qPrintable(answered.output.left(400)));
        QCOMPARE(found.value(u"bytes").toInteger(-1), log.size());
    }

    void whatCannotBeReadIsOneLine_data()
    {
        QTest::addColumn<QString>("path");

        QTest::newRow("a file that is not there") << u"/nowhere/job.log"_s;
        QTest::newRow("a folder") << u"/"_s;
    }

    void whatCannotBeReadIsOneLine()
    {
        QFETCH(QString, path);

        const Answered answered = runCtl({u"classify"_s, u"--json"_s, path});

        QCOMPARE(answered.status, 2);
        QCOMPARE(answered.output, QString());
        QVERIFY2(isOneLine(answered.diagnostics) && answered.diagnostics.contains(path),
                 qPrintable(answered.diagnostics));
    }

    void anInterruptEndsItWithItsStatus()
    {
        QProcess program;
        program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), {u"classify"_s, u"-"_s});
        QVERIFY(program.waitForStarted());
        program.write("the first line of a log that goes on\n");
        QVERIFY(program.waitForBytesWritten());

        QTRY_VERIFY(catches(program.processId(), SIGINT)); // earlier the signal itself would end it
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);

        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 130);
        QVERIFY(isOneLine(QString::fromUtf8(program.readAllStandardError())));
    }

private:
    /// Whether the process has a handler of its own for the signal, as the kernel tells.
    static bool catches(qint64 process, int signal)
    {
        QFile status(u"/proc/%1/status"_s.arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        static const QRegularExpression caught(u"SigCgt:\\s*([0-9a-f]+)"_s);
        const QString mask = caught.match(QString::fromLatin1(status.readAll())).captured(1);
        return ((mask.toULongLong(nullptr, 16) >> (signal - 1)) & 1U) != 0;
    }
};

SIGNALBOX_TEST(TestClassify)

#include "tst_classify.moc"
