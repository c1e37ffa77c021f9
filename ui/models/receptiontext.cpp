// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receptiontext.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Webhooks {
    Q_DECLARE_TR_FUNCTIONS(Webhooks)
};

bool anyRoute(const host::ReceptionView& reception)
{
    return std::ranges::any_of(reception.routes, &host::WebhookRoute::isOn);
}

/// What came last was signed with another secret, or not at all.
bool isRefusing(const host::WebhookRoute& route)
{
    return route.isOn && route.lastRefused && (!route.lastDelivery || *route.lastDelivery < *route.lastRefused);
}

std::optional<UtcTime> lastDelivery(const host::ReceptionView& reception)
{
    std::optional<UtcTime> last;
    for (const host::WebhookRoute& route : reception.routes)
        last = std::max(last, route.lastDelivery);
    return last;
}

QString ago(UtcTime at, UtcTime now)
{
    return now - at < std::chrono::hours(1) ? Webhooks::tr("%1 ago").arg(age(at, now)) : age(at, now);
}

QString notSet(const std::string& name)
{
    return Webhooks::tr("%1 is not set").arg(text(name));
}

ListRow routeRow(const host::ReceptionView& reception, const host::WebhookRoute& route, UtcTime now)
{
    ListRow row;
    row.id = text(route.path);
    row.role = route.isOn ? StatusRole::Succeeded : StatusRole::Skipped;
    row.title = route.provider == "gitlab" ? QStringLiteral("GitLab") : QStringLiteral("GitHub");
    row.detail = route.hasSecret ? text(route.path) : notSet(route.secret);
    row.right = route.isOn ? Webhooks::tr("On") : Webhooks::tr("Off");
    if (isRefusing(route)) {
        row.role = StatusRole::OffBaseline;
        row.urgent = true;
        row.right = Webhooks::tr("Another secret there");
        row.rightBelow = Webhooks::tr("%n refused, %1", nullptr, static_cast<int>(route.refused))
                             .arg(ago(*route.lastRefused, now));
    } else if (route.lastDelivery)
        row.rightBelow = ago(*route.lastDelivery, now);
    else if (route.isOn)
        row.rightBelow = Webhooks::tr("No delivery yet");
    const QString whole = text(reception.listening.empty() ? reception.address : reception.listening);
    row.toolTip = QStringLiteral("http://%1%2").arg(whole, text(route.path));
    return row;
}

ListRow readersRow(const host::ReceptionView& reception)
{
    ListRow row;
    row.id = QStringLiteral("status");
    row.title = Webhooks::tr("Status and metrics");
    row.detail = QStringLiteral("/pipeline/status, /metrics");
    row.role = reception.listening.empty() ? StatusRole::Skipped : StatusRole::Succeeded;
    switch (reception.readers) {
    case host::Readers::ThisMachine: row.right = Webhooks::tr("This computer only"); break;
    case host::Readers::WithToken: row.right = Webhooks::tr("With the token"); break;
    case host::Readers::Nobody:
        row.role = StatusRole::OffBaseline;
        row.urgent = true;
        row.right = Webhooks::tr("Refused");
        row.detail = notSet(reception.readerToken);
        row.toolTip = Webhooks::tr("This address can be reached from elsewhere, so a token is needed.");
        break;
    }
    if (reception.listening.empty())
        row.right = Webhooks::tr("Off");
    return row;
}

} // namespace

ConnectionStanding standingOf(const host::ReceptionView& reception)
{
    if (!reception.on)
        return {StatusRole::Skipped, Webhooks::tr("Off")};
    if (reception.listening.empty())
        return reception.fault.empty() ? ConnectionStanding{StatusRole::Pending, Webhooks::tr("Not open yet")}
                                       : ConnectionStanding{StatusRole::OffBaseline, Webhooks::tr("Not open")};
    if (!anyRoute(reception))
        return {StatusRole::OffBaseline, Webhooks::tr("No route is on")};
    if (std::ranges::any_of(reception.routes, isRefusing))
        return {StatusRole::OffBaseline, Webhooks::tr("Deliveries refused")};
    return {StatusRole::Succeeded, Webhooks::tr("On")};
}

bool needsPerson(const host::ReceptionView& reception)
{
    return standingOf(reception).role == StatusRole::OffBaseline;
}

ListRow receptionRow(const host::ReceptionView& reception, UtcTime now)
{
    const ConnectionStanding standing = standingOf(reception);
    ListRow row;
    row.id = kReceptionRow;
    row.role = standing.role;
    row.title = Webhooks::tr("Webhooks");
    row.detail = !reception.on        ? Webhooks::tr("Not received here")
        : reception.listening.empty() ? text(reception.address)
                                      : text(reception.listening);
    row.right = standing.words;
    row.urgent = needsPerson(reception);
    if (const auto last = lastDelivery(reception); last && reception.on)
        row.rightBelow = ago(*last, now);
    row.toolTip = text(reception.fault);
    return row;
}

QList<ListRow> routeRows(const host::ReceptionView& reception, UtcTime now)
{
    QList<ListRow> rows;
    for (const host::WebhookRoute& route : reception.routes)
        rows << routeRow(reception, route, now);
    rows << readersRow(reception);
    return rows;
}

std::pair<QString, QString> receptionGap(const host::ReceptionView& reception)
{
    if (!reception.fault.empty() && reception.listening.empty())
        return {reception.on ? Webhooks::tr("Webhooks are not received.") : Webhooks::tr("A secret cannot be read."),
                text(reception.fault)};
    if (reception.listening.empty() || reception.routes.empty() || anyRoute(reception))
        return {};
    return {Webhooks::tr("Every route is off."),
            Webhooks::tr("Set %1 or %2, or keep one by signalboxctl secret set. Runs are found by polling meanwhile.")
                .arg(text(reception.routes.front().secret), text(reception.routes.back().secret))};
}

} // namespace signalbox::ui
