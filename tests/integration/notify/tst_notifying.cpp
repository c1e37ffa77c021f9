// SPDX-License-Identifier: GPL-3.0-or-later
// The real signalboxctl, and receivers that are real or behave badly on purpose.
#include "tests/app/ctlprogram.h"
#include "tests/integration/notify/chat.h"
#include "tests/integration/notify/hook.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kPlanted = "planted-value-of-a-variable";
const QByteArray kShaped = "ghp_" + QByteArray(36, 'q');

} // namespace

class TestNotifying : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_serving = std::make_unique<Serving>();
        m_environment = {u"GH_TOKEN="_s + QLatin1String(kPlanted)};
    }
    void cleanup() { m_serving.reset(); }

    void comesThroughWhereItsReceiverFailsNineTimes();
    void aKillWhileItIsSentRepeatsItAndSaysSo();
    void aPagerIsNeverToldTwiceWhateverHappens();
    void slackIsToldOnceOfAHealing();
    void theAlertmanagerOpensAndClosesAnAlert();
    void mailReachesItsServer();
    void whatIsNotReachedIsShown();

private:
    std::unique_ptr<Serving> m_serving;
    QStringList m_environment;

    Answered ctl(QStringList arguments)
    {
        for (const QString& variable : m_environment)
            qputenv(qPrintable(variable.section(u'=', 0, 0)), variable.section(u'=', 1).toUtf8());
        return runCtl(QStringList{u"--store"_s, m_serving->storePath()} + arguments);
    }
    bool add(const QString& name, const QString& way, const QString& variable, const QStringList& more = {})
    {
        return ctl(QStringList{u"notify"_s, u"add"_s, name, u"--way"_s, way, u"--variable"_s, variable} + more).status
            == 0;
    }
    bool serve() { return m_serving->start(m_environment); }
    bool hold(const QString& reason) { return ctl({u"hold-all"_s, u"--reason"_s, reason}).status == 0; }
    QJsonObject standing(const QString& name)
    {
        const QString text = ctl({u"--json"_s, u"notify"_s, u"list"_s}).output;
        for (const QJsonValue& one : QJsonDocument::fromJson(text.toUtf8()).array())
            if (one[u"receiver"].toString() == name)
                return one.toObject();
        return {};
    }
};

void TestNotifying::comesThroughWhereItsReceiverFailsNineTimes()
{
    Hook hook;
    if (const QString why = hook.start(QStringList(QList<QString>(9, u"500"_s)).join(u',') + u",200"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"HOOK="_s + hook.url();
    QVERIFY(add(u"program"_s, u"webhook"_s, u"HOOK"_s));
    QVERIFY(hold(u"a freeze"_s)); // before anybody drives
    QVERIFY(serve());

    QTRY_COMPARE_WITH_TIMEOUT(hook.requests().size(), 10, 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(standing(u"program"_s)[u"waiting"].toInt(), 0, 10'000);

    QCOMPARE(m_serving->stop(), 0);
    const QList<QJsonObject> requests = hook.requests();
    QCOMPARE(requests.size(), 10);
    for (const QJsonObject& request : requests) { // each answer said that it was not taken: nothing is doubled
        QVERIFY(!Hook::bodyOf(request)[u"sent_again"].toBool());
        QCOMPARE(request[u"headers"][u"webhook-id"], requests.first()[u"headers"][u"webhook-id"]);
    }
    QVERIFY(m_serving->diagnostics().contains(u"program has not taken"_s));
}

void TestNotifying::aKillWhileItIsSentRepeatsItAndSaysSo()
{
    Hook hook;
    if (const QString why = hook.start(u"hang,200"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"HOOK="_s + hook.url();
    QVERIFY(add(u"program"_s, u"webhook"_s, u"HOOK"_s));
    QVERIFY(serve());
    QVERIFY(hold(u"a freeze"_s));

    QTRY_COMPARE_WITH_TIMEOUT(hook.requests().size(), 1, 30'000);
    m_serving->kill();
    QCOMPARE(standing(u"program"_s)[u"waiting"].toInt(), 1);
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(hook.requests().size(), 2, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(standing(u"program"_s)[u"waiting"].toInt(), 0, 10'000);

    const QList<QJsonObject> requests = hook.requests();
    QVERIFY(!Hook::bodyOf(requests[0])[u"sent_again"].toBool());
    QVERIFY(Hook::bodyOf(requests[1])[u"sent_again"].toBool());
    QCOMPARE(requests[0][u"headers"][u"webhook-id"], requests[1][u"headers"][u"webhook-id"]);
    QCOMPARE(Hook::bodyOf(requests[0])[u"messages"], Hook::bodyOf(requests[1])[u"messages"]);
}

void TestNotifying::aPagerIsNeverToldTwiceWhateverHappens()
{
    Hook hook;
    if (const QString why = hook.start(u"hang,502,202"_s); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"PAGER=R0123456789"_s;
    QVERIFY(add(u"pager"_s, u"pagerduty"_s, u"PAGER"_s, {u"--server"_s, hook.url().chopped(5)}));
    QVERIFY(serve());
    QVERIFY(hold(u"a freeze"_s));
    QTRY_COMPARE_WITH_TIMEOUT(hook.requests().size(), 1, 30'000);
    m_serving->kill();
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(standing(u"pager"_s)[u"waiting"].toInt(), 0, 30'000);
    QCOMPARE(ctl({u"release-all"_s, u"--reason"_s, u"it is over"_s}).status, 0);

    QTRY_COMPARE_WITH_TIMEOUT(hook.requests().size(), 4, 30'000);
    const QList<QJsonObject> requests = hook.requests();
    const QString key = Hook::bodyOf(requests[0])[u"dedup_key"].toString();
    QVERIFY(!key.isEmpty());
    for (const QJsonObject& request : requests) {
        QCOMPARE(request[u"path"].toString(), u"/v2/enqueue"_s);
        QCOMPARE(Hook::bodyOf(request)[u"dedup_key"].toString(), key);
    }
    QCOMPARE(requests[0][u"body"], requests[2][u"body"]);
    QCOMPARE(Hook::bodyOf(requests[3])[u"event_action"].toString(), u"resolve"_s);
}

void TestNotifying::slackIsToldOnceOfAHealing()
{
    Chat chat;
    if (const QString why = chat.start(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"SLACK="_s + chat.webhook();
    QVERIFY(add(u"team"_s, u"slack"_s, u"SLACK"_s));
    QTemporaryDir folder;
    const Answered demo = ctl({u"--json"_s, u"demo"_s, u"--dir"_s, folder.path()});
    QCOMPARE(demo.status, 0);
    QVERIFY(chat.history().contains("Healed: storefront #1")); // whoever healed it tells it
    QVERIFY(hold(QString::fromUtf8("leaked: " + QByteArray(kPlanted) + " and " + kShaped)));
    QVERIFY(serve());
    QTRY_VERIFY_WITH_TIMEOUT(chat.history().contains("Held: every line"), 90'000); // the last of all

    const QByteArray all = chat.history();
    QVERIFY(all.contains("Escalated: parser #1"));
    QVERIFY(all.contains("redacted"));
    QVERIFY(!all.contains(kPlanted));
    QVERIFY(!all.contains(kShaped));
    QVERIFY(!all.contains(Chat::kSecretPart));
    QCOMPARE(chat.count("Healed: storefront #1"), 1);
    QVERIFY(!m_serving->diagnostics().contains(u"services/T000000001"_s));
}

void TestNotifying::theAlertmanagerOpensAndClosesAnAlert()
{
    QTemporaryDir folder;
    const QString settings
        = writtenFile(folder.path(), u"am.yml"_s, "route: {receiver: none}\nreceivers: [{name: none}]\n");
    const QString url = u"http://127.0.0.1:%1"_s.arg(freePort());
    OtherProgram alertmanager;
    if (const QString why
        = alertmanager.start(u"prometheus-alertmanager"_s,
                             {u"--config.file="_s + settings, u"--storage.path="_s + folder.filePath(u"data"_s),
                              u"--web.listen-address="_s + url.mid(7), u"--cluster.listen-address="_s},
                             "Listening");
        !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"ALERTS="_s + url;
    QVERIFY(add(u"alerts"_s, u"alertmanager"_s, u"ALERTS"_s));
    QCOMPARE(ctl({u"notify"_s, u"test"_s, u"alerts"_s}).status, 0);
    QVERIFY(serve());
    const auto active
        = [&url] { return fetched(url + u"/api/v2/alerts?filter=alertname%3D%22SignalboxHeld%22"_s).array(); };

    QVERIFY(hold(u"a freeze"_s));
    QTRY_COMPARE_WITH_TIMEOUT(active().size(), 1, 30'000);
    const QJsonObject alert = active().at(0).toObject();
    QCOMPARE(alert[u"labels"][u"severity"].toString(), u"warning"_s);
    QVERIFY(alert[u"annotations"][u"summary"].toString().startsWith(u"Held: every line"_s));

    QCOMPARE(ctl({u"release-all"_s, u"--reason"_s, u"it is over"_s}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(active().size(), 0, 30'000);
}

void TestNotifying::mailReachesItsServer()
{
    OtherProgram server;
    const QString address = u"127.0.0.1:%1"_s.arg(freePort());
    if (const QString why = server.start(
            u"python3"_s,
            {u"-Wignore"_s, u"-u"_s, u"-m"_s, u"smtpd"_s, u"-n"_s, u"-d"_s, u"-c"_s, u"DebuggingServer"_s, address},
            "started");
        !why.isEmpty())
        QSKIP(qPrintable(why));
    m_environment += u"MAIL=smtp://"_s + address;
    QVERIFY(add(u"people"_s, u"mail"_s, u"MAIL"_s,
                {u"--from"_s, u"signalbox@example.com"_s, u"--to"_s, u"release@example.com"_s}));
    QVERIFY(serve());

    QVERIFY(hold(u"a freeze"_s));

    QTRY_VERIFY_WITH_TIMEOUT(server.output().contains("Subject: Held: every line"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(standing(u"people"_s)[u"waiting"].toInt(-1), 0, 10'000);
    QVERIFY(server.output().contains("release@example.com"));
}

void TestNotifying::whatIsNotReachedIsShown()
{
    m_environment += u"NOBODY=http://127.0.0.1:%1/x"_s.arg(freePort());
    QVERIFY(add(u"nobody"_s, u"slack"_s, u"NOBODY"_s));
    QCOMPARE(ctl({u"notify"_s, u"test"_s, u"nobody"_s}).status, 3);
    QVERIFY(serve());
    QVERIFY(hold(u"a freeze"_s));

    QTRY_VERIFY_WITH_TIMEOUT(standing(u"nobody"_s)[u"failures"].toInt() > 1, 30'000);
    QCOMPARE(m_serving->stop(), 0);

    const QString text = ctl({u"--json"_s, u"notify"_s, u"waiting"_s, u"nobody"_s}).output;
    const QJsonObject waiting = QJsonDocument::fromJson(text.toUtf8()).array().at(0).toObject();
    QCOMPARE(waiting[u"event"].toString(), u"held"_s);
    QVERIFY(!waiting[u"again"].toBool()); // nothing of it ever left
    QVERIFY(waiting[u"fault"].toString().contains(u"nothing answers there"_s));
    const Answered doctor = ctl({u"doctor"_s});
    QCOMPARE(doctor.status, 1);
    QVERIFY(doctor.output.contains(u"FAILED\treceiver nobody"_s));
    const Answered removed = ctl({u"notify"_s, u"remove"_s, u"nobody"_s});
    QVERIFY(removed.output.contains(u"1 messages that waited"_s));
    QCOMPARE(ctl({u"notify"_s, u"remove"_s, u"nobody"_s}).status, 2);
}

SIGNALBOX_TEST(TestNotifying)
#include "tst_notifying.moc"
