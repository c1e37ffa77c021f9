// SPDX-License-Identifier: GPL-3.0-or-later
// The GitLab of the test forge (tests/forge) as a program of its own, with the one project acme/shop.
#pragma once

#include "tests/integration/github/forgeprogram.h"

namespace signalbox::test {

class TestGitLab : public ForgeProgram {
public:
    static constexpr const char* kProject = "acme/shop";

    /// With these files; `ci`: of its pipelines, which begin with the first push. Empty; else why it cannot be started.
    QString start(const QByteArray& ci, QJsonObject files = {});

    /// A commit on the default branch, which starts a pipeline.
    bool push();
    bool hook(const QString& address, const QString& token);
    /// Of a REST call about the project: "/pipelines".
    QJsonDocument asked(const QByteArray& method, const QString& path, const QJsonObject& body = {});
    QJsonObject newestPipeline();
    /// Waits until the newest pipeline stands so; its number, or empty where it does not.
    QString pipelineThat(const QString& status);
    /// Tries of all jobs of a pipeline.
    int tries(const QString& pipeline);

private:
    QByteArray m_ci; // until it is committed
};

} // namespace signalbox::test
