// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestparser.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::net;

namespace {

const std::string kPost = "POST /webhook/github?a=b HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: push\r\n"
                          "Content-Length: 5\r\n\r\nhello";

RequestParser::State putAll(RequestParser& parser, std::string_view& bytes)
{
    auto state = parser.put(bytes);
    if (state == RequestParser::State::Body && !bytes.empty()) // it stops behind the head
        state = parser.put(bytes);
    return state;
}

/// The status that a request is refused with; 0 where it is not.
int refusalOf(const std::string& text, const RequestParser::Bounds& bounds)
{
    RequestParser parser(bounds);
    std::string_view bytes = text;
    return putAll(parser, bytes) == RequestParser::State::Refused ? parser.whyRefused().status : 0;
}

} // namespace

class TestRequestParser : public QObject {
    Q_OBJECT

private slots:
    void readsARequestHoweverItIsCut();
    void leavesTheNextRequest();
    void readsABodyInChunks();
    void refuses_data();
    void refuses();
};

void TestRequestParser::readsARequestHoweverItIsCut()
{
    for (std::size_t cut = 0; cut <= kPost.size(); ++cut) {
        RequestParser parser({});
        std::string_view first = std::string_view(kPost).substr(0, cut);
        putAll(parser, first);
        const std::string rest = std::string(first) + kPost.substr(cut);
        std::string_view second = rest;

        QVERIFY(putAll(parser, second) == RequestParser::State::Done);

        const HttpRequest request = parser.request();
        QVERIFY(request.method == "POST" && request.path == "/webhook/github" && request.body == "hello");
        QVERIFY(request.field("x-github-event") == "push");
        QVERIFY(request.field("X-Absent").empty());
        QVERIFY(parser.keepsAlive());
    }
}

void TestRequestParser::leavesTheNextRequest()
{
    const std::string two = kPost + "GET /healthz";
    RequestParser parser({});
    std::string_view bytes = two;

    QVERIFY(putAll(parser, bytes) == RequestParser::State::Done);

    QVERIFY(bytes == "GET /healthz");
}

void TestRequestParser::readsABodyInChunks()
{
    const std::string text
        = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    RequestParser parser({});
    std::string_view bytes = text;
    auto state = parser.put(bytes);
    for (int i = 0; i < 10 && state == RequestParser::State::Body; ++i)
        state = parser.put(bytes);

    QVERIFY(state == RequestParser::State::Done);
    QVERIFY(parser.request().body == "hello");
}

void TestRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const auto row
        = [](const char* name, const QByteArray& text, int status) { QTest::newRow(name) << text << status; };
    row("within the bounds", QByteArray::fromStdString(kPost), 0);
    row("a body longer than allowed", "POST / HTTP/1.1\r\nContent-Length: 101\r\n\r\n", 413);
    row("chunks longer than allowed",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n80\r\n" + QByteArray(128, 'x'), 413);
    row("a head longer than allowed", "GET / HTTP/1.1\r\nX: " + QByteArray(600, 'x'), 431);
    row("no HTTP", "hello there\r\n\r\n", 400);
    row("a length that is no number", "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n", 400);
    row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400);
    row("a length and chunks", "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
}

void TestRequestParser::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);

    QCOMPARE(refusalOf(text.toStdString(), {.headBytes = 512, .bodyBytes = 100}), status);
}

SIGNALBOX_TEST(TestRequestParser)
#include "tst_requestparser.moc"
