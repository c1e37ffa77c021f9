// SPDX-License-Identifier: GPL-3.0-or-later
// The engine of the console on a store, and what its door to outside systems has told.
#pragma once

#include "core/host/connectionhost.h"
#include "core/host/localagenthost.h"
#include "tests/integration/webhook/serving.h"

#include <QTest>

namespace signalbox::test {

struct Engine {
    std::unique_ptr<host::LocalAgentHost> agents;
    host::ConnectionHost* door = nullptr;
    std::map<std::int64_t, Result<void>> ended;
    std::vector<host::ConnectionView> views;
    std::vector<ci::TriedRight> rights;
    std::optional<host::PolicyView> policy;
    host::ReceptionView reception;
    int changes = 0;
    int lines = 0;

    explicit Engine(const QString& store)
    {
        auto opened = host::LocalAgentHost::open(store.toStdString());
        if (!opened)
            return;
        agents = *std::move(opened);
        door = &agents->connections();
        QObject::connect(door, &host::ConnectionHost::requestFinished, door,
                         [this](host::RequestId id, const Result<void>& result) { ended.emplace(id.value, result); });
        QObject::connect(door, &host::ConnectionHost::connectionsLoaded, door,
                         [this](const auto& loaded) { views = loaded; });
        QObject::connect(door, &host::ConnectionHost::rightTried, door,
                         [this](const std::string&, const auto& right) { rights.push_back(right); });
        QObject::connect(door, &host::ConnectionHost::repositoryRightTried, door,
                         [this](const auto& right) { rights.push_back(right); });
        QObject::connect(door, &host::ConnectionHost::repositoryPolicyRead, door,
                         [this](const auto& read) { policy = read; });
        QObject::connect(door, &host::ConnectionHost::receptionLoaded, door,
                         [this](const auto& loaded) { reception = loaded; });
        QObject::connect(door, &host::ConnectionHost::connectionsChanged, door, [this] { ++changes; });
        QObject::connect(agents.get(), &host::AgentHost::workspaceChanged, door, [this] { ++lines; });
    }

    /// Empty: it went well.
    QString answer(host::RequestId id)
    {
        if (!QTest::qWaitFor([&] { return ended.contains(id.value); }, kPatienceMs))
            return QStringLiteral("no answer");
        const Result<void>& result = ended.at(id.value);
        return result ? QString() : QString::fromStdString(result.error().detail);
    }
    ErrorCode codeOf(host::RequestId id)
    {
        answer(id);
        return ended.at(id.value) ? ErrorCode{} : ended.at(id.value).error().code;
    }
    host::ConnectionView only()
    {
        answer(door->loadConnections());
        return views.size() == 1 ? views.front() : host::ConnectionView();
    }
};

} // namespace signalbox::test
