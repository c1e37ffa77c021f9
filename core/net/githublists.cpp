// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githublists.h"

#include <nlohmann/json.hpp>

namespace signalbox::net {

Result<Json> readList(GitHubApi& api, const GitHubApi::Request& request, const std::stop_token& stop)
{
    const auto answer = api.call(request, stop);
    if (!answer)
        return answer.error();
    auto list = parseJson(answer->body);
    if (!list || !list->is_array())
        return Error{ErrorCode::Network, api.place().api + " answers for " + request.about + " with what is no list"};
    return list;
}

} // namespace signalbox::net
