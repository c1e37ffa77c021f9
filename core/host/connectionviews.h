// SPDX-License-Identifier: GPL-3.0-or-later
// The outside systems of a workspace, as a person sees them: servers of lines, receivers of messages, the model, and
// who delivers to the console.
//
// Thread  any: values
#pragma once

#include "core/ci/right.h"

namespace signalbox::host {

enum class ConnectionKind { Forge, Receiver, Model };

enum class SecretPlace {
    Nowhere, // none is set, or none is needed
    Environment,
    File, // that a variable names
    Keychain, // of the desktop
    Sealed, // in a file beside the store, under a passphrase
    Session, // of this program, in memory
};

/// What is known of a fault besides its words.
enum class FaultKind {
    Other,
    NoData, // its server does not answer, or with nothing that can be used
    NotTaken, // a receiver did not take what it was sent, which waits
};

struct ConnectionView {
    std::string id{}; // stays while the connection does
    ConnectionKind kind = ConnectionKind::Forge;
    std::string provider{}; // "github", "gitlab", the kind of a receiver, "openai"
    std::string name{}; // "GitHub", "GitHub Enterprise", the name of a receiver or a model
    std::string address{}; // without what is secret in it
    std::string secret{}; // its name, as that of a variable
    SecretPlace secretPlace = SecretPlace::Nowhere;
    std::string secretEnd{}; // the last four characters of a long one
    std::vector<std::string> lines{}; // that use it
    std::vector<std::string> unhealed{}; // those that are watched only
    Milliseconds pollEvery{}; // 0: it is not polled
    std::optional<UtcTime> lastDelivery{}; // of a webhook whose signature was right
    std::optional<UtcTime> lastAnswer{}; // to anything
    std::string fault{}; // what keeps it from working now; empty: nothing known
    FaultKind faultKind = FaultKind::Other;
    std::vector<std::string> lost{}; // lines that cannot be looked at
    std::optional<UtcTime> lostAt{}; // since when, the first of them
    std::optional<UtcTime> nextTry{}; // likewise; empty: another program looks
    std::vector<ci::TriedRight> rights{}; // in order, as they were tried last
    std::optional<UtcTime> triedAt{};
    std::string tokenPage{}; // where another token is made; empty: nowhere

    bool operator==(const ConnectionView&) const = default;
};

/// A secret that a person has given.
struct NewSecret {
    std::string value{}; // empty: the one that is known for that server
    SecretPlace keep = SecretPlace::Keychain;
    std::string passphrase{}; // of Sealed
};

struct NewRepository {
    std::string provider = "github"; // "gitlab"
    std::string address{}; // of the server, as a person writes it; empty: the public one
    std::string repository{}; // "acme/shop"
    NewSecret token{};
    bool heals = true; // false: it is watched only
};

/// A route of the console by which a server delivers webhooks.
struct WebhookRoute {
    std::string provider{}; // "github", "gitlab"
    std::string path{}; // "/webhook/github"
    std::string secret{}; // its name, as that of a variable
    bool isOn = false; // it is listened to, and its secret is known
    bool hasSecret = false;
    std::optional<UtcTime> lastDelivery{}; // whose signature was right, whoever took it
    std::int64_t refused{}; // deliveries here whose signature or token was wrong, since one was right
    std::optional<UtcTime> lastRefused{};

    bool operator==(const WebhookRoute&) const = default;
};

enum class Readers { ThisMachine, WithToken, Nobody }; // of status and metrics

/// Webhooks, as the console receives them.
struct ReceptionView {
    bool on = false; // as it was switched
    std::string address{}; // as it was set
    std::string listening{}; // with the port that was free; empty: it does not listen
    bool fromElsewhere = false; // others than this machine can reach it
    std::string fault{}; // why it does not listen, or which secret cannot be read
    std::vector<WebhookRoute> routes{};
    Readers readers = Readers::ThisMachine;
    std::string readerToken{}; // its name, as that of a variable

    bool operator==(const ReceptionView&) const = default;
};

/// Where secrets can be kept on this computer.
struct SecretStoreView {
    bool keychain = false; // there is one that can be used
    std::string keychainFault{}; // why not, for a person
    bool sealed = false; // there is a sealed file
    bool sealedOpen = false; // and its passphrase is known

    bool operator==(const SecretStoreView&) const = default;
};

} // namespace signalbox::host
