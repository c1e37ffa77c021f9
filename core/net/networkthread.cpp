// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkthread.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace signalbox::net {

namespace {

constexpr std::size_t kMostWaiting = 512ULL << 10; // bytes for a sink that has not taken them yet

using Moment = std::chrono::steady_clock::time_point;

/// How long an answer is waited for: until the time limit of its call, and while enough of it comes.
class Patience {
public:
    explicit Patience(const HttpCall& call)
        : m_call(call),
          m_until(std::chrono::steady_clock::now() + call.timeLimit),
          m_spanEnd(call.leastBytes > 0 ? std::chrono::steady_clock::now() + call.leastIn : Moment::max())
    {
    }

    Moment end() const { return std::min(m_until, m_spanEnd); }
    void count(std::size_t bytes) { m_bytes += bytes; }
    void spare(Moment::duration ofSink) { m_spanEnd += m_call.leastBytes > 0 ? ofSink : Moment::duration(0); }

    /// Why it is at an end; empty: it is not.
    std::string fault(Moment now)
    {
        if (now >= m_until)
            return (m_any || m_bytes > 0 ? "the answer was not whole within " : "no answer within ")
                + seconds(m_call.timeLimit);
        if (now < m_spanEnd)
            return {};
        if (m_bytes < m_call.leastBytes)
            return "too slow: " + std::to_string(m_bytes) + " bytes came in " + seconds(m_call.leastIn) + ", and "
                + std::to_string(m_call.leastBytes) + " are wanted";
        m_any = true;
        m_bytes = 0;
        m_spanEnd = now + m_call.leastIn;
        return {};
    }

private:
    static std::string seconds(Milliseconds time) { return std::to_string(time.count() / 1000) + " s"; }

    const HttpCall& m_call;
    const Moment m_until;
    Moment m_spanEnd; // of the span of time that is judged next
    std::size_t m_bytes = 0; // that came in it
    bool m_any = false; // before it
};

struct Exchange {
    explicit Exchange(HttpCall asked) : call(std::move(asked)) { }

    const HttpCall call;
    QPointer<QNetworkReply> reply; // network thread only
    bool tooLarge = false; // the same
    std::size_t streamed = 0; // the same: bytes given to the sink
    std::mutex mutex;
    std::condition_variable_any changed;
    std::string pieces; // for the sink; guarded by mutex
    std::optional<Result<HttpAnswer>> result; // guarded by mutex
};
using ExchangePtr = std::shared_ptr<Exchange>;

/// The body of a call that must not be made twice. Where a connection is cut before the answer, Qt sends any request
/// again, a POST too, unless its body cannot be read from its beginning once more.
class BodyToSendOnce final : public QIODevice {
public:
    explicit BodyToSendOnce(const HttpCall& call) : m_body(call.body), m_leaves(call.leaves)
    {
        open(QIODevice::ReadOnly);
    }

    qint64 size() const override { return static_cast<qint64>(m_body.size()); }
    bool reset() override { return false; }

protected:
    qint64 readData(char* into, qint64 most) override
    {
        if (m_leaves)
            m_leaves();
        const std::size_t count = m_body.copy(into, static_cast<std::size_t>(most), static_cast<std::size_t>(pos()));
        return static_cast<qint64>(count);
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const std::string m_body;
    const std::function<void()> m_leaves;
};

bool isRepeatable(const std::string& method)
{
    return method == "GET" || method == "HEAD";
}

/// Without what may be secret: the query and who asks.
std::string placeOf(const QUrl& url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString();
}

Error failure(const QNetworkReply& reply, const Exchange& exchange)
{
    const std::string place = placeOf(reply.url());
    if (exchange.tooLarge)
        return {ErrorCode::Network,
                place + " answers with more than " + std::to_string(exchange.call.mostBytes)
                    + " bytes; it is left unread"};
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::Network, place + ": no such host; check the address and the connection"};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::Network, place + ": nothing answers there; check the address"};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::Network,
                place + ": its certificate is not trusted (" + reply.errorString().toStdString()
                    + "); nothing was sent; check whether it has changed"};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {ErrorCode::Network, place + ": the connection was cut before the answer was whole"};
    default: return {ErrorCode::Network, place + ": " + reply.errorString().toStdString()};
    }
}

/// The head of an answer has come, and its body, whole, unless `reply` says otherwise.
Result<HttpAnswer> answerOf(QNetworkReply& reply, const Exchange& exchange)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    // Of content and of servers: a status says that something went wrong, in an answer as any other.
    const bool isWhole = error == QNetworkReply::NoError
        || (error == QNetworkReply::ProtocolInvalidOperationError && status == 400) // "Bad Request" is an answer
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || error >= QNetworkReply::InternalServerError;
    const bool isLeft = exchange.tooLarge && !exchange.call.needsBody;
    if (status == 0 || (!isLeft && (!isWhole || exchange.tooLarge)))
        return failure(reply, exchange);
    HttpAnswer answer;
    answer.status = status;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.fields.emplace_back(name.toStdString(), value.toStdString());
    if (isLeft)
        return answer;
    answer.body = reply.readAll().toStdString();
    const std::size_t got = exchange.streamed + answer.body.size();
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    const bool isEncoded = !fieldOf(answer.fields, "Content-Encoding").empty(); // its length is another
    if (exchange.call.method != "HEAD" && status != 304 && !isEncoded && length.isValid() && length.toULongLong() > got)
        return Error{ErrorCode::Network, placeOf(reply.url()) + ": the connection was cut before the answer was whole"};
    return answer;
}

/// Until some of the answer is there, or all of it.
Result<void> await(Exchange& exchange, std::unique_lock<std::mutex>& lock, Patience& patience,
                   const std::stop_token& stop)
{
    for (;;) {
        const bool came = exchange.changed.wait_until(lock, stop, patience.end(),
                                                      [&] { return exchange.result || !exchange.pieces.empty(); });
        if (exchange.result && exchange.pieces.empty())
            return {};
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "given up, as the program was asked to stop"};
        if (exchange.result)
            return {}; // nothing more has to come
        patience.count(exchange.pieces.size());
        if (std::string fault = patience.fault(std::chrono::steady_clock::now()); !fault.empty())
            return Error{ErrorCode::Timeout, std::move(fault)};
        if (came)
            return {};
    }
}

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Gives the sink what has come, as far as it has room; all of it at the `end`.
void stream(QNetworkReply& reply, Exchange& exchange, bool end)
{
    const std::unique_lock lock(exchange.mutex);
    const std::size_t room = kMostWaiting - std::min(kMostWaiting, exchange.pieces.size());
    const QByteArray piece = end ? reply.readAll() : reply.read(static_cast<qint64>(room));
    if (piece.isEmpty())
        return;
    exchange.streamed += static_cast<std::size_t>(piece.size());
    exchange.pieces.append(piece.constData(), static_cast<std::size_t>(piece.size()));
    exchange.changed.notify_one();
}

/// Whether more has come than the call allows.
bool outgrows(const QNetworkReply& reply, const Exchange& exchange)
{
    return exchange.streamed + static_cast<std::size_t>(reply.bytesAvailable()) > exchange.call.mostBytes;
}

/// Some of the body has come.
void receive(QNetworkReply& reply, Exchange& exchange)
{
    const HttpCall& call = exchange.call;
    const bool streams = call.sink && statusOf(reply) == 200;
    if (streams)
        stream(reply, exchange, false);
    else
        reply.setReadBufferSize(0); // an answer that is no log is short
    if (exchange.tooLarge || !outgrows(reply, exchange))
        return;
    exchange.tooLarge = true;
    reply.abort();
}

} // namespace

class NetworkThread::Worker final : public QObject {
public:
    void begin(const ExchangePtr& exchange)
    {
        const HttpCall& call = exchange->call;
        QNetworkRequest request(QUrl(QString::fromStdString(call.url), QUrl::StrictMode));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Signalbox/" SIGNALBOX_VERSION));
        for (const auto& [name, value] : call.fields)
            request.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
        if (call.sink)
            request.setRawHeader("Accept-Encoding", "identity"); // its length is told, and nothing swells
        QIODevice* const body = isRepeatable(call.method) ? nullptr : new BodyToSendOnce(call);
        QNetworkAccessManager* const access = body ? new QNetworkAccessManager(this) : connections();
        QNetworkReply* const reply = call.method == "HEAD" // with a body told of, and none sent
            ? access->head(request)
            : access->sendCustomRequest(request, QByteArray::fromStdString(call.method), body);
        if (body) {
            body->setParent(reply);
            connect(reply, &QNetworkReply::finished, access, &QObject::deleteLater);
        }
        exchange->reply = reply;
        if (call.sink)
            reply->setReadBufferSize(static_cast<qint64>(kMostWaiting));
        connect(reply, &QNetworkReply::readyRead, this, [reply, exchange] { receive(*reply, *exchange); });
        connect(reply, &QNetworkReply::finished, this, [reply, exchange] {
            exchange->tooLarge
                = exchange->tooLarge || outgrows(*reply, *exchange); // the last of it may come with the end
            if (exchange->call.sink && statusOf(*reply) == 200 && !exchange->tooLarge && reply->isOpen())
                stream(*reply, *exchange, true);
            auto result = answerOf(*reply, *exchange);
            reply->deleteLater();
            {
                const std::lock_guard lock(exchange->mutex);
                exchange->result.emplace(std::move(result));
            }
            exchange->changed.notify_one();
        });
    }

    static void goOn(const ExchangePtr& exchange)
    {
        if (exchange->reply && exchange->reply->bytesAvailable() > 0)
            receive(*exchange->reply, *exchange);
    }

    static void end(const ExchangePtr& exchange)
    {
        if (exchange->reply)
            exchange->reply->abort();
    }

private:
    /// Those that are kept. A write gets a new one: one that has been idle may be closed on the other side already.
    /// They cannot be cleared for it, as that abandons whatever is being read.
    QNetworkAccessManager* connections()
    {
        if (!m_connections)
            m_connections = new QNetworkAccessManager(this); // a child of this, made in this thread
        return m_connections;
    }

    QNetworkAccessManager* m_connections = nullptr;
};

NetworkThread::NetworkThread(QThread& thread) : m_worker(new Worker)
{
    m_worker->moveToThread(&thread);
}

NetworkThread::~NetworkThread()
{
    m_worker->deleteLater();
}

Result<HttpAnswer> NetworkThread::exchange(const HttpCall& call, const std::stop_token& stop)
{
    const QUrl url(QString::fromStdString(call.url), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return Error{ErrorCode::InvalidInput, "not the address of a server: " + placeOf(url)};
    const auto exchange = std::make_shared<Exchange>(call);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, exchange] { worker->begin(exchange); }, Qt::QueuedConnection);

    Patience patience(call);
    std::unique_lock lock(exchange->mutex);
    auto came = await(*exchange, lock, patience, stop);
    for (; came && !exchange->pieces.empty(); came = await(*exchange, lock, patience, stop)) {
        const std::string pieces = std::exchange(exchange->pieces, {});
        lock.unlock();
        const Moment begun = std::chrono::steady_clock::now();
        // At the end of an answer, all that this machine had received already comes at once.
        for (std::string_view rest = pieces; !rest.empty(); rest.remove_prefix(std::min(rest.size(), kMostWaiting)))
            call.sink(rest.substr(0, kMostWaiting));
        patience.spare(std::chrono::steady_clock::now() - begun);
        QMetaObject::invokeMethod(
            m_worker, [exchange] { Worker::goOn(exchange); }, Qt::QueuedConnection);
        lock.lock();
    }
    if (came)
        return *std::move(exchange->result);
    lock.unlock();
    QMetaObject::invokeMethod(
        m_worker, [exchange] { Worker::end(exchange); }, Qt::QueuedConnection);
    return Error{came.error().code, placeOf(url) + ": " + came.error().detail};
}

} // namespace signalbox::net
