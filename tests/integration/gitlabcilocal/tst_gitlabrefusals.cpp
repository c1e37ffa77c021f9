// SPDX-License-Identifier: GPL-3.0-or-later
// What a local run of a .gitlab-ci.yml cannot do is refused with one line; what a hostile one tries leads to nothing.
#include "core/local/process.h"
#include "tests/core/local/localworkspace.h"
#include "tests/integration/gitlabcilocal/gitlabprograms.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <filesystem>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;
using test::Variable;

namespace {

namespace fs = std::filesystem;

QString refusal(LocalWorkspace& space)
{
    const auto run = space.ci().start("shop", "main", "push", {});
    return run ? QStringLiteral("started") : QString::fromStdString(run.error().detail);
}

/// A folder with `names`, each a link to the program of that name here.
fs::path programs(const LocalWorkspace& space, std::initializer_list<const char*> names)
{
    const fs::path folder = space.folder() / "bin";
    fs::create_directories(folder);
    for (const char* name : names)
        fs::create_symlink(local::findProgram(name), folder / name);
    return folder;
}

} // namespace

class TestGitLabRefusals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatItCannotRunIsNamedByItsLine_data();
    void whatItCannotRunIsNamedByItsLine();
    void anIncludeOfAnIncludeIsLookedAt();
    void whatIsMissingIsNamed_data();
    void whatIsMissingIsNamed();
    void aHostilePipelineGetsNothing();
    void whatIsNotIsolatedDoesNotDeploy();
};

void TestGitLabRefusals::initTestCase()
{
    if (const QString fault = test::gitlabCiLocal(); !fault.isEmpty())
        QSKIP(qPrintable(fault));
}

void TestGitLabRefusals::whatItCannotRunIsNamedByItsLine_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("why");

    QTest::newRow("services") << QStringLiteral("a: {script: [x]}\nb:\n  services: [postgres:16]\n  script: [x]\n")
                              << QStringLiteral(".gitlab-ci.yml:2: job b wants services (postgres:16)");
    QTest::newRow("services of all jobs")
        << QStringLiteral("default: {services: [redis]}\na: {script: [x]}\nb: {script: [x]}\n")
        << QStringLiteral(".gitlab-ci.yml:2: job a wants services (redis)");
    QTest::newRow("trigger") << QStringLiteral("a: {script: [x]}\nb: {trigger: {project: acme/other}}\n")
                             << QStringLiteral(".gitlab-ci.yml:2: job b triggers another pipeline");
    QTest::newRow("remote include")
        << QStringLiteral("a: {script: [x]}\ninclude:\n  - remote: https://example.com/ci.yml\n")
        << QStringLiteral(".gitlab-ci.yml:3: includes https://example.com/ci.yml from elsewhere");
    QTest::newRow("include by address") << QStringLiteral("include: 'https://example.com/ci.yml'\na: {script: [x]}\n")
                                        << QStringLiteral(".gitlab-ci.yml:1: includes https://example.com/ci.yml");
    QTest::newRow("include of a project")
        << QStringLiteral("include: [{project: acme/ci, file: /x.yml}]\na: {script: [x]}\n")
        << QStringLiteral(".gitlab-ci.yml:1: includes acme/ci from elsewhere");
    QTest::newRow("template") << QStringLiteral("include: {template: Jobs/SAST.gitlab-ci.yml}\na: {script: [x]}\n")
                              << QStringLiteral("includes Jobs/SAST.gitlab-ci.yml from elsewhere");
    QTest::newRow("another pipeline's artifacts")
        << QStringLiteral("a: {script: [x], needs: [{project: acme/x, job: y, ref: main, artifacts: true}]}\n")
        << QStringLiteral(".gitlab-ci.yml:1: job a needs what another pipeline made");
    QTest::newRow("no YAML") << QStringLiteral("a: [\n") << QStringLiteral(".gitlab-ci.yml: YAMLException: ");
    QTest::newRow("aliases that grow without end")
        << QStringLiteral("a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                          "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                          "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: {script: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]}\n")
        << QStringLiteral(".gitlab-ci.yml:6: holds too many values");
    QTest::newRow("unknown stage") << QStringLiteral("a: {stage: nope, script: [x]}\n")
                                   << QStringLiteral(".gitlab-ci.yml: stage:nope not found for a");
    QTest::newRow("unknown key") << QStringLiteral("a: {script: [x], bogus: 1}\n")
                                 << QStringLiteral(".gitlab-ci.yml: 'bogus' property is not expected");
    QTest::newRow("only by hand") << QStringLiteral("a: {script: [x], when: manual}\n")
                                  << QStringLiteral(".gitlab-ci.yml: has no job that begins by itself");
    QTest::newRow("a rule that ends what reads it")
        << QStringLiteral("a: {script: [x], rules: [{if: '$X == \"\" || process.exit(0)'}]}\n")
        << QStringLiteral(".gitlab-ci.yml: gitlab-ci-local left no expanded file");
    QTest::newRow("a need that a rule leaves out")
        << QStringLiteral("a: {script: [x], rules: [{when: never}]}\nb: {script: [x], needs: [a]}\n")
        << QStringLiteral(".gitlab-ci.yml:2: job b needs a, which is not in this pipeline");
}

void TestGitLabRefusals::whatItCannotRunIsNamedByItsLine()
{
    QFETCH(QString, yaml);
    QFETCH(QString, why);
    LocalWorkspace space;
    test::write(space.repository() / ".gitlab-ci.yml", yaml.toStdString());
    space.commit("version: 1\n");

    const QString refused = refusal(space);

    QVERIFY2(refused.startsWith(why) || (why.front() != u'.' && refused.contains(why)), qPrintable(refused));
    QVERIFY2(!refused.contains(u'\n'), qPrintable(refused));
    QVERIFY(fs::is_empty(space.line() / "runs")); // nothing half-made stays
}

void TestGitLabRefusals::anIncludeOfAnIncludeIsLookedAt()
{
    LocalWorkspace space;
    test::write(space.repository() / "ci/a.yml", "include:\n- component: git.example.com/acme/x/y@1.0\n");
    test::write(space.repository() / ".gitlab-ci.yml", "include: {local: /ci/a.yml}\na: {script: [x]}\n");
    space.commit("version: 1\n");

    const QString refused = refusal(space);

    QVERIFY2(refused.startsWith(QStringLiteral("ci/a.yml:2: includes git.example.com/acme/x/y@1.0 from elsewhere")),
             qPrintable(refused));
}

void TestGitLabRefusals::whatIsMissingIsNamed_data()
{
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("why");

    QTest::newRow("gitlab-ci-local") << QStringList{}
                                     << QStringLiteral("it is not in PATH; install it: npm install -g gitlab-ci-local");
    QTest::newRow("rsync") << QStringList{QStringLiteral("gitlab-ci-local")}
                           << QStringLiteral("rsync is not in PATH; install rsync");
    QTest::newRow("node") << QStringList{QStringLiteral("gitlab-ci-local"), QStringLiteral("rsync")}
                          << QStringLiteral("node is not in PATH; install Node.js 22 or later");
    QTest::newRow("an old node") << QStringList{QStringLiteral("gitlab-ci-local"), QStringLiteral("rsync"),
                                                QStringLiteral("old node")}
                                 << QStringLiteral("node is v20.11.1; install Node.js 22 or later");
}

void TestGitLabRefusals::whatIsMissingIsNamed()
{
    QFETCH(QStringList, there);
    QFETCH(QString, why);
    LocalWorkspace space;
    test::write(space.repository() / ".gitlab-ci.yml", "a: {script: [x]}\n");
    space.commit("version: 1\n");
    const fs::path folder = programs(space, {"git", "cp"});
    for (const QString& name : there) {
        if (name == QStringLiteral("old node")) {
            test::write(folder / "node", "#!/bin/sh\necho v20.11.1\n");
            fs::permissions(folder / "node", fs::perms::owner_all);
        } else {
            fs::create_symlink(local::findProgram(name.toStdString()), folder / name.toStdString());
        }
    }
    const Variable path("PATH", folder.string());

    const auto run = space.ci().start("shop", "main", "push", {});

    QVERIFY(!run && run.error().code == ErrorCode::Io);
    const QString refused = QString::fromStdString(run.error().detail);
    QVERIFY2(refused.startsWith(QStringLiteral(".gitlab-ci.yml is run by gitlab-ci-local, and "))
                 && refused.contains(why),
             qPrintable(refused));
}

void TestGitLabRefusals::aHostilePipelineGetsNothing()
{
    LocalWorkspace space;
    const fs::path home = space.folder() / "home";
    test::write(home / ".ssh/id_ed25519", "the-private-key\n");
    test::write(home / "loot/loot.txt", "the-loot\n");
    const Variable token("GITHUB_TOKEN", "the-token-of-the-environment");
    const Variable agent("SSH_AUTH_SOCK", "/run/the-agent");
    const Variable own("HOME", home.string());
    const std::string victim = home.string();
    // Its own options, its own folder of gitlab-ci-local, code in a rule, and links in place of artifacts.
    test::write(space.repository() / ".gitlab-ci-local-env", "FORCE_SHELL_EXECUTOR=false\nSTATE_DIR=../../../out\n");
    fs::create_symlink(home, space.repository() / ".gitlab-ci-local");
    test::write(space.repository() / ".gitlab-ci.yml",
                "stages: [first, second]\n"
                "loot:\n"
                "  stage: first\n"
                "  artifacts: {paths: [nothing], when: always}\n"
                "  script:\n"
                "    - echo token=$GITHUB_TOKEN agent=$SSH_AUTH_SOCK\n"
                "    - cat "
                    + victim + "/.ssh/id_ed25519 ~/.ssh/id_ed25519 || echo no key\n    - echo x > " + victim
                    + "/owned || true\n    - echo x > " + space.repository().string()
                    + "/owned || true\n"
                      "    - echo the-configured-secret\n"
                      "    - ls "
                    + space.root().string()
                    + "/shop/runs || echo no runs\n    - rm -rf .gitlab-ci-local/artifacts && ln -s " + victim
                    + " .gitlab-ci-local/artifacts\n"
                      "peek:\n"
                      "  stage: second\n"
                      "  script: [cat loot.txt .gitlab-ci-local/artifacts/loot/loot.txt || echo no loot]\n"
                      "rule:\n"
                      "  stage: second\n"
                      "  rules: [{if: '$X == \"\" || process.getBuiltinModule(\"fs\").writeFileSync(\""
                    + victim
                    + "/owned\", \"x\")'}]\n"
                      "  script: [':']\n");
    space.commit("version: 1\n");

    const auto started = space.ci().start("shop", "main", "push", {});
    QVERIFY2(started, started ? "" : started.error().detail.c_str());
    const ci::Run run = space.waitForEnd(*started, 1);

    if (!test::jobOf(run, "loot").isolated)
        QSKIP("bubblewrap does not work here");
    const std::string log = space.log(run, "loot") + space.log(run, "peek");
    for (const char* there : {"Z token= agent=\n", "Z no key\n", "Z no runs\n", "Z no loot\n"})
        QVERIFY2(log.find(there) != std::string::npos, log.c_str());
    for (const char* gone : {"the-token", "the-private-key", "the-agent", "Z the-configured-secret", "the-loot"})
        QVERIFY2(log.find(gone) == std::string::npos, log.c_str());
    QVERIFY(!fs::exists(home / "owned") && !fs::exists(space.repository() / "owned"));
    QCOMPARE(test::read(home / "loot/loot.txt"), std::string("the-loot\n"));
    QVERIFY(!fs::exists(home / "artifacts") && !fs::exists(home / "builds"));
}

void TestGitLabRefusals::whatIsNotIsolatedDoesNotDeploy()
{
    LocalWorkspace space(false);
    test::write(space.repository() / ".gitlab-ci.yml",
                "ship: {environment: {name: production}, script: [touch $SIGNALBOX_STATE/shipped]}\n"
                "look: {environment: {name: production, action: verify}, script: [':']}\n");
    space.commit("version: 1\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("ship failure, look success"));
    QVERIFY(space.log(run, "ship").find("##[error]The job deploys to production, and nothing isolates it here")
            != std::string::npos);
    QVERIFY(!fs::exists(space.state("shipped")));
}

SIGNALBOX_TEST(TestGitLabRefusals)
#include "tst_gitlabrefusals.moc"
