// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errortext.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace signalbox::ui {

namespace {
struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};
} // namespace

ErrorWords errorWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return {Errors::tr("This is no longer in the store."), Errors::tr("Go back to the list.")};
    case ErrorCode::InvalidInput:
        return {Errors::tr("This was refused as incomplete."), Errors::tr("Fill in the marked field and try again.")};
    case ErrorCode::Conflict:
        return {Errors::tr("The decision was not recorded, it was decided, changed or timed out meanwhile."),
                Errors::tr("Look at the newest state and decide again.")};
    case ErrorCode::Io:
        return {Errors::tr("The store or a file could not be read or written."),
                Errors::tr("Check free space and rights of the data folder, then try again.")};
    case ErrorCode::Network:
        return {Errors::tr("The CI system cannot be reached."), Errors::tr("Check the connection and try again.")};
    case ErrorCode::Timeout: return {Errors::tr("There was no answer in time."), Errors::tr("Try again in a minute.")};
    case ErrorCode::Cancelled:
        return {Errors::tr("This was cancelled before it ended."), Errors::tr("Start it again when you want it.")};
    case ErrorCode::Unauthorized:
        return {Errors::tr("The token was not accepted."), Errors::tr("Put a valid one in its place and try again.")};
    case ErrorCode::Internal: break;
    }
    return {Errors::tr("Signalbox made a mistake, nothing was changed."), Errors::tr("Try again, then report it.")};
}

namespace {

/// A person has to mend something that only the raw words name.
bool isOwnWords(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::NotFound || code == ErrorCode::Conflict
        || code == ErrorCode::Unauthorized;
}

} // namespace

FaultText faultText(const Error& error)
{
    const ErrorWords words = errorWords(error.code);
    const QString raw = text(error.detail);
    if (isOwnWords(error.code) && !raw.isEmpty())
        return {words.sentence, raw, {}};
    return {words.sentence, words.action, raw};
}

FaultText faultText(const QString& sentence, const Error& error)
{
    const QString raw = text(error.detail);
    if (isOwnWords(error.code) && !raw.isEmpty())
        return {sentence, raw, {}};
    return {sentence, errorText(error), raw};
}

QString storeLock()
{
    return Errors::tr("the store cannot be written");
}

namespace {

template <typename Id>
QString numbersOf(const std::vector<Id>& ids)
{
    constexpr std::size_t kNamed = 5;
    QStringList numbers;
    for (std::size_t at = 0; at < std::min(ids.size(), kNamed); ++at)
        numbers << QString::number(ids[at].value);
    if (ids.size() > kNamed)
        numbers << QStringLiteral("\u2026");
    return numbers.join(QStringLiteral(", "));
}

QString othersAreShown()
{
    return Errors::tr("The others are shown. Put a backup of the store in its place.");
}

} // namespace

ErrorWords unreadableRuns(const std::vector<RunId>& runs)
{
    const int count = static_cast<int>(runs.size());
    return {Errors::tr("%n run(s) cannot be read: %1.", nullptr, count).arg(numbersOf(runs)), othersAreShown()};
}

ErrorWords unreadableApprovals(const std::vector<ApprovalId>& approvals)
{
    const int count = static_cast<int>(approvals.size());
    return {Errors::tr("%n approval(s) cannot be read: %1.", nullptr, count).arg(numbersOf(approvals)),
            othersAreShown()};
}

QString errorText(const Error& error)
{
    const ErrorWords words = errorWords(error.code);
    return words.sentence + QLatin1Char(' ') + words.action;
}

} // namespace signalbox::ui
