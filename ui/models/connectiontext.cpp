// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/connectiontext.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Connections {
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

int countOf(const host::ConnectionView& connection, ci::RightState state)
{
    return static_cast<int>(std::ranges::count(connection.rights, state, &ci::TriedRight::state));
}

/// When it was known last.
std::optional<UtcTime> heard(const host::ConnectionView& connection)
{
    return std::max(connection.lastAnswer, connection.triedAt);
}

QString span(Milliseconds span)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(span).count();
    return Connections::tr("%L1\u202fs").arg(seconds);
}

std::optional<UtcTime> expiry(const host::ConnectionView& connection)
{
    for (const ci::TriedRight& right : connection.rights) {
        if (right.expires)
            return right.expires;
    }
    return {};
}

} // namespace

ConnectionStanding standingOf(const host::ConnectionView& connection, UtcTime now)
{
    if (const int missing = countOf(connection, ci::RightState::Lacks); missing > 0)
        return {StatusRole::OffBaseline, Connections::tr("%n rights missing", nullptr, missing)};
    if (!connection.fault.empty() || countOf(connection, ci::RightState::Fails) > 0) {
        const bool old = connection.lastAnswer && now - *connection.lastAnswer < std::chrono::hours(1);
        return {StatusRole::NoData,
                old ? Connections::tr("No data for %1").arg(age(*connection.lastAnswer, now))
                    : Connections::tr("No answer")};
    }
    if (connection.lastAnswer || countOf(connection, ci::RightState::Works) > 0)
        return {StatusRole::Succeeded, Connections::tr("Works")};
    return {StatusRole::Pending, Connections::tr("Not tried yet")};
}

FaultText faultOf(const host::ConnectionView& connection)
{
    const QString raw = text(connection.fault);
    const QString name = text(connection.name);
    switch (connection.faultKind) {
    case host::FaultKind::NoData:
        return {Connections::tr("No data from %1.").arg(name),
                Connections::tr("It is asked again by itself. Check its address and the connection of this computer."),
                raw};
    case host::FaultKind::NotTaken:
        return {Connections::tr("%1 did not take the last message.").arg(name),
                Connections::tr("What was not taken waits, and is sent again."), raw};
    case host::FaultKind::Other: break;
    }
    return {Connections::tr("It does not work now."), raw, {}};
}

namespace {

/// For a tool tip: by its kind, and in its own words.
QString tipOf(const host::ConnectionView& connection)
{
    const FaultText fault = faultOf(connection);
    return fault.details.isEmpty() ? fault.rest : fault.sentence + u'\n' + fault.details;
}

} // namespace

ListRow connectionRow(const host::ConnectionView& connection, UtcTime now)
{
    const ConnectionStanding standing = standingOf(connection, now);
    ListRow row;
    row.id = QString::fromStdString(connection.id);
    row.role = standing.role;
    row.title = text(connection.name);
    row.detail
        = connection.kind == host::ConnectionKind::Forge ? serverOf(connection.address) : text(connection.address);
    row.right = standing.words;
    row.urgent = standing.role == StatusRole::OffBaseline || standing.role == StatusRole::NoData;
    const bool isOld = standing.role == StatusRole::NoData && connection.lastAnswer; // which its words tell
    if (const auto at = heard(connection); at && !isOld)
        row.rightBelow
            = now - *at < std::chrono::hours(1) ? Connections::tr("%1 ago").arg(age(*at, now)) : age(*at, now);
    row.toolTip = plainTip(connection.fault.empty() ? text(connection.address) : tipOf(connection));
    return row;
}

QString serverOf(const std::string& address)
{
    const QUrl url(text(address));
    if (url.host().isEmpty())
        return text(address);
    if (url.host() == QStringLiteral("api.github.com"))
        return QStringLiteral("github.com");
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

bool isServer(const std::string& address, const QString& server)
{
    return serverOf(address) == server;
}

QString tokenPage(const std::string& provider, const QString& server)
{
    const QString path = provider == "gitlab" ? QStringLiteral("-/user_settings/personal_access_tokens")
                                              : QStringLiteral("settings/personal-access-tokens/new");
    return QStringLiteral("https://%1/%2").arg(server, path);
}

QString placeName(host::SecretPlace place)
{
    switch (place) {
    case host::SecretPlace::Nowhere: return Connections::tr("none is set");
    case host::SecretPlace::Environment: return Connections::tr("environment");
    case host::SecretPlace::File: return Connections::tr("file");
    case host::SecretPlace::Keychain: return Connections::tr("keychain");
    case host::SecretPlace::Sealed: return Connections::tr("sealed file");
    case host::SecretPlace::Session: return Connections::tr("this session only");
    }
    return {};
}

QString tokenText(const host::ConnectionView& connection)
{
    if (connection.secretPlace == host::SecretPlace::Nowhere)
        return {};
    const QString dots(12, QChar(0x2022));
    return connection.secretEnd.empty() ? dots : dots + u' ' + text(connection.secretEnd);
}

QString tokenNote(const host::ConnectionView& connection)
{
    QString place = placeName(connection.secretPlace);
    const bool named = connection.secretPlace == host::SecretPlace::Environment
        || connection.secretPlace == host::SecretPlace::File || connection.secretPlace == host::SecretPlace::Nowhere;
    if (named && !connection.secret.empty())
        place = Connections::tr("%1: %2").arg(place, text(connection.secret));
    const auto until = expiry(connection);
    return until ? Connections::tr("%1, expires %2").arg(place, shortDay(*until)) : place;
}

QString updatesText(const host::ConnectionView& connection)
{
    if (connection.kind != host::ConnectionKind::Forge)
        return {};
    const bool polls = connection.pollEvery > Milliseconds::zero();
    if (connection.lastDelivery)
        return polls ? Connections::tr("Webhook, polling every %1 when silent").arg(span(connection.pollEvery))
                     : Connections::tr("Webhook");
    return polls ? Connections::tr("Polling every %1").arg(span(connection.pollEvery)) : Connections::tr("None");
}

std::pair<QString, QString> connectionsSentence(const std::vector<host::ConnectionView>& connections, UtcTime now)
{
    int good = 0, lacking = 0, silent = 0, untried = 0;
    for (const host::ConnectionView& connection : connections) {
        const StatusRole role = standingOf(connection, now).role;
        good += role == StatusRole::Succeeded;
        lacking += role == StatusRole::OffBaseline;
        silent += role == StatusRole::NoData;
        untried += role == StatusRole::Pending;
    }
    const int all = static_cast<int>(connections.size());
    if (all == 0)
        return {Connections::tr("No connections."), Connections::tr("Lines of this computer need none.")};
    QStringList rest;
    if (lacking > 0)
        rest << Connections::tr("%n lack a right", nullptr, lacking);
    if (silent > 0)
        rest << Connections::tr("%n give no data", nullptr, silent);
    if (untried > 0)
        rest << Connections::tr("%n not tried yet", nullptr, untried);
    return {Connections::tr("%1 of %n connections work.", nullptr, all).arg(good),
            rest.isEmpty() ? QString() : rest.join(QStringLiteral(", ")) + u'.'};
}

QList<SourceWords> sourcesOf(const std::vector<host::ConnectionView>& connections, bool local, UtcTime now)
{
    QList<SourceWords> sources;
    for (const host::ConnectionView& connection : connections) {
        if (connection.kind != host::ConnectionKind::Forge)
            continue;
        const QString name = text(connection.name);
        const QString address = text(connection.address);
        SourceWords source{.words = name,
                           .works = connection.fault.empty(),
                           .tip = plainTip(address),
                           .name = name,
                           .heard = connection.lastAnswer,
                           .lostAt = connection.lostAt,
                           .nextTry = connection.nextTry};
        for (const std::string& line : connection.lost)
            source.lost << text(line);
        if (connection.lastAnswer)
            source.words = Connections::tr("%1 %2").arg(name, age(*connection.lastAnswer, now));
        source.fault = text(connection.fault);
        if (!source.works)
            source.tip = plainTip(tipOf(connection));
        sources << source;
    }
    if (local)
        sources << SourceWords{.words = Connections::tr("Local CI"), .works = true, .tip = {}};
    if (sources.isEmpty())
        sources << SourceWords{.words = Connections::tr("No connections"), .works = false, .tip = {}};
    return sources;
}

QString sourcesLine(const QList<SourceWords>& sources)
{
    QStringList all;
    for (const SourceWords& source : sources)
        all << source.words;
    return all.join(QStringLiteral(", "));
}

bool isSilent(const SourceWords& source, UtcTime now)
{
    constexpr std::chrono::minutes kHiccup{1};
    return !source.works && source.lostAt && now - *source.lostAt >= kHiccup;
}

int troubled(const std::vector<host::ConnectionView>& connections, UtcTime now)
{
    return static_cast<int>(std::ranges::count_if(connections, [now](const host::ConnectionView& connection) {
        const StatusRole role = standingOf(connection, now).role;
        return role == StatusRole::OffBaseline || role == StatusRole::NoData;
    }));
}

} // namespace signalbox::ui
