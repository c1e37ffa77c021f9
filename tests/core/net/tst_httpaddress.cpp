// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpaddress.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

class TestHttpAddress : public QObject {
    Q_OBJECT

private slots:
    void isRead_data();
    void isRead();
};

void TestHttpAddress::isRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host"); // empty: refused
    QTest::addColumn<int>("port");
    const auto row = [](const char* text, const char* host, int port) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host) << port;
    };
    row("127.0.0.1:5000", "127.0.0.1", 5000);
    row("localhost:0", "127.0.0.1", 0);
    row("[::1]:65535", "::1", 65535);
    row("[fe80::1%eth0]:1", "fe80::1%eth0", 1);
    row("5000", "", 0);
    row("example.org:5000", "", 0);
    row(":5000", "", 0);
    row("127.0.0.1:", "", 0);
    row("127.0.0.1:65536", "", 0);
    row("127.0.0.1:-1", "", 0);
    row("127.0.0.1:50x", "", 0);
    row("::1:5000", "", 0); // which colon?
    row("[127.0.0.1]:5000", "", 0);
}

void TestHttpAddress::isRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(int, port);

    const auto address = net::httpAddress(text.toStdString());

    QCOMPARE(address ? QByteArray::fromStdString(address->host) : QByteArray(), host);
    if (address)
        QCOMPARE(static_cast<int>(address->port), port);
    else
        QVERIFY(address.error().detail.find(text.toStdString()) != std::string::npos);
}

SIGNALBOX_TEST(TestHttpAddress)
#include "tst_httpaddress.moc"
