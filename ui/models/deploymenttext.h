// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a request at a gate in words: what changes, who else can let it through, and each way around.
//
// Thread  any; pure
// Source  COPY.md "Advisory, ways around"
#pragma once

#include "core/gate/approval.h"
#include "core/host/views.h"
#include "ui/models/evidencetext.h"

namespace signalbox::ui {

bool isDeployment(const gate::Request& request);

QString deploymentTitle(const gate::Request& request); // "acme/shop to production"
/// "Asked by GitHub at 14:17, environment production, run #1187."
QString deploymentOrigin(const gate::Approval& approval);
QList<EvidenceSection> deploymentSections(const gate::Approval& approval);

/// "Advisory", "Enforced", "Not known"; empty where it is no gate of a CI system.
QString enforcementLabel(const gate::Request& request);
bool isAdvisory(const gate::Request& request);
/// "Advisory: 4 ways around this gate, listed below."
QString spokenEnforcement(const gate::Request& request);

/// It is known that the CI system takes no decision from the token here: one is made there.
bool isNoReviewer(const gate::Request& request);

/// What it waits for where Apps of others decide, and nobody here: "Waits for protection rule sentinel on GitHub. That
/// is not decided here."; empty: it can be decided here.
QString elsewhereText(const gate::Request& request);
/// The same, short: "Waits for rule sentinel".
QString elsewhereNote(const gate::Request& request);
/// The page of the run in the CI system, to be opened there; empty: it is not told.
QString gatePage(const gate::Request& request);

/// What has become of a decision that goes to a CI system; or why none was wanted there any more.
struct SentText {
    QString words = {}; // "GitLab has not taken it yet."; empty: it goes nowhere
    bool arrived = true; // false: it is known that it did not, and stands here alone
    bool isDone = true; // false: it arrived, but nothing follows from it
    QString note = {}; // the same, short: "refused there"; empty: nothing besides what was decided
    bool isKnown = true; // false: nothing is known of it
};
/// `all`: the approvals that are known; `run`: the one that asked.
SentText sentText(const gate::Approval& approval, const std::vector<gate::Approval>& all, const host::RunSummary& run);

/// Marks what would have been sent as what never arrived.
void markUnsent(QList<EvidenceSection>& sections, const gate::Request& request, const SentText& sent);

/// A person, also of a CI system: "boss on GitHub" of "github:boss".
QString personWords(const std::string& by);

} // namespace signalbox::ui
