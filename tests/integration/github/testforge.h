// SPDX-License-Identifier: GPL-3.0-or-later
// The test forge (tests/forge) as a program of its own, and what a test orders and asks of it.
#pragma once

#include "tests/integration/github/forgeprogram.h"

namespace signalbox::test {

/// Fails at its first attempt, as a registry does that has had enough.
inline constexpr const char* kTransientJob = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - name: Install
        run: |
          if [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then
            echo "npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad"
            exit 1
          fi
          echo installed
)";

class TestForge : public ForgeProgram {
public:
    static constexpr const char* kBoss = "tok_boss"; // of another person
    static constexpr const char* kRepository = "acme/shop";

    /// With a repository whose one workflow has these jobs, its caches, environments and Apps as a seed has them, and
    /// more files by path.
    /// Empty; else why it cannot be started here.
    QString start(const QByteArray& jobs, const QByteArray& caches = "[]", QJsonObject files = {},
                  const QByteArray& environments = "{}", const QByteArray& apps = "[]");

    /// Of the time limits of what is started then.
    void shortenMinutes(int milliseconds) { m_minuteMs = milliseconds; }

    /// Jobs of what is started then that ask for `self-hosted` find the programs of the first folder, and keep the
    /// second as their home.
    void lendRunner(const QString& programs, const QString& home) { m_runner = {programs, home}; }

    /// A commit on the default branch, which starts the workflow.
    bool push();
    bool hook(const QString& address, const QString& secret,
              const QJsonArray& events = {QStringLiteral("workflow_run"), QStringLiteral("deployment_review")});
    QJsonObject newestRun();

private:
    int m_minuteMs = 60'000;
    std::pair<QString, QString> m_runner;
};

} // namespace signalbox::test
