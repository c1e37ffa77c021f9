// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the connections of a workspace: how each stands, its row, and all of them in a sentence.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY.md, mockup settings
#pragma once

#include "ui/models/errortext.h"
#include "ui/models/rightwords.h"
#include "ui/models/rowlistmodel.h"

namespace signalbox::ui {

/// How a connection stands, as far as it is known.
struct ConnectionStanding {
    StatusRole role = StatusRole::Pending;
    QString words; // "Works", "1 right missing"
};
ConnectionStanding standingOf(const host::ConnectionView& connection, UtcTime now);

/// What keeps it from working, by its kind; of another kind its own words tell.
FaultText faultOf(const host::ConnectionView& connection);

ListRow connectionRow(const host::ConnectionView& connection, UtcTime now);
QString serverOf(const std::string& address); // as people name it: "github.com", "git.acme.internal:8443"
bool isServer(const std::string& address, const QString& server);
QString tokenPage(const std::string& provider, const QString& server); // where a person makes a token
QString placeName(host::SecretPlace place); // "keychain"
QString tokenText(const host::ConnectionView& connection); // "•••••••••••• 4f2c"
QString tokenNote(const host::ConnectionView& connection); // "keychain, expires 30 Jun"
QString updatesText(const host::ConnectionView& connection); // "Webhook, polling every 60 s when silent"
/// COPY: "6 of 8 connections work." and "1 lacks a right, 1 gives no data."
std::pair<QString, QString> connectionsSentence(const std::vector<host::ConnectionView>& connections, UtcTime now);

/// Where what the window shows comes from, as the status bar tells it.
struct SourceWords {
    QString words; // "GitHub 12 s"
    bool works = true;
    QString tip;
    QString name{};
    std::optional<UtcTime> heard{}; // when it told something last
    std::optional<UtcTime> lostAt{}; // since when it does not answer
    std::optional<UtcTime> nextTry{};
    QStringList lost{}; // lines that cannot be looked at
    QString fault{}; // in its own words; empty: none

    bool operator==(const SourceWords&) const = default;
};
QList<SourceWords> sourcesOf(const std::vector<host::ConnectionView>& connections, bool local, UtcTime now);
QString sourcesLine(const QList<SourceWords>& sources); // "GitHub 12 s, Local CI"
/// Long enough that it is no hiccup.
bool isSilent(const SourceWords& source, UtcTime now);
int troubled(const std::vector<host::ConnectionView>& connections, UtcTime now); // how many need a person

} // namespace signalbox::ui
