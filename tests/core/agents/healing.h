// SPDX-License-Identifier: GPL-3.0-or-later
// The real graph of the self-healing agent with the real patterns, on a scripted CI system.
#pragma once

#include "core/agents/selfhealing.h"
#include "core/gate/approval.h"
#include "tests/core/agents/scriptedci.h"
#include "tests/core/graph/stage.h"

#include <QFile>

namespace signalbox::test {

inline constexpr const char* kCorruptCache
    = "##[group]Run sh ci/dependencies.sh\n##[endgroup]\n"
      "error: dependency cache is corrupt: checksum of .cache/deps/cart.txt does not match\n"
      "##[error]Process completed with exit code 1.\n";
inline constexpr const char* kCompileError = "##[group]Run make\n##[endgroup]\n"
                                             "src/parser.cpp:16:16: error: 'struct Amount' has no member named 'cent'\n"
                                             "make: *** [Makefile:4: parser.o] Error 1\n"
                                             "##[error]Process completed with exit code 2.\n";
inline constexpr const char* kStrange = "##[group]Run ./frobnicate\n##[endgroup]\nthe moon is in the wrong place\n"
                                        "##[error]Process completed with exit code 9.\n";

inline Scene failing(const char* log)
{
    return {.conclusion = ci::Conclusion::Failure, .log = log};
}

class Memory final : public agents::KnowledgeBase {
public:
    Result<std::vector<record::KnowledgeRecord>> find(const std::string&) override { return records; }
    Result<int> occurrences(const std::string&) override { return seen; }
    Result<void> saw(RunId, const std::string&, const std::string&) override
    {
        ++seen;
        return {};
    }
    Result<record::Judgements> judgements(const std::string&) override { return judged; }
    Result<void> learn(const record::FixOutcome& outcome) override
    {
        learnt << QString::fromStdString(outcome.fix)
                + (outcome.worked ? QStringLiteral(" worked") : QStringLiteral(" failed"));
        return {};
    }

    std::vector<record::KnowledgeRecord> records;
    record::Judgements judged;
    QStringList learnt;
    int seen = 0;
};

class Rules final : public agents::PolicySource {
public:
    Result<PolicyRules> rules(const std::string&) override { return fault ? Result<PolicyRules>(*fault) : now; }
    Result<int> automaticActionsLastHour(const std::string&) override { return used; }
    Result<bool> takeAction(const agents::ActionClaim&, int limit) override { return takenByOthers + used < limit; }

    PolicyRules now;
    std::optional<Error> fault; // they cannot be read
    int used = 0;
    int takenByOthers = 0; // since the fix was chosen
};

inline const std::shared_ptr<const log::Catalogue>& catalogue()
{
    static const auto compiled = [] {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/patterns/catalogue.json"));
        if (!file.open(QIODevice::ReadOnly))
            return std::shared_ptr<const log::Catalogue>();
        auto read = log::Catalogue::fromJson(file.readAll().toStdString());
        return read ? *read : nullptr;
    }();
    return compiled;
}

struct Healing {
    using Newer = std::function<std::string(const ci::Run& run)>; // the number of one with a newer commit
    explicit Healing(std::vector<Scene> scenes, Newer asked = {}) : ci(std::move(scenes)), newer(std::move(asked)) { }

    Stage& stage()
    {
        if (!m_stage) {
            agents::SelfHealingPorts ports{
                &ci,     &memory, &rules, [] { return Result<std::shared_ptr<const log::Catalogue>>(catalogue()); },
                nullptr, changes, npm,    adviser,
                issues};
            if (newer) {
                ports.newer
                    = [this](const ci::Run& run, const std::stop_token&) -> Result<std::string> { return newer(run); };
                ports.deploysTo = [this](const ci::Run&, const std::stop_token&) {
                    return Result<std::vector<std::string>>(environments);
                };
            }
            m_stage = std::make_unique<Stage>(*agents::selfHealingGraph(ports));
            m_stage->start(agents::selfHealingInput({"parser", "3"}));
        }
        return *m_stage;
    }
    QString run() { return stage().drive(); }
    QString channel(const char* name) { return stage().state(name); }
    gate::Request request()
    {
        for (const auto& committed : stage().journal.records()) {
            for (const graph::NewWait& wait : committed.record.waits) {
                if (wait.wait.person)
                    return *gate::requestFromJson(*wait.wait.person);
            }
        }
        return {};
    }

    agents::ChangeBench* changes = nullptr;
    agents::NpmWorkbench* npm = nullptr;
    agents::Adviser* adviser = nullptr;
    agents::IssueBench* issues = nullptr;
    ScriptedCi ci;
    Memory memory;
    Rules rules;
    Newer newer;
    std::vector<std::string> environments{"production"}; // that it deploys to, where one asks for a newer

private:
    std::unique_ptr<Stage> m_stage;
};

} // namespace signalbox::test
