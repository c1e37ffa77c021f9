// SPDX-License-Identifier: GPL-3.0-or-later
// The GitLab of the test forge (tests/forge) as a program of its own, with the one project acme/shop.
#pragma once

#include "tests/integration/github/forgeprogram.h"

namespace signalbox::test {

class TestGitLab : public ForgeProgram {
public:
    static constexpr const char* kProject = "acme/shop";
    static constexpr const char* kBoss = "tok_boss"; // of other people
    static constexpr const char* kLead = "tok_lead";

    /// With these files; `ci`: of its pipelines, which begin with the first push; `more`: members of the project as a
    /// seed has them. Empty; else why it cannot be started.
    QString start(const QByteArray& ci, QJsonObject files = {}, QJsonObject more = {});

    /// Jobs of what is started then with the tag `signalbox` find the programs of the first folder and the token that
    /// may retry, and keep the second as their home.
    void lendRunner(const QString& programs, const QString& home) { m_runner = {programs, home}; }

    /// A commit on the default branch, which starts a pipeline.
    bool push();
    bool hook(const QString& address, const QString& token);
    /// Of a REST call about the project: "/pipelines".
    QJsonDocument asked(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                        const QByteArray& token = kToken);
    QJsonObject newestPipeline();
    /// Waits until the newest pipeline stands so; its number, or empty where it does not.
    QString pipelineThat(const QString& status);
    /// A job of a pipeline, by its name.
    QJsonObject job(const QString& pipeline, const QString& name);
    /// Tries of all jobs of a pipeline.
    int tries(const QString& pipeline);

private:
    QByteArray m_ci; // until it is committed
    std::pair<QString, QString> m_runner;
};

} // namespace signalbox::test
