// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Named {
    std::string_view name; // as stored
    const char* words; // English, translated when shown
};

template <std::size_t N>
QString named(const std::array<Named, N>& table, std::string_view name)
{
    const auto at = std::ranges::find(table, name, &Named::name);
    if (at != table.end())
        return Words::tr(at->words);
    QString plain = text(name);
    plain.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!plain.isEmpty())
        plain[0] = plain[0].toUpper();
    return plain;
}

constexpr std::array<Named, 8> kAgents{{
    {"self-healing", QT_TRANSLATE_NOOP("Words", "Heal")},
    {"npm-install", QT_TRANSLATE_NOOP("Words", "Heal")},
    {"flaky-test", QT_TRANSLATE_NOOP("Words", "Heal")},
    {"build-optimization", QT_TRANSLATE_NOOP("Words", "Build")},
    {"deployment-strategy", QT_TRANSLATE_NOOP("Words", "Strategy")},
    {"deployment-gate", QT_TRANSLATE_NOOP("Words", "Gate")},
    {"rollback", QT_TRANSLATE_NOOP("Words", "Rollback")},
    {"pipeline", QT_TRANSLATE_NOOP("Words", "Monitor")},
}};

constexpr std::array<Named, 3> kTasks{{
    {"self-healing", QT_TRANSLATE_NOOP("Words", "Heal failing run")},
    {"npm-install", QT_TRANSLATE_NOOP("Words", "Heal npm install")},
    {"deployment-gate", QT_TRANSLATE_NOOP("Words", "Ask for a deployment")},
}};

constexpr std::array<Named, 24> kSteps{{
    {"detect_failure", QT_TRANSLATE_NOOP("Words", "Detect failure")},
    {"detect", QT_TRANSLATE_NOOP("Words", "Detect failure")},
    {"analyze", QT_TRANSLATE_NOOP("Words", "Analyse failure")},
    {"analyze_failure", QT_TRANSLATE_NOOP("Words", "Analyse failure")},
    {"attempt_fix", QT_TRANSLATE_NOOP("Words", "Attempt fix")},
    {"verify", QT_TRANSLATE_NOOP("Words", "Verify fix")},
    {"verify_fix", QT_TRANSLATE_NOOP("Words", "Verify fix")},
    {"escalate", QT_TRANSLATE_NOOP("Words", "Escalate")},
    {"snapshot", QT_TRANSLATE_NOOP("Words", "Copy project")},
    {"install", QT_TRANSLATE_NOOP("Words", "Install")},
    {"diagnose", QT_TRANSLATE_NOOP("Words", "Diagnose")},
    {"choose_strategy", QT_TRANSLATE_NOOP("Words", "Choose strategy")},
    {"apply_strategy", QT_TRANSLATE_NOOP("Words", "Apply strategy")},
    {"offer_result", QT_TRANSLATE_NOOP("Words", "Offer result")},
    {"update_knowledge", QT_TRANSLATE_NOOP("Words", "Store pattern")},
    {"wait_for_human", QT_TRANSLATE_NOOP("Words", "Wait for human")},
    {"accept_result", QT_TRANSLATE_NOOP("Words", "Accept result")},
    {"ask_approval", QT_TRANSLATE_NOOP("Words", "Ask for approval")},
    {"look_at_gate", QT_TRANSLATE_NOOP("Words", "Look at the gate")},
    {"send_decision", QT_TRANSLATE_NOOP("Words", "Send the decision")},
    {"verify_gate", QT_TRANSLATE_NOOP("Words", "Verify the gate")},
    {"accept_policy", QT_TRANSLATE_NOOP("Words", "Accept policy")},
    {"create_issue", QT_TRANSLATE_NOOP("Words", "Create issue")},
    {"__end__", QT_TRANSLATE_NOOP("Words", "End")},
}};

constexpr std::array<Named, 25> kEdges{{
    {"failed", QT_TRANSLATE_NOOP("Words", "Failed")},
    {"passed", QT_TRANSLATE_NOOP("Words", "Passed")},
    {"cancelled", QT_TRANSLATE_NOOP("Words", "Cancelled")},
    {"fix", QT_TRANSLATE_NOOP("Words", "Fix")},
    {"escalate", QT_TRANSLATE_NOOP("Words", "Escalate")},
    {"retry", QT_TRANSLATE_NOOP("Words", "Retry")},
    {"decided", QT_TRANSLATE_NOOP("Words", "Decided")},
    {"accepted", QT_TRANSLATE_NOOP("Words", "Accepted")},
    {"declined", QT_TRANSLATE_NOOP("Words", "Declined")},
    {"refused", QT_TRANSLATE_NOOP("Words", "Refused")},
    {"applied", QT_TRANSLATE_NOOP("Words", "Applied")},
    {"changed", QT_TRANSLATE_NOOP("Words", "Changed")},
    {"healed", QT_TRANSLATE_NOOP("Words", "Healed")},
    {"no_use", QT_TRANSLATE_NOOP("Words", "No use")},
    {"suspicious", QT_TRANSLATE_NOOP("Words", "Suspicious")},
    {"unseen", QT_TRANSLATE_NOOP("Words", "Not seen")},
    {"started", QT_TRANSLATE_NOOP("Words", "Started")},
    {"look", QT_TRANSLATE_NOOP("Words", "Look again")},
    {"waits", QT_TRANSLATE_NOOP("Words", "Waits")},
    {"gone", QT_TRANSLATE_NOOP("Words", "Waits no more")},
    {"over", QT_TRANSLATE_NOOP("Words", "Over")},
    {"sent", QT_TRANSLATE_NOOP("Words", "Sent")},
    {"overtaken", QT_TRANSLATE_NOOP("Words", "Overtaken")},
    {"tell", QT_TRANSLATE_NOOP("Words", "Tell")},
    {"ask", QT_TRANSLATE_NOOP("Words", "Ask")},
}};

constexpr std::array<Named, 13> kFixes{{
    {"rerun_failed_jobs", QT_TRANSLATE_NOOP("Words", "Re-run failed jobs")},
    {"rerun_debug", QT_TRANSLATE_NOOP("Words", "Re-run failed jobs with debug output")},
    {"clear_cache_rerun", QT_TRANSLATE_NOOP("Words", "Clear cache, re-run failed jobs")},
    {"regenerate_lockfile", QT_TRANSLATE_NOOP("Words", "Write the lockfile anew")},
    {"update_dependencies", QT_TRANSLATE_NOOP("Words", "Update the dependency")},
    {"raise_timeout", QT_TRANSLATE_NOOP("Words", "Raise the time limit")},
    {"free_disk", QT_TRANSLATE_NOOP("Words", "Free disk space")},
    {"quarantine_test", QT_TRANSLATE_NOOP("Words", "Quarantine the test")},
    {"retry_install", QT_TRANSLATE_NOOP("Words", "Install again with longer time-outs")},
    {"verify_cache", QT_TRANSLATE_NOOP("Words", "Check the package cache")},
    {"empty_cache", QT_TRANSLATE_NOOP("Words", "Empty the package cache, download again")},
    {"legacy_peer_deps", QT_TRANSLATE_NOOP("Words", "Install with --legacy-peer-deps")},
    {"none", QT_TRANSLATE_NOOP("Words", "None")},
}};

constexpr std::array<Named, 8> kSafeties{{
    {"observe", QT_TRANSLATE_NOOP("Words", "Observe")},
    {"retry", QT_TRANSLATE_NOOP("Words", "Retry")},
    {"cache", QT_TRANSLATE_NOOP("Words", "Cache")},
    {"pull_request", QT_TRANSLATE_NOOP("Words", "Pull request")},
    {"workspace", QT_TRANSLATE_NOOP("Words", "Workspace")},
    {"deploy", QT_TRANSLATE_NOOP("Words", "Deploy")},
    {"destructive", QT_TRANSLATE_NOOP("Words", "Destructive")},
    {"none", QT_TRANSLATE_NOOP("Words", "None")},
}};

constexpr std::array<Named, 24> kClasses{{
    {"cache_corruption", QT_TRANSLATE_NOOP("Words", "Corrupt cache")},
    {"cache_failure", QT_TRANSLATE_NOOP("Words", "Cache failure")},
    {"compile_error", QT_TRANSLATE_NOOP("Words", "Compile error")},
    {"link_error", QT_TRANSLATE_NOOP("Words", "Link error")},
    {"test_failure", QT_TRANSLATE_NOOP("Words", "Test failure")},
    {"flaky_test", QT_TRANSLATE_NOOP("Words", "Flaky test")},
    {"test_flaky_network", QT_TRANSLATE_NOOP("Words", "Flaky test, network")},
    {"test_timeout", QT_TRANSLATE_NOOP("Words", "Test time-out")},
    {"test_crash", QT_TRANSLATE_NOOP("Words", "Test crash")},
    {"module_not_found", QT_TRANSLATE_NOOP("Words", "Module not found")},
    {"npm_eresolve", QT_TRANSLATE_NOOP("Words", "npm dependency conflict")},
    {"npm_eintegrity", QT_TRANSLATE_NOOP("Words", "npm checksum mismatch")},
    {"npm_auth", QT_TRANSLATE_NOOP("Words", "npm registry refuses the login")},
    {"npm_engine", QT_TRANSLATE_NOOP("Words", "Wrong version of node or npm")},
    {"npm_network", QT_TRANSLATE_NOOP("Words", "npm registry unreachable")},
    {"npm_e404", QT_TRANSLATE_NOOP("Words", "npm package not found")},
    {"lockfile_out_of_sync", QT_TRANSLATE_NOOP("Words", "Lockfile out of sync")},
    {"net_timeout", QT_TRANSLATE_NOOP("Words", "Network time-out")},
    {"dns_failure", QT_TRANSLATE_NOOP("Words", "Host name not resolved")},
    {"disk_full", QT_TRANSLATE_NOOP("Words", "Disk full")},
    {"oom_killed", QT_TRANSLATE_NOOP("Words", "Out of memory")},
    {"job_timeout", QT_TRANSLATE_NOOP("Words", "Job time-out")},
    {"unknown", QT_TRANSLATE_NOOP("Words", "Unknown cause")},
    {"none", QT_TRANSLATE_NOOP("Words", "No failure")},
}};

constexpr std::array<Named, 4> kTriggers{{
    {"push", QT_TRANSLATE_NOOP("Words", "Push")},
    {"pull_request", QT_TRANSLATE_NOOP("Words", "Pull request")},
    {"schedule", QT_TRANSLATE_NOOP("Words", "Schedule")},
    {"person", QT_TRANSLATE_NOOP("Words", "Person")},
}};

constexpr std::array<Named, 16> kReasons{{
    {"unknown_cause", QT_TRANSLATE_NOOP("Words", "The cause is not known.")},
    {"no_fix", QT_TRANSLATE_NOOP("Words", "No fix is known for this failure.")},
    {"limit_spent", QT_TRANSLATE_NOOP("Words", "The limit of attempts is spent.")},
    {"low_confidence", QT_TRANSLATE_NOOP("Words", "The confidence is too low to act.")},
    {"policy", QT_TRANSLATE_NOOP("Words", "The policy asks a person.")},
    {"security", QT_TRANSLATE_NOOP("Words", "A checksum does not match. It is never bypassed.")},
    {"fix_failed", QT_TRANSLATE_NOOP("Words", "The fix made no difference.")},
    {"outage", QT_TRANSLATE_NOOP("Words", "Several runs fail in the same way at once.")},
    {"cancelled", QT_TRANSLATE_NOOP("Words", "The new attempt was cancelled.")},
    {"switched", QT_TRANSLATE_NOOP("Words", "The pattern is only suggested, or off.")},
    {"false_alarm", QT_TRANSLATE_NOOP("Words", "It was marked as not a failure before.")},
    {"refused", QT_TRANSLATE_NOOP("Words", "The CI system refuses.")},
    {"vanished", QT_TRANSLATE_NOOP("Words", "The run is not there any more.")},
    {"no_rules", QT_TRANSLATE_NOOP("Words", "The policy cannot be read.")},
    {"not_made", QT_TRANSLATE_NOOP("Words", "The fix could not be made.")},
    {"offered", QT_TRANSLATE_NOOP("Words", "A change with the fix is open for review. Merging it is for a person.")},
}};

} // namespace

QString plainTip(const QString& words)
{
    const bool looksLikeMarkup = words.contains(u'<') || words.contains(u'&');
    return looksLikeMarkup
        ? QStringLiteral("<span style=\"white-space: pre-wrap\">%1</span>").arg(words.toHtmlEscaped())
        : words;
}

QString inSentence(const QString& label)
{
    const bool keepsCase = QLocale().language() == QLocale::German;
    return keepsCase ? label : label.toLower();
}

QString riskLabel(gate::RiskLevel level)
{
    switch (level) {
    case gate::RiskLevel::Low: return Words::tr("Low");
    case gate::RiskLevel::Medium: return Words::tr("Medium");
    case gate::RiskLevel::High: return Words::tr("High");
    case gate::RiskLevel::Critical: break;
    }
    return Words::tr("Critical");
}

QString agentName(std::string_view agent)
{
    return named(kAgents, agent);
}
QString agentTask(std::string_view agent)
{
    return named(kTasks, agent);
}
QString stepName(std::string_view node)
{
    return named(kSteps, node);
}
QString edgeLabel(std::string_view label)
{
    return inSentence(named(kEdges, label));
}
QString fixName(std::string_view action)
{
    return named(kFixes, action);
}
QString safetyLabel(std::string_view safety)
{
    return named(kSafeties, safety);
}
QString className(std::string_view failureClass)
{
    return named(kClasses, failureClass);
}
QString triggerName(std::string_view trigger)
{
    return inSentence(named(kTriggers, trigger));
}
QString escalationReason(std::string_view reason)
{
    return named(kReasons, reason);
}

QString subjectOf(const host::RunSummary& run)
{
    if (run.number.empty())
        return run.line.empty() ? Words::tr("Run %1").arg(run.id.value) : text(run.line);
    return QStringLiteral("%1 #%2").arg(text(run.line), text(run.number));
}

QString deadlineOutcome(std::string_view outcome)
{
    return outcome == "rejected" ? Words::tr("rejected") : text(outcome);
}

QString shortCommit(std::string_view commit)
{
    return text(commit.substr(0, 7));
}

} // namespace signalbox::ui
