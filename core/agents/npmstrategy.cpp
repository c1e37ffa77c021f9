// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmstrategy.h"

#include "core/agents/npmworkbench.h"
#include "core/gate/policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::agents {

namespace {

struct Row {
    std::string_view name;
    SafetyClass safety;
};

constexpr std::array<Row, 5> kStrategies{{{"retry_install", SafetyClass::Retry},
                                          {"verify_cache", SafetyClass::Cache},
                                          {"empty_cache", SafetyClass::Cache},
                                          {"regenerate_lockfile", SafetyClass::PullRequest},
                                          {"legacy_peer_deps", SafetyClass::PullRequest}}};

struct ClassRow {
    std::string_view failureClass;
    std::vector<NpmStrategy> strategies;
};

const std::vector<ClassRow>& classRows()
{
    using enum NpmStrategy;
    static const std::vector<ClassRow> rows{
        {"npm_network", {RetryInstall}},    {"net_timeout", {RetryInstall}},
        {"dns_failure", {RetryInstall}},    {"registry_error", {RetryInstall}},
        {"api_rate_limit", {RetryInstall}}, {"lockfile_out_of_sync", {RegenerateLockfile}},
        {"npm_eresolve", {LegacyPeerDeps}}, {"cache_failure", {VerifyCache, EmptyCache}},
        {"disk_full", {EmptyCache}},        {"npm_eintegrity", {EmptyCache}}, // one clean download, by a person only
    };
    return rows;
}

/// Codes of npm and of node with the class that each stands for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 43> kCodes{{
    {"ETIMEDOUT", "npm_network"},
    {"ESOCKETTIMEDOUT", "npm_network"},
    {"ERR_SOCKET_TIMEOUT", "npm_network"},
    {"ECONNRESET", "npm_network"},
    {"ECONNREFUSED", "npm_network"},
    {"ECONNABORTED", "npm_network"},
    {"EPIPE", "npm_network"},
    {"ENOTFOUND", "npm_network"},
    {"EAI_AGAIN", "npm_network"},
    {"FETCH_ERROR", "npm_network"},
    {"E500", "npm_network"},
    {"E502", "npm_network"},
    {"E503", "npm_network"},
    {"E504", "npm_network"},
    {"E429", "api_rate_limit"},
    {"ERESOLVE", "npm_eresolve"},
    {"EPEERINVALID", "npm_eresolve"},
    {"EINTEGRITY", "npm_eintegrity"},
    {"E404", "npm_e404"},
    {"ETARGET", "npm_e404"},
    {"ENOVERSIONS", "npm_e404"},
    {"E401", "npm_auth"},
    {"E403", "npm_auth"},
    {"ENEEDAUTH", "npm_auth"},
    {"EOTP", "npm_auth"},
    {"ENOSPC", "disk_full"},
    {"EDQUOT", "disk_full"},
    {"EACCES", "perm_denied"},
    {"EPERM", "perm_denied"},
    {"EROFS", "perm_denied"},
    {"EBADENGINE", "npm_engine"},
    {"EBADPLATFORM", "npm_engine"},
    {"TAR_BAD_ARCHIVE", "cache_failure"},
    {"TAR_ABORT", "cache_failure"},
    {"Z_DATA_ERROR", "cache_failure"},
    {"Z_BUF_ERROR", "cache_failure"},
    {"ENOTCACHED", "cache_failure"},
    {"CERT_HAS_EXPIRED", "tls_cert"},
    {"SELF_SIGNED_CERT_IN_CHAIN", "tls_cert"},
    {"DEPTH_ZERO_SELF_SIGNED_CERT", "tls_cert"},
    {"UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls_cert"},
    {"UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls_cert"},
    {"ERR_TLS_CERT_ALTNAME_INVALID", "tls_cert"},
}};

/// Codes that mean little by themselves, and much where the cache stands in the log.
constexpr std::array<std::string_view, 5> kCacheCodes{"ENOTDIR", "EISDIR", "EEXIST", "ENOENT", "ENOTEMPTY"};

std::string_view npmCode(std::string_view log)
{
    for (const std::string_view mark : {std::string_view("npm error code "), std::string_view("npm ERR! code ")}) {
        const std::size_t at = log.find(mark);
        if (at == std::string_view::npos)
            continue;
        const std::string_view rest = log.substr(at + mark.size());
        return rest.substr(0, rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"));
    }
    return {};
}

std::string verdictOf(const StrategyInput& input, NpmStrategy strategy)
{
    const std::string name(strategyName(strategy));
    const bool repeats = strategy == NpmStrategy::RetryInstall;
    if (!repeats && std::ranges::find(input.tried, name) != input.tried.end())
        return "tried";
    const int used = static_cast<int>(input.tried.size());
    const gate::PolicyFacts facts{.retriesUsed = used,
                                  .automaticActionsLastHour = input.actionsLastHour,
                                  .held = false, // a held run does not step at all
                                  .environment = {},
                                  .now = {}}; // nothing is deployed here
    const gate::Permission permission = gate::decide(input.rules, safetyOf(strategy), facts).permission;
    if (permission == gate::Permission::Never)
        return "never";
    if (strategy == NpmStrategy::LegacyPeerDeps || input.failureClass == "npm_eintegrity")
        return "asks";
    if (used >= input.rules.retriesPerRun)
        return "limit";
    return std::string(gate::permissionName(permission));
}

std::string reasonFor(const StrategyInput& input, const std::vector<ConsideredFix>& considered)
{
    if (input.failureClass == "npm_eintegrity")
        return "security";
    std::string reason = "no_fix";
    for (const ConsideredFix& fix : considered) {
        if (fix.verdict == "limit")
            return "limit_spent";
        if (fix.verdict == "asks" || fix.verdict == "never")
            reason = "policy";
        else if ((fix.verdict == "suggest" || fix.verdict == "off") && reason != "policy")
            reason = "switched";
        else if (fix.verdict == "tried" && reason == "no_fix")
            reason = "fix_failed";
    }
    return reason;
}

} // namespace

std::string_view strategyName(NpmStrategy strategy)
{
    return kStrategies[static_cast<std::size_t>(strategy)].name;
}

std::optional<NpmStrategy> strategyFromName(std::string_view name)
{
    const auto at = std::ranges::find(kStrategies, name, &Row::name);
    if (at == kStrategies.end())
        return std::nullopt;
    return static_cast<NpmStrategy>(at - kStrategies.begin());
}

SafetyClass safetyOf(NpmStrategy strategy)
{
    return kStrategies[static_cast<std::size_t>(strategy)].safety;
}

std::string classOfNpmCode(std::string_view log)
{
    const auto says = [&](std::string_view text) { return log.find(text) != std::string_view::npos; };
    const std::string_view code = npmCode(log);
    if (const auto known = std::ranges::find(kCodes, code, &std::pair<std::string_view, std::string_view>::first);
        known != kCodes.end())
        return std::string(known->second);
    if (code == "EUSAGE" && says("`npm ci`") && says("can only install"))
        return "lockfile_out_of_sync";
    const bool cached = says("_cacache") || says("npm error path /cache");
    return cached && std::ranges::find(kCacheCodes, code) != kCacheCodes.end() ? "cache_failure" : "";
}

Result<Diagnosis> diagnoseNpm(const CatalogueSource& catalogue, std::string_view log, int exitCode)
{
    const auto patterns = catalogue();
    if (!patterns)
        return patterns.error();
    log::Classifier classifier(*patterns);
    classifier.feed(log);
    Diagnosis diagnosis;
    diagnosis.exitCode = exitCode;
    diagnosis.found = classifier.finish();
    const std::string named = exitCode == kNpmTimedOut ? "net_timeout" : classOfNpmCode(log);
    if (!named.empty() && named != diagnosis.found.failureClass) {
        diagnosis.found.failureClass = named;
        diagnosis.found.confidence = 1; // npm says so itself
        diagnosis.found.transient = log::Transient::Unknown;
    }
    if (diagnosis.found.failureClass == "none")
        diagnosis.found.failureClass = "unknown"; // npm has failed, whatever it printed
    return diagnosis;
}

StrategyChoice chooseStrategy(const StrategyInput& input)
{
    StrategyChoice choice;
    choice.mostAttempts = input.rules.retriesPerRun + 1;
    std::vector<std::string> offers;
    if (const auto row = std::ranges::find(classRows(), input.failureClass, &ClassRow::failureClass);
        row != classRows().end()) {
        for (const NpmStrategy strategy : row->strategies)
            offers.emplace_back(strategyName(strategy));
    }
    for (const record::RankedFix& ranked : record::rankFixes(offers, input.records)) {
        const NpmStrategy strategy = *strategyFromName(ranked.fix);
        const std::string verdict = switched(verdictOf(input, strategy), record::switchOf(input.records, ranked.fix));
        choice.considered.push_back({ranked.fix, std::string(safetyName(safetyOf(strategy))), verdict});
        if (!choice.next && verdict == "allowed")
            choice.next = strategy;
    }
    if (input.failureClass == "unknown") {
        choice.reason = "unknown_cause";
    } else if (choice.next && input.confidence < input.rules.minConfidence) {
        choice.next.reset();
        choice.reason = "low_confidence";
    } else if (!choice.next) {
        choice.reason = reasonFor(input, choice.considered);
    }
    return choice;
}

} // namespace signalbox::agents
