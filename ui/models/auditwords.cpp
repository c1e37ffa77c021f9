// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditwords.h"

#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/knowledgemodel.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <array>

namespace signalbox::ui {

namespace {

struct Audit {
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

struct ActWords {
    const char* action;
    const char* begun;
    const char* done;
};

// An act of an agent, while it is going on and once it is done.
constexpr std::array<ActWords, 16> kActs{{
    {"rerun_failed_jobs", QT_TRANSLATE_NOOP("Audit", "Re-runs failed jobs"),
     QT_TRANSLATE_NOOP("Audit", "Re-ran failed jobs")},
    {"rerun_debug", QT_TRANSLATE_NOOP("Audit", "Re-runs with debug output"),
     QT_TRANSLATE_NOOP("Audit", "Re-ran with debug output")},
    {"clear_cache_rerun", QT_TRANSLATE_NOOP("Audit", "Re-runs after the cache"),
     QT_TRANSLATE_NOOP("Audit", "Re-ran after the cache")},
    {"clear_caches", QT_TRANSLATE_NOOP("Audit", "Deletes cache"), QT_TRANSLATE_NOOP("Audit", "Deleted cache")},
    {"empty_cache", QT_TRANSLATE_NOOP("Audit", "Empties package cache"),
     QT_TRANSLATE_NOOP("Audit", "Emptied package cache")},
    {"approve_deployment", QT_TRANSLATE_NOOP("Audit", "Approves deployment"),
     QT_TRANSLATE_NOOP("Audit", "Approved deployment")},
    {"reject_deployment", QT_TRANSLATE_NOOP("Audit", "Rejects deployment"),
     QT_TRANSLATE_NOOP("Audit", "Rejected deployment")},
    {"npm", QT_TRANSLATE_NOOP("Audit", "Runs npm"), QT_TRANSLATE_NOOP("Audit", "Ran npm")},
    {"write_lockfile", QT_TRANSLATE_NOOP("Audit", "Writes the lockfile"),
     QT_TRANSLATE_NOOP("Audit", "Wrote the lockfile")},
    {"copy", QT_TRANSLATE_NOOP("Audit", "Copies the project"), QT_TRANSLATE_NOOP("Audit", "Copied the project")},
    {"tell_of_failure", QT_TRANSLATE_NOOP("Audit", "Writes to the issue"),
     QT_TRANSLATE_NOOP("Audit", "Wrote to the issue")},
    {"ask_model", QT_TRANSLATE_NOOP("Audit", "Asks the model"), QT_TRANSLATE_NOOP("Audit", "Asked the model")},
    {"check_out", QT_TRANSLATE_NOOP("Audit", "Checks out the commit"),
     QT_TRANSLATE_NOOP("Audit", "Checked out the commit")},
    {"look_at_gate", QT_TRANSLATE_NOOP("Audit", "Looks at the gate"), QT_TRANSLATE_NOOP("Audit", "Looked at the gate")},
    {"open_pull_request", QT_TRANSLATE_NOOP("Audit", "Offers a change"),
     QT_TRANSLATE_NOOP("Audit", "Offered a change")},
    {"", QT_TRANSLATE_NOOP("Audit", "Begins a step"), QT_TRANSLATE_NOOP("Audit", "Did a step")},
}};

const ActWords& actWords(const QString& action)
{
    for (const ActWords& act : kActs) {
        if (action == QLatin1String(act.action))
            return act;
    }
    return kActs.back();
}

struct PlainAction {
    const char* action;
    const char* words;
    AuditKind kind;
};

// What needs no look into its data.
constexpr std::array<PlainAction, 32> kPlain{{
    {"chain_begun", QT_TRANSLATE_NOOP("Audit", "Began the log"), AuditKind::Chain},
    {"pipeline_started", QT_TRANSLATE_NOOP("Audit", "Started pipeline"), AuditKind::Action},
    {"line_added", QT_TRANSLATE_NOOP("Audit", "Added line"), AuditKind::Setting},
    {"line_removed", QT_TRANSLATE_NOOP("Audit", "Removed line"), AuditKind::Setting},
    {"receiver_added", QT_TRANSLATE_NOOP("Audit", "Added receiver"), AuditKind::Setting},
    {"receiver_removed", QT_TRANSLATE_NOOP("Audit", "Removed receiver"), AuditKind::Setting},
    {"model_used", QT_TRANSLATE_NOOP("Audit", "Set the model"), AuditKind::Setting},
    {"model_removed", QT_TRANSLATE_NOOP("Audit", "Removed the model"), AuditKind::Setting},
    {"healing_on", QT_TRANSLATE_NOOP("Audit", "Turned healing on"), AuditKind::Setting},
    {"healing_off", QT_TRANSLATE_NOOP("Audit", "Turned healing off"), AuditKind::Setting},
    {"token_replaced", QT_TRANSLATE_NOOP("Audit", "Replaced token"), AuditKind::Setting},
    {"webhooks_on", QT_TRANSLATE_NOOP("Audit", "Turned webhooks on"), AuditKind::Setting},
    {"webhooks_off", QT_TRANSLATE_NOOP("Audit", "Turned webhooks off"), AuditKind::Setting},
    {"webhooks_moved", QT_TRANSLATE_NOOP("Audit", "Moved webhooks"), AuditKind::Setting},
    {"secret_kept", QT_TRANSLATE_NOOP("Audit", "Kept secret"), AuditKind::Setting},
    {"secret_removed", QT_TRANSLATE_NOOP("Audit", "Removed secret"), AuditKind::Setting},
    {"policy_accepted", QT_TRANSLATE_NOOP("Audit", "Accepted policy"), AuditKind::Setting},
    {"approval_asked", QT_TRANSLATE_NOOP("Audit", "Asked for a decision"), AuditKind::Action},
    {"approval_taken_back", QT_TRANSLATE_NOOP("Audit", "Took back"), AuditKind::Decision},
    {"approval_closed", QT_TRANSLATE_NOOP("Audit", "Closed approval"), AuditKind::Decision},
    {"feedback", QT_TRANSLATE_NOOP("Audit", "Marked an outcome"), AuditKind::Decision},
    {"held", QT_TRANSLATE_NOOP("Audit", "Held"), AuditKind::Decision},
    {"released", QT_TRANSLATE_NOOP("Audit", "Released"), AuditKind::Decision},
    {"run_cancelled", QT_TRANSLATE_NOOP("Audit", "Cancelled run"), AuditKind::Decision},
    {"run_resumed", QT_TRANSLATE_NOOP("Audit", "Resumed run"), AuditKind::Decision},
    {"run_forked", QT_TRANSLATE_NOOP("Audit", "Forked run"), AuditKind::Decision},
    {"knowledge_forgotten", QT_TRANSLATE_NOOP("Audit", "Forgot a pattern"), AuditKind::Setting},
    {"pattern_switched", QT_TRANSLATE_NOOP("Audit", "Switched a pattern"), AuditKind::Setting},
    {"policy_proposed", QT_TRANSLATE_NOOP("Audit", "Proposed policy"), AuditKind::Setting},
    {"retention_changed", QT_TRANSLATE_NOOP("Audit", "Changed retention"), AuditKind::Setting},
    {"store_pruned", QT_TRANSLATE_NOOP("Audit", "Pruned the store"), AuditKind::Setting},
    {"knowledge_imported", QT_TRANSLATE_NOOP("Audit", "Imported patterns"), AuditKind::Setting},
}};

QString verdictWords(const std::string& verdict, const std::string& choice)
{
    if (verdict == "approve")
        return approvedLabel(choice);
    if (verdict == "reject")
        return Audit::tr("Rejected");
    if (verdict == "hold")
        return Audit::tr("Held");
    if (verdict == "answer")
        return Audit::tr("Answered");
    return verdict == "ask" ? Audit::tr("Asked for more") : Audit::tr("Decided");
}

bool isAct(const record::AuditEntry& entry)
{
    return entry.action == "effect_intent" || entry.action == "effect_result";
}

std::optional<std::int64_t> numberAfter(std::string_view subject, std::string_view word)
{
    if (!subject.starts_with(word))
        return std::nullopt;
    const QString rest = text(subject.substr(word.size())).section(QLatin1Char(' '), 0, 0);
    bool valid = false;
    const qlonglong number = rest.toLongLong(&valid);
    return valid ? std::optional<std::int64_t>(number) : std::nullopt;
}

Json dataOf(const record::AuditEntry& entry)
{
    const auto data = parseJson(entry.data);
    return data && data->is_object() ? *data : Json::object();
}

QString switchWord(const Json& data, const char* key)
{
    const auto set = record::switchFromName(fieldOr<std::string>(data, key, {}));
    return set ? autonomyName(*set) : QString();
}

std::string actKey(const record::AuditEntry& entry, const Json& data)
{
    return entry.subject + '#' + std::to_string(fieldOr<std::int64_t>(data, "round", 0));
}

QString commandLine(const Json& intent)
{
    QStringList words{text(fieldOr<std::string>(intent, "action", {}))};
    for (const Json& argument : fieldOr<Json>(intent, "arguments", Json::array())) {
        if (argument.is_string())
            words << text(argument.get_ref<const std::string&>());
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

void AuditSpeaker::learn(const record::AuditRecord& record)
{
    const record::AuditEntry& entry = record.entry;
    if (isAct(entry)) {
        const Json data = dataOf(entry);
        Act& act = m_acts[actKey(entry, data)];
        act.ended |= entry.action == "effect_result";
        if (const Json intent = fieldOr<Json>(data, "intent", Json()); intent.is_object()) {
            act.action = text(fieldOr<std::string>(intent, "action", {}));
            if (intent.contains("arguments"))
                act.arguments = commandLine(intent);
        }
    } else if (entry.action == "approval_asked") {
        if (const auto approval = numberAfter(entry.subject, "approval "))
            m_abouts[ApprovalId{*approval}] = text(fieldOr<std::string>(dataOf(entry), "about", {}));
    }
}

bool AuditSpeaker::hasEnded(const record::AuditRecord& intent) const
{
    const auto act = m_acts.find(actKey(intent.entry, dataOf(intent.entry)));
    return act != m_acts.end() && act->second.ended;
}

AuditWords AuditSpeaker::say(const record::AuditRecord& record) const
{
    const record::AuditEntry& entry = record.entry;
    constexpr std::string_view kAgent = "agent:";
    AuditWords words;
    if (entry.actor.starts_with(kAgent)) {
        words.who = AuditWords::Who::Agent;
        words.actor = agentName(std::string_view(entry.actor).substr(kAgent.size()));
    } else if (entry.actor == "signalbox") {
        words.actor = QStringLiteral("Signalbox");
    } else {
        words.who = AuditWords::Who::Person;
        words.actor = personWords(entry.actor);
    }
    words.reason = record.reasonHidden ? Audit::tr("Hidden until the second decides") : text(entry.reason);
    saySubject(entry, words);
    const Json data = dataOf(entry);
    words.action = text(entry.action);
    for (const PlainAction& plain : kPlain) {
        if (entry.action == plain.action) {
            words.action = Audit::tr(plain.words);
            words.kind = plain.kind;
        }
    }
    if (entry.action == "pattern_switched") {
        words.subject = Audit::tr("%1, %2").arg(className(fieldOr<std::string>(data, "class", {})),
                                                fixName(fieldOr<std::string>(data, "fix", {})));
        words.reason = Audit::tr("%1 to %2").arg(switchWord(data, "from"), switchWord(data, "to"));
    } else if (entry.action == "policy_accepted" && fieldOr<bool>(data, "not_looser", false)) {
        words.reason = fieldOr<bool>(data, "first", false) ? Audit::tr("The first policy of the line")
                                                           : Audit::tr("Nothing in it is looser");
    } else if (entry.action == "retention_changed" || entry.action == "store_pruned") {
        words.subject = Audit::tr("store");
    }
    if (isAct(entry))
        sayAct(record, data, words);
    else if (words.approval)
        sayApproval(record, data, words);
    return words;
}

void AuditSpeaker::saySubject(const record::AuditEntry& entry, AuditWords& words) const
{
    words.subject = text(entry.subject);
    if (const auto run = numberAfter(entry.subject, "run ")) {
        words.run = RunId{*run};
        const QString name = m_nameRun(*words.run);
        words.subject = name.isEmpty() ? Audit::tr("run %1").arg(*run) : name;
    } else if (const auto approval = numberAfter(entry.subject, "approval ")) {
        words.approval = ApprovalId{*approval};
        if (const auto about = m_abouts.find(*words.approval); about != m_abouts.end())
            words.subject = about->second;
    } else if (entry.subject == "everything") {
        words.subject = Audit::tr("all lines");
    } else if (entry.action == "held" || entry.action == "released" || entry.action == "policy_accepted"
               || entry.action == "policy_proposed") {
        words.subject = text(entry.line);
    }
}

void AuditSpeaker::sayAct(const record::AuditRecord& record, const Json& data, AuditWords& words) const
{
    const auto known = m_acts.find(actKey(record.entry, data));
    const Act act = known == m_acts.end() ? Act() : known->second;
    words.begun = record.entry.action == "effect_intent";
    words.failed = !words.begun && !fieldOr<bool>(data, "ok", true);
    const ActWords& phrase = actWords(act.action);
    words.action = words.failed ? Audit::tr("Step failed") : Audit::tr(words.begun ? phrase.begun : phrase.done);
    const QString safety = safetyLabel(fieldOr<std::string>(data, "safety", {}));
    words.reason = act.arguments.isEmpty() ? Audit::tr("%1, automatic").arg(safety) : act.arguments;
}

void AuditSpeaker::sayApproval(const record::AuditRecord& record, const Json& data, AuditWords& words) const
{
    if (record.entry.action == "approval_decided") {
        words.kind = AuditKind::Decision;
        words.action
            = verdictWords(fieldOr<std::string>(data, "verdict", {}), fieldOr<std::string>(data, "choice", {}));
    } else if (record.entry.action == "approval_asked") {
        if (const auto risk = gate::riskFromName(fieldOr<std::string>(data, "risk", {})))
            words.reason = Audit::tr("%1, escalated").arg(riskLabel(*risk));
        if (fieldOr<std::string>(data, "kind", {}) != "escalation")
            words.reason.clear();
    }
}

} // namespace signalbox::ui
