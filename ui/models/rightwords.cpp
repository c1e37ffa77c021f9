// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rightwords.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace signalbox::ui {

namespace {

using ci::Right;
using ci::RightState;

struct Rights {
    Q_DECLARE_TR_FUNCTIONS(Rights)
};

QString answered(const ci::TriedRight& right)
{
    return Rights::tr("HTTP %1 in %L2\u202fms").arg(right.status).arg(right.took.count());
}

QString signedIn(const ci::TriedRight& right)
{
    const QString who = text(right.who);
    if (!right.expires)
        return who;
    const QString day = shortDay(*right.expires);
    return who.isEmpty() ? Rights::tr("Token expires %1").arg(day) : Rights::tr("%1, token expires %2").arg(who, day);
}

QString runsRead(const ci::TriedRight& right, UtcTime now)
{
    if (right.count == 0 || !right.newest)
        return Rights::tr("Allowed, there are none yet");
    return now - *right.newest < std::chrono::hours(1)
        ? Rights::tr("Read %n runs, newest %1 ago", nullptr, right.count).arg(age(*right.newest, now))
        : Rights::tr("Read %n runs, newest of %1", nullptr, right.count).arg(age(*right.newest, now));
}

QString environments(const ci::TriedRight& right)
{
    QStringList names;
    for (const std::string& name : right.names)
        names << text(name);
    return names.isEmpty() ? Rights::tr("Allowed, there are none") : names.join(QStringLiteral(", "));
}

QString works(const ci::TriedRight& right, UtcTime now)
{
    switch (right.right) {
    case Right::Reach: return answered(right);
    case Right::SignIn: return signedIn(right);
    case Right::ReadRuns: return runsRead(right, now);
    case Right::ReadEnvironments: return environments(right);
    case Right::Deliver: return Rights::tr("A message was taken");
    case Right::Advise: return Rights::tr("It answered in %1").arg(stepDuration(right.took));
    default: return Rights::tr("Allowed");
    }
}

QString whatFollows(Right right)
{
    switch (right) {
    case Right::Reach:
    case Right::SignIn:
    case Right::ReadRuns: return Rights::tr("Nothing can be watched here until it works.");
    case Right::ReadEnvironments: return Rights::tr("Watching and healing work, the gate does not.");
    case Right::RerunJobs: return Rights::tr("Watching and the gate work, healing does not.");
    case Right::OpenChanges: return Rights::tr("Failed jobs are re-run, but no change can be offered.");
    case Right::OpenIssues: return Rights::tr("What a person must mend is told here, but not as an issue.");
    case Right::ReviewDeployments: return Rights::tr("Watching and healing work; a decision would not get there.");
    case Right::ReadReasons: return Rights::tr("A job that its time limit ended looks cancelled, and is not healed.");
    case Right::ReadWebhooks: return Rights::tr("Missed deliveries are found by polling.");
    case Right::Deliver: return Rights::tr("What is to be told waits, and is sent once it works.");
    case Right::Advise: return Rights::tr("Agents go on by rules alone.");
    }
    return {};
}

bool isMissing(const ci::TriedRight& right)
{
    return right.state == RightState::Lacks || right.state == RightState::Fails;
}

/// From all that are missing together; `first` is the first of them.
QString whatFollows(const std::vector<ci::TriedRight>& rights, Right first)
{
    const auto lacks = [&rights](Right right) {
        return std::ranges::any_of(rights,
                                   [right](const ci::TriedRight& one) { return one.right == right && isMissing(one); });
    };
    const bool gate = lacks(Right::ReadEnvironments) || lacks(Right::ReviewDeployments);
    if (gate && lacks(Right::RerunJobs) && !lacks(Right::ReadRuns))
        return Rights::tr("Watching works, healing and the gate do not.");
    if (gate && lacks(Right::OpenChanges) && first != Right::ReadRuns)
        return Rights::tr("Watching and re-runs work, changes and the gate do not.");
    return whatFollows(first);
}

/// In the words of the server, each once; empty: it did not say.
QString lackedBy(const std::vector<ci::TriedRight>& rights)
{
    QStringList all;
    for (const ci::TriedRight& right : rights) {
        for (const QString& each : text(right.lacks).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            if (right.state == RightState::Lacks && !all.contains(each))
                all << each;
        }
    }
    return all.join(QStringLiteral(", "));
}

QString cannot(Right right)
{
    switch (right) {
    case Right::Reach: return Rights::tr("Signalbox cannot reach the server.");
    case Right::SignIn: return Rights::tr("Signalbox cannot sign in.");
    case Right::ReadRuns: return Rights::tr("Signalbox cannot read runs and logs.");
    case Right::ReadEnvironments: return Rights::tr("Signalbox cannot read environments.");
    case Right::RerunJobs: return Rights::tr("Signalbox cannot re-run failed jobs.");
    case Right::OpenChanges: return Rights::tr("Signalbox cannot open pull requests.");
    case Right::OpenIssues: return Rights::tr("Signalbox cannot open issues.");
    case Right::ReviewDeployments: return Rights::tr("Signalbox cannot review deployments.");
    case Right::ReadReasons: return Rights::tr("Signalbox cannot read why jobs ended.");
    case Right::ReadWebhooks: return Rights::tr("Signalbox cannot read webhooks.");
    case Right::Deliver: return Rights::tr("Signalbox cannot deliver messages.");
    case Right::Advise: return Rights::tr("The model does not answer.");
    }
    return {};
}

} // namespace

StatusRole statusOf(RightState state)
{
    switch (state) {
    case RightState::Untried: return StatusRole::Pending;
    case RightState::Works: return StatusRole::Succeeded;
    case RightState::Lacks: return StatusRole::Failed;
    case RightState::Fails: return StatusRole::NoData;
    }
    return StatusRole::Pending;
}

std::vector<ci::TriedRight> rightsToTry(host::ConnectionKind kind)
{
    std::vector<Right> rights{Right::Advise};
    if (kind == host::ConnectionKind::Forge)
        rights = {Right::Reach,       Right::SignIn,      Right::ReadRuns,   Right::ReadEnvironments,
                  Right::RerunJobs,   Right::OpenChanges, Right::OpenIssues, Right::ReviewDeployments,
                  Right::ReadReasons, Right::ReadWebhooks};
    else if (kind == host::ConnectionKind::Receiver)
        rights = {Right::Deliver};
    std::vector<ci::TriedRight> untried(rights.size());
    std::ranges::transform(rights, untried.begin(), [](Right right) { return ci::TriedRight{.right = right}; });
    return untried;
}

void take(std::vector<ci::TriedRight>& rights, const ci::TriedRight& known)
{
    const auto at = std::ranges::find(rights, known.right, &ci::TriedRight::right);
    if (at == rights.end())
        rights.push_back(known);
    else
        *at = known;
}

QString rightName(Right right, const QString& server)
{
    switch (right) {
    case Right::Reach: return server.isEmpty() ? Rights::tr("Reach the server") : Rights::tr("Reach %1").arg(server);
    case Right::SignIn: return Rights::tr("Sign in");
    case Right::ReadRuns: return Rights::tr("Read runs and logs");
    case Right::ReadEnvironments: return Rights::tr("Read environments");
    case Right::RerunJobs: return Rights::tr("Re-run failed jobs");
    case Right::OpenChanges: return Rights::tr("Open pull requests");
    case Right::OpenIssues: return Rights::tr("Open issues");
    case Right::ReviewDeployments: return Rights::tr("Review deployments");
    case Right::ReadReasons: return Rights::tr("Read why jobs ended");
    case Right::ReadWebhooks: return Rights::tr("Read webhooks");
    case Right::Deliver: return Rights::tr("Deliver a message");
    case Right::Advise: return Rights::tr("Answer a question");
    }
    return {};
}

QString rightResult(const ci::TriedRight& right, UtcTime now)
{
    switch (right.state) {
    case RightState::Untried: return Rights::tr("Waits for the steps above");
    case RightState::Works: return works(right, now);
    case RightState::Lacks:
        return right.lacks.empty() ? text(right.detail) : Rights::tr("The token lacks %1").arg(text(right.lacks));
    case RightState::Fails: return text(right.detail);
    }
    return {};
}

QString rightUse(const ci::TriedRight& right)
{
    const bool missing = isMissing(right);
    switch (right.right) {
    case Right::Reach:
    case Right::SignIn: return Rights::tr("Everything");
    case Right::ReadRuns: return missing ? Rights::tr("Nothing is watched here") : Rights::tr("Watching, healing");
    case Right::ReadEnvironments: return missing ? Rights::tr("The gate is off here") : Rights::tr("Deployments");
    case Right::RerunJobs: return missing ? Rights::tr("Healing is off here") : Rights::tr("Healing");
    case Right::OpenChanges: return missing ? Rights::tr("No change is offered") : Rights::tr("Healing, builds");
    case Right::OpenIssues: return missing ? Rights::tr("No issue is opened") : Rights::tr("Escalations");
    case Right::ReviewDeployments: return missing ? Rights::tr("The gate is off here") : Rights::tr("Gate");
    case Right::ReadReasons: return missing ? Rights::tr("Time-outs look cancelled") : Rights::tr("Time limits");
    case Right::ReadWebhooks: return missing ? Rights::tr("Found by polling") : Rights::tr("Missed deliveries");
    case Right::Deliver: return Rights::tr("Messages");
    case Right::Advise: return Rights::tr("Advice");
    }
    return {};
}

RightGap gapIn(const std::vector<ci::TriedRight>& rights)
{
    const auto gap = std::ranges::find_if(rights, isMissing);
    if (gap == rights.end())
        return {};
    const QString lacked = gap->state == RightState::Lacks ? lackedBy(rights) : QString();
    const QString why = lacked.isEmpty() ? text(gap->detail) : Rights::tr("The token lacks %1.").arg(lacked);
    const QString whole = why.endsWith(u'.') || why.isEmpty() ? why : why + u'.';
    QString rest = (whole + u' ' + whatFollows(rights, gap->right)).trimmed();
    if (!lacked.isEmpty())
        rest = Rights::tr("%1 Add the right to the token and test again.").arg(rest);
    return {.right = gap->right,
            .sentence = cannot(gap->right),
            .rest = rest,
            .blocks = gap->right == Right::Reach || gap->right == Right::SignIn || gap->right == Right::ReadRuns,
            .lacks = !lacked.isEmpty() || gap->right == Right::SignIn};
}

bool healsNothing(const std::vector<ci::TriedRight>& rights)
{
    return std::ranges::any_of(rights, [](const ci::TriedRight& right) {
        return right.right == Right::RerunJobs && right.state != RightState::Works;
    });
}

} // namespace signalbox::ui
