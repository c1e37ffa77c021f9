// SPDX-License-Identifier: GPL-3.0-or-later
// A call to a server, and its answer.
//
// Thread  any: values
#pragma once

#include "core/base/time.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::net {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

/// The first field of this name, in whatever case; empty where there is none.
std::string_view fieldOf(const HttpFields& fields, std::string_view name);

struct HttpCall {
    std::string method = "GET";
    std::string url;
    HttpFields fields = {}; // a token stands in Authorization, which is sent to the host of `url` only
    std::string body = {};
    /// Who the server is asked as, where no field tells: its limit is for them alone. A digest, as it may be a secret.
    std::string asker = {};
    Milliseconds apart{0}; // from the call before it of the same asker that has it, too
    Milliseconds timeLimit{30'000}; // until the last byte of the answer
    std::size_t mostBytes = 16ULL << 20; // of the answer's body
    bool needsBody = true; // else an answer with a larger one stands, without it
    /// Takes the body of an answer 200 piece by piece, on the thread of the caller; none of it stands in the answer
    /// then. Of an answer that is cut, it has had a part.
    std::function<void(std::string_view)> sink = {};
    std::size_t leastBytes = 0; // that come in each `leastIn`, else the answer is given up as too slow; 0: however few
    Milliseconds leastIn{30'000}; // without the time that the sink takes
    /// Called when the first of the body is on its way: without it, certainly nothing has reached the server. On the
    /// network's thread, perhaps when the call has been given up already.
    std::function<void()> leaves = {};
};

struct HttpAnswer {
    int status = 0;
    HttpFields fields = {};
    std::string body = {};
    bool isUnchanged = false; // the server said that `body`, which came before, still stands
    bool isElsewhere = false; // a redirect led to another server, which answers so
    std::optional<UtcTime> notBefore = {}; // the server's limit is reached, and it is not asked again before this time
};

/// One exchange with a server. Blocks; Cancelled once a stop is asked for.
using HttpExchange = std::function<Result<HttpAnswer>(const HttpCall&, const std::stop_token&)>;

} // namespace signalbox::net
