// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks in the console: the real engine, real sockets, and a hook of the real test forge.
#include "core/store/deliveryrepository.h"
#include "tests/app/ctlprogram.h"
#include "tests/integration/connections/engine.h"
#include "tests/integration/github/testforge.h"
#include "tests/signalboxtest.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QUrl>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kAnyPort = "127.0.0.1:0";
const QByteArray kPush = R"({"ref":"refs/heads/main","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246",)"
                         R"("deleted":false,"repository":{"full_name":"acme/shop"}})";

quint16 portOf(const host::ReceptionView& reception)
{
    return static_cast<quint16>(QUrl(u"http://"_s + QString::fromStdString(reception.listening)).port(0));
}

bool isOpen(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(kPatienceMs);
}

int deliver(quint16 port, const QByteArray& id)
{
    return HttpClient(port).send("POST", "/webhook/github", githubFields(id, "push", kPush), kPush).status;
}

/// The engine of a console that works on `folder`.
struct Console : Engine {
    explicit Console(const QTemporaryDir& folder) : Engine(folder.filePath(u"s.sqlite"_s)) { }

    QString receive(const std::string& address) { return answer(door->receiveWebhooks(true, address)); }
    /// Begins, and waits until it stands as it was left.
    void start()
    {
        agents->start();
        answer(door->loadReception());
    }
    QString fault() const { return QString::fromStdString(reception.fault); }
};

} // namespace

class TestReception : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        for (const char* name : {"GITHUB_WEBHOOK_SECRET", "GITHUB_WEBHOOK_SECRET_FILE", "GITLAB_WEBHOOK_TOKEN",
                                 "SIGNALBOX_STATUS_TOKEN", "GH_TOKEN", "GITHUB_TOKEN"})
            qunsetenv(name);
    }
    void offNobodyListens();
    void aSignedDeliveryIsTakenAndAForgedOneIsNot();
    void itIsKeptAndRecorded();
    void aPortInUseIsToldUntilItIsFree();
    void withoutASecretEveryRouteIsOff();
    void aSecretThatCannotBeReadIsNamed();
    void whatIsNoAddressIsRefused();
    void fromElsewhereReadersNeedAToken();
    void anEndHangsOnNobody();
    void aHookOfGitHubBeginsARun();
    void deliveriesMissedWhileOffAreTaken();
};

void TestReception::offNobodyListens()
{
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret);
    Console console(folder);
    console.start();
    QVERIFY(!console.reception.on && console.reception.listening.empty() && console.fault().isEmpty());
    QCOMPARE(console.reception.address, "127.0.0.1:5000");
    QVERIFY(console.reception.routes.at(0).hasSecret && !console.reception.routes.at(0).isOn);

    QCOMPARE(console.receive(kAnyPort), QString());
    const quint16 port = portOf(console.reception);
    QVERIFY(isOpen(port));
    HttpClient idle(port);
    QVERIFY(idle.begin("POST /webhook/github HTTP/1.1\r\n"));
    QCOMPARE(console.answer(console.door->receiveWebhooks(false, kAnyPort)), QString());

    QVERIFY(!isOpen(port));
    QVERIFY(idle.isClosed());
    QVERIFY(!console.reception.on && console.reception.listening.empty());
}

void TestReception::aSignedDeliveryIsTakenAndAForgedOneIsNot()
{
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret);
    Console console(folder);
    console.start();
    QCOMPARE(console.receive(kAnyPort), QString());
    QVERIFY(console.reception.routes.at(0).isOn && !console.reception.routes.at(0).lastDelivery);
    QVERIFY(!console.reception.routes.at(1).isOn);
    const quint16 port = portOf(console.reception);

    QCOMPARE(deliver(port, "c1"), 202);
    QCOMPARE(deliver(port, "c1"), 202);
    QCOMPARE(HttpClient(port).send("POST", "/webhook/github", githubFields("c2", "push", kPush), "{}").status, 401);
    QCOMPARE(HttpClient(port).send("POST", "/webhook/gitlab", {}, "{}").status, 404);

    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QVERIFY(console.reception.routes.at(0).lastDelivery && !console.reception.routes.at(1).lastDelivery);
    QCOMPARE(console.reception.routes.at(0).refused, 1);
    const auto count = store::DeliveryRepository(console.agents->runtime().database()).count();
    QVERIFY(count && count->stored == 1);
    QVERIFY(HttpClient(port).send("GET", "/metrics", {}).body.contains("signalbox_webhook_repeated_total 1\n"));
}

void TestReception::itIsKeptAndRecorded()
{
    const QTemporaryDir folder;
    std::string address;
    {
        Console console(folder);
        console.start();
        QCOMPARE(console.receive(kAnyPort), QString());
        address = console.reception.listening;
        QCOMPARE(console.receive(address), QString()); // the port that was free, from now on
        QCOMPARE(console.receive(address), QString());
    }
    Console console(folder); // another day
    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QVERIFY(console.reception.on && console.reception.listening.empty()); // it does not work yet
    console.start();
    QCOMPARE(console.reception.listening, address);
    QVERIFY(isOpen(portOf(console.reception)));
    QCOMPARE(console.answer(console.door->receiveWebhooks(false, address)), QString());

    const auto records = console.agents->runtime().audit().part(0, 10);
    QVERIFY(records);
    QStringList actions;
    for (const record::AuditRecord& record : records->records) {
        if (record.entry.action.starts_with("webhooks"))
            actions << QString::fromStdString(record.entry.action + ' ' + record.entry.subject);
    }
    actions.sort();
    const QString at = QString::fromStdString(address);
    QCOMPARE(actions, QStringList({u"webhooks_moved "_s + at, u"webhooks_off "_s + at, u"webhooks_on 127.0.0.1:0"_s}));
}

void TestReception::aPortInUseIsToldUntilItIsFree()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
    const QTemporaryDir folder;
    Console console(folder);
    console.start();

    QCOMPARE(console.receive(address.toStdString()), QString());
    QVERIFY(console.reception.on && console.reception.listening.empty());
    QCOMPARE(console.fault(), address + u" is in use by another program; choose another address"_s);

    other.close();
    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QCOMPARE(console.reception.listening, address.toStdString());
    QCOMPARE(console.fault(), QString());
}

void TestReception::withoutASecretEveryRouteIsOff()
{
    const QTemporaryDir folder;
    Console console(folder);
    console.start();
    QCOMPARE(console.receive(kAnyPort), QString());
    QCOMPARE(console.reception.routes.size(), std::size_t(2));
    for (const host::WebhookRoute& route : console.reception.routes)
        QVERIFY(!route.isOn && !route.hasSecret && !route.secret.empty());
    QCOMPARE(deliver(portOf(console.reception), "n1"), 404);
    QCOMPARE(HttpClient(portOf(console.reception)).send("GET", "/healthz", {}).status, 200);

    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret); // as one that was kept meanwhile
    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QVERIFY(console.reception.routes.at(0).isOn);
    QCOMPARE(deliver(portOf(console.reception), "n1"), 202);
}

void TestReception::aSecretThatCannotBeReadIsNamed()
{
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET_FILE", folder.filePath(u"absent"_s).toUtf8());
    Console console(folder);
    console.start();

    QCOMPARE(console.receive(kAnyPort), QString());

    QVERIFY(console.reception.on && console.reception.listening.empty());
    QVERIFY2(isOneLine(console.fault() + u'\n') && console.fault().startsWith(u"GITHUB_WEBHOOK_SECRET_FILE: "_s),
             qPrintable(console.fault()));
}

void TestReception::whatIsNoAddressIsRefused()
{
    const QTemporaryDir folder;
    Console console(folder);
    console.start();

    for (const char* wrong : {"", "5000", "example.org:5000", "127.0.0.1:99999"})
        QCOMPARE(console.codeOf(console.door->receiveWebhooks(true, wrong)), ErrorCode::InvalidInput);

    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QVERIFY(!console.reception.on);
    QCOMPARE(console.reception.address, "127.0.0.1:5000");
}

void TestReception::fromElsewhereReadersNeedAToken()
{
    const QTemporaryDir folder;
    Console console(folder);
    console.start();
    QCOMPARE(console.receive(kAnyPort), QString());
    QCOMPARE(console.reception.readers, host::Readers::ThisMachine);
    QCOMPARE(HttpClient(portOf(console.reception)).send("GET", "/metrics", {}).status, 200);

    QCOMPARE(console.receive("0.0.0.0:0"), QString());
    QVERIFY(console.reception.fromElsewhere);
    QCOMPARE(console.reception.readers, host::Readers::Nobody);
    QCOMPARE(HttpClient(portOf(console.reception)).send("GET", "/metrics", {}).status, 401);

    qputenv("SIGNALBOX_STATUS_TOKEN", "t0ken");
    QCOMPARE(console.answer(console.door->loadReception()), QString());
    QCOMPARE(console.reception.readers, host::Readers::WithToken);
    const quint16 port = portOf(console.reception);
    QCOMPARE(HttpClient(port).send("GET", "/metrics", {}).status, 401);
    QCOMPARE(HttpClient(port).send("GET", "/metrics", {{"Authorization", "Bearer t0ken"}}).status, 200);
}

void TestReception::anEndHangsOnNobody()
{
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret);
    Console console(folder);
    console.start();
    QCOMPARE(console.receive(kAnyPort), QString());
    const quint16 port = portOf(console.reception);
    HttpClient idle(port);
    QVERIFY(idle.begin("POST /webhook/github HTTP/1.1\r\nHost: x\r\n"));
    console.door->loadReception(); // nobody waits for it

    console.agents.reset();

    QVERIFY(idle.isClosed());
    QVERIFY(!isOpen(port));
}

void TestReception::aHookOfGitHubBeginsARun()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret);
    qputenv("GH_TOKEN", TestForge::kToken);
    Console console(folder);
    console.start();
    QCOMPARE(console.answer(console.door->addRepository(
                 {.address = forge.url().toStdString(), .repository = TestForge::kRepository, .token = {}})),
             QString());
    QCOMPARE(console.receive(kAnyPort), QString());
    const quint16 port = portOf(console.reception);
    QVERIFY(forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(port), QString::fromLatin1(Serving::kSecret)));

    QVERIFY(forge.push());

    const auto status = [port] {
        return QJsonDocument::fromJson(HttpClient(port).send("GET", "/pipeline/status/1", {}).body).object();
    };
    QTRY_COMPARE_WITH_TIMEOUT(status()[u"state"_s].toString(), u"succeeded"_s, 3 * kPatienceMs);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
    const auto delivered = store::DeliveryRepository(console.agents->runtime().database()).count();
    QVERIFY(delivered && delivered->stored >= 2); // of both attempts
    const Answered listed = runCtl({u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s, u"runs"_s, u"list"_s});
    QCOMPARE(QJsonDocument::fromJson(listed.output.toUtf8()).array().at(0).toObject(), status());
    QCOMPARE(HttpClient(port).send("GET", "/pipeline/status/2", {}).status, 404);
}

void TestReception::deliveriesMissedWhileOffAreTaken()
{
    TestForge forge;
    if (const QString why = forge.start(kTransientJob); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    qputenv("GITHUB_WEBHOOK_SECRET", Serving::kSecret);
    qputenv("GH_TOKEN", TestForge::kToken);
    Console console(folder);
    console.start();
    QCOMPARE(console.answer(console.door->addRepository(
                 {.address = forge.url().toStdString(), .repository = TestForge::kRepository, .token = {}})),
             QString());
    QCOMPARE(console.receive(kAnyPort), QString());
    const std::string address = console.reception.listening;
    QVERIFY(forge.hook(u"http://%1/webhook/github"_s.arg(QString::fromStdString(address)),
                       QString::fromLatin1(Serving::kSecret)));
    QCOMPARE(console.answer(console.door->receiveWebhooks(false, address)), QString());
    const auto stored = [&] {
        const auto count = store::DeliveryRepository(console.agents->runtime().database()).count();
        return count ? count->stored : -1;
    };
    const std::int64_t before = stored();
    QVERIFY(forge.push()); // found by looking there
    QTRY_COMPARE_WITH_TIMEOUT(forge.newestRun()[u"conclusion"_s].toString(), u"success"_s, 3 * kPatienceMs);
    QCOMPARE(stored(), before);

    QCOMPARE(console.receive(address), QString());

    QTRY_VERIFY_WITH_TIMEOUT(stored() > before, 3 * kPatienceMs);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
}

SIGNALBOX_TEST(TestReception)
#include "tst_reception.moc"
