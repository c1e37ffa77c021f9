// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/npmjobs.h"

#include "core/agents/npmworkbench.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;
using namespace std::chrono_literals;

namespace {

EventRow told(const char* type, const Json& data, UtcTime at = {})
{
    EventRow row;
    row.at = at;
    row.type = type;
    row.data = data;
    return row;
}

EventRow intent(const char* key, const Json& arguments, UtcTime at)
{
    return told("effect_intent",
                {{"key", key}, {"intent", {{"action", "npm"}, {"arguments", arguments}, {"where", "copy"}}}}, at);
}

EventRow result(const char* key, const Json& ended, UtcTime at, bool ok = true)
{
    return told("effect_result", {{"key", key}, {"ok", ok}, {"result", ended}}, at);
}

} // namespace

class TestNpmJobs : public QObject {
    Q_OBJECT

private slots:
    void eachCallOfNpmIsAJob()
    {
        const UtcTime start{1'000s};
        const std::vector<EventRow> events{
            told("effect_intent", {{"key", "snapshot"}, {"intent", {{"action", "copy"}}}}),
            intent("install", {"ci"}, start),
            result("install", {{"exit_code", 1}, {"isolated", true}}, start + 2s),
            result("diagnosis:install", {{"failure_class", "npm_network"}}, start + 3s),
            intent("apply:1", {"cache", "verify"}, start + 4s),
            intent("apply:1", {"cache", "verify"}, start + 5s), // once more, after a crash
            result("apply:1", {{"exit_code", agents::kNpmTimedOut}}, start + 6s),
            intent("try:1", {"ci", "--no-audit"}, start + 7s),
        };

        const std::vector<NpmJob> jobs = npmJobsIn(events);

        QStringList shown;
        for (const NpmJob& call : jobs)
            shown << QStringLiteral("%1: %2 %3 %4 %5")
                         .arg(QString::fromStdString(call.key), QString::fromStdString(call.job.name))
                         .arg(call.job.attempt)
                         .arg(QString::fromUtf8(ci::phaseName(call.job.phase)),
                              QString::fromUtf8(ci::conclusionName(call.job.conclusion)));
        QCOMPARE(shown,
                 QStringList({QStringLiteral("install: npm ci 1 finished failure"),
                              QStringLiteral("apply:1: npm cache verify 2 finished timed_out"),
                              QStringLiteral("try:1: npm ci 3 running none")}));
        QVERIFY(jobs[0].job.isolated);
        QVERIFY(jobs[0].job.finishedAt == start + 2s);
        QCOMPARE(diagnosedCall(events), std::string("install"));
    }

    void aCallThatCouldNotBeMadeIsLost()
    {
        const auto jobs = npmJobsIn({intent("install", {"ci"}, {}), result("install", {}, {}, false)});

        QVERIFY(jobs.front().job.conclusion == ci::Conclusion::Lost);
    }
};

SIGNALBOX_TEST(TestNpmJobs)
#include "tst_npmjobs.moc"
