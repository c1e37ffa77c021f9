// SPDX-License-Identifier: GPL-3.0-or-later
// Standard streams, or a screen, that whoever starts a program has not given it.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox::test;

class TestStreams : public QObject {
    Q_OBJECT

private slots:
    void aClosedStreamIsOneLineAndNoFileTakesItsPlace_data()
    {
        QTest::addColumn<int>("stream");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");

        QTest::newRow("input") << STDIN_FILENO << QStringList{u"classify"_s, u"-"_s} << u"cannot read standard input"_s;
        QTest::newRow("output") << STDOUT_FILENO << QStringList{u"--store"_s, u"s.sqlite"_s, u"hold-all"_s}
                                << u"standard output cannot be written: Bad file descriptor"_s;
    }

    void aClosedStreamIsOneLineAndNoFileTakesItsPlace()
    {
        QFETCH(int, stream);
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const QTemporaryDir folder;
        QProcess program;
        program.setWorkingDirectory(folder.path());
        program.setChildProcessModifier([stream] { ::close(stream); });

        program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), arguments);

        QVERIFY(program.waitForFinished(60'000));
        const QString diagnostics = QString::fromUtf8(program.readAllStandardError());
        QCOMPARE(program.exitCode(), 3);
        QVERIFY2(isOneLine(diagnostics) && diagnostics.contains(said), qPrintable(diagnostics));
    }

    void aWindowWithoutAScreenIsOneLine()
    {
        QProcess console;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"DISPLAY"_s, u":4711"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, u"/nowhere"_s);
        console.setProcessEnvironment(environment);

        console.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalbox"), QStringList());

        QVERIFY(console.waitForFinished(60'000));
        const QString diagnostics = QString::fromUtf8(console.readAllStandardError());
        QCOMPARE(console.exitStatus(), QProcess::NormalExit);
        QCOMPARE(console.exitCode(), 3);
        QVERIFY2(isOneLine(diagnostics) && diagnostics.contains(u"could not connect to display :4711"_s),
                 qPrintable(diagnostics));
    }
};

SIGNALBOX_TEST(TestStreams)

#include "tst_streams.moc"
