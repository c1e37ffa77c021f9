// SPDX-License-Identifier: GPL-3.0-or-later
// A time limit is raised where it stands, and nothing else of the file changes.
#include "core/line/timelimit.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::line;
using namespace std::chrono_literals;
using Dialect = PipelineDialect;

namespace {

constexpr const char* kWorkflow = R"(# what runs on each push
name: ci
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10   # generous
    steps:
      - run: make
  test:
    name: "Test ${{ matrix.os }}"
    runs-on: [self-hosted, linux]
    "timeout-minutes" : '300'
    steps:
      - name: Unit
        timeout-minutes: 5
        run: make unit
      - run: |
          make slow
          make slower
        timeout-minutes: 20
  often:
    runs-on: ubuntu-latest
    timeout-minutes: ${{ vars.LIMIT }}
    steps: [{run: make often, timeout-minutes: 7}]
  hosted:
    runs-on: ubuntu-latest
    timeout-minutes: 360
    steps: []
  plain:
    runs-on: ubuntu-latest
    steps: []
  lib:
    uses: ./.github/workflows/lib.yml
)";
constexpr const char* kCalled = "jobs:\n  check:\n    timeout-minutes: 15\n    steps: []\n";
constexpr const char* kPipeline = R"(default:
  timeout: 1h
.slow: &slow
  timeout: 30m
test:
  script: [make]
  timeout: 90 minutes
lint:
    # no limit of its own
    script: [make lint]
shared:
  <<: *slow
  script: [make]
twice: *slow
)";

std::vector<PipelineFile> workflow()
{
    return {{".github/workflows/ci.yml", kWorkflow}, {".github/workflows/lib.yml", kCalled}};
}

QByteArray raisedOr(const Result<RaisedLimit>& raised, int* line = nullptr)
{
    if (!raised)
        return QByteArray::fromStdString(raised.error().detail);
    if (line != nullptr)
        *line = raised->line;
    return QByteArray::fromStdString(raised->before + " -> " + raised->after);
}

/// Those of `after` that stand in another way in `before`, or not at all.
QByteArrayList changedLines(const QByteArray& before, const QByteArray& after)
{
    QByteArrayList was = before.split('\n');
    QByteArrayList changed;
    for (const QByteArray& line : after.split('\n'))
        if (!was.removeOne(line))
            changed << line;
    return changed;
}

} // namespace

class TestTimeLimit : public QObject {
    Q_OBJECT

private slots:
    void aLogTellsWhichLimitItWas_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QByteArray>("step");
        const auto row = [](const char* line, int seconds, const char* step = "") {
            QTest::newRow(line) << QByteArray(line) << seconds << QByteArray(step);
        };
        row("##[error]The job running on runner GitHub Actions 2 has exceeded the maximum execution time of 10 "
            "minutes.",
            600);
        row("##[error]The action 'Run make 'all'' has timed out after 5 minutes.", 300, "Run make 'all'");
        row("The job has exceeded the maximum execution time of 6h0m0s", 21'600);
        row("ERROR: Job failed: execution took longer than 2h0m0s seconds", 7200);
        row("ERROR: Job failed: execution took longer than 30s seconds", 30);
        row("No output has been received in the last 10m0s", 0);
        row("Build timed out (after 20 minutes)", 0);
    }

    void aLogTellsWhichLimitItWas()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, seconds);
        QFETCH(QByteArray, step);
        const std::vector<std::string> lines{"what was before", line.toStdString()};

        const auto passed = passedLimit("test", lines);

        QCOMPARE(passed ? passed->limit.count() : 0, seconds * 1000LL);
        QCOMPARE(QByteArray::fromStdString(passed ? passed->step : ""), step);
    }

    void ofAWorkflow_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArrayList>("changed");
        const auto row
            = [](const char* job, const char* step, int minutes, const char* outcome, QByteArrayList changed = {}) {
                  QTest::addRow("%s %s %d", job, step, minutes) << QString::fromLatin1(job) << QString::fromLatin1(step)
                                                                << minutes << QByteArray(outcome) << changed;
              };
        row("build", "", 10, "timeout-minutes: 10 -> timeout-minutes: 20", {"    timeout-minutes: 20   # generous"});
        row("Test ubuntu", "", 300, "timeout-minutes: 300 -> timeout-minutes: 600",
            {"    \"timeout-minutes\" : '600'"});
        row("Test macos", "Unit", 5, "timeout-minutes: 5 -> timeout-minutes: 10", {"        timeout-minutes: 10"});
        row("Test macos", "Run make slow", 20, "timeout-minutes: 20 -> timeout-minutes: 40",
            {"        timeout-minutes: 40"});
        row("often", "Run make often", 7, "timeout-minutes: 7 -> timeout-minutes: 14",
            {"    steps: [{run: make often, timeout-minutes: 14}]"});
        row("lib / check", "", 15, "timeout-minutes: 15 -> timeout-minutes: 30", {"    timeout-minutes: 30"});
        row("build", "", 12,
            ".github/workflows/ci.yml:7: timeout-minutes of job build is 10, but the log tells of 12 minutes");
        row("build", "Deploy", 5, ".github/workflows/ci.yml, job build has no single step Deploy with timeout-minutes");
        row("often", "", 30, ".github/workflows/ci.yml:24: timeout-minutes of job often is no plain number of minutes");
        row("hosted", "", 360, ".github/workflows/ci.yml:28: 360 minutes is the most that job hosted can have");
        row("plain", "", 360,
            ".github/workflows/ci.yml, job plain has no timeout-minutes: the limit of 360 minutes is that of GitHub or "
            "of the runner");
        row("gone", "", 5, ".github/workflows/ci.yml has no single job that is shown as gone");
    }

    void ofAWorkflow()
    {
        QFETCH(QString, job);
        QFETCH(QString, step);
        QFETCH(int, minutes);
        QFETCH(QByteArray, outcome);
        QFETCH(QByteArrayList, changed);
        const PassedLimit passed{job.toStdString(), step.toStdString(), std::chrono::minutes(minutes)};

        const auto raised = raiseLimit(workflow(), Dialect::GitHub, passed);

        QCOMPARE(raisedOr(raised), outcome);
        if (raised) {
            const bool isCalled = raised->file.path == workflow().back().path;
            QCOMPARE(changedLines(isCalled ? kCalled : kWorkflow, QByteArray::fromStdString(raised->file.content)),
                     changed);
        }
    }

    void ofAPipelineOfGitLab_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArrayList>("changed");
        const auto row = [](const char* job, int minutes, const char* outcome, QByteArrayList changed = {}) {
            QTest::addRow("%s %d", job, minutes)
                << QString::fromLatin1(job) << minutes << QByteArray(outcome) << changed;
        };
        row("test", 90, "timeout: 90 minutes -> timeout: 3h", {"  timeout: 3h"});
        row("test 2/3", 90, "timeout: 90 minutes -> timeout: 3h", {"  timeout: 3h"});
        row("test: [linux, gcc]", 90, "timeout: 90 minutes -> timeout: 3h", {"  timeout: 3h"});
        row("lint", 60, " -> timeout: 2h", {"    timeout: 2h"});
        row("shared", 45, " -> timeout: 1h 30m", {"  timeout: 1h 30m"});
        row("test", 60,
            ".gitlab-ci.yml:7: timeout of job test is 90 minutes, but the log tells of 60 minutes: the limit is the "
            "runner's");
        row("twice", 30, ".gitlab-ci.yml:4: the time limit there cannot be changed without changing anything else");
        row("gone", 60, ".gitlab-ci.yml has no job gone, nor has a file of the repository that it includes");
    }

    void ofAPipelineOfGitLab()
    {
        QFETCH(QString, job);
        QFETCH(int, minutes);
        QFETCH(QByteArray, outcome);
        QFETCH(QByteArrayList, changed);
        const std::vector<PipelineFile> files{{".gitlab-ci.yml", kPipeline}};

        const auto raised = raiseLimit(files, Dialect::GitLab, {job.toStdString(), {}, std::chrono::minutes(minutes)});

        QCOMPARE(raisedOr(raised), outcome);
        if (raised)
            QCOMPARE(changedLines(kPipeline, QByteArray::fromStdString(raised->file.content)), changed);
    }

    /// The log is written by whoever wrote the job, the times are not.
    void howLongTheJobRanDecides()
    {
        const auto told = [](const char* job, Milliseconds limit, Milliseconds ran) {
            const std::vector<PipelineFile> files{{".gitlab-ci.yml", kPipeline}};
            return raisedOr(raiseLimit(files, Dialect::GitLab, {job, {}, limit, ran}));
        };

        QCOMPARE(told("test", 90min, 89min), QByteArray("timeout: 90 minutes -> timeout: 3h"));
        QCOMPARE(told("test", 90min, 2min),
                 QByteArray("the log tells of a time limit of 90 minutes, but job test ran for 2 minutes"));
        QCOMPARE(told("lint", 60min, 61min), QByteArray(" -> timeout: 2h"));
        QCOMPARE(told("lint", 5min, 60min),
                 QByteArray(".gitlab-ci.yml:10: the log tells of a time limit of 5 minutes, but job lint ran for 60 "
                            "minutes"));
    }

    void theOneThatIsNamedSoIsMeant()
    {
        const std::string jobs = "jobs:\n  test:\n    timeout-minutes: 5\n  slow:\n    name: test (slow)\n"
                                 "    timeout-minutes: 5\n";
        const PassedLimit passed{"test (slow)", {}, 5min};
        const std::vector<PipelineFile> files{{"ci.yml", jobs}};
        const std::vector<PipelineFile> twins{{"ci.yml", jobs + "  other:\n    name: test (slow)\n"}};

        const auto raised = raiseLimit(files, Dialect::GitHub, passed);

        QVERIFY(raised && raised->line == 6);
        QCOMPARE(raisedOr(raiseLimit(twins, Dialect::GitHub, passed)),
                 QByteArray("ci.yml has no single job that is shown as test (slow)"));
    }

    void lineEndsStay()
    {
        const std::vector<PipelineFile> files{{".gitlab-ci.yml", "test:\r\n  script: [make]\r\n"}};

        const auto raised = raiseLimit(files, Dialect::GitLab, {"test", {}, 10min});

        QVERIFY(raised);
        QCOMPARE(QByteArray::fromStdString(raised->file.content),
                 QByteArray("test:\r\n  timeout: 20m\r\n  script: [make]\r\n"));
    }

    void whatCannotBeReadIsTold()
    {
        const std::vector<PipelineFile> files{{"ci.yml", "jobs:\n  build: [\n"}};

        const QByteArray told = raisedOr(raiseLimit(files, Dialect::GitHub, {"build", {}, 10min}));

        QVERIFY2(told.startsWith("ci.yml:") && told.contains("is not valid YAML"), told.constData());
    }
};

SIGNALBOX_TEST(TestTimeLimit)
#include "tst_timelimit.moc"
