// SPDX-License-Identifier: GPL-3.0-or-later
// A .gitlab-ci.yml run by the real gitlab-ci-local: order, artifacts, exit statuses, logs and re-runs.
#include "tests/core/local/localworkspace.h"
#include "tests/integration/gitlabcilocal/gitlabprograms.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;

namespace {

/// Fails in its second stage until somebody makes the file "fixed".
constexpr const char* kPipeline = R"(stages: [build, test, deploy]
build:
  stage: build
  script:
    - echo built >> $SIGNALBOX_STATE/builds
    - mkdir dist && echo made by $CI_JOB_NAME on $CI_COMMIT_BRANCH > dist/out.txt
    - echo VERSION=1.2 > version.env
  after_script: [echo after $CI_JOB_STATUS]
  artifacts: {paths: [dist], reports: {dotenv: version.env}}
unit:
  stage: test
  needs: [build]
  script:
    - cat dist/out.txt
    - echo version $VERSION
    - test -e $SIGNALBOX_STATE/fixed || { echo "npm ERR! code ERESOLVE" >&2; exit 17; }
"lint: all":
  stage: test
  needs: []
  image: node:20
  script: [test ! -e dist, 'test "$CI_PROJECT_DIR" = "$PWD"', exit 3]
  allow_failure: true
package:
  stage: deploy
  script: [cat dist/out.txt]
production:
  stage: deploy
  when: manual
  environment: production
  script: [touch $SIGNALBOX_STATE/deployed]
elsewhere:
  stage: deploy
  rules: [{if: $CI_COMMIT_BRANCH == "other"}]
  script: [touch $SIGNALBOX_STATE/elsewhere]
)";

std::string commitPipeline(const LocalWorkspace& space, const std::string& yaml,
                           const std::string& ours = "version: 1\n")
{
    test::write(space.repository() / ".gitlab-ci.yml", yaml);
    return space.commit(ours);
}

int attemptOf(const ci::Run& run, const std::string& job)
{
    return test::jobOf(run, job).attempt;
}

} // namespace

class TestGitLabJobs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aRunFailsAsItsJobDoesAndOnlyThatIsRunAgain_data();
    void aRunFailsAsItsJobDoesAndOnlyThatIsRunAgain();
    void aCacheIsKeptFromRunToRun();
    void jobsOfSignalboxYamlGoFirst();
    void anExitStatusThatMayNotBeFails();
};

void TestGitLabJobs::initTestCase()
{
    if (const QString fault = test::gitlabCiLocal(); !fault.isEmpty())
        QSKIP(qPrintable(fault));
}

void TestGitLabJobs::aRunFailsAsItsJobDoesAndOnlyThatIsRunAgain_data()
{
    QTest::addColumn<bool>("isolate");

    QTest::newRow("in the sandbox, where there is one") << true;
    QTest::newRow("without") << false;
}

void TestGitLabJobs::aRunFailsAsItsJobDoesAndOnlyThatIsRunAgain()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    commitPipeline(space, kPipeline);

    const ci::Run failed = space.runToEnd();

    QCOMPARE(outcomes(failed),
             QStringLiteral("build success, unit failure, lint: all success, package skipped, production skipped"));
    QVERIFY(failed.conclusion == ci::Conclusion::Failure);
    QVERIFY(test::jobOf(failed, "unit").exitCode == 17);
    QVERIFY(test::jobOf(failed, "lint: all").exitCode == 3);
    const std::string log = space.log(failed, "unit");
    for (const char* line : {"Z $ cat dist/out.txt\n", "Z made by build on main\n", "Z version 1.2\n",
                             "Z npm ERR! code ERESOLVE\n", "Z ##[error]Process completed with exit code 17.\n"})
        QVERIFY2(log.find(line) != std::string::npos, log.c_str());
    const std::string lint = space.log(failed, "lint: all");
    QVERIFY2(lint.find("The image node:20 is not used") != std::string::npos, lint.c_str());

    test::write(space.state("fixed"), "");
    const ci::Run green = space.rerunToEnd(failed);

    QCOMPARE(outcomes(green),
             QStringLiteral("build success, unit success, lint: all success, package success, production skipped"));
    QVERIFY(green.conclusion == ci::Conclusion::Success);
    QCOMPARE(attemptOf(green, "build"), 1);
    QCOMPARE(attemptOf(green, "unit"), 2);
    QCOMPARE(attemptOf(green, "lint: all"), 1);
    QVERIFY(space.log(green, "package", 2).find("Z made by build on main\n") != std::string::npos);
    QCOMPARE(test::read(space.state("builds")), std::string("built\n"));
    for (const char* never : {"deployed", "elsewhere"})
        QVERIFY(!std::filesystem::exists(space.state(never)));
    QVERIFY(!space.ci().rerunFailed(test::refOf(green), {.debug = false, .fromAttempt = 2}, {}));
    const auto folder = space.line() / "runs" / "1";
    for (const char* gone : {"source", "attempt-1/artifacts", "attempt-2/artifacts", "list"})
        QVERIFY2(!std::filesystem::exists(folder / gone), gone);
}

void TestGitLabJobs::aCacheIsKeptFromRunToRun()
{
    LocalWorkspace space;
    commitPipeline(space,
                   "install:\n"
                   "  cache: {key: deps, paths: [deps]}\n"
                   "  script: [mkdir -p deps, echo x >> deps/count, wc -l < deps/count]\n");

    QCOMPARE(outcomes(space.runToEnd()), QStringLiteral("install success"));
    const ci::Run second = space.runToEnd();

    const std::string log = space.log(second, "install");
    QVERIFY2(log.find("Z 2\n") != std::string::npos, log.c_str());
}

void TestGitLabJobs::jobsOfSignalboxYamlGoFirst()
{
    LocalWorkspace space;
    commitPipeline(space, "theirs: {script: [exit 1]}\n", "jobs: {ours: {script: [':']}}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("ours success"));
    QVERIFY(space.log(run, "ours").find("; .gitlab-ci.yml is passed over\n") != std::string::npos);
}

void TestGitLabJobs::anExitStatusThatMayNotBeFails()
{
    LocalWorkspace space;
    commitPipeline(space,
                   "allowed: {script: [exit 3], allow_failure: {exit_codes: [3]}}\n"
                   "other: {script: [exit 4], allow_failure: {exit_codes: [3]}}\n"
                   "-odd: {script: [echo odd], after_script: [exit 9]}\n"
                   "clean up: {stage: deploy, when: always, script: [echo clean]}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("allowed success, other failure, -odd success, clean up success"));
    QVERIFY(test::jobOf(run, "other").exitCode == 4);
    QVERIFY(space.log(run, "clean up").find("Z clean\n") != std::string::npos);
}

SIGNALBOX_TEST(TestGitLabJobs)
#include "tst_gitlabjobs.moc"
