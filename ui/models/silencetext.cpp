// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/silencetext.h"

#include "ui/models/timewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Silence)
};

struct Silence {
    QStringList names;
    UtcTime since; // the last that any of them told, or the first that could not be had
    std::optional<UtcTime> nextTry;
    QStringList faults;
};

/// When it told something last, else since when it is known to tell nothing.
std::optional<UtcTime> heardOf(const SourceWords& source)
{
    return source.heard ? source.heard : source.lostAt;
}

std::optional<Silence> silenceOf(const QList<SourceWords>& sources, UtcTime now)
{
    std::optional<Silence> all;
    for (const SourceWords& source : sources) {
        if (!isSilent(source, now))
            continue;
        const UtcTime since = *heardOf(source);
        if (!all)
            all = Silence{{}, since, {}, {}};
        all->names << source.name;
        if (!source.fault.isEmpty())
            all->faults << source.fault;
        all->since = std::min(all->since, since);
        if (source.nextTry && (!all->nextTry || *source.nextTry < *all->nextTry))
            all->nextTry = source.nextTry;
    }
    return all;
}

QString nextTry(UtcTime at, UtcTime now)
{
    constexpr std::chrono::seconds kStep{10}; // calmer than each second
    const auto steps = (std::chrono::ceil<std::chrono::seconds>(at - now) + kStep - std::chrono::seconds(1)) / kStep;
    const auto left = std::max<std::int64_t>(1, steps) * kStep;
    if (left < std::chrono::minutes(1))
        return Words::tr("Next try in %1\u202fs.").arg(left.count());
    return Words::tr("Next try in %1\u202fmin.").arg(std::chrono::round<std::chrono::minutes>(left).count());
}

QString consequence(ToldOf what)
{
    switch (what) {
    case ToldOf::Lines: return Words::tr("Lines show their last state.");
    case ToldOf::Decisions: return Words::tr("Decisions for it are sent once it answers again.");
    case ToldOf::Runs: break;
    }
    return {};
}

QString whatHappens(ToldOf what, const QString& names, UtcTime since, UtcTime now)
{
    switch (what) {
    case ToldOf::Runs: return Words::tr("Runs of %1 are %2 old, it does not answer.").arg(names, age(since, now));
    case ToldOf::Decisions: return Words::tr("%1 does not answer since %2.").arg(names, dayTime(since, now));
    case ToldOf::Lines: break;
    }
    return Words::tr("No data from %1 since %2.").arg(names, dayTime(since, now));
}

} // namespace

QList<SentencePart> silenceParts(const QList<SourceWords>& sources, UtcTime now, Saying saying)
{
    QList<SentencePart> parts;
    for (const SourceWords& source : sources) {
        if (source.works || source.name.isEmpty())
            continue;
        const QString words = saying == Saying::Wall ? Words::tr("No data: %1.").arg(source.name)
            : heardOf(source) ? Words::tr("No data from %1 for %2.").arg(source.name, age(*heardOf(source), now))
                              : Words::tr("No data from %1.").arg(source.name);
        parts.append({words, StatusRole::NoData});
    }
    return parts;
}

std::optional<UtcTime> silentSince(const QList<SourceWords>& sources, UtcTime now)
{
    const auto silence = silenceOf(sources, now);
    return silence ? std::optional(silence->since) : std::nullopt;
}

SilenceText silenceText(ToldOf what, const QList<SourceWords>& sources, UtcTime now)
{
    const auto silence = silenceOf(sources, now);
    if (!silence)
        return {};
    const bool isLong = what == ToldOf::Runs && now - silence->since >= std::chrono::hours(1); // told by a time then
    const QString names = silence->names.join(QStringLiteral(", "));
    SilenceText text{
        whatHappens(isLong ? ToldOf::Lines : what, names, silence->since, now), {}, silence->faults.join(u'\n')};
    QStringList rest;
    if (const QString follows = consequence(what); !follows.isEmpty())
        rest << follows;
    if (silence->nextTry)
        rest << nextTry(*silence->nextTry, now);
    text.rest = rest.join(u' ');
    return text;
}

} // namespace signalbox::ui
