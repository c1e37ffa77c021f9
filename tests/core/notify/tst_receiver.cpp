// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/receiver.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::notify;

namespace {

Receiver receiver(Way way)
{
    return {.way = way,
            .variable = std::string(usualVariable(way)),
            .tells = {Kind::Approval, Kind::Outcome, Kind::Hold, Kind::Connection}};
}

Message message(Event event, const char* line = "parser")
{
    Message made;
    made.event = event;
    made.line = line;
    return made;
}

} // namespace

class TestReceiver : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWasStored();
    void isRefusedWhereAFieldIsWrong_data();
    void isRefusedWhereAFieldIsWrong();
    void takesWhatItChose();
    void whatHasEndedIsToldWhereItCloses_data();
    void whatHasEndedIsToldWhereItCloses();
    void restsLongerEachTimeUpToTenMinutes();
};

void TestReceiver::comesBackAsItWasStored()
{
    Receiver mail = receiver(Way::Mail);
    mail.lines = {"parser", "acme/shop"};
    mail.links = "https://console.example.com/";
    mail.from = "signalbox@example.com";
    mail.to = {"a@example.com", "b@example.com"};
    Receiver hook = receiver(Way::Webhook);
    hook.secret = "OUR_SECRET";
    Receiver pager = receiver(Way::PagerDuty);
    pager.server = "https://events.eu.pagerduty.com";

    for (const Receiver& one : {mail, hook, pager}) {
        const auto read = receiverFromJson(toJson(one));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QVERIFY(*read == one);
    }
}

void TestReceiver::isRefusedWhereAFieldIsWrong_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("says");

    QTest::newRow("no way") << R"({"way": "pigeon"})"
                            << "way is one of slack, teams";
    QTest::newRow("of nothing") << R"({"tells": []})"
                                << "tells is one or more";
    QTest::newRow("of something else") << R"({"tells": ["weather"]})"
                                       << "not weather";
    QTest::newRow("the address itself") << R"({"variable": "https://hooks.example.com/x"})"
                                        << "never what they hold";
    QTest::newRow("no variable") << R"({"variable": ""})"
                                 << "never what they hold";
    QTest::newRow("mail from nobody") << R"({"way": "mail", "to": ["a@b.c"]})"
                                      << "from is an address";
    QTest::newRow("mail to nobody") << R"({"way": "mail", "from": "a@b.c"})"
                                    << "to is one or more";
    QTest::newRow("mail with a field of its own")
        << R"({"way": "mail", "from": "a@b.c", "to": ["a@b.c\r\nBcc: x@y.z"]})"
        << "to is one or more";
}

void TestReceiver::isRefusedWhereAFieldIsWrong()
{
    QFETCH(QString, patch);
    QFETCH(QString, says);
    Json json = toJson(receiver(Way::Slack));
    json.update(*parseJson(patch.toStdString()));

    const auto read = receiverFromJson(json);

    QVERIFY(!read);
    QVERIFY2(read.error().detail.find(says.toStdString()) != std::string::npos, read.error().detail.c_str());
}

void TestReceiver::takesWhatItChose()
{
    Receiver one = receiver(Way::Slack);
    one.tells = {Kind::Hold};
    one.lines = {"parser"};

    QVERIFY(takes(one, message(Event::Held)));
    QVERIFY(takes(one, message(Event::Released)));
    QVERIFY(takes(one, message(Event::Held, ""))); // of all lines
    QVERIFY(!takes(one, message(Event::Held, "lexer")));
    QVERIFY(!takes(one, message(Event::Failed)));
}

void TestReceiver::whatHasEndedIsToldWhereItCloses_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<bool>("healed");
    QTest::addColumn<bool>("closed");

    QTest::newRow("people read what was healed") << int(Way::Slack) << true << false;
    QTest::newRow("a pager is told what is over") << int(Way::PagerDuty) << false << true;
    QTest::newRow("so is the Alertmanager") << int(Way::Alertmanager) << false << true;
    QTest::newRow("a program gets everything") << int(Way::Webhook) << true << true;
}

void TestReceiver::whatHasEndedIsToldWhereItCloses()
{
    QFETCH(int, way);
    const Receiver one = receiver(static_cast<Way>(way));

    QTEST(takes(one, message(Event::Healed)), "healed");
    QTEST(takes(one, message(Event::ApprovalClosed)), "closed");
    QVERIFY(takes(one, message(Event::ConnectionBack)));
}

void TestReceiver::restsLongerEachTimeUpToTenMinutes()
{
    QVERIFY(restAfter(1) == Milliseconds(500));
    Milliseconds all{0};
    for (int failures = 1; failures <= 9; ++failures)
        all += restAfter(failures);
    QVERIFY(all > std::chrono::seconds(30) && all < std::chrono::minutes(1));
    QVERIFY(restAfter(1000) == std::chrono::minutes(10));
}

SIGNALBOX_TEST(TestReceiver)
#include "tst_receiver.moc"
