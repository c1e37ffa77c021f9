// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/repositorydesk.h"

#include "core/agents/gateevidence.h"
#include "core/gate/policy.h"
#include "core/host/connectiondesk.h"
#include "core/host/secretkeeper.h"
#include "core/host/secrets.h"
#include "core/line/linefile.h"
#include "core/store/approvalrepository.h"
#include "core/store/outboxrepository.h"
#include "core/store/processowner.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace signalbox::host {

namespace {

constexpr const char* kFile = "signalbox.yaml";
constexpr std::array kClasses{SafetyClass::Observe,     SafetyClass::Retry,     SafetyClass::Cache,
                              SafetyClass::PullRequest, SafetyClass::Workspace, SafetyClass::Deploy,
                              SafetyClass::Destructive};

Error noSuch(const std::string& id)
{
    return {ErrorCode::NotFound, "there is no connection " + id + " any more"};
}

/// Empty: there is none, or it cannot be had now.
std::string heldBy(const std::string& name)
{
    const auto secret = secretNamed(name);
    return secret ? *secret : std::string();
}

/// "GH_TOKEN" of the public server, "GH_TOKEN_GIT_ACME_COM" of another.
std::string usualName(const RemoteLine& remote)
{
    const Forge& forge = *forgeOf(remote.provider);
    std::string name = forge.tokenVariables.front();
    if (remote.api == forge.publicApi)
        return name;
    name += '_';
    for (const char c : QUrl(QString::fromStdString(remote.api)).host().toUpper().toStdString())
        name += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    return name;
}

} // namespace

std::string apiAt(const Forge& forge, std::string address)
{
    while (address.ends_with('/'))
        address.pop_back();
    if (address.empty())
        return forge.publicApi;
    if (address.find("://") == std::string::npos)
        address.insert(0, "https://");
    const QUrl url(QString::fromStdString(address));
    const QString publicHost = QUrl(QString::fromStdString(forge.webOf(forge.publicApi))).host();
    if (url.host() == publicHost || url.host() == QUrl(QString::fromLatin1(forge.publicApi)).host())
        return forge.publicApi;
    const bool hasPath = url.path().size() > 1;
    return forge.apiOf(forge.isGitLab || hasPath ? address : address + "/api/v3");
}

Result<RemoteLine> RepositoryDesk::lineFor(const NewRepository& which) const
{
    const Forge* const forge = forgeOf(which.provider);
    if (!forge)
        return Error{ErrorCode::InvalidInput, "\"" + which.provider + "\" is no kind of server: github or gitlab"};
    if (!forge->isRepository(which.repository))
        return Error{ErrorCode::InvalidInput,
                     "\"" + which.repository + "\" is no repository of " + forge->name + ": " + forge->repositoryForm};
    RemoteLine remote{.provider = forge->provider,
                      .api = apiAt(*forge, which.address),
                      .repository = which.repository,
                      .token = {},
                      .since = std::chrono::floor<std::chrono::seconds>(m_runtime.clock().now()),
                      .heals = which.heals};
    if (const std::string fault = net::apiFault(remote.api, forge->exampleApi); !fault.empty())
        return Error{ErrorCode::InvalidInput, "the address " + remote.api + " " + fault};
    const auto workspace = m_runtime.workspace();
    const auto known = std::ranges::find_if(workspace->remotes, [&](const auto& entry) {
        return entry.second.provider == remote.provider && entry.second.api == remote.api;
    });
    if (known != workspace->remotes.end())
        remote.token = known->second.token;
    else if (remote.api != forge->publicApi)
        remote.token = heldBy(usualName(remote)).empty() ? "" : usualName(remote);
    return remote;
}

Result<void> RepositoryDesk::test(const NewRepository& which, const ci::RightSink& tried,
                                  const std::stop_token& stop) const
{
    const auto remote = lineFor(which);
    return remote ? m_runtime.remotes().trial(*remote, which.token.value).rights(tried, stop)
                  : Result<void>(remote.error());
}

Result<PolicyView> RepositoryDesk::policy(const NewRepository& which, const std::stop_token& stop) const
{
    const auto remote = lineFor(which);
    if (!remote)
        return remote.error();
    const auto file = m_runtime.remotes().trial(*remote, which.token.value).file(kFile, stop);
    if (!file)
        return file.error();
    PolicyView view;
    view.line = which.repository;
    view.file = kFile;
    view.branch = file->branch;
    view.hasFile = file->text.has_value();
    if (view.hasFile) {
        auto read = line::readLineFile(*file->text);
        if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read))
            view.fault = std::string(kFile) + ':' + std::to_string(faults->front().line) + ": " + faults->front().what;
        else
            view.inForce = std::get<line::LineFile>(std::move(read)).policy;
    }
    for (const SafetyClass safety : kClasses)
        view.inForce.autonomy.try_emplace(safety, gate::defaultAutonomy(safety));
    return view;
}

/// One that holds no other secret.
Result<std::string> RepositoryDesk::freeName(const RemoteLine& remote, const std::string& token) const
{
    const std::string usual = usualName(remote);
    std::string name = usual;
    for (int count = 2;; ++count) {
        const auto held = secretNamed(name);
        if (!held) // what is kept cannot be read, so nobody knows which are free
            return held.error();
        if (held->empty() || *held == token)
            return name;
        name = usual + "_" + std::to_string(count);
    }
}

Result<void> RepositoryDesk::add(const NewRepository& which, const std::stop_token& stop) const
{
    auto remote = lineFor(which);
    if (!remote)
        return remote.error();
    if (m_runtime.workspace()->has(which.repository))
        return Error{ErrorCode::Conflict, which.repository + " is watched already"};
    if (const auto tried = m_runtime.remotes().trial(*remote, which.token.value).newestRuns(stop); !tried)
        return tried.error();
    if (which.token.value.empty())
        return take(*remote, SharedWorkspace::Keep::Saved);
    auto name = freeName(*remote, which.token.value);
    if (!name)
        return name.error();
    remote->token = *std::move(name);
    if (!heldBy(remote->token).empty()) // it is that one
        return take(*remote, SharedWorkspace::Keep::Saved);
    if (const auto kept = SecretKeeper::ofProcess().keep(remote->token, which.token); !kept)
        return kept.error();
    auto taken = take(*remote, SharedWorkspace::Keep::Saved);
    if (!taken)
        static_cast<void>(SecretKeeper::ofProcess().remove(remote->token)); // nothing uses it
    return taken;
}

Result<void> RepositoryDesk::take(const RemoteLine& remote, SharedWorkspace::Keep keep) const
{
    if (const auto added = m_runtime.lines().addRemote(remote, keep); !added)
        return added.error();
    if (keep == SharedWorkspace::Keep::Saved)
        m_runtime.note("line_added", remote.repository, remote.api);
    m_runtime.linesChanged();
    return {};
}

Result<void> RepositoryDesk::setHealing(const std::string& line, bool heals) const
{
    bool isNew = false;
    const auto changed = m_runtime.lines().changeRemotes([&](SharedWorkspace::Remotes& remotes) -> Result<void> {
        const auto at = remotes.find(line);
        if (at == remotes.end())
            return Error{ErrorCode::NotFound, "no line \"" + line + "\" on a server"};
        isNew = at->second.heals != heals;
        at->second.heals = heals;
        return {};
    });
    if (changed && isNew)
        m_runtime.note(heals ? "healing_on" : "healing_off", line, line);
    return changed;
}

/// Its name. A token is tried on its server; what else is kept secret, once it is in its place.
Result<std::string> RepositoryDesk::secretToReplace(const std::string& id, const NewSecret& token,
                                                    const std::stop_token& stop) const
{
    const auto workspace = m_runtime.workspace();
    if (std::string name = ConnectionDesk::secretOf(*workspace, id); !name.empty())
        return name;
    const auto first = std::ranges::find_if(
        workspace->remotes, [&](const auto& entry) { return ConnectionDesk::idOf(entry.second) == id; });
    if (first == workspace->remotes.end())
        return noSuch(id);
    const RemoteLine& remote = first->second;
    if (const auto tried = m_runtime.remotes().trial(remote, token.value).newestRuns(stop); !tried)
        return tried.error();
    return remote.token.empty() ? forgeOf(remote.provider)->tokenVariables.front() : remote.token;
}

Result<void> RepositoryDesk::replaceToken(const std::string& id, const NewSecret& token,
                                          const std::stop_token& stop) const
{
    if (token.value.empty())
        return Error{ErrorCode::InvalidInput, "no token was given"};
    const auto name = secretToReplace(id, token, stop);
    if (!name)
        return name.error();
    const auto held = findSecret(*name);
    if (held && (held->place == SecretPlace::Environment || held->place == SecretPlace::File))
        return Error{ErrorCode::Conflict,
                     "it comes from the variable " + *name + (held->place == SecretPlace::File ? "_FILE" : "")
                         + ", which goes before what is kept here; replace it there"};
    if (const auto kept = SecretKeeper::ofProcess().keep(*name, token); !kept)
        return kept.error();
    m_runtime.note("token_replaced", {}, *name);
    m_runtime.linesChanged();
    return {};
}

Result<void> RepositoryDesk::checkGates(const std::vector<std::string>& lines) const
{
    const auto open = store::ApprovalRepository(m_runtime.database()).listOpen();
    if (!open)
        return open.error();
    for (const gate::Approval& approval : *open) {
        if (approval.request.kind == agents::kDeployment
            && std::ranges::find(lines, approval.request.line) != lines.end())
            return Error{ErrorCode::Conflict,
                         approval.request.subject
                             + " waits at its gate for a decision; decide it first, or withdraw it on the server"};
    }
    return {};
}

Result<void> RepositoryDesk::removeLine(const std::string& line) const
{
    if (const auto free = checkGates({line}); !free)
        return free;
    if (const auto removed = m_runtime.lines().removeLine(line); !removed)
        return removed;
    m_runtime.note("line_removed", line, line);
    m_runtime.linesChanged();
    return {};
}

Result<void> RepositoryDesk::remove(const std::string& id) const
{
    const auto workspace = m_runtime.workspace();
    for (const auto& [name, receiver] : workspace->receivers) {
        if (ConnectionDesk::idOfReceiver(name) != id)
            continue;
        if (const auto removed = m_runtime.lines().removeReceiver(name); !removed)
            return removed.error();
        const auto dropped = store::OutboxRepository(m_runtime.database(), store::thisProcess()).drop(name);
        m_runtime.note("receiver_removed", {}, name);
        return dropped ? Result<void>() : Result<void>(dropped.error());
    }
    if (id == ConnectionDesk::kModel && !workspace->model.name.empty()) {
        const auto removed = m_runtime.lines().useModel({});
        if (removed)
            m_runtime.note("model_removed", {}, workspace->model.name);
        return removed;
    }
    std::vector<std::string> lines;
    for (const auto& [line, remote] : workspace->remotes) {
        if (ConnectionDesk::idOf(remote) == id)
            lines.push_back(line);
    }
    if (lines.empty())
        return noSuch(id);
    if (const auto free = checkGates(lines); !free)
        return free;
    const auto removed = m_runtime.lines().changeRemotes([&](SharedWorkspace::Remotes& remotes) -> Result<void> {
        for (const std::string& line : lines)
            remotes.erase(line);
        return {};
    });
    if (!removed)
        return removed;
    for (const std::string& line : lines)
        m_runtime.note("line_removed", line, line);
    m_runtime.linesChanged();
    return forget(workspace->remotes.at(lines.front()));
}

/// Its token, where it is kept here and nobody else uses it.
Result<void> RepositoryDesk::forget(const RemoteLine& remote) const
{
    const std::string name = remote.token.empty() ? forgeOf(remote.provider)->tokenVariables.front() : remote.token;
    const auto workspace = m_runtime.workspace();
    const bool isUsed = std::ranges::any_of(workspace->remotes, [&](const auto& entry) {
        return entry.second.token == name || (entry.second.token.empty() && entry.second.provider == remote.provider);
    });
    if (isUsed)
        return {};
    const auto removed = SecretKeeper::ofProcess().remove(name);
    return removed || removed.error().code == ErrorCode::NotFound ? Result<void>() : removed;
}

} // namespace signalbox::host
