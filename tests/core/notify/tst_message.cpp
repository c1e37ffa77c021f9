// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/message.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::notify;

namespace {

Message asked()
{
    return {.event = Event::ApprovalWaits,
            .severity = Severity::Error,
            .incident = "approval/7/1800000000000",
            .at = fromUnixMs(1'800'000'000'000),
            .since = fromUnixMs(1'800'000'000'000),
            .until = fromUnixMs(1'800'000'360'000),
            .line = "parser",
            .subject = "parser #3",
            .place = "approval/7",
            .about = {{"ask", "fix"}, {"risk", "HIGH"}}};
}

std::string text(int length)
{
    return QByteArray(length, 'x').toStdString(); // GCC 12 warns of std::string(599, 'x') joined to another
}

} // namespace

class TestMessage : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWasStored();
    void hasAKeyOfItsOwn();
    void isStoredWithoutSecretsAndNotAtAnyLength();
    void anEscalationIsAnOutcomeToo();
};

void TestMessage::comesBackAsItWasStored()
{
    Message released = asked();
    released.event = Event::Released;
    released.until.reset();

    for (const Message& message : {asked(), released}) {
        const auto read = messageFromJson(toJson(message));
        QVERIFY(read);
        QVERIFY(*read == message);
    }
    QVERIFY(!messageFromJson(Json{{"event", "approval_waits"}}));
    QVERIFY(!messageFromJson(Json{{"event", "of a newer version"}, {"severity", "info"}}));
}

void TestMessage::hasAKeyOfItsOwn()
{
    Message closed = asked();
    closed.event = Event::ApprovalClosed;

    QVERIFY(keyOf(asked()) == "approval/7/1800000000000/approval_waits");
    QVERIFY(keyOf(closed) != keyOf(asked()));
    QVERIFY(isEnd(closed.event) && !isEnd(asked().event));
}

void TestMessage::isStoredWithoutSecretsAndNotAtAnyLength()
{
    Message message = asked();
    const std::string token = "ghp_" + std::string(36, 'a');
    message.about["cause"] = "token=" + token + " is wrong";
    message.about["why"] = text(599) + "ä and more";

    const std::string stored = dumpJson(toJson(message));

    QVERIFY(stored.find(token) == std::string::npos);
    QVERIFY(toJson(message)["about"]["why"].get<std::string>() == text(599) + "…");
}

void TestMessage::anEscalationIsAnOutcomeToo()
{
    Message message = asked();
    QVERIFY(isOf(message, Kind::Approval) && !isOf(message, Kind::Outcome));

    message.about["ask"] = "escalation";

    QVERIFY(isOf(message, Kind::Approval) && isOf(message, Kind::Outcome));
}

SIGNALBOX_TEST(TestMessage)
#include "tst_message.moc"
