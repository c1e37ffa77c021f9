// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a policy that has become looser: what of it changes, value by value, and what a decision leads to.
//
// Thread  any; words follow the translators installed on the application
#pragma once

#include "ui/models/evidencetext.h"

namespace signalbox::ui {

bool isPolicyReview(const gate::Request& request);
QList<EvidenceSection> policySections(const Json& evidence);
QString policyTitle(const gate::Request& request); // "Policy of shop"

} // namespace signalbox::ui
