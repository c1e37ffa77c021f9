// SPDX-License-Identifier: GPL-3.0-or-later
// Until when each server does not want to be asked again, by whom: it counts for each token by itself.
//
// Thread  any
// Source  https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api (primary and secondary
// limits),
//         https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers, RFC 9110 10.2.3
#pragma once

#include "core/net/httpcall.h"

#include <map>
#include <mutex>

namespace signalbox::net {

class RateLimits {
public:
    /// Nothing: it may be asked now. `server`: with whoever asks.
    std::optional<UtcTime> notBefore(const std::string& server, UtcTime now) const;

    /// What an answer says of the server's limit; nothing where it was not refused for it. A 403 that is about rights
    /// or about a run that is still going is none.
    std::optional<UtcTime> note(const std::string& server, const HttpAnswer& answer, UtcTime now);

private:
    struct Standing {
        std::optional<UtcTime> notBefore;
        int refusals = 0; // in a row, without a word on when to come again
    };

    mutable std::mutex m_mutex;
    std::map<std::string, Standing> m_standings; // guarded by m_mutex
};

/// The time that Retry-After names, in seconds or as a date; nothing where it is neither.
std::optional<UtcTime> retryAfter(std::string_view text, UtcTime now);

} // namespace signalbox::net
