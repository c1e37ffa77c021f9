// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpreceiver.h"

#include "core/net/deadlines.h"
#include "core/net/descriptors.h"
#include "core/net/httpaddress.h"
#include "core/net/requestparser.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <new>
#include <unordered_map>

namespace signalbox::net {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kScratch = 64 * 1024; // bytes read at once, for whichever connection
constexpr Milliseconds kTick{250}; // deadlines are noticed this late
constexpr Milliseconds kDrain{2'000}; // for a client to read a refusal while it is still sending
constexpr Milliseconds kFarewell{5'000}; // for what was taken to be answered once a stop is asked for

enum class Stage : std::uint8_t { Reading, Answering, Writing, Draining };

struct Connection {
    Connection(tcp::socket accepted, HttpTicket number) : socket(std::move(accepted)), id(number) { }

    tcp::socket socket;
    const HttpTicket id;
    Stage stage = Stage::Reading;
    std::optional<RequestParser> parser; // of the request that is being received or answered
    bool headSeen = false;
    bool keepAlive = true;
    bool oldClient = false; // HTTP/1.0 has to be told that the connection stays
    std::size_t held = 0; // bytes of its body
    std::string pending; // received, and not taken by the parser yet
    std::string out; // to be written still
};
using ConnectionPtr = std::shared_ptr<Connection>;

Stays stays(const Connection& connection)
{
    if (!connection.keepAlive)
        return Stays::No;
    return connection.oldClient ? Stays::AndSaysSo : Stays::Yes;
}

} // namespace

/// Everything but `open` is of the thread that runs.
struct HttpReceiver::Core {
    Core(HttpService& answering, const Bounds& given) : service(answering), bounds(given) { }

    HttpService& service;
    const Bounds bounds;
    std::size_t most = 0; // connections
    tcp::endpoint endpoint; // that is listened to
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer ticking{io};
    std::array<char, kScratch> scratch{};
    std::unordered_map<HttpTicket, ConnectionPtr> connections;
    Deadlines deadlines; // of all that the service is not asked about
    HttpTicket lastTicket = 0;
    std::size_t held = 0; // bytes of bodies
    bool accepting = false;
    bool stopping = false;
    SteadyClock::time_point farewell; // once stopping: when the loop ends whatever is left
    std::atomic<std::size_t> open = 0;

    void accept()
    {
        accepting = true;
        acceptor.async_accept([this](const error_code& error, tcp::socket socket) {
            accepting = false;
            if (stopping)
                return;
            if (!error)
                welcome(std::move(socket));
            else if (!makeRoom())
                return; // out of descriptors: the next tick tries again
            accept();
        });
    }

    void welcome(tcp::socket socket)
    {
        error_code error;
        socket.non_blocking(true, error);
        if (!error)
            socket.set_option(tcp::no_delay(true), error);
        if (error || (connections.size() >= most && !makeRoom()))
            return;
        const auto connection = std::make_shared<Connection>(std::move(socket), ++lastTicket);
        connections.emplace(connection->id, connection);
        open = connections.size();
        beginRequest(*connection);
        awaitBytes(connection);
    }

    /// The one that is nearest to its deadline goes: it has been silent longest.
    bool makeRoom()
    {
        const auto nearest = deadlines.nearest();
        if (nearest)
            close(connections.at(*nearest));
        return nearest.has_value();
    }

    void tick()
    {
        while (const auto passed = deadlines.passed())
            expire(connections.at(*passed));
        if (stopping && (connections.empty() || farewell <= SteadyClock::now()))
            return io.stop();
        if (!accepting && !stopping)
            accept();
        ticking.expires_after(kTick);
        ticking.async_wait([this](const error_code& error) {
            if (!error)
                tick();
        });
    }

    void stop()
    {
        stopping = true;
        farewell = SteadyClock::now() + kFarewell;
        error_code ignored;
        acceptor.close(ignored);
        std::vector<ConnectionPtr> silent;
        for (const auto& [id, connection] : connections) {
            if (connection->stage == Stage::Reading)
                silent.push_back(connection);
        }
        for (const ConnectionPtr& connection : silent)
            close(connection);
        ticking.cancel();
        tick();
    }

    void close(const ConnectionPtr& connection)
    {
        deadlines.remove(connection->id);
        hold(*connection, 0);
        error_code ignored;
        connection->socket.close(ignored);
        connections.erase(connection->id);
        open = connections.size();
        if (stopping && connections.empty())
            io.stop();
    }

    /// Who has begun a request is told; the answer is tried once.
    void expire(const ConnectionPtr& connection)
    {
        if (connection->stage == Stage::Reading && (connection->parser->hasBegun() || !connection->pending.empty())) {
            const std::string text = messageOf(refusal(408, "the request took too long"), Stays::No);
            error_code ignored;
            connection->socket.write_some(asio::buffer(text), ignored);
            connection->socket.shutdown(tcp::socket::shutdown_send, ignored);
        }
        close(connection);
    }

    void beginRequest(Connection& connection)
    {
        connection.stage = Stage::Reading;
        connection.headSeen = false;
        hold(connection, 0);
        connection.parser.emplace(bounds.request);
        deadlines.set(connection.id, bounds.requestTime);
    }

    void awaitBytes(const ConnectionPtr& connection)
    {
        connection->socket.async_wait(tcp::socket::wait_read, [this, connection](const error_code& error) {
            if (error)
                return; // closed from here
            read(connection);
        });
    }

    void read(const ConnectionPtr& connection)
    {
        error_code error;
        const std::size_t count = connection->socket.read_some(asio::buffer(scratch), error);
        if (error == asio::error::would_block || error == asio::error::interrupted)
            return awaitBytes(connection);
        if (error || count == 0)
            return close(connection);
        if (connection->stage == Stage::Draining)
            return awaitBytes(connection);
        if (!connection->parser->hasBegun() && connection->pending.empty())
            deadlines.set(connection->id, bounds.requestTime); // however long it was silent before
        feed(connection, {scratch.data(), count});
    }

    /// Takes what has come, with what was left of before, into the request.
    void feed(const ConnectionPtr& connection, std::string_view bytes)
    {
        const std::string before = std::exchange(connection->pending, {});
        const std::string joined = before.empty() ? before : before + std::string(bytes);
        if (!joined.empty())
            bytes = joined;
        for (bool goesOn = true; goesOn;) {
            goesOn = !connection->headSeen; // the parser stops behind the head
            const auto state = connection->parser->put(bytes);
            hold(*connection, connection->parser->bodySize());
            if (state == RequestParser::State::Refused)
                return respond(connection, connection->parser->whyRefused(), false);
            if (held > bounds.heldBytes)
                return respond(connection, refusal(503, "too much is being received at once; try again later"), false);
            if (state != RequestParser::State::Head && !connection->headSeen && !admits(connection))
                return;
            if (state == RequestParser::State::Done) {
                connection->pending = bytes;
                return complete(connection);
            }
            goesOn = goesOn && connection->headSeen && !bytes.empty();
        }
        connection->pending = bytes;
        awaitBytes(connection);
    }

    /// The head has come. False: the request was refused.
    bool admits(const ConnectionPtr& connection)
    {
        const RequestParser& parser = *connection->parser;
        connection->headSeen = true;
        connection->oldClient = parser.isOldClient();
        if (const auto refused = service.refuse(parser.request())) {
            respond(connection, *refused, false);
            return false;
        }
        if (parser.awaitsLeave()) {
            error_code ignored; // nothing else is being sent, so there is room for it
            connection->socket.write_some(asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
        }
        return true;
    }

    void complete(const ConnectionPtr& connection)
    {
        connection->stage = Stage::Answering;
        connection->keepAlive = connection->parser->keepsAlive();
        deadlines.remove(connection->id);
        const auto answer = service.answer(connection->parser->request(), connection->id);
        connection->parser.reset();
        hold(*connection, 0);
        if (answer)
            respond(connection, *answer, connection->keepAlive);
    }

    void hold(Connection& connection, std::size_t bytes)
    {
        held += bytes;
        held -= connection.held;
        connection.held = bytes;
    }

    void respond(const ConnectionPtr& connection, const HttpResponse& response, bool keepAlive)
    {
        connection->keepAlive = keepAlive && !stopping;
        connection->out = messageOf(response, stays(*connection));
        connection->stage = Stage::Writing;
        connection->parser.reset();
        hold(*connection, 0);
        deadlines.set(connection->id, bounds.requestTime);
        write(connection);
    }

    void write(const ConnectionPtr& connection)
    {
        error_code error;
        const std::size_t count = connection->socket.write_some(asio::buffer(connection->out), error);
        connection->out.erase(0, count);
        if (error && error != asio::error::would_block && error != asio::error::interrupted)
            return close(connection);
        if (connection->out.empty())
            return afterAnswer(connection);
        connection->socket.async_wait(tcp::socket::wait_write, [this, connection](const error_code& failed) {
            if (!failed)
                write(connection);
        });
    }

    void afterAnswer(const ConnectionPtr& connection)
    {
        if (connection->keepAlive) {
            beginRequest(*connection);
            if (connection->pending.empty())
                return awaitBytes(connection);
            return asio::post(io, [this, connection] { // not from here: a client may send thousands at once
                if (connection->stage == Stage::Reading && connection->socket.is_open())
                    feed(connection, {});
            });
        }
        // What is still being sent is read, else the system would take the answer back from the client.
        connection->stage = Stage::Draining;
        connection->pending.clear();
        deadlines.set(connection->id, kDrain);
        error_code ignored;
        connection->socket.shutdown(tcp::socket::shutdown_send, ignored);
        awaitBytes(connection);
    }
};

HttpReceiver::HttpReceiver(std::unique_ptr<Core> core) : m_core(std::move(core)) { }
HttpReceiver::~HttpReceiver() = default;

Result<std::unique_ptr<HttpReceiver>> HttpReceiver::listen(const std::string& address, HttpService& service,
                                                           const Bounds& bounds)
{
    const auto place = httpAddress(address);
    if (!place)
        return place.error();
    error_code error;
    const auto host = asio::ip::make_address(place->host, error);
    if (error)
        return noAddress(address);
    auto core = std::make_unique<Core>(service, bounds);
    core->most = roomForConnections(bounds.connections);
    const tcp::endpoint endpoint(host, place->port);
    core->acceptor.open(endpoint.protocol(), error);
    if (!error)
        core->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        core->acceptor.bind(endpoint, error);
    if (!error)
        core->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        core->endpoint = core->acceptor.local_endpoint(error);
    if (error)
        return cannotListen(address, std::error_code(error));
    return std::unique_ptr<HttpReceiver>(new HttpReceiver(std::move(core)));
}

void HttpReceiver::run(const std::stop_token& stop)
{
    const std::stop_callback stopping(stop, [this] { asio::post(m_core->io, [this] { m_core->stop(); }); });
    m_core->tick();
    for (;;) {
        try {
            m_core->io.run();
            return;
        } catch (const std::bad_alloc&) { // the connection that wanted too much is closed at its deadline
        }
    }
}

void HttpReceiver::answer(std::vector<std::pair<HttpTicket, HttpResponse>> answers)
{
    asio::post(m_core->io, [this, answers = std::move(answers)] {
        for (const auto& [ticket, response] : answers) {
            const auto found = m_core->connections.find(ticket);
            if (found == m_core->connections.end())
                continue;
            const ConnectionPtr connection = found->second;
            if (connection->stage == Stage::Answering)
                m_core->respond(connection, response, connection->keepAlive);
        }
    });
}

std::string HttpReceiver::address() const
{
    const std::string host = m_core->endpoint.address().to_string();
    return (m_core->endpoint.address().is_v6() ? "[" + host + "]" : host) + ":"
        + std::to_string(m_core->endpoint.port());
}

bool HttpReceiver::isLoopback() const
{
    return m_core->endpoint.address().is_loopback();
}

std::size_t HttpReceiver::connections() const
{
    return m_core->open;
}

} // namespace signalbox::net
