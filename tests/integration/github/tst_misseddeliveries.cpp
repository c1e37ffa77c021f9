// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries that nobody received are taken out of what GitHub keeps of them: the real serve and the test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestMissedDeliveries : public QObject {
    Q_OBJECT

private slots:
    void oneThatNobodyReceivedIsTakenOnce();
    void aTokenThatMayNotReadHooksOnlyLooks();
    void whoReceivesNothingAsksForNothing();

private:
    /// A line whose hook leads to a program that ran before, and is off; a run fails meanwhile. Empty; else why not.
    static QString failWhileOff(TestForge& forge, Serving& serving)
    {
        if (const QString why = forge.start(kTransientJob); !why.isEmpty())
            return why;
        qputenv("GH_TOKEN", TestForge::kToken);
        qputenv("GITHUB_API_URL", forge.url().toUtf8());
        const Answered added = runCtl(
            {u"--store"_s, serving.storePath(), u"repo"_s, u"add"_s, QString::fromLatin1(TestForge::kRepository)});
        if (added.status != 0 || !serving.start())
            return added.diagnostics + u" serve does not start"_s;
        const QString address = u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port());
        const bool isHooked = forge.hook(address, QString::fromLatin1(Serving::kSecret));
        if (serving.stop() != 0 || !isHooked || !forge.push())
            return u"the scene is not set"_s;
        return {};
    }
    /// Of the end of a run; those that the hook's receiver did not take.
    static QJsonArray missed(TestForge& forge)
    {
        QJsonArray missed;
        for (const auto& value : forge.ask("GET", deliveriesOf(forge)).array()) {
            const QJsonObject one = value.toObject();
            const int status = one[u"status_code"_s].toInt();
            const bool isEnd = one[u"event"_s] == u"workflow_run"_s && one[u"action"_s] == u"completed"_s;
            if (isEnd && status >= 300)
                missed.append(one);
        }
        return missed;
    }
    static QString deliveriesOf(TestForge& forge)
    {
        const QJsonArray hooks = forge.ask("GET", u"/repos/acme/shop/hooks"_s).array();
        return u"/repos/acme/shop/hooks/%1/deliveries"_s.arg(hooks.at(0)[u"id"_s].toInteger());
    }
    static bool arrivedAgain(TestForge& forge, const QString& guid)
    {
        return std::ranges::any_of(forge.ask("GET", deliveriesOf(forge)).array(), [&](const QJsonValue& one) {
            return one[u"guid"_s] == guid && one[u"redelivery"_s].toBool() && one[u"status_code"_s].toInt() == 202;
        });
    }
    static qsizetype storedTimes(const Serving& serving, const QString& guid, const QString& state)
    {
        return std::ranges::count_if(serving.stored(),
                                     [&](const StoredDelivery& one) { return one.id == guid && one.state == state; });
    }
    static QString stateOfHealing(const Serving& serving)
    {
        const Replied replied = HttpClient(serving.port()).send("GET", "/pipeline/status/1", {});
        return QJsonDocument::fromJson(replied.body).object()[u"state"_s].toString();
    }
};

void TestMissedDeliveries::oneThatNobodyReceivedIsTakenOnce()
{
    TestForge forge;
    Serving serving;
    if (const QString why = failWhileOff(forge, serving); !why.isEmpty())
        QSKIP(qPrintable(why));
    QTRY_COMPARE_WITH_TIMEOUT(missed(forge).size(), 1, kPatienceMs);
    const QJsonObject lost = missed(forge).at(0).toObject();
    const QString guid = lost[u"guid"_s].toString();
    const QString one = deliveriesOf(forge) + u'/' + QString::number(lost[u"id"_s].toInteger());
    const int askedBefore = forge.count(u"GET"_s, one);

    QVERIFY(serving.start());
    QTRY_COMPARE_WITH_TIMEOUT(storedTimes(serving, guid, u"done"_s), 1, 2 * kPatienceMs);
    forge.ask("POST", one + u"/attempts"_s); // somebody has it sent again, too

    QTRY_COMPARE_WITH_TIMEOUT(stateOfHealing(serving), u"succeeded"_s, 3 * kPatienceMs);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
    QCOMPARE(forge.count(u"GET"_s, one), askedBefore + 1);
    QTRY_VERIFY_WITH_TIMEOUT(arrivedAgain(forge, guid), kPatienceMs);
    QCOMPARE(storedTimes(serving, guid, u"done"_s), 1);
    QCOMPARE(std::ranges::count(serving.stored(), guid, &StoredDelivery::id), 1);
    QCOMPARE(serving.stop(), 0);
    QVERIFY2(serving.diagnostics().isEmpty(), qPrintable(serving.diagnostics()));
    QCOMPARE(forge.contractFault(), QByteArray());
}

void TestMissedDeliveries::aTokenThatMayNotReadHooksOnlyLooks()
{
    TestForge forge;
    Serving serving;
    if (const QString why = failWhileOff(forge, serving); !why.isEmpty())
        QSKIP(qPrintable(why));
    QTRY_COMPARE_WITH_TIMEOUT(missed(forge).size(), 1, kPatienceMs);
    forge.order("GET", "/hooks$", {{u"status"_s, 403}, {u"body"_s, u"{\"message\":\"Forbidden\"}"_s}}, 1000);
    const int before = forge.count(u"GET"_s, u"/hooks"_s);

    QVERIFY(serving.start());

    QTRY_COMPARE_WITH_TIMEOUT(stateOfHealing(serving), u"succeeded"_s, 3 * kPatienceMs);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
    QTRY_COMPARE_WITH_TIMEOUT(forge.count(u"GET"_s, u"/hooks"_s), before + 1, 2 * kPatienceMs);
    QCOMPARE(serving.stop(), 0);
    QVERIFY2(serving.diagnostics().isEmpty(), qPrintable(serving.diagnostics()));
    QCOMPARE(forge.contractFault(), QByteArray());
}

void TestMissedDeliveries::whoReceivesNothingAsksForNothing()
{
    TestForge forge;
    Serving serving;
    if (const QString why = failWhileOff(forge, serving); !why.isEmpty())
        QSKIP(qPrintable(why));
    QTRY_COMPARE_WITH_TIMEOUT(missed(forge).size(), 1, kPatienceMs);
    const int before = forge.count(u"GET"_s, u"/hooks"_s);

    QVERIFY(serving.start(QStringList())); // without a secret

    QTRY_COMPARE_WITH_TIMEOUT(stateOfHealing(serving), u"succeeded"_s, 3 * kPatienceMs);
    QCOMPARE(serving.stop(), 0);
    QCOMPARE(forge.count(u"GET"_s, u"/hooks"_s), before);
}

SIGNALBOX_TEST(TestMissedDeliveries)
#include "tst_misseddeliveries.moc"
