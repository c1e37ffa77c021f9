// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>

namespace signalbox::net {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;

/// Takes room as it comes: most come at once.
struct GrowingBody {
    using value_type = std::string;
    class reader {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields>&, std::string& body) : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t>&, beast::error_code& error) { error = {}; }
        template <class Buffers>
        std::size_t put(const Buffers& buffers, beast::error_code& error)
        {
            std::size_t taken = 0;
            for (const auto part : beast::buffers_range_ref(buffers)) {
                m_body.append(static_cast<const char*>(part.data()), part.size());
                taken += part.size();
            }
            error = {};
            return taken;
        }
        void finish(beast::error_code& error) { error = {}; }

    private:
        std::string& m_body;
    };
};

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

} // namespace

struct RequestParser::Reading {
    http::request_parser<GrowingBody> parser;
    beast::error_code error;
};

RequestParser::RequestParser(const Bounds& bounds) : m_reading(std::make_unique<Reading>())
{
    m_reading->parser.header_limit(bounds.headBytes);
    m_reading->parser.body_limit(bounds.bodyBytes);
}

RequestParser::~RequestParser() = default;

RequestParser::State RequestParser::put(std::string_view& bytes)
{
    auto& parser = m_reading->parser;
    const bool hadHead = parser.is_header_done();
    while (!bytes.empty() && !parser.is_done()) {
        beast::error_code error;
        bytes.remove_prefix(parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error));
        if (error == http::error::need_more)
            break;
        if (error) {
            m_reading->error = error;
            return State::Refused;
        }
        if (!hadHead && parser.is_header_done())
            break;
    }
    if (parser.is_done())
        return State::Done;
    return parser.is_header_done() ? State::Body : State::Head;
}

bool RequestParser::hasBegun() const
{
    return m_reading->parser.got_some();
}

bool RequestParser::keepsAlive() const
{
    return m_reading->parser.keep_alive();
}

bool RequestParser::isOldClient() const
{
    return m_reading->parser.get().version() < 11;
}

bool RequestParser::awaitsLeave() const
{
    const auto& parser = m_reading->parser;
    return !parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue");
}

std::size_t RequestParser::bodySize() const
{
    return m_reading->parser.get().body().size();
}

HttpRequest RequestParser::request() const
{
    const auto& message = m_reading->parser.get();
    HttpRequest request{
        .method = view(message.method_string()), .path = view(message.target()), .fields = {}, .body = message.body()};
    request.path = request.path.substr(0, request.path.find('?'));
    for (const auto& field : message)
        request.fields.emplace_back(view(field.name_string()), view(field.value()));
    return request;
}

HttpResponse RequestParser::whyRefused() const
{
    if (m_reading->error == http::error::body_limit)
        return refusal(413, "the body is too large");
    if (m_reading->error == http::error::header_limit || m_reading->error == http::error::buffer_overflow)
        return refusal(431, "the head is too large");
    return refusal(400, "not an HTTP/1.1 request");
}

} // namespace signalbox::net
