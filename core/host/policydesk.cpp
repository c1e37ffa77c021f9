// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/policydesk.h"

#include "core/base/digest.h"
#include "core/gate/policy.h"
#include "core/gate/policychange.h"
#include "core/gate/requirements.h"
#include "core/line/linefile.h"
#include "core/line/policyedit.h"
#include "core/local/git.h"
#include "core/store/auditlog.h"
#include "core/store/policyrepository.h"

#include <nlohmann/json.hpp>

#include <array>

namespace signalbox::host {

namespace {

constexpr const char* kFile = "signalbox.yaml";
constexpr std::array kClasses{SafetyClass::Observe,     SafetyClass::Retry,     SafetyClass::Cache,
                              SafetyClass::PullRequest, SafetyClass::Workspace, SafetyClass::Deploy,
                              SafetyClass::Destructive};
constexpr std::size_t kDigits = 8; // of the digest, in the name of a branch

Result<PolicyRules> rulesIn(const std::string& yaml)
{
    auto read = line::readLineFile(yaml);
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read))
        return Error{ErrorCode::InvalidInput,
                     std::string(kFile) + ':' + std::to_string(faults->front().line) + ": " + faults->front().what};
    return std::get<line::LineFile>(std::move(read)).policy;
}

std::string messageOf(const PolicyEdit& edit)
{
    std::string text = "Change the policy\n\n" + std::string(gate::trimmed(edit.reason)) + "\n\n";
    for (const auto& [key, value] : edit.values)
        text += key + ": " + value + '\n';
    return text;
}

} // namespace

Result<PolicyView> PolicyDesk::view(const std::string& line)
{
    const auto folder = m_scene.findFolder(line);
    if (!folder)
        return folder.error();
    PolicyView view;
    view.line = line;
    view.file = *folder / kFile;
    const local::Git git(*folder);
    const auto branch = git.defaultBranch({});
    if (!branch)
        return branch.error();
    view.branch = *branch;
    view.hasFile = git.fileAtDefaultBranch(kFile, {}).operator bool();
    store::PolicyRepository kept(m_scene.database);
    const auto accepted = kept.accepted(line);
    if (!accepted)
        return accepted.error();
    if (*accepted) {
        view.acceptedBy = (*accepted)->acceptedBy;
        view.acceptedAt = (*accepted)->acceptedAt;
    }
    auto standing = m_scene.policies.standing(line);
    if (standing) {
        view.inForce = std::move(standing->inForce);
        view.looser = std::move(standing->looser);
    } else if (standing.error().code == ErrorCode::InvalidInput) {
        view.fault = standing.error().detail;
        const auto json = *accepted ? parseJson((*accepted)->rules) : Result<Json>(Json::object());
        if (const auto before = json ? gate::policyFromJson(*json) : Result<PolicyRules>(json.error()))
            view.inForce = *before;
    } else {
        return standing.error();
    }
    for (const SafetyClass safety : kClasses)
        view.inForce.autonomy.try_emplace(safety, gate::defaultAutonomy(safety));
    const auto used = kept.actionsSince(line, m_scene.clock.now() - std::chrono::hours(1));
    if (!used)
        return used.error();
    view.actionsLastHour = *used;
    return view;
}

Result<PolicyOffer> PolicyDesk::plan(const PolicyEdit& edit)
{
    const auto folder = m_scene.findFolder(edit.line);
    if (!folder)
        return folder.error();
    auto before = local::Git(*folder).fileAtDefaultBranch(kFile, {});
    if (!before && before.error().code != ErrorCode::NotFound)
        return before.error();
    PolicyOffer offer{.edit = edit,
                      .before = before ? *std::move(before) : std::string(),
                      .after = {},
                      .looser = {},
                      .digest = {},
                      .branch = {}};
    std::vector<line::PolicyValue> values;
    for (const auto& [key, value] : edit.values)
        values.push_back({key, value});
    auto after = line::withPolicyValues(offer.before, values);
    if (!after)
        return after.error();
    offer.after = *std::move(after);
    const auto now = m_scene.policies.standing(edit.line);
    const auto then = rulesIn(offer.after);
    if (!now || !then)
        return now ? then.error() : now.error();
    offer.looser = gate::loosenings(now->inForce, *then, m_scene.clock.now());
    offer.digest = digestHex(std::to_string(offer.before.size()) + ':' + offer.before + offer.after);
    offer.branch = "signalbox/policy-" + offer.digest.substr(0, kDigits);
    return offer;
}

Result<std::string> PolicyDesk::propose(const PolicyEdit& edit, const std::string& digest)
{
    if (gate::trimmed(edit.reason).empty())
        return Error{ErrorCode::InvalidInput, "a change of a policy needs a reason"};
    const auto offer = plan(edit);
    if (!offer)
        return offer.error();
    if (offer->digest != digest)
        return Error{ErrorCode::Conflict, "the policy of " + edit.line + " has changed since it was shown; look again"};
    if (offer->before == offer->after)
        return Error{ErrorCode::InvalidInput, "nothing of the policy of " + edit.line + " would change"};
    const auto folder = m_scene.findFolder(edit.line);
    if (!folder)
        return folder.error();
    const auto made = local::Git(*folder).propose({.branch = offer->branch,
                                                   .path = kFile,
                                                   .content = offer->after,
                                                   .message = messageOf(edit),
                                                   .author = m_scene.person},
                                                  {});
    if (!made)
        return made.error();
    Json changes = Json::object();
    for (const auto& [key, value] : edit.values)
        changes[key] = value;
    record::AuditEntry entry{.at = m_scene.clock.now(),
                             .actor = m_scene.person,
                             .action = "policy_proposed",
                             .subject = "policy of " + edit.line,
                             .line = edit.line,
                             .reason = edit.reason,
                             .evidenceHash = offer->digest,
                             .data = dumpJson({{"changes", std::move(changes)},
                                               {"looser", offer->looser},
                                               {"branch", offer->branch},
                                               {"commit", *made}})};
    const auto noted = m_scene.database.writer().write([&](store::Connection& connection, store::Changes& changed) {
        return store::appendAudit(connection, changed, std::move(entry));
    });
    return noted ? Result<std::string>(offer->branch) : noted.error();
}

} // namespace signalbox::host
