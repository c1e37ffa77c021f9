// SPDX-License-Identifier: GPL-3.0-or-later
// What a request asks of those who decide it: how many, who, what they have to type and give as a reason.
//
// Thread  any: pure
// Source  SPEC 14, DESIGN 4
#pragma once

#include "core/gate/approval.h"

namespace signalbox::gate {

/// Without blanks and line ends at either side.
std::string_view trimmed(std::string_view text);

/// Whether two names mean one person: case and surrounding blanks do not count.
bool samePerson(std::string_view left, std::string_view right);

/// An override needs a reason of this many characters.
inline constexpr std::size_t kOverrideReason = 20;

/// Different people who must approve: what the request says, and two for CRITICAL and for an override.
int approversNeeded(const Request& request);

/// Approving it goes against the agent, a failed check, missing evidence or a freeze.
bool isOverride(const Request& request);

/// What has to be typed to approve: line and version of a critical one; empty: nothing.
std::string confirmationOf(const Request& request);

/// Why an approval by `person` counts for nothing. Taking over is open to the author, since it lets nothing through.
enum class Barred { No, Excluded, Author, Asker };
Barred barred(const Request& request, std::string_view person, const std::string& choice);
inline bool counts(const Request& request, std::string_view person, const std::string& choice)
{
    return barred(request, person, choice) == Barred::No;
}

/// The source that locks approving at `now`; null: none does. One that cannot be read any more leaves an override.
const Source* lockingSource(const Request& request, UtcTime now);

/// Where two decide, the first one's reason stays hidden from others until the second has decided.
bool reasonHidden(const Approval& approval, const RecordedDecision& made, std::string_view from);

} // namespace signalbox::gate
