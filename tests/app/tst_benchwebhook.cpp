// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl bench webhook: every delivery is answered once it is stored.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::test;

class TestBenchWebhook : public QObject {
    Q_OBJECT

private slots:
    void everyDeliveryIsStored()
    {
        const Answered bench = runCtl({u"bench"_s, u"webhook"_s, u"--json"_s, u"--deliveries"_s, u"300"_s,
                                       u"--connections"_s, u"7"_s, u"--bytes"_s, u"2000"_s});

        QVERIFY2(bench.status == 0, qPrintable(bench.diagnostics));
        const QJsonObject figures = jsonOf(bench.output);
        QCOMPARE(figures[u"taken"_s].toInt(), 300);
        QCOMPARE(figures[u"stored"_s].toInt(), 300);
        for (const QString& field : {u"per_s"_s, u"p50_ms"_s, u"p99_ms"_s, u"cpu_us_per_delivery"_s, u"rss_mb"_s})
            QVERIFY2(figures[field].toDouble() > 0, qPrintable(field));
        QVERIFY(figures[u"p99_ms"_s].toDouble() >= figures[u"p50_ms"_s].toDouble());
    }

    void whatIsOutOfBoundsIsRefused()
    {
        const Answered bench = runCtl({u"bench"_s, u"webhook"_s, u"--connections"_s, u"501"_s});

        QCOMPARE(bench.status, 2);
        QVERIFY2(isOneLine(bench.diagnostics) && bench.diagnostics.contains(u"--connections is from 1 to 500"_s),
                 qPrintable(bench.diagnostics));
    }
};

SIGNALBOX_TEST(TestBenchWebhook)
#include "tst_benchwebhook.moc"
