// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of a failure that no pattern knows, and what is no failure at all.
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::log;

class TestLastWords : public QObject {
    Q_OBJECT

private slots:
    void showTheLineThatSaysMost_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<int>("line");

        QTest::newRow("the script's own last line, not its exit status")
            << QByteArray("##[group]Run ./sync.sh\n##[endgroup]\nreading 3 feeds\nfeed 2 is empty, giving up\n"
                          "##[error]Process completed with exit code 3.\n")
            << 4;
        QTest::newRow("the exception under its traceback")
            << QByteArray("##[group]Run python report.py\n##[endgroup]\nTraceback (most recent call last):\n"
                          "  File \"report.py\", line 3, in <module>\nKeyError: 'total'\n"
                          "##[error]Process completed with exit code 1.\n")
            << 5;
        QTest::newRow("of the last command, not of one before it")
            << QByteArray("$ ./prepare\nprepare: 2 values missing, using defaults\n$ ./publish\nsending 4 files\n"
                          "version 1.4.0 was there before\nERROR: Job failed: exit code 1\n")
            << 5;
        QTest::newRow("what the CI system calls an error")
            << QByteArray("##[group]Run acme/deploy@v1\n##[endgroup]\n##[error]Nothing to deploy for staging\n"
                          "done in 3 s\n##[error]Process completed with exit code 1.\n")
            << 3;
        QTest::newRow("what npm says of the failure, not of its own log files")
            << QByteArray("$ npm ci\nnpm error code ENOTDIR\nnpm error syscall stat\nnpm error errno -20\n"
                          "npm error ENOTDIR: not a directory, stat '/cache/dc/88'\n"
                          "npm error Log files were not written due to the config logs-max=0\n")
            << 5;
    }

    void showTheLineThatSaysMost()
    {
        QFETCH(QByteArray, log);
        QFETCH(int, line);

        const Classification found = test::classify(log.toStdString());

        QVERIFY(found.failureClass != "none");
        QVERIFY(!found.rootCause.empty());
        QCOMPARE(static_cast<int>(found.rootCause.front().line), line);
    }

    void whatRanOnIsNoFailure_data()
    {
        QTest::addColumn<QByteArray>("log");

        QTest::newRow("a step after which GitHub ran the next one")
            << QByteArray("##[group]Run git describe --tags || echo none\n##[endgroup]\n"
                          "fatal: No names found, cannot describe anything.\nnone\n"
                          "##[group]Run ./pack.sh\n##[endgroup]\npacked\n");
        QTest::newRow("a service that is waited for") << QByteArray(
            "+ curl -fsS http://localhost:8080/health\ncurl: (7) Failed to connect to localhost port 8080\n"
            "+ curl -fsS http://localhost:8080/health\n{\"status\":\"ok\"}\n+ exit 0\n");
    }

    void whatRanOnIsNoFailure()
    {
        QFETCH(QByteArray, log);

        QCOMPARE(test::classify(log.toStdString()).failureClass, std::string("none"));
    }

    void anExitOfTheScriptIsAFailure()
    {
        const Classification found = test::classify("+ ./smoke.sh\nGET /login 500\n+ exit 4\n");

        QVERIFY(found.failureClass != "none");
    }
};

SIGNALBOX_TEST(TestLastWords)
#include "tst_lastwords.moc"
