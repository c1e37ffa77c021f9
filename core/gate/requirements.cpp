// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/requirements.h"

#include "core/base/redaction.h"

#include <algorithm>

namespace signalbox::gate {

namespace {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool samePerson(std::string_view left, std::string_view right)
{
    return std::ranges::equal(trimmed(left), trimmed(right), {}, lower, lower);
}

int approversNeeded(const Request& request)
{
    return std::max(request.needed, request.risk == RiskLevel::Critical || isOverride(request) ? 2 : 1);
}

bool isOverride(const Request& request)
{
    return !request.against.empty()
        || std::ranges::any_of(request.sources, [](const Source& source) { return !source.answers; });
}

std::string confirmationOf(const Request& request)
{
    return request.risk == RiskLevel::Critical ? neutralise(trimmed(request.subject)) : std::string();
}

Barred barred(const Request& request, std::string_view person, const std::string& choice)
{
    if (std::ranges::any_of(request.excluded, [&](std::string_view other) { return samePerson(other, person); }))
        return Barred::Excluded;
    const std::string& meant = choice.empty() && !request.choices.empty() ? request.choices.front() : choice;
    if (meant == kTakeOver)
        return Barred::No;
    if (samePerson(request.author, person))
        return Barred::Author;
    return samePerson(request.askedBy, person) ? Barred::Asker : Barred::No;
}

const Source* lockingSource(const Request& request, UtcTime now)
{
    const auto stale = std::ranges::find_if(
        request.sources, [&](const Source& source) { return source.answers && isStale(source, request.commit, now); });
    return stale == request.sources.end() ? nullptr : &*stale;
}

bool reasonHidden(const Approval& approval, const RecordedDecision& made, std::string_view from)
{
    return made.decision.verdict == Verdict::Approve && !approval.closedAt
        && given(approval) < approversNeeded(approval.request) && !samePerson(made.decision.by, from);
}

} // namespace signalbox::gate
