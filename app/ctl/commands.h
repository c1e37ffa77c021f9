// SPDX-License-Identifier: GPL-3.0-or-later
// Every command, in the order of the help. Each is one function in a file of its own name.
#pragma once

#include "app/ctl/command.h"

namespace signalbox::ctl {

const std::vector<Command>& commands();
const std::vector<Command>& repoCommands(); // what is watched; commands() has them too
const std::vector<Command>& secretCommands(); // what is kept; commands() has them too
const std::vector<Command>& notifyCommands(); // whom to tell; commands() has them too
const std::vector<Command>& modelCommands(); // who advises; commands() has them too
const std::vector<Command>& benchCommands(); // those that measure; commands() has them too

Exit classify(const Invocation& asked);
Exit policyCheck(const Invocation& asked);
Exit graph(const Invocation& asked);
Exit heal(const Invocation& asked);
Exit npmHeal(const Invocation& asked);
Exit notifyAdd(const Invocation& asked);
Exit notifyList(const Invocation& asked);
Exit notifyWaiting(const Invocation& asked);
Exit notifyTest(const Invocation& asked);
Exit notifyRemove(const Invocation& asked);
Exit runsList(const Invocation& asked);
Exit runsShow(const Invocation& asked);
Exit runsEvents(const Invocation& asked);
Exit runsResume(const Invocation& asked);
Exit runsCancel(const Invocation& asked);
Exit runsFork(const Invocation& asked);
Exit runsVerify(const Invocation& asked);
Exit runsDiff(const Invocation& asked);
Exit approvalsList(const Invocation& asked);
Exit approvalsShow(const Invocation& asked);
Exit approvalsApprove(const Invocation& asked);
Exit approvalsReject(const Invocation& asked);
Exit approvalsHold(const Invocation& asked);
Exit approvalsAsk(const Invocation& asked);
Exit approvalsAnswer(const Invocation& asked);
Exit approvalsTakeBack(const Invocation& asked);
Exit policyShow(const Invocation& asked);
Exit policyPropose(const Invocation& asked);
Exit storeShow(const Invocation& asked);
Exit storePrune(const Invocation& asked);
Exit storeKeep(const Invocation& asked);
Exit knowledgeList(const Invocation& asked);
Exit knowledgeShow(const Invocation& asked);
Exit knowledgeForget(const Invocation& asked);
Exit knowledgeSwitch(const Invocation& asked);
Exit knowledgeImport(const Invocation& asked);
Exit knowledgeExport(const Invocation& asked);
Exit feedback(const Invocation& asked);
Exit auditList(const Invocation& asked);
Exit auditVerify(const Invocation& asked);
Exit auditExport(const Invocation& asked);
Exit holdAll(const Invocation& asked);
Exit releaseAll(const Invocation& asked);
Exit serve(const Invocation& asked);
Exit demo(const Invocation& asked);
Exit doctor(const Invocation& asked);
Exit benchGraph(const Invocation& asked);
Exit benchStore(const Invocation& asked);
Exit benchWebhook(const Invocation& asked);
Exit benchClassify(const Invocation& asked);
Exit benchLogView(const Invocation& asked);

} // namespace signalbox::ctl
