// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/bodies.h"
#include "core/notify/words.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::notify;

namespace {

constexpr const char* kConsole = "https://console.example.com/";

Message asked()
{
    return {.event = Event::ApprovalWaits,
            .severity = Severity::Warning,
            .incident = "approval/7/1800000000000",
            .at = fromUnixMs(1'800'000'000'000),
            .since = fromUnixMs(1'800'000'000'000),
            .until = fromUnixMs(1'800'003'600'000),
            .line = "parser",
            .subject = "parser #3",
            .place = "approval/7",
            .about = {{"ask", "escalation"}, {"class", "compile_error"}, {"cause", "a <b> & *c*\x1b[31m\nd"}}};
}

Message of(Event event)
{
    Message message = asked();
    message.event = event;
    message.at = fromUnixMs(1'800'000'060'000);
    return message;
}

Carried many(std::size_t count)
{
    Carried carried;
    for (std::size_t at = 0; at < count; ++at) {
        carried.messages.push_back(asked());
        carried.messages.back().incident += std::to_string(at);
    }
    return carried;
}

Json parsed(const std::string& text)
{
    const auto json = parseJson(text);
    return json ? *json : Json(text);
}

/// The whole of it, so that no field is there unasked.
void same(const std::string& got, const char* expected)
{
    QCOMPARE(QString::fromStdString(parsed(got).dump(1)), QString::fromStdString(parsed(expected).dump(1)));
}

} // namespace

class TestBodies : public QObject {
    Q_OBJECT

private slots:
    void slackTakesBlocks();
    void slackIsToldManyInOne();
    void teamsTakesACard();
    void pagerDutyOpensAndClosesByOneKey();
    void theAlertmanagerOpensAndClosesByTheSameLabels();
    void aProgramGetsEverything();
    void aDecisionAgainstThePolicyIsTold();
    void mailIsPlain();
    void mailOfAnotherTongueIsEncoded();
    void whatIsSentAgainSaysSo();
    void noLinkThatNothingOpensIsAButton();
    void aCallIsCalledTheSameEachTime();
};

void TestBodies::slackTakesBlocks()
{
    same(slackBody({.messages = {asked()}}, kConsole), R"({
        "text": "Escalated: parser #3",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "emoji": false, "text": "Escalated: parser #3"}},
            {"type": "section", "fields": [
                {"type": "plain_text", "emoji": false, "text": "Failure: compile_error"},
                {"type": "plain_text", "emoji": false, "text": "Cause: a <b> & *c* d"},
                {"type": "plain_text", "emoji": false, "text": "Decide by: 2027-01-15T09:00:00.000Z"},
                {"type": "plain_text", "emoji": false, "text": "At: 2027-01-15T08:00:00.000Z"}]},
            {"type": "actions", "elements": [
                {"type": "button", "text": {"type": "plain_text", "emoji": false, "text": "Review"},
                 "url": "https://console.example.com/approval/7"}]}]})");
}

void TestBodies::slackIsToldManyInOne()
{
    Carried carried = many(25);
    carried.messages.front().event = Event::Failed;
    carried.messages.front().subject = "a <!channel> & b";

    const Json body = parsed(slackBody(carried, kConsole));

    QCOMPARE(body["text"].get<std::string>(), std::string("25 events in 1 min: 24 held for you, 1 failed"));
    QCOMPARE(body["blocks"].size(), 23U); // a header, how many of what, 20 lines, how many more
    QVERIFY(body["blocks"][2]["text"]["text"].get<std::string>().find("a &lt;!channel&gt; &amp; b")
            != std::string::npos);
    QCOMPARE(body["blocks"][22]["elements"][0]["text"].get<std::string>(), std::string("and 5 more"));
}

void TestBodies::teamsTakesACard()
{
    same(teamsBody({.messages = {of(Event::Healed)}}, kConsole), R"({
        "type": "message", "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": null, "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
                "body": [
                    {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "Healed: parser #3", "weight": "bolder", "size": "large"}]},
                    {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "Failure: ", "weight": "bolder", "size": "default"},
                        {"type": "TextRun", "text": "compile_error"}]},
                    {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "Cause: ", "weight": "bolder", "size": "default"},
                        {"type": "TextRun", "text": "a <b> & *c* d"}]},
                    {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "At: ", "weight": "bolder", "size": "default"},
                        {"type": "TextRun", "text": "2027-01-15T08:01:00.000Z"}]}],
                "actions": [{"type": "Action.OpenUrl", "title": "Open",
                             "url": "https://console.example.com/approval/7"}]}}]})");
}

void TestBodies::pagerDutyOpensAndClosesByOneKey()
{
    same(pagerDutyBody(asked(), kConsole, "R0"), R"({
        "routing_key": "R0", "event_action": "trigger", "dedup_key": "signalbox/approval/7/1800000000000",
        "client": "Signalbox", "links": [{"href": "https://console.example.com/approval/7", "text": "Review"}],
        "payload": {"summary": "Escalated: parser #3", "source": "parser", "severity": "warning",
            "timestamp": "2027-01-15T08:00:00.000Z", "class": "approval_waits",
            "custom_details": {"Failure": "compile_error", "Cause": "a <b> & *c* d", "Decide by": "2027-01-15T09:00:00.000Z",
                "At": "2027-01-15T08:00:00.000Z"}}})");
    same(pagerDutyBody(of(Event::ApprovalClosed), kConsole, "R0"),
         R"({"routing_key": "R0", "event_action": "resolve", "dedup_key": "signalbox/approval/7/1800000000000"})");

    Message long1 = asked();
    long1.incident = "connection/" + QByteArray(300, 'x').toStdString();
    QVERIFY(parsed(pagerDutyBody(long1, kConsole, "R0"))["dedup_key"].get<std::string>().size() <= 255);
}

void TestBodies::theAlertmanagerOpensAndClosesByTheSameLabels()
{
    const Json open = parsed(alertmanagerBody({.messages = {asked()}}, kConsole));
    const Json closed = parsed(alertmanagerBody({.messages = {of(Event::ApprovalClosed)}}, kConsole));

    same(open.dump(), R"([{
        "labels": {"alertname": "SignalboxApprovalWaits", "severity": "warning", "incident": "approval/7/1800000000000",
                   "source": "signalbox", "line": "parser"},
        "annotations": {"summary": "Escalated: parser #3", "link": "https://console.example.com/approval/7",
            "description": "Failure: compile_error\nCause: a <b> & *c* d\nDecide by: 2027-01-15T09:00:00.000Z\nAt: 2027-01-15T08:00:00.000Z"},
        "startsAt": "2027-01-15T08:00:00.000Z", "endsAt": "2027-01-15T09:00:00.000Z",
        "generatorURL": "https://console.example.com/approval/7"}])");
    QVERIFY(closed[0]["labels"] == open[0]["labels"]);
    QVERIFY(closed[0]["startsAt"] == open[0]["startsAt"]);
    QCOMPARE(closed[0]["endsAt"].get<std::string>(), std::string("2027-01-15T08:01:00.000Z"));
    const Json both = parsed(alertmanagerBody({.messages = {asked(), of(Event::ApprovalClosed)}}, kConsole));
    QVERIFY(both == closed); // the newest of each
}

void TestBodies::aProgramGetsEverything()
{
    const Json body = parsed(webhookBody({.messages = {asked(), of(Event::ApprovalClosed)}}, kConsole));

    QCOMPARE(body["messages"].size(), 2U);
    QVERIFY(body["sent_again"] == false);
    const Json& first = body["messages"][0];
    QVERIFY(*messageFromJson(first) == asked());
    QCOMPARE(first["key"].get<std::string>(), std::string("approval/7/1800000000000/approval_waits"));
    QCOMPARE(first["link"].get<std::string>(), std::string("https://console.example.com/approval/7"));
}

void TestBodies::aDecisionAgainstThePolicyIsTold()
{
    Message broken = of(Event::PolicyBroken);
    broken.incident = "policy/7/1800000060000";
    broken.until.reset();
    broken.about = {{"by", "github:mona"}, {"breaks", "rejected_here,one_of_2,author"}, {"reason", "no time"}};
    const Carried one{.messages = {broken}};
    const std::string why
        = "github:mona let it through. It was rejected here. The policy needs 2 approvers. They are its author.";

    const Json slack = parsed(slackBody(one, kConsole));
    QCOMPARE(slack["text"].get<std::string>(), std::string("Policy broken: parser #3"));
    QCOMPARE(slack["blocks"][1]["fields"][0]["text"].get<std::string>(), "Decision: " + why);
    QVERIFY(teamsBody(one, kConsole).find(why) != std::string::npos);
    const Json alert = parsed(alertmanagerBody(one, kConsole))[0];
    QCOMPARE(alert["labels"]["alertname"].get<std::string>(), std::string("SignalboxPolicyBroken"));
    QCOMPARE(alert["endsAt"].get<std::string>(), formatUtc(broken.since + std::chrono::hours(24)));
    QCOMPARE(parsed(pagerDutyBody(broken, kConsole, "R0"))["event_action"].get<std::string>(), std::string("trigger"));
    for (const Way way : {Way::Slack, Way::Teams, Way::Mail, Way::PagerDuty})
        QVERIFY(takes({.way = way, .variable = "URL", .tells = {Kind::Approval}}, broken));
}

void TestBodies::mailIsPlain()
{
    const Receiver receiver{.way = Way::Mail,
                            .variable = "SMTP_URL",
                            .tells = {Kind::Approval},
                            .from = "signalbox@example.com",
                            .to = {"a@example.com", "b@example.com"}};

    const QByteArray mail = QByteArray::fromStdString(mailText({.messages = {asked()}}, receiver));
    const qsizetype split = mail.indexOf("\r\n\r\n");
    const QByteArray body = QByteArray::fromBase64(mail.mid(split));

    QVERIFY(mail.startsWith("From: Signalbox <signalbox@example.com>\r\nTo: a@example.com,\r\n b@example.com\r\n"
                            "Subject: Escalated: parser #3\r\n"
                            "Date: Fri, 15 Jan 2027 08:00:00 +0000\r\nMessage-ID: <"));
    QVERIFY(body.contains("Cause: a <b> & *c* d\r\n"));
    QVERIFY(body.contains("Review: signalbox://approval/7\r\n"));
    for (const QByteArray& line : mail.split('\n'))
        QVERIFY(line.size() <= 80);
}

void TestBodies::mailOfAnotherTongueIsEncoded()
{
    Message message = asked();
    message.subject = "Übersetzer für Grüße und Ähnliches, Straße 3";
    const Receiver receiver{
        .way = Way::Mail, .variable = "U", .tells = {Kind::Approval}, .from = "a@b.c", .to = {"d@e.f"}};

    const QString mail = QString::fromStdString(mailText({.messages = {message}}, receiver));
    const QString subject = mail.section(QStringLiteral("Subject: "), 1).section(QStringLiteral("\r\nDate"), 0, 0);

    QByteArray decoded;
    for (const QString& word : subject.split(QStringLiteral("\r\n "))) {
        QVERIFY(word.size() <= 75);
        QVERIFY(word.startsWith(QStringLiteral("=?utf-8?B?")) && word.endsWith(QStringLiteral("?=")));
        const QByteArray piece = QByteArray::fromBase64(word.mid(10).chopped(2).toLatin1());
        QVERIFY(!QString::fromUtf8(piece).contains(QChar::ReplacementCharacter)); // no character lies across two words
        decoded += piece;
    }
    QCOMPARE(QString::fromUtf8(decoded), QStringLiteral("Escalated: ") + QString::fromStdString(message.subject));
}

void TestBodies::whatIsSentAgainSaysSo()
{
    const Carried again{.messages = {asked()}, .again = true};
    const Receiver mail{.way = Way::Mail, .variable = "U", .tells = {Kind::Approval}, .from = "a@b.c", .to = {"d@e.f"}};

    QVERIFY(slackBody(again, kConsole).find(kSentAgain) != std::string::npos);
    QVERIFY(teamsBody(again, kConsole).find(kSentAgain) != std::string::npos);
    QVERIFY(parsed(webhookBody(again, kConsole))["sent_again"] == true);
    QVERIFY(mailText(again, mail).find("Subject: [sent again] Escalated: parser #3") != std::string::npos);
    for (const Way way : {Way::PagerDuty, Way::Alertmanager})
        QVERIFY(dropsRepeats(way)); // and so are never told
}

void TestBodies::noLinkThatNothingOpensIsAButton()
{
    const std::string slack = slackBody({.messages = {asked()}}, kLinks);
    const std::string teams = teamsBody({.messages = {asked()}}, kLinks);

    QVERIFY(slack.find("button") == std::string::npos);
    QVERIFY(slack.find("<signalbox://approval/7>") != std::string::npos);
    QVERIFY(teams.find("Action.OpenUrl") == std::string::npos);
    QVERIFY(teams.find("signalbox://approval/7") != std::string::npos);
}

void TestBodies::aCallIsCalledTheSameEachTime()
{
    Carried again = many(3);
    again.again = true;

    QVERIFY(callId(again) == callId(many(3)));
    QVERIFY(callId(many(2)) != callId(many(3)));
}

SIGNALBOX_TEST(TestBodies)
#include "tst_bodies.moc"
