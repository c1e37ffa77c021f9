// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl classify on logs that no memory could hold: its memory stays what it was, and it answers.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

constexpr qint64 kLogBytes = 512LL * 1024 * 1024;
constexpr int kPatienceMs = 240'000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 kMostKilobytes = 2'000'000; // a sanitizer's own
#else
constexpr qint64 kMostKilobytes = 150'000;
#endif

/// The most memory that a living process has been resident with.
qint64 peakKilobytes(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QFile::ReadOnly))
        return -1;
    static const QRegularExpression peak(u"VmHWM:\\s+(\\d+)"_s);
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

} // namespace

class TestBigLogs : public QObject {
    Q_OBJECT

private slots:
    void memoryStaysBoundedAndTheAnswerComes_data()
    {
        QTest::addColumn<QByteArray>("piece"); // again and again
        QTest::addColumn<QString>("answer");

        QTest::newRow("one line without end") << QByteArray(64 * 1024, 'x') << u"none"_s;
        QTest::newRow("nothing but terminal sequences")
            << QByteArray("\x1b[31m\x1b[0m\x1b[2K").repeated(4096) << u"none"_s;
        QTest::newRow("nothing but beginnings of sequences")
            << QByteArray("\x1b]\x1bP\x1b[").repeated(8192) << u"none"_s;
        QTest::newRow("bytes that are not UTF-8")
            << QByteArray("\xff\xc3\x28\xed\xa0\x80\n").repeated(8192) << u"none"_s;
        QTest::newRow("zeros") << QByteArray(64 * 1024, '\0') << u"none"_s;
        QTest::newRow("empty lines") << QByteArray(64 * 1024, '\n') << u"none"_s;
        QTest::newRow("nothing but errors")
            << QByteArray("npm ERR! code ERESOLVE\n").repeated(2048) << u"npm_eresolve"_s;
    }

    void memoryStaysBoundedAndTheAnswerComes()
    {
        QFETCH(QByteArray, piece);
        QFETCH(QString, answer);
        QProcess program;
        program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), {u"classify"_s, u"--json"_s, u"-"_s});
        QVERIFY(program.waitForStarted());

        for (qint64 sent = 0; sent < kLogBytes; sent += piece.size()) {
            program.write(piece);
            while (program.bytesToWrite() > 0)
                QVERIFY(program.waitForBytesWritten(kPatienceMs));
        }
        const qint64 peak = peakKilobytes(program.processId());
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(kPatienceMs));

        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(jsonOf(QString::fromUtf8(program.readAllStandardOutput())).value(u"class").toString(), answer);
        QVERIFY2(peak > 0 && peak < kMostKilobytes, qPrintable(u"%1 kB"_s.arg(peak)));
    }
};

SIGNALBOX_TEST(TestBigLogs)
#include "tst_biglogs.moc"
