// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/faultsweep.h"

#include "tests/core/store/storefixture.h"
#include "tests/durability/killsite.h"

#include <algorithm>

namespace signalbox::test {

namespace {

constexpr int kForEver = 1'000'000;

/// What the program says of a failing disk; whatever is said then has one of these in it, and is one line.
bool isExplained(const QString& said)
{
    static const QStringList sentences{
        QStringLiteral("the disk failed under the store "), QStringLiteral("the disk is full; the store "),
        QStringLiteral(" is locked by another program; close it or try again"),
        QStringLiteral(" cannot be opened; check the file and its folder"),
        QStringLiteral(" cannot be written; check the rights of the file and its folder")};
    return !said.contains(u'\n')
        && std::ranges::any_of(sentences, [&](const QString& sentence) { return said.contains(sentence); });
}

/// Opens and drives while the disk fails as planned; what was said.
QStringList driveWhileFailing(const KillSite& site, bool lasts)
{
    auto database = store::Database::open(site.store());
    if (!database)
        return {why(database.error())};
    Engine engine(*std::move(database), site.world());
    if (lasts)
        engine.whenComplaining([] { FaultyDisk::mend(); });
    engine.start();
    const bool rested = engine.untilAllRest();
    return rested ? engine.complaints() : engine.complaints() << QStringLiteral("it does not come to rest");
}

} // namespace

QString FaultSweep::run()
{
    FaultyDisk::install();
    for (int first = 1;; first += step) {
        const KillSite site(scenario);
        FaultyDisk::plan(act, fault, first, lasts ? kForEver : 1);
        const QStringList said = driveWhileFailing(site, lasts);
        const bool failed = FaultyDisk::failed() > 0 || (lasts && !said.isEmpty());
        FaultyDisk::mend();
        QString wrong = site.faultOf(site.resume());
        for (const QString& line : said)
            wrong += isExplained(line) ? QString() : QStringLiteral("said: ") + line;
        if (!wrong.isEmpty())
            return QStringLiteral("act %1: %2\n(%3)").arg(first).arg(wrong, said.join(u'|'));
        if (!failed)
            return {};
        ++faults;
        told += said.isEmpty() ? 0 : 1;
    }
}

} // namespace signalbox::test
