// SPDX-License-Identifier: GPL-3.0-or-later
// An npm that answers as written down beforehand, and keeps what it was told to do.
#pragma once

#include "core/agents/npmworkbench.h"

#include <QStringList>

#include <deque>

namespace signalbox::test {

inline constexpr const char* kReset = "npm error code ECONNRESET\nnpm error network read ECONNRESET\n";
inline constexpr const char* kOutOfSync
    = "npm error code EUSAGE\nnpm error `npm ci` can only install packages when your "
      "package.json and package-lock.json are in sync.\n";
inline constexpr const char* kChecksum = "npm error code EINTEGRITY\nnpm error sha512-a integrity checksum failed\n";
inline constexpr const char* kConflict
    = "npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\n";
inline constexpr const char* kCache = "npm error code ENOTDIR\nnpm error path /cache/_cacache/tmp\n";
inline constexpr const char* kPasses = "";

inline constexpr const char* kOldLock
    = R"({"packages": {"node_modules/money": {"version": "1.0.0", "integrity": "sha512-right"}}})";
inline constexpr const char* kNewLock
    = R"({"packages": {"node_modules/money": {"version": "1.0.0", "integrity": "sha512-right"},)"
      R"( "node_modules/cart": {"version": "2.4.1"}}})";
inline constexpr const char* kForgedLock
    = R"({"packages": {"node_modules/money": {"version": "1.0.0", "integrity": "sha512-wrong"}}})";

/// Answers each call with the next log; an empty one means that it passes.
class ScriptedNpm final : public agents::NpmWorkbench {
public:
    explicit ScriptedNpm(std::deque<std::string> logs) : m_logs(std::move(logs)) { }

    Result<agents::NpmProject> snapshot(RunId, const std::string&, std::stop_token) override
    {
        agents::NpmProject project;
        project.lockfile = "package-lock.json";
        project.digests = {{"package-lock.json", "before"}};
        return project;
    }
    Result<agents::NpmEnd> call(RunId, const agents::NpmCall& call, std::stop_token) override
    {
        QStringList words;
        for (const std::string& argument : call.arguments)
            words << QString::fromStdString(argument);
        told << words.join(QLatin1Char(' ')).section(QStringLiteral(" --fetch"), 0, 0);
        m_last = m_logs.empty() ? std::string() : m_logs.front();
        if (!m_logs.empty())
            m_logs.pop_front();
        rewritten = rewritten || (call.keepsLockfile && m_last.empty());
        changed = changed || (call.keepsManifest && m_last.empty());
        return agents::NpmEnd{.exitCode = m_last.empty() ? 0 : 1, .isolated = true, .took = Milliseconds(1)};
    }
    Result<std::optional<agents::NpmEnd>> ended(RunId, const std::string&) override
    {
        return std::optional<agents::NpmEnd>();
    }
    Result<std::string> log(RunId, const std::string&) override { return m_last; }
    Result<std::string> lockfile(RunId) override { return std::string(kOldLock); }
    Result<std::string> healedLockfile(RunId) override { return rewritten ? healed : std::string(); }
    Result<std::string> manifest(RunId) override { return ownManifest; }
    Result<std::string> healedManifest(RunId) override { return changed ? manifestAfter : std::string(); }
    Result<std::vector<std::string>> lockfileDiff(RunId, std::stop_token) override
    {
        return std::vector<std::string>{"+cart"};
    }
    Result<void> emptyCache() override
    {
        told << QStringLiteral("empty cache");
        return {};
    }
    Result<void> accept(RunId, const std::string&, const Json&) override
    {
        told << QStringLiteral("accept");
        return {};
    }
    Result<std::string> digestNow(const std::string&, const std::string&) override { return std::string("before"); }
    Result<void> tidy(RunId) override
    {
        told << QStringLiteral("tidy");
        return {};
    }

    QStringList told;
    std::string healed = kNewLock;
    bool rewritten = false;
    std::string ownManifest = R"({"name": "shop"})";
    std::string manifestAfter;
    bool changed = false; // the manifest

private:
    std::deque<std::string> m_logs;
    std::string m_last;
};

} // namespace signalbox::test
