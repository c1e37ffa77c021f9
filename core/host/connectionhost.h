// SPDX-License-Identifier: GPL-3.0-or-later
// The door between the interface and the outside systems of the workspace: which there are, whether they work, how
// one is added, and whether they may deliver here.
//
// Thread  GUI. Methods return at once; signals arrive on the GUI thread.
// Order   every RequestId gets exactly one requestFinished, after the signals that carry its answer.
// Errors  requestFinished: InvalidInput (what a person gave is wrong), NotFound, Conflict (it is there already),
//         Network, Timeout, Io, Cancelled
#pragma once

#include "core/host/connectionviews.h"
#include "core/host/requestid.h"
#include "core/host/views.h"

#include <QObject>

namespace signalbox::host {

class ConnectionHost : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual RequestId loadConnections() = 0; // by connectionsLoaded
    virtual RequestId loadSecretStore() = 0; // by secretStoreLoaded
    virtual RequestId unlockSecrets(const std::string& passphrase) = 0; // of the sealed file, for this session
    /// By rightTried for each, as it is found out. A receiver is sent a message, a model is asked for a word.
    virtual RequestId testConnection(const std::string& id) = 0;
    /// By repositoryRightTried for each. Nothing is saved, the token neither.
    virtual RequestId testRepository(const NewRepository& which) = 0;
    virtual void giveUpTesting() = 0; // what is tested now ends as Cancelled
    virtual RequestId readPolicy(const NewRepository& which) = 0; // that it would have; by repositoryPolicyRead
    /// Keeps the token and makes the line. The workspace then changes, as AgentHost tells.
    virtual RequestId addRepository(const NewRepository& which) = 0;
    virtual RequestId setHealing(const std::string& line, bool heals) = 0;
    virtual RequestId replaceToken(const std::string& id, const NewSecret& token) = 0;
    /// The lines of a server leave with it; their runs stay.
    virtual RequestId removeConnection(const std::string& id) = 0;
    virtual RequestId loadReception() = 0; // of webhooks; by receptionLoaded, which comes by itself as well
    /// Kept in the workspace. What keeps it from listening there stands in the view that follows.
    virtual RequestId receiveWebhooks(bool on, const std::string& address) = 0;

signals:
    void connectionsChanged(); // load them again
    void connectionsLoaded(const std::vector<signalbox::host::ConnectionView>& connections);
    void secretStoreLoaded(const signalbox::host::SecretStoreView& secrets);
    void receptionLoaded(const signalbox::host::ReceptionView& reception);
    void rightTried(const std::string& id, const signalbox::ci::TriedRight& right);
    void repositoryRightTried(const signalbox::ci::TriedRight& right);
    void repositoryPolicyRead(const signalbox::host::PolicyView& policy);
    void requestFinished(signalbox::host::RequestId request, const signalbox::Result<void>& result);
};

} // namespace signalbox::host
