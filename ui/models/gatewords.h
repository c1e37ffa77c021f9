// SPDX-License-Identifier: GPL-3.0-or-later
// Who can let something through at a gate of a CI system, and each way around it, in words.
//
// Thread  any; pure
// Source  COPY.md "Advisory, ways around"
#pragma once

#include "core/base/json.h"
#include "ui/models/evidencetext.h"

namespace signalbox::ui {

QString providerName(std::string_view provider); // "GitHub" of "github"
QString gateProvider(const Json& evidence);
QString gateRule(const Json& evidence); // the App of ours that is a protection rule there; empty: people review
QString reviewerNames(const Json& evidence); // who may approve there: "boss, ana, team release"
/// Who has to let it through besides the gate itself: "boss, protection rule sentinel"; empty: nobody.
QString othersBesides(const Json& evidence);
QString otherRules(const Json& evidence); // Apps that decide there instead of anybody here: "sentinel"; empty: none
EvidenceSection gateSection(const Json& evidence);
/// How what was let through there before went; times as of `asked`.
EvidenceSection pastSection(const Json& evidence, UtcTime asked);

} // namespace signalbox::ui
