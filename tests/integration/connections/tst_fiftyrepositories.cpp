// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty repositories on the test forge, watched for an hour that the clock makes short: every look is a real one, and
// the forge counts as GitHub does.
#include "core/host/remotes.h"
#include "core/host/remotewatch.h"
#include "tests/integration/connections/forgeseeds.h"
#include "tests/integration/github/forgeprogram.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRepositories = 50;
constexpr int kMostCounted = 1000;

class GivenClock final : public Clock {
public:
    UtcTime now() const override { return at; }
    UtcTime at = SystemClock().now();
};

std::string nameOf(int number)
{
    return "acme/shop-" + std::to_string(number);
}

} // namespace

class TestFiftyRepositories : public QObject {
    Q_OBJECT

private slots:
    void areWatchedWithinAThousandRequestsAnHour()
    {
        ForgeProgram forge;
        if (const QString why = forge.startProgram(u"forge.mjs"_s, gitHubWith(kRepositories)); !why.isEmpty())
            QSKIP(qPrintable(why));
        qputenv("GH_TOKEN", ForgeProgram::kToken);
        const GivenClock start;
        GivenClock clock;
        host::Workspace workspace;
        std::vector<std::string> names;
        for (int number = 0; number < kRepositories; ++number) {
            names.push_back(nameOf(number));
            workspace.remotes[names.back()] = {.provider = "github",
                                               .api = forge.url().toStdString(),
                                               .repository = names.back(),
                                               .token = {},
                                               .since = clock.now()};
        }
        host::SharedWorkspace shared{std::move(workspace)};
        host::Remotes remotes(shared, clock);
        QStringList faults;
        host::RemoteWatch watch(
            {.clock = clock,
             .lines = [] { return std::vector<host::RemoteWatch::Line>(); },
             .newest = [&](const std::string& line, int count,
                           std::stop_token stop) { return remotes.of(line).newest(line, count, std::move(stop)); },
             .standing = [&](const ci::RunRef& run,
                             std::stop_token stop) { return remotes.of(run.line).standing(run, std::move(stop)); },
             .waiting = [&](const std::string& line,
                            std::stop_token stop) { return remotes.of(line).waiting(line, std::move(stop)); },
             .counted = [&] { return remotes.counted(); },
             .awaited = [](const std::string&) { return std::vector<std::pair<ci::RunRef, int>>(); },
             .failed = [](const ci::RunRef&, int) { return Result<void>(); },
             .looked = [](const std::string&, const Result<void>&) {},
             .ended = [] {},
             .report = [&](const Error& error) { faults << QString::fromStdString(error.detail); }});
        host::PollPlan plan(clock.now());
        plan.setLines(names, clock.now());
        std::map<std::string, UtcTime> lookedAt;
        Milliseconds longest{0};
        int pushes = 0;

        while (clock.now() < start.at + 1h) {
            if (clock.now() >= start.at + pushes * 2min) { // something happens somewhere every other minute
                const QString path
                    = u"/repos/%1/contents/note-%2.txt"_s
                          .arg(QString::fromStdString(names[static_cast<std::size_t>(pushes % kRepositories)]))
                          .arg(pushes);
                forge.ask("PUT", path, {{u"message"_s, u"Take a note"_s}, {u"content"_s, u"bm90ZQ=="_s}}, "tok_boss");
                ++pushes;
            }
            const auto turn = plan.next(clock.now());
            clock.at = std::max(clock.at, std::min(turn->at, start.at + 1h));
            if (turn->at > clock.now())
                break;
            const std::int64_t before = remotes.counted();
            const auto saw = watch.look({turn->line, start.at}, {});
            plan.looked(turn->line, saw, remotes.counted() - before, clock.now());
            if (const auto last = lookedAt.find(turn->line); last != lookedAt.end())
                longest = std::max(longest, clock.now() - last->second);
            lookedAt[turn->line] = clock.now();
        }

        QCOMPARE(faults, QStringList());
        QCOMPARE(lookedAt.size(), names.size());
        QCOMPARE(pushes, 30);
        const int used = forge.ask("GET", u"/rate_limit"_s).object()[u"rate"_s][u"used"_s].toInt();
        QVERIFY2(used > kRepositories && used <= kMostCounted, qPrintable(QString::number(used)));
        QVERIFY2(longest <= 5min, qPrintable(QString::number(longest.count()))); // and none is forgotten meanwhile
    }
};

SIGNALBOX_TEST(TestFiftyRepositories)
#include "tst_fiftyrepositories.moc"
