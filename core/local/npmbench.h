// SPDX-License-Identifier: GPL-3.0-or-later
// Real npm in throw-away copies of a project, isolated by bubblewrap where that works; npm has the network.
//
// Thread       any; one run uses it from one thread at a time
// Disk         ROOT/cache (npm's), ROOT/RUN/{snapshot, home, tmp, ended, healed}, ROOT/RUN/work-* while npm runs;
//              ROOT/logs/RUN, which outlives the rest of the run
// Environment  PATH, LANG, TZ, proxies, NODE_EXTRA_CA_CERTS, NPM_TOKEN, NODE_AUTH_TOKEN; home and cache of its own
// Safety       lifecycle scripts are off for npm and for whatever npm starts
#pragma once

#include "core/agents/npmworkbench.h"
#include "core/base/redaction.h"
#include "core/local/process.h"
#include "core/local/sandbox.h"

#include <filesystem>
#include <string>

namespace signalbox::local {

class NpmBench final : public agents::NpmWorkbench {
public:
    explicit NpmBench(std::filesystem::path root);

    Result<agents::NpmProject> snapshot(RunId run, const std::string& folder, std::stop_token stop) override;
    Result<agents::NpmEnd> call(RunId run, const agents::NpmCall& call, std::stop_token stop) override;
    Result<std::optional<agents::NpmEnd>> ended(RunId run, const std::string& key) override;
    Result<std::string> log(RunId run, const std::string& key) override;
    Result<std::string> lockfile(RunId run) override;
    Result<std::string> healedLockfile(RunId run) override;
    Result<std::string> manifest(RunId run) override;
    Result<std::string> healedManifest(RunId run) override;
    Result<std::vector<std::string>> lockfileDiff(RunId run, std::stop_token stop) override;
    Result<void> emptyCache() override;
    Result<void> accept(RunId run, const std::string& folder, const Json& digests) override;
    Result<std::string> digestNow(const std::string& folder, const std::string& file) override;
    Result<void> tidy(RunId run) override;

    /// Runs that something is kept of, besides their logs.
    std::vector<RunId> kept() const { return runsIn(m_root); }

    /// NotFound: no such call, or its log is gone.
    Result<std::filesystem::path> logFile(RunId run, const std::string& key) const;
    std::vector<RunId> logged() const { return runsIn(m_root / "logs"); }
    Result<void> forgetLogs(RunId run);

private:
    static std::vector<RunId> runsIn(const std::filesystem::path& folder);
    std::filesystem::path logs(RunId run) const { return m_root / "logs" / std::to_string(run.value); }
    std::filesystem::path place(RunId run) const { return m_root / std::to_string(run.value); }
    JobFolders folders(RunId run, const std::filesystem::path& work) const;
    Result<void> layDown(RunId run, const agents::NpmCall& call, const std::filesystem::path& work) const;
    Result<agents::NpmEnd> runNpm(RunId run, const agents::NpmCall& call, const std::filesystem::path& work,
                                  std::stop_token stop) const;
    Result<void> keep(RunId run, const std::filesystem::path& work, const std::string& name) const;

    const std::filesystem::path m_root;
    const Redactor m_redactor;
};

} // namespace signalbox::local
