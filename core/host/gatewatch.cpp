// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/gatewatch.h"

#include "core/agents/deploymentgate.h"
#include "core/agents/gateevidence.h"
#include "core/agents/sentdecision.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kMostOpen = 500; // approvals
constexpr std::size_t kMostRuns = 20; // of a line that are asked in one look
constexpr std::size_t kMostAsked = 10'000;

bool isSame(const ci::PendingGate& left, const ci::PendingGate& right)
{
    return left.id == right.id && left.occasion == right.occasion;
}

int attemptOf(const Json& evidence)
{
    return static_cast<int>(fieldOr<std::int64_t>(evidence, "attempt", 1));
}

store::EndedThere decidedBy(const gate::Approval& approval, const ci::GateReview& review, std::string_view provider)
{
    store::EndedThere ended;
    ended.state = review.approved ? gate::ApprovalState::Approved : gate::ApprovalState::Rejected;
    ended.by = std::string(provider) + ":" + review.by;
    ended.reason = review.comment;
    ended.more = {{"there", provider}};
    if (const Json breaks = agents::breaches(approval.request, review.by); review.approved && !breaks.empty())
        ended.more["breaks"] = breaks;
    ended.told = {{"verdict", agents::kDecidedThere},
                  {"approved", review.approved},
                  {"by", review.by},
                  {"reason", review.comment}};
    return ended;
}

/// Nobody is known to have decided, and nothing waits any more.
std::string goneBecause(const ci::Run& run, int attempt, const ci::PendingGate& gate)
{
    if (run.attempt > attempt)
        return "attempt " + std::to_string(run.attempt) + " of the run has begun";
    if (run.phase == ci::Phase::Finished)
        return "the run has ended: " + std::string(ci::conclusionName(run.conclusion));
    return gate.others.empty() ? "it was let through there without a review" : "it was let through there";
}

} // namespace

Result<void> GateWatch::tolerate(const std::string& line, const Error& error)
{
    const bool isRefusal = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::Conflict || error.code == ErrorCode::Unauthorized;
    if (!isRefusal)
        return error;
    if (std::string& told = m_reported[line]; told != error.detail) {
        told = error.detail;
        m_scene.report(error);
    }
    return {};
}

Result<void> GateWatch::look(const std::string& line, const Runs& going, std::stop_token stop)
{
    if (!m_scene.gate.serves(line))
        return {};
    auto seen = askForAll(going, stop);
    if (!seen)
        return tolerate(line, seen.error());
    std::vector<ApprovalId> unreadable; // told of where approvals are listed
    const auto open = store::ApprovalRepository(m_scene.database).listOpen(kMostOpen, &unreadable);
    if (!open)
        return open.error();
    bool isWell = true;
    for (const gate::Approval& approval : *open) {
        if (approval.request.kind != agents::kDeployment || approval.request.line != line || approval.request.rehearsal)
            continue;
        if (const auto settled = settle(approval, *seen, stop); !settled) {
            if (const auto tolerable = tolerate(line, settled.error()); !tolerable)
                return tolerable;
            isWell = false;
        }
    }
    if (isWell)
        m_reported.erase(line);
    return {};
}

Result<GateWatch::Seen> GateWatch::askForAll(const Runs& going, const std::stop_token& stop)
{
    Seen seen;
    for (const auto& [run, attempt] : going) {
        if (seen.size() == kMostRuns)
            break;
        auto waiting = attempt > 0 ? waitingAt(run, attempt, stop) : waitingNow(run, stop);
        if (!waiting)
            return waiting.error();
        for (const ci::PendingGate& gate : waiting->gates) {
            if (const auto asked = ask(run, waiting->attempt, gate); !asked)
                return asked.error();
        }
        seen.insert_or_assign(run.number, *std::move(waiting));
    }
    return seen;
}

Result<void> GateWatch::ask(const ci::RunRef& run, int attempt, const ci::PendingGate& gate)
{
    const std::string subject = agents::gateSubject(run, attempt, gate);
    if (m_asked.contains(subject))
        return {};
    if (auto begun = m_scene.ask(run, attempt, gate); !begun)
        return begun;
    if (m_asked.size() >= kMostAsked)
        m_asked.clear(); // the store knows them
    m_asked.insert(subject);
    return {};
}

/// Nothing of a run that was deleted just now.
Result<GateWatch::Waiting> GateWatch::waitingAt(const ci::RunRef& run, int attempt, const std::stop_token& stop)
{
    auto gates = m_scene.gate.pending(run, stop);
    if (!gates)
        return gates.error().code == ErrorCode::NotFound ? Result<Waiting>(Waiting()) : gates.error();
    return Waiting{attempt, *std::move(gates)};
}

/// Of a run that was listed without its attempt: that costs requests, and matters only where something waits.
Result<GateWatch::Waiting> GateWatch::waitingNow(const ci::RunRef& run, const std::stop_token& stop)
{
    auto waiting = waitingAt(run, 0, stop);
    if (!waiting || waiting->gates.empty())
        return waiting;
    const auto standing = m_scene.standing(run, stop);
    if (!standing)
        return standing.error().code == ErrorCode::NotFound ? Result<Waiting>(Waiting()) : standing.error();
    waiting->attempt = standing->attempt;
    return waiting;
}

/// Of a run that is not among those that were listed.
Result<GateWatch::Waiting> GateWatch::waitingIn(const ci::RunRef& run, const std::stop_token& stop)
{
    const auto standing = m_scene.standing(run, stop);
    if (!standing)
        return standing.error().code == ErrorCode::NotFound ? Result<Waiting>(Waiting()) : standing.error();
    return waitingAt(run, standing->attempt, stop);
}

Result<void> GateWatch::settle(const gate::Approval& approval, Seen& seen, const std::stop_token& stop)
{
    const Json& evidence = approval.request.evidence;
    const ci::RunRef run{approval.request.line, fieldOr<std::string>(evidence, "number", {})};
    if (!seen.contains(run.number)) {
        auto waiting = waitingIn(run, stop);
        if (!waiting)
            return waiting.error();
        seen.insert_or_assign(run.number, *std::move(waiting));
    }
    const ci::PendingGate asked = agents::gateFromJson(fieldOr<Json>(evidence, "gate", Json::object()));
    const Waiting& now = seen.at(run.number);
    const auto there = std::ranges::find_if(now.gates, [&](const ci::PendingGate& one) { return isSame(one, asked); });
    if (now.attempt != attemptOf(evidence) || there == now.gates.end())
        return end(approval, run, stop);
    const bool isUnlocked = !asked.mayDecide.value_or(true) && there->mayDecide.value_or(false);
    return isUnlocked ? askAnew(approval) : Result<void>();
}

/// Only this way round: two programs with other tokens would take turns.
Result<void> GateWatch::askAnew(const gate::Approval& approval)
{
    store::EndedThere ended;
    ended.state = gate::ApprovalState::Superseded;
    ended.reason = "the token here may decide now";
    ended.told = {{"verdict", agents::kChangedThere}, {"reason", ended.reason}};
    const auto done = store::ApprovalRepository(m_scene.database).endThere(approval.id, ended, m_scene.clock.now());
    return done || done.error().code == ErrorCode::Conflict ? Result<void>() : done; // decided here meanwhile
}

/// A later deployment to the environment took its place: so a group of concurrency lets nothing but the newest wait.
Result<void> GateWatch::addLater(store::EndedThere& ended, const ci::RunRef& run, const ci::PendingGate& asked,
                                 const std::stop_token& stop)
{
    const auto later = m_scene.gate.supersededBy(run, asked, stop);
    if (!later && (later.error().code == ErrorCode::NotFound || later.error().code == ErrorCode::InvalidInput))
        return {}; // it is not told
    if (!later)
        return later.error();
    if (later->empty())
        return {};
    ended.state = gate::ApprovalState::Superseded;
    ended.reason = "run " + *later + " deploys to " + asked.environment + " in its place";
    ended.told = {{"verdict", agents::kReplaced}, {"reason", ended.reason}};
    return {};
}

Result<void> GateWatch::end(const gate::Approval& approval, const ci::RunRef& run, const std::stop_token& stop)
{
    const Json& evidence = approval.request.evidence;
    const ci::PendingGate asked = agents::gateFromJson(fieldOr<Json>(evidence, "gate", Json::object()));
    const auto standing = m_scene.standing(run, stop);
    if (!standing && standing.error().code != ErrorCode::NotFound)
        return standing.error();
    store::EndedThere ended;
    ended.reason = standing ? goneBecause(*standing, attemptOf(evidence), asked) : "the run is not there any more";
    ended.told = {{"verdict", agents::kGoneThere}, {"reason", ended.reason}};
    if (standing && standing->attempt == attemptOf(evidence)) { // a review of a later one is none of this
        const auto reviews = m_scene.gate.reviews(run, stop);
        if (!reviews)
            return reviews.error();
        const auto review = ci::reviewSince(asked, *reviews);
        if (review && !review->by.empty())
            ended = decidedBy(approval, *review, m_scene.gate.provider(run.line));
        else if (review && !review->approved) // nobody is told to have done it
            ended.reason = "it was cancelled there";
        ended.told["reason"] = ended.reason;
        if (const auto known = review ? Result<void>() : addLater(ended, run, asked, stop); !known)
            return known;
    }
    const auto done = store::ApprovalRepository(m_scene.database).endThere(approval.id, ended, m_scene.clock.now());
    return done || done.error().code == ErrorCode::Conflict ? Result<void>() : done; // decided here meanwhile
}

} // namespace signalbox::host
