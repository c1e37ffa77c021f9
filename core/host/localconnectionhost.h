// SPDX-License-Identifier: GPL-3.0-or-later
// The ConnectionHost of this process.
//
// Thread     GUI; what the store and the workspace are asked happens on one thread of its own, in order; what asks a
//            server or a keychain on others, so that none waits for a slow one; webhooks are opened and closed on one
// Ownership  the Runtime outlives it
// Shutdown   close() receives no more webhooks; the destructor answers nothing more, gives up what is asked, and joins
#pragma once

#include "core/host/connectionhost.h"
#include "core/host/receptiondesk.h"

#include <QTimer>

namespace signalbox::host {

class LocalConnectionHost final : public ConnectionHost {
    Q_OBJECT

public:
    explicit LocalConnectionHost(Runtime& runtime);
    ~LocalConnectionHost() override;

    void start(); // webhooks are received from now on, where they are switched on
    void close(); // and are no more; before the runtime stops

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
    RequestId loadReception() override;
    RequestId receiveWebhooks(bool on, const std::string& address) override;

signals:
    void linesChanged(); // of the workspace
    void deliveriesRefused(); // they cannot be stored

private:
    struct Tried {
        std::vector<ci::TriedRight> rights;
        UtcTime at;
    };
    enum class Change : std::uint8_t { Connections, Lines }; // as is told where it succeeds

    template <typename T, typename Tell>
    RequestId ask(ThreadPool& where, std::function<Result<T>()> work, Tell tell);
    /// `untested`: a connection of which is not known any more what it may.
    RequestId change(ThreadPool& where, Change what, std::function<Result<void>()> work,
                     const std::string& untested = {});
    void addTried(std::vector<ConnectionView>& views) const;
    void tell(const ReceptionView& view);
    std::stop_token over() const { return m_over.get_token(); }

    Runtime& m_runtime;
    std::map<std::string, Tried> m_tried; // by connection
    std::stop_source m_over; // this ends
    std::stop_source m_testing; // what is tested now
    std::int64_t m_lastRequest = 0;
    QTimer m_again; // while nothing is listened to that should be
    ReceptionDesk m_reception; // of m_receiving
    std::unique_ptr<ThreadPool> m_receiving; // one thread
    std::unique_ptr<ThreadPool> m_desk; // one thread
    std::unique_ptr<ThreadPool> m_outside;
};

} // namespace signalbox::host
