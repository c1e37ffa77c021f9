// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/linefile.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

namespace {

QStringList faultsOf(const QByteArray& yaml)
{
    const auto read = line::readLineFile({yaml.data(), static_cast<std::size_t>(yaml.size())});
    QStringList texts;
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read)) {
        for (const auto& fault : *faults)
            texts << QString::number(fault.line) + QStringLiteral(": ") + QString::fromStdString(fault.what);
    }
    return texts;
}

line::LineFile fileOf(const QByteArray& yaml)
{
    auto read = line::readLineFile({yaml.data(), static_cast<std::size_t>(yaml.size())});
    auto* file = std::get_if<line::LineFile>(&read);
    return file != nullptr ? std::move(*file) : line::LineFile{};
}

void row(const char* name, const char* yaml, const char* faults)
{
    QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(faults);
}

} // namespace

class TestLineFile : public QObject {
    Q_OBJECT

private slots:
    void readsEveryKey();
    void leavesDefaultsWhereAKeyIsAbsent();
    void ordersJobsByTheirNeeds();
    void faultNamesLineAndKey_data();
    void faultNamesLineAndKey();
    void everyFaultIsToldInTheOrderOfLines();
    void hostileTextIsRefused_data();
    void hostileTextIsRefused();
};

void TestLineFile::readsEveryKey()
{
    const auto file = fileOf("version: 1\n"
                             "jobs:\n"
                             "  build:\n"
                             "    script: [make, 'make check']\n"
                             "    timeout_s: 2.5\n"
                             "    cache: [.deps, build/objects]\n"
                             "    environment: {LEVEL: 3, NAME: text, EMPTY: ''}\n"
                             "  test: {script: [./test], needs: [build]}\n"
                             "policy:\n"
                             "  autonomy: {retry: ask, destructive: never}\n"
                             "  retries_per_run: 5\n"
                             "  automatic_actions_per_hour: 7\n"
                             "  min_confidence: 0.75\n"
                             "  approval_deadline_s: 90\n"
                             "  always_ask: [production]\n"
                             "  money_per_month_usd: 12.5\n"
                             "  freezes: [{from: 2026-12-24T00:00:00Z, until: 2027-01-02T06:00:00Z, why: holidays}]\n");

    QCOMPARE(file.jobs.size(), 2U);
    const auto& build = file.jobs[0];
    QVERIFY((build.script == std::vector<std::string>{"make", "make check"}));
    QCOMPARE(build.timeLimit.count(), 2500);
    QVERIFY((build.cache == std::vector<std::string>{".deps", "build/objects"}));
    QVERIFY((build.environment == std::map<std::string, std::string>{{"EMPTY", ""}, {"LEVEL", "3"}, {"NAME", "text"}}));
    QVERIFY((file.jobs[1].needs == std::vector<std::string>{"build"}));
    QVERIFY((file.policy.autonomy
             == std::map<SafetyClass, Autonomy>{{SafetyClass::Retry, Autonomy::Ask},
                                                {SafetyClass::Destructive, Autonomy::Never}}));
    QCOMPARE(file.policy.retriesPerRun, 5);
    QCOMPARE(file.policy.automaticActionsPerHour, 7);
    QCOMPARE(file.policy.minConfidence, 0.75);
    QCOMPARE(file.policy.approvalDeadline.count(), 90'000);
    QVERIFY(file.policy.alwaysAsk == std::vector<std::string>{"production"});
    QCOMPARE(file.policy.moneyPerMonthUsd, 12.5);
    QCOMPARE(file.policy.freezes.size(), std::size_t(1));
    QCOMPARE(formatUtc(file.policy.freezes.front().until), std::string("2027-01-02T06:00:00.000Z"));
}

void TestLineFile::leavesDefaultsWhereAKeyIsAbsent()
{
    const auto file = fileOf("jobs: {build: {script: [make]}}");

    QCOMPARE(file.jobs.size(), 1U);
    QCOMPARE(file.jobs[0].timeLimit.count(), 600'000);
    QCOMPARE(file.policy.retriesPerRun, PolicyRules().retriesPerRun);
}

void TestLineFile::ordersJobsByTheirNeeds()
{
    const auto file = fileOf("jobs:\n"
                             "  pack: {script: [x], needs: [test, docs]}\n"
                             "  test: {script: [x], needs: [build]}\n"
                             "  docs: {script: [x]}\n"
                             "  build: {script: [x]}\n");

    std::string order;
    for (const auto& job : file.jobs)
        order += job.name + " ";
    QCOMPARE(order, std::string("docs build test pack "));
}

void TestLineFile::faultNamesLineAndKey_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("fault");

    row("an empty file", "", "1: is empty");
    row("only a comment", "# nothing\n", "1: is empty");
    row("a list", "- a\n", "1: must be a map, is a list");
    row("an empty map", "{}", "1: holds no key: \"jobs\" or \"policy\" is needed");
    row("two documents", "version: 1\n---\nversion: 1\n", "3: holds more than one YAML document");
    row("bad syntax", "jobs:\n  build: [a\n  test: b\n", "3: is not valid YAML: end of sequence flow not found");
    row("an alias", "jobs:\n  a: &a {script: [x]}\n  b: *a\n",
        "3: aliases (*name) are not supported: write the value out");
    row("a foreign tag", "jobs: !!binary aGk=\n", "1: tags (!name) are not supported");
    row("an unknown key, close to a known one", "job:\n  a: 1\n", "1: job: unknown key; did you mean \"jobs\"?");
    row("an unknown key, close to none", "version: 1\nstages: []\n", "2: stages: unknown key");
    row("an unknown key of a job", "jobs:\n  build:\n    script: [x]\n    timeout: 5\n",
        "4: jobs.build.timeout: unknown key; did you mean \"timeout_s\"?");
    row("a version that is not ours", "version: 2\n", "1: version: must be 1, the only version there is");
    row("jobs as a list", "version: 1\njobs:\n  - build\n", "2: jobs: must be a map, is a list");
    row("no jobs", "jobs: {}\n", "1: jobs: must hold a job");
    row("a job without script", "jobs:\n  build:\n    needs: []\n", "2: jobs.build: \"script\" is missing");
    row("a job that is text", "jobs:\n  build: make\n", "2: jobs.build: must be a map, is \"make\"");
    row("a job's name with a slash", "jobs:\n  a/b: {script: [x]}\n",
        "2: jobs.a/b: a job's name has 1 to 64 of A-Z a-z 0-9 _ . - and begins with a letter, a digit or _");
    row("a job twice", "jobs:\n  a: {script: [x]}\n  a: {script: [y]}\n", "3: jobs.a: stands here twice");
    row("an empty script", "jobs:\n  a:\n    script: []\n", "3: jobs.a.script: must hold a command");
    row("a script that is text", "jobs:\n  a:\n    script: make\n", "3: jobs.a.script: must be a list, is \"make\"");
    row("a command that is a map", "jobs:\n  a:\n    script:\n      - x\n      - run: y\n",
        "5: jobs.a.script[1]: must be text, is a map");
    row("a command that YAML takes for a truth value", "jobs:\n  a:\n    script:\n      - true\n",
        "4: jobs.a.script[0]: must be text, is true; put it in quotes");
    row("a time limit that is text", "jobs:\n  build:\n    script: [x]\n    timeout_s: soon\n",
        "4: jobs.build.timeout_s: must be a number above 0 and at most 604800, is \"soon\"");
    row("a time limit in quotes", "jobs: {a: {script: [x], timeout_s: '5'}}",
        "1: jobs.a.timeout_s: must be a number above 0 and at most 604800, is \"5\"");
    row("a time limit of nothing", "jobs:\n  a:\n    script: [x]\n    timeout_s: 0\n",
        "4: jobs.a.timeout_s: must be a number above 0 and at most 604800, is 0");
    row("a time limit without value", "jobs:\n  a:\n    script: [x]\n    timeout_s:\n    needs: []\n",
        "4: jobs.a.timeout_s: must be a number above 0 and at most 604800, is empty");
    row("a job that is needed and is not there",
        "jobs:\n  build: {script: [x]}\n  test:\n    script: [x]\n"
        "    needs:\n      - biuld\n",
        "6: jobs.test.needs[0]: there is no job \"biuld\"; did you mean \"build\"?");
    row("a cycle", "jobs:\n  a:\n    script: [x]\n    needs: [b]\n  b:\n    script: [x]\n    needs: [a]\n",
        "4: jobs.a.needs[0]: jobs need each other in a cycle: a -> b -> a");
    row("a job that needs itself", "jobs:\n  a:\n    script: [x]\n    needs: [a]\n",
        "4: jobs.a.needs[0]: jobs need each other in a cycle: a -> a");
    row("a cycle behind a job that is not in it",
        "jobs:\n  z: {script: [x], needs: [a]}\n  a: {script: [x], needs: [b]}\n  b: {script: [x], needs: [a]}\n",
        "3: jobs.a.needs[0]: jobs need each other in a cycle: a -> b -> a");
    row("an absolute cache path", "jobs:\n  a:\n    script: [x]\n    cache:\n      - ok\n      - /etc\n",
        "6: jobs.a.cache[1]: must be a path inside the checkout, is absolute: \"/etc\"");
    row("a cache path that leaves the checkout", "jobs:\n  a:\n    script: [x]\n    cache: [a/../../b]\n",
        "4: jobs.a.cache[0]: must be a path inside the checkout, leaves it by \"..\": \"a/../../b\"");
    row("the whole checkout as cache", "jobs: {a: {script: [x], cache: [.]}}",
        "1: jobs.a.cache[0]: must name a folder or file inside the checkout, as in \"build/cache\": \".\"");
    row("a variable that is a list", "jobs:\n  a:\n    script: [x]\n    environment:\n      X: [1]\n",
        "5: jobs.a.environment.X: must be text, is a list");
    row("a variable's name with a blank", "jobs:\n  a:\n    script: [x]\n    environment:\n      A B: 1\n",
        "5: jobs.a.environment.A B: a variable's name has A-Z a-z 0-9 _ and does not begin with a digit");
    row("a variable that is ours", "jobs: {a: {script: [x], environment: {SIGNALBOX_RUN: 1}}}",
        "1: jobs.a.environment.SIGNALBOX_RUN: names that begin with SIGNALBOX_ are set by Signalbox");
    row("an unknown safety class", "policy:\n  autonomy:\n    retries: ask\n",
        "3: policy.autonomy.retries: unknown key; did you mean \"retry\"?");
    row("an unknown autonomy", "policy:\n  autonomy:\n    retry: always\n",
        "3: policy.autonomy.retry: must be automatic, ask or never, is \"always\"");
    row("a destructive action that does not ask", "policy:\n  autonomy:\n    destructive: automatic\n",
        "3: policy.autonomy.destructive: must be ask or never: what is destructive always asks");
    row("too many retries", "policy:\n  retries_per_run: 11\n",
        "2: policy.retries_per_run: must be a whole number from 0 to 10, is 11");
    row("a freeze without an end", "policy:\n  freezes:\n    - from: 2026-12-24T00:00:00Z\n",
        "3: policy.freezes[0]: needs from and until");
    row("a freeze that ends before it begins",
        "policy:\n  freezes:\n    - {from: 2026-12-24T00:00:00Z, until: 2026-12-23T00:00:00Z}\n",
        "3: policy.freezes[0]: must end after it begins");
    row("a freeze at no time", "policy:\n  freezes:\n    - from: tomorrow\n      until: 2026-12-24T00:00:00Z\n",
        "3: policy.freezes[0].from: must be a time such as 2026-12-24T00:00:00Z, is \"tomorrow\"");
    row("half a retry", "policy:\n  retries_per_run: 1.5\n",
        "2: policy.retries_per_run: must be a whole number from 0 to 10, is 1.5");
    row("a confidence in percent", "policy:\n  min_confidence: 80\n",
        "2: policy.min_confidence: must be a number from 0 to 1, is 80");
    row("a key with a line break", "jobs:\n  \"a\\nb\": {script: [x]}\n",
        "2: jobs.a b: a job's name has 1 to 64 of A-Z a-z 0-9 _ . - and begins with a letter, a digit or _");
}

void TestLineFile::faultNamesLineAndKey()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, fault);

    QCOMPARE(faultsOf(yaml), QStringList{fault});
}

void TestLineFile::everyFaultIsToldInTheOrderOfLines()
{
    const auto faults = faultsOf("jobs:\n"
                                 "  a:\n"
                                 "    script: [x]\n"
                                 "    needs: [c]\n"
                                 "    colour: red\n"
                                 "policy: 5\n");

    QCOMPARE(faults,
             (QStringList{QStringLiteral("4: jobs.a.needs[0]: there is no job \"c\""),
                          QStringLiteral("5: jobs.a.colour: unknown key"),
                          QStringLiteral("6: policy: must be a map, is 5")}));
}

void TestLineFile::hostileTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("fault");

    QTest::newRow("binary") << QByteArray("\x7f\x45LF\x01\x00\x00", 7)
                            << QStringLiteral("1: is not text: it holds control characters");
    QTest::newRow("a NUL by escape") << QByteArray("jobs:\n  a: {script: [\"a\\0b\"]}\n")
                                     << QStringLiteral("2: holds a NUL character");
    QTest::newRow("more than a mebibyte") << QByteArray(2'000'000, '#') << QStringLiteral("1: is larger than 1 MiB");
    QTest::newRow("deep nesting") << QByteArray(200'000, '[')
                                  << QStringLiteral("1: is nested more than 32 levels deep");
    QTest::newRow("a comma, at which the parser stands still")
        << QByteArray(",a: 1\n") << QStringLiteral("1: holds more than one YAML document");
    QTest::newRow("aliases of aliases") << QByteArray("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
                                        << QStringLiteral("2: aliases (*name) are not supported: write the value out");
}

void TestLineFile::hostileTextIsRefused()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, fault);

    QCOMPARE(faultsOf(yaml), QStringList{fault});
}

SIGNALBOX_TEST(TestLineFile)
#include "tst_linefile.moc"
