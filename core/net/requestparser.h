// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one request out of bytes as they come, within bounds. Its body takes room as it comes, whatever length its head
// claims.
//
// Thread  one at a time
// Source  RFC 9112
#pragma once

#include "core/net/http.h"

#include <memory>

namespace signalbox::net {

class RequestParser {
public:
    struct Bounds {
        std::uint32_t headBytes = 16 * 1024;
        std::uint64_t bodyBytes = 26ULL << 20; // the forges send 25 MB at most
    };
    enum class State : std::uint8_t { Head, Body, Done, Refused };

    explicit RequestParser(const Bounds& bounds);
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    /// Moves `bytes` on to what it has left: more is to come, or it belongs to the next request. Stops behind the head,
    /// so that it can be looked at.
    State put(std::string_view& bytes);

    bool hasBegun() const;
    // Of the head, once it has come.
    bool keepsAlive() const; // its connection
    bool isOldClient() const; // HTTP/1.0
    bool awaitsLeave() const; // to send its body
    std::size_t bodySize() const; // so far
    HttpRequest request() const; // as far as it has come; lives as long as this
    HttpResponse whyRefused() const;

private:
    struct Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace signalbox::net
