// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/signature.h"

#include "tests/signalboxtest.h"

#include <QTest>

using signalbox::log::signatureOf;

class TestSignature : public QObject {
    Q_OBJECT

private slots:
    void theSameFailureInAnotherRunIsTheSame_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");

        const auto row = [](const char* name, const char* one, const char* other) {
            QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("times and durations", "FAIL at 2026-01-02T03:04:05.678Z after 12.5s",
            "FAIL at 2027-11-12T13:14:15Z after 9.25s");
        row("the folder of the checkout", "/home/a/w/src/parser.cpp:42:9: error: x",
            "/tmp/b-17/src/parser.cpp:40:3: error: x");
        row("a folder before a relative path", "build/x/src/parser.cpp: error: x", "src/parser.cpp: error: x");
        row("addresses", "connect ETIMEDOUT 104.16.18.35:443", "connect ETIMEDOUT 10.0.0.1:8443");
        row("IPv6 addresses", "EADDRINUSE: address already in use :::44001",
            "EADDRINUSE: address already in use :::54024");
        row("hashes", "bad object 4cd33ef59e1b6d327e9e3da0e6063217f076afef",
            "bad object 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567");
        row("uuids and hex", "id 550e8400-e29b-41d4-a716-446655440000 at 0xdeadbeef",
            "id 6ba7b810-9dad-11d1-80b4-00c04fd430c8 at 0x12");
        row("temporary names", "cannot open tmp8f3ka1x9", "cannot open tmp_q2w3e4r5");
        row("the name of a pod", "pod web-7d4b9c6f88-x2x4z9q8 failed", "pod web-5f6c7d8e99-q7w8e9r1 failed");
        row("the name of a pod of a deployment", "pod api-6c9f8d7b5-4xk2p failed", "pod api-5bd7c9d4f8-w9q2z failed");
        row("durations with their unit", "FAIL example.com/x 0.151s", "FAIL example.com/x 12.4s");
        row("the worker that ran a test", "[gw1] FAILED test_a", "[gw12] FAILED test_a");
        row("a line of a file in a link", "main.yml#L12 is wrong", "main.yml#L1166 is wrong");
        row("short hashes", "checkout of 4cd33ef failed", "checkout of 0a1b2c3 failed");
        row("redacted values", "token [redacted: GitHub token] refused", "token [redacted: npm token] refused");
        row("objects of Java", "Pool@643b5e4e should be Pool@d0358f1", "Pool@20f817bf should be Pool@abcdefab");
        row("links", "see https://ci.example/run/17 now", "see https://ci.example/run/4711?x=1 now");
    }

    void theSameFailureInAnotherRunIsTheSame()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);

        QCOMPARE(signatureOf("c", one.toStdString()), signatureOf("c", other.toStdString()));
    }

    void differentFailuresDiffer_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");

        const auto row = [](const char* name, const char* one, const char* other) {
            QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("another test", "FAIL: test_merge_order", "FAIL: test_split_order");
        row("another file", "src/parser.cpp:42:9: error: x", "src/lexer.cpp:42:9: error: x");
        row("another number in a name", "FAIL: test_case_1", "FAIL: test_case_2");
        row("another diagnostic", "error TS2345: not assignable", "error TS2322: not assignable");
        row("another module", "Cannot find module 'left-pad'", "Cannot find module 'right-pad'");
    }

    void differentFailuresDiffer()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);

        QVERIFY(signatureOf("c", one.toStdString()) != signatureOf("c", other.toStdString()));
    }

    void theClassBelongsToIt()
    {
        QVERIFY(signatureOf("net_timeout", "x") != signatureOf("dns_failure", "x"));
        QCOMPARE(signatureOf("c", "x").size(), std::size_t(16));
    }
};

SIGNALBOX_TEST(TestSignature)
#include "tst_signature.moc"
