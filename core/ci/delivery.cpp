// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/delivery.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

namespace signalbox::ci {

namespace {

constexpr std::size_t kLongest = 300; // bytes of a value: longer ones name nothing that exists

void put(Json& json, const char* name, const std::string& value)
{
    if (!value.empty() && value.size() <= kLongest)
        json[name] = value;
}

/// What people choose may be a secret by mistake.
void putChosen(Json& json, const char* name, const std::string& value)
{
    if (!value.empty() && value.size() <= kLongest)
        json[name] = withoutSecrets(value);
}

} // namespace

Json toJson(const Notice& notice)
{
    Json json = Json::object();
    putChosen(json, "repository", notice.repository);
    put(json, "action", notice.action);
    put(json, "run", notice.run);
    if (notice.attempt)
        json["attempt"] = *notice.attempt;
    put(json, "job", notice.job);
    putChosen(json, "branch", notice.branch);
    put(json, "commit", notice.commit);
    if (notice.branchDeleted)
        json["branch_deleted"] = true;
    putChosen(json, "environment", notice.environment);
    put(json, "pull_request", notice.pullRequest);
    if (notice.phase)
        json["phase"] = phaseName(*notice.phase);
    if (notice.conclusion != Conclusion::None)
        json["conclusion"] = conclusionName(notice.conclusion);
    return json;
}

} // namespace signalbox::ci
