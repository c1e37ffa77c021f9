// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/chatmodel.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;

namespace {

/// Answers as it is told, and keeps what it was asked.
struct Service {
    Result<HttpAnswer> answer = HttpAnswer{.status = 200};
    std::string body;
    std::vector<HttpCall> calls;
    SystemClock clock;
    HttpClient client{[this](const HttpCall& call, const std::stop_token&) {
                          calls.push_back(call);
                          if (answer && answer->status == 200)
                              call.sink(body);
                          return answer;
                      },
                      clock, [](const HttpClient::Told&) {}};

    Result<model::Reply> ask(const std::string& server = "https://models.example/v1")
    {
        ChatModel chat(client, {.server = server, .key = "sk-1234567890", .keyFrom = "OUR_KEY", .model = "small"});
        model::Prompt prompt;
        prompt.system = "advise";
        prompt.user = "on this";
        prompt.form = "advice";
        prompt.schema = {{"type", "object"}};
        return chat.ask(prompt, {});
    }
};

const char* const kStream
    = ": keep-alive\n\n"
      "data: {\"model\":\"small-2\",\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n"
      "data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"a\\\":\"}}]}\r\n\r\n"
      "data: {\"choices\":[{\"delta\":{\"content\":\" 1}\"},\"finish_reason\":\"stop\"}]}\n\n"
      "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":5}}\n\n"
      "data: [DONE]\n\n";

} // namespace

class TestChatModel : public QObject {
    Q_OBJECT

private slots:
    void asksForTheForm();
    void aStreamIsPutTogether();
    void anAnswerThatComesWholeIsTaken();
    void whatIsNoAnswerIsSaid_data();
    void whatIsNoAnswerIsSaid();
    void aRefusalOfTheModelIsOne();
    void aRefusalOfTheServerSaysWhatToDo_data();
    void aRefusalOfTheServerSaysWhatToDo();
    void aServerElsewhereNeedsTls();
};

void TestChatModel::asksForTheForm()
{
    Service service;
    service.body = kStream;
    QVERIFY(service.ask());
    const HttpCall& call = service.calls.front();
    QCOMPARE(call.url, std::string("https://models.example/v1/chat/completions"));
    QCOMPARE(std::string(fieldOf(call.fields, "authorization")), std::string("Bearer sk-1234567890"));
    const auto body = parseJson(call.body);
    QVERIFY(body);
    QVERIFY((*body)["response_format"]["json_schema"]["schema"] == Json({{"type", "object"}}));
    QVERIFY((*body)["messages"][1]["content"] == Json("on this"));
    QVERIFY((*body)["stream"].get<bool>());
    QVERIFY(body->contains("max_tokens"));
    QVERIFY(service.ask("https://api.openai.com/v1"));
    QVERIFY(parseJson(service.calls.back().body)->contains("max_completion_tokens"));
}

void TestChatModel::aStreamIsPutTogether()
{
    const auto reply = chatReply(kStream);
    QVERIFY(reply);
    QCOMPARE(reply->text, std::string("{\"a\": 1}"));
    QCOMPARE(reply->model, std::string("small-2"));
    QCOMPARE(reply->tokens.in, 12);
    QCOMPARE(reply->tokens.out, 5);
    QVERIFY(reply->refusal.empty() && !reply->isCut);
}

void TestChatModel::anAnswerThatComesWholeIsTaken()
{
    const auto reply = chatReply(R"({"model": "m", "usage": {"prompt_tokens": 1, "completion_tokens": 2},
        "choices": [{"message": {"content": "{}"}, "finish_reason": "length"}]})");
    QVERIFY(reply);
    QCOMPARE(reply->text, std::string("{}"));
    QVERIFY(reply->isCut);
}

void TestChatModel::whatIsNoAnswerIsSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another page") << QByteArray("<html>Log in</html>");
    QTest::newRow("another document") << QByteArray("{\"ok\": true}");
    QTest::newRow("a stream that is cut") << QByteArray(kStream).chopped(16);
    QTest::newRow("a piece that is damaged") << QByteArray("data: {\"choices\":\n\ndata: [DONE]\n");
    QTest::newRow("an endless error") << QByteArray("data: {\"error\":{\"message\":\"\\u001b[2J")
            + QByteArray(100'000, 'A') + "\"}}\n\ndata: [DONE]\n";
    QTest::newRow("an error in its midst")
        << QByteArray("data: {\"error\":{\"message\":\"overloaded\"}}\n\ndata: [DONE]\n");
}

void TestChatModel::whatIsNoAnswerIsSaid()
{
    QFETCH(QByteArray, body);
    const auto reply = chatReply(body.toStdString());
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Internal);
    QVERIFY(reply.error().detail.size() < 300 && reply.error().detail.find('\x1b') == std::string::npos);
}

void TestChatModel::aRefusalOfTheModelIsOne()
{
    const auto refusal = chatReply(R"({"choices": [{"message": {"refusal": "I cannot."}}]})");
    QVERIFY(refusal);
    QCOMPARE(refusal->refusal, std::string("I cannot."));
    const auto filtered
        = chatReply(R"({"choices": [{"message": {"content": ""}, "finish_reason": "content_filter"}]})");
    QVERIFY(filtered && !filtered->refusal.empty());
}

void TestChatModel::aRefusalOfTheServerSaysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("the key") << 401 << QByteArray(R"({"error": {"message": "bad key"}})") << true
                             << QByteArray("models.example refuses the key: bad key; check OUR_KEY");
    QTest::newRow("the model") << 404 << QByteArray() << true << QByteArray("models.example knows no model small");
    QTest::newRow("too often") << 429 << QByteArray() << false
                               << QByteArray("models.example is asked too often, or its money is spent");
    QTest::newRow("the form") << 400 << QByteArray(R"({"error": "no response_format"})") << true
                              << QByteArray("models.example answers 400: no response_format");
    QTest::newRow("out of order") << 502 << QByteArray("<html>") << false << QByteArray("models.example answers 502");
}

void TestChatModel::aRefusalOfTheServerSaysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isOurs);
    QFETCH(QByteArray, says);
    Service service;
    service.answer = HttpAnswer{.status = status, .body = body.toStdString()};
    const auto reply = service.ask();
    QVERIFY(!reply);
    QCOMPARE(QByteArray::fromStdString(reply.error().detail), says);
    QCOMPARE(reply.error().code == ErrorCode::InvalidInput, isOurs); // else it is worth another try
}

void TestChatModel::aServerElsewhereNeedsTls()
{
    QVERIFY(faultOfServer("https://models.example/v1").empty());
    QVERIFY(faultOfServer("http://127.0.0.1:11434/v1").empty());
    QVERIFY(faultOfServer("http://localhost:1234").empty());
    QVERIFY(!faultOfServer("http://models.example/v1").empty());
    QVERIFY(!faultOfServer("models.example").empty());
    QVERIFY(!faultOfServer("http://127.0.0.1.models.example/v1").empty()); // only looks like this machine
    QVERIFY(!faultOfServer("https://ana:secret@models.example/v1").empty());
    QVERIFY(!faultOfServer("https://models.example/v1?key=secret").empty());
    QVERIFY(!faultOfServer("https://models.example:99999/v1").empty());
}

SIGNALBOX_TEST(TestChatModel)
#include "tst_chatmodel.moc"
