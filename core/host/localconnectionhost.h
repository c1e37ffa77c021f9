// SPDX-License-Identifier: GPL-3.0-or-later
// The ConnectionHost of this process.
//
// Thread     GUI; what asks a server happens on threads of its own
// Ownership  the Runtime outlives it
// Shutdown   the destructor answers nothing more, gives up what is tested, and joins
#pragma once

#include "core/host/connectionhost.h"
#include "core/host/runtime.h"

namespace signalbox::host {

class LocalConnectionHost final : public ConnectionHost {
    Q_OBJECT

public:
    explicit LocalConnectionHost(Runtime& runtime);
    ~LocalConnectionHost() override;

    RequestId loadConnections() override;
    RequestId loadSecretStore() override;
    RequestId unlockSecrets(const std::string& passphrase) override;
    RequestId testConnection(const std::string& id) override;
    RequestId testRepository(const NewRepository& which) override;
    void giveUpTesting() override;
    RequestId readPolicy(const NewRepository& which) override;
    RequestId addRepository(const NewRepository& which) override;
    RequestId setHealing(const std::string& line, bool heals) override;
    RequestId replaceToken(const std::string& id, const NewSecret& token) override;
    RequestId removeConnection(const std::string& id) override;

private:
    RequestId answer(std::function<Result<void>()> work);

    Runtime& m_runtime;
    std::unique_ptr<ThreadPool> m_desk; // one thread
    std::int64_t m_lastRequest = 0;
};

} // namespace signalbox::host
