// SPDX-License-Identifier: GPL-3.0-or-later
// A ConnectionHost that answers from canned values and keeps what it was sent.
//
// Thread  GUI. Answers come from the event loop, as those of the real host do.
#pragma once

#include "core/host/connectionhost.h"

#include <QTimer>

#include <functional>

namespace signalbox::test {

class CannedConnections final : public host::ConnectionHost {
public:
    // What it answers.
    std::vector<host::ConnectionView> connections;
    host::SecretStoreView secrets{.keychain = true, .keychainFault = {}};
    std::vector<ci::TriedRight> rights; // of whatever is tested
    host::PolicyView policy;
    host::ReceptionView reception{
        .address = "127.0.0.1:5000",
        .routes
        = {{.provider = "github", .path = "/webhook/github", .secret = "GITHUB_WEBHOOK_SECRET", .hasSecret = true},
           {.provider = "gitlab", .path = "/webhook/gitlab", .secret = "GITLAB_WEBHOOK_TOKEN"}},
        .readerToken = "SIGNALBOX_STATUS_TOKEN"};
    Result<void> outcome; // of what changes something

    // What it was sent.
    std::vector<std::string> sent; // "loadConnections", "testConnection github", …
    std::vector<host::NewRepository> repositories; // tested, read or added
    std::vector<host::NewSecret> tokens;

    host::RequestId loadConnections() override
    {
        return answer("loadConnections", [this]() -> Result<void> {
            emit connectionsLoaded(connections);
            return {};
        });
    }

    host::RequestId loadSecretStore() override
    {
        return answer("loadSecretStore", [this]() -> Result<void> {
            emit secretStoreLoaded(secrets);
            return {};
        });
    }

    host::RequestId unlockSecrets(const std::string& passphrase) override
    {
        return answer("unlockSecrets " + passphrase, [this] { return outcome; });
    }

    host::RequestId testConnection(const std::string& id) override
    {
        return answer("testConnection " + id, [this, id]() -> Result<void> {
            for (const ci::TriedRight& right : rights)
                emit rightTried(id, right);
            return {};
        });
    }

    host::RequestId testRepository(const host::NewRepository& which) override
    {
        repositories.push_back(which);
        return answer("testRepository " + which.repository, [this]() -> Result<void> {
            for (const ci::TriedRight& right : rights)
                emit repositoryRightTried(right);
            return {};
        });
    }

    void giveUpTesting() override { sent.emplace_back("giveUpTesting"); }

    host::RequestId readPolicy(const host::NewRepository& which) override
    {
        repositories.push_back(which);
        return answer("readPolicy " + which.repository, [this]() -> Result<void> {
            emit repositoryPolicyRead(policy);
            return {};
        });
    }

    host::RequestId addRepository(const host::NewRepository& which) override
    {
        repositories.push_back(which);
        return answer("addRepository " + which.repository, [this] { return outcome; });
    }

    host::RequestId setHealing(const std::string& line, bool heals) override
    {
        return answer("setHealing " + line + (heals ? " on" : " off"), [this] { return outcome; });
    }

    host::RequestId replaceToken(const std::string& id, const host::NewSecret& token) override
    {
        tokens.push_back(token);
        return answer("replaceToken " + id, [this] { return outcome; });
    }

    host::RequestId removeConnection(const std::string& id) override
    {
        return answer("removeConnection " + id, [this] { return outcome; });
    }

    host::RequestId loadReception() override
    {
        return answer("loadReception", [this]() -> Result<void> {
            emit receptionLoaded(reception);
            return {};
        });
    }

    host::RequestId receiveWebhooks(bool on, const std::string& address) override
    {
        return answer("receiveWebhooks " + std::string(on ? "on " : "off ") + address, [=, this]() -> Result<void> {
            if (!outcome)
                return outcome;
            reception.on = on;
            reception.address = address;
            emit receptionLoaded(reception);
            return {};
        });
    }

private:
    host::RequestId answer(const std::string& words, std::function<Result<void>()> work)
    {
        sent.push_back(words);
        const host::RequestId request{++m_requests};
        QTimer::singleShot(0, this, [this, request, todo = std::move(work)] { emit requestFinished(request, todo()); });
        return request;
    }

    std::int64_t m_requests = 0;
};

} // namespace signalbox::test
