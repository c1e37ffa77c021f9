// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what gitlab-ci-local makes of a .gitlab-ci.yml; the texts are other people's.
#include "core/line/gitlabduration.h"
#include "core/line/gitlabjobs.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::line;

namespace {

constexpr const char* kStages = "stages: [.pre, build, test, deploy, .post]\n";

std::string job(const std::string& name, const std::string& stage, const std::string& more = {})
{
    return "{\"name\":\"" + name + "\",\"stage\":\"" + stage + "\",\"when\":\"on_success\",\"allow_failure\":false"
        + more + "}";
}

QString outcome(const std::variant<std::vector<JobSpec>, Fault>& read)
{
    if (const auto* fault = std::get_if<Fault>(&read))
        return QString::fromStdString(std::to_string(fault->line) + ": " + fault->what);
    std::string text;
    for (const JobSpec& spec : std::get<std::vector<JobSpec>>(read)) {
        text += (text.empty() ? "" : ", ") + spec.name;
        for (const std::string& need : spec.needs)
            text += (&need == &spec.needs.front() ? " after " : "+") + need;
    }
    return QString::fromStdString(text);
}

} // namespace

class TestGitLabJobList : public QObject {
    Q_OBJECT

private slots:
    void jobsComeInOrder_data();
    void jobsComeInOrder();
    void whatAJobIsIsRead();
    void whoseArtifactsAJobGets_data();
    void whoseArtifactsAJobGets();
    void hostileTextsAreFaults_data();
    void hostileTextsAreFaults();
    void aliasesAreWrittenOutWithinLimits();
    void whatAliasesWouldMakeIsKnownBeforehand();
    void includesFromElsewhereAreFaults_data();
    void includesFromElsewhereAreFaults();
    void foldersAreNamedAsGitLabCiLocalDoes_data();
    void foldersAreNamedAsGitLabCiLocalDoes();
    void durations_data();
    void durations();
};

void TestGitLabJobList::jobsComeInOrder_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& list, const char* expected) {
        QTest::newRow(name) << QString::fromStdString("said before [x]\n[\n" + list + "]\n")
                            << QString::fromUtf8(expected);
    };

    row("stages", job("c", "deploy") + "," + job("b", "test") + "," + job("a", "build"), "a, b after a, c after b");
    row("needs",
        job("a", "build") + "," + job("b", "test", R"(,"needs":[])") + ","
            + job("c", "test", R"(,"needs":[{"job":"a"}])"),
        "a, b, c after a");
    row("a job that always begins hides no need",
        job("a", "build") + R"(,{"name":"b","stage":"test","when":"always"},)" + job("c", "deploy"),
        "a, b after a, c after a+b");
    row("manual jobs hold nothing up", R"({"name":"a","stage":"build","when":"manual"},)" + job("b", "test"), "a, b");
    row("but where they must not fail",
        R"({"name":"a","stage":"build","when":"manual","rules":[]},)" + job("b", "test"), "a, b after a");
    row("left out by a rule", R"({"name":"a","stage":"build","when":"never"},)" + job("b", "test"), "b");
    row("a matrix is needed by its name",
        job("m: [x]", "build") + "," + job("m: [y]", "build") + "," + job("c", "test", R"(,"needs":[{"job":"m"}])"),
        "m: [x], m: [y], c after m: [x]+m: [y]");
    row("an optional need that is not there", job("b", "test", R"(,"needs":[{"job":"a","optional":true}])"), "b");
}

void TestGitLabJobList::jobsComeInOrder()
{
    QFETCH(QString, list);
    const std::string expanded = std::string(kStages) + "a: {script: [x]}\nb: {script: [x]}\nc: {script: [x]}\nm: {}\n";

    const auto read = readGitLabJobs({.list = list.toStdString(), .expanded = expanded, .file = expanded});

    QTEST(outcome(read), "expected");
}

void TestGitLabJobList::whatAJobIsIsRead()
{
    const std::string expanded = std::string(kStages)
        + "a: {script: [x], image: {name: 'node:20'}, environment: {name: production}, timeout: 1h 30m, "
          "cache: [{paths: [x, ./x/, .npm/, ../out, /etc, '*.o', $HOME, .gitlab-ci-local, a/../../b]}, {}]}\n"
          "b: {script: [x], image: alpine, environment: {name: staging, action: verify}}\n"
          "c: {script: [x], environment: review}\n";
    const std::string list = "[\n" + job("a", "test") + R"(,{"name":"b","stage":"test","when":"on_failure"},)"
        + R"({"name":"c","stage":"test","when":"always","allow_failure":true}])";

    const auto read = readGitLabJobs({.list = list, .expanded = expanded, .file = {}});

    const auto* jobs = std::get_if<std::vector<JobSpec>>(&read);
    QVERIFY2(jobs && jobs->size() == 3, qPrintable(outcome(read)));
    QCOMPARE((*jobs)[0].gitlab->image, std::string("node:20"));
    QCOMPARE((*jobs)[0].gitlab->deploysTo, std::string("production"));
    QCOMPARE((*jobs)[0].timeLimit, Milliseconds(5'400'000));
    QCOMPARE((*jobs)[0].cache, (std::vector<std::string>{"x", ".npm"}));
    QCOMPARE((*jobs)[1].gitlab->image, std::string("alpine"));
    QCOMPARE((*jobs)[1].gitlab->deploysTo, std::string());
    QCOMPARE((*jobs)[1].timeLimit, Milliseconds(3'600'000));
    QVERIFY((*jobs)[1].gitlab->begins == Begins::NotByItself);
    QVERIFY((*jobs)[2].gitlab->begins == Begins::Always && (*jobs)[2].gitlab->mayFail);
    QCOMPARE((*jobs)[2].gitlab->deploysTo, std::string("review"));
}

void TestGitLabJobList::whoseArtifactsAJobGets_data()
{
    QTest::addColumn<QString>("needs");
    QTest::addColumn<QString>("dependencies");
    QTest::addColumn<QString>("expected");

    QTest::newRow("of earlier stages") << QString() << QString() << QStringLiteral("a m: [x] m: [y]");
    QTest::newRow("of what it needs") << QStringLiteral(R"(,"needs":[{"job":"a"}])") << QString()
                                      << QStringLiteral("a");
    QTest::newRow("of nothing that it only waits for")
        << QStringLiteral(R"(,"needs":[{"job":"a","artifacts":false},{"job":"m"}])") << QString()
        << QStringLiteral("m: [x] m: [y]");
    QTest::newRow("of what it depends on")
        << QString() << QStringLiteral("dependencies: [m]") << QStringLiteral("m: [x] m: [y]");
    QTest::newRow("of nothing") << QString() << QStringLiteral("dependencies: []") << QString();
}

void TestGitLabJobList::whoseArtifactsAJobGets()
{
    QFETCH(QString, needs);
    QFETCH(QString, dependencies);
    const std::string expanded
        = std::string(kStages) + "a: {script: [x]}\nm: {script: [x]}\nc: {" + dependencies.toStdString() + "}\n";
    const std::string list = "[\n" + job("a", "build") + "," + job("m: [x]", "build") + "," + job("m: [y]", "build")
        + "," + job("c", "test", needs.toStdString()) + "]";

    const auto read = readGitLabJobs({.list = list, .expanded = expanded, .file = {}});

    const auto* jobs = std::get_if<std::vector<JobSpec>>(&read);
    QVERIFY2(jobs, qPrintable(outcome(read)));
    QStringList names;
    for (const std::string& name : jobs->back().gitlab->artifactsOf)
        names << QString::fromStdString(name);
    QTEST(names.join(u' '), "expected");
}

void TestGitLabJobList::hostileTextsAreFaults_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("expanded");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& list, const std::string& expanded, const char* expected) {
        QTest::newRow(name) << QString::fromStdString(list) << QString::fromStdString(expanded)
                            << QString::fromUtf8(expected);
    };
    const std::string good = std::string(kStages) + "a: {script: [x]}\n";
    std::string many = "[\n";
    for (int i = 0; i < 257; ++i)
        many += job("a" + std::to_string(i), "test") + ",";
    many.back() = ']';

    row("nothing", "", good, "0: gitlab-ci-local did not list the jobs as it should");
    row("cut off", "[\n" + job("a", "test"), good, "0: gitlab-ci-local did not list the jobs as it should");
    row("deep", "[\n" + std::string(200'000, '['), good, "0: gitlab-ci-local did not list the jobs as it should");
    row("numbers", "[\n1, null, \"a\"]", good, "0: a job's name has 1 to 120 bytes, not 0");
    row("no name", "[\n{\"name\": 7}]", good, "0: a job's name has 1 to 120 bytes, not 0");
    row("a long name", "[\n" + job(std::string(121, 'x'), "test") + "]", good,
        "0: a job's name has 1 to 120 bytes, not 121");
    row("a name that deceives", "[\n" + job("a\\u202eb", "test") + "]", good,
        "0: the name of job a[RLO]b has characters that are not shown");
    row("two of one name", "[\n" + job("a", "test") + "," + job("a", "test") + "]", good, "0: two jobs are called a");
    row("a job that is not there", "[\n" + job("z", "test") + "]", good,
        "0: job z is listed, but does not stand there");
    row("too many", many, good, "0: has more than 256 jobs");
    row("none", "[]", good, "0: has no job that begins by itself on this branch");
    row("a cycle", "[\n" + job("a", "test", R"(,"needs":[{"job":"a"}])") + "]", good,
        "0: jobs need each other in a cycle, a first");
    row("needs that are none", "[\n" + job("a", "test", R"(,"needs":[3,{"job":["a"]}])") + "]", good,
        "1: job a needs , which is not in this pipeline; mark the need optional");
    row("bad YAML", "[\n" + job("a", "test") + "]", "a: [",
        "0: with all that it includes is not valid YAML: end of sequence flow not found");
    row("a million values", "[\n" + job("a", "test") + "]",
        "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
        "f: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
        "0: with all that it includes holds too many values");
}

void TestGitLabJobList::hostileTextsAreFaults()
{
    QFETCH(QString, list);
    QFETCH(QString, expanded);

    const auto read = readGitLabJobs(
        {.list = list.toStdString(), .expanded = expanded.toStdString(), .file = "a: {script: [x]}\n"});

    QTEST(outcome(read), "expected");
}

void TestGitLabJobList::aliasesAreWrittenOutWithinLimits()
{
    const std::string list = "[\n" + job("a", "test") + "," + job("b", "test") + "]";
    const std::string expanded = std::string(kStages)
        + "x: &image {name: 'node:20'}\na: {image: *image}\nb: {image: *image, v: !reference [q]}\n";
    const auto read = readGitLabJobs({.list = list, .expanded = expanded, .file = {}});
    QVERIFY(std::holds_alternative<std::vector<JobSpec>>(read));
    for (const JobSpec& spec : std::get<std::vector<JobSpec>>(read))
        QCOMPARE(spec.gitlab->image, std::string("node:20"));

    std::string large = std::string(kStages) + "x: &x " + std::string(900'000, 'y') + "\na: [";
    for (int i = 0; i < 10'000; ++i)
        large += "*x,";
    const auto refused = readGitLabJobs({.list = list, .expanded = large + "1]\n", .file = {}});
    QCOMPARE(outcome(refused), QStringLiteral("0: with all that it includes holds too many values"));
    const auto itself = readGitLabJobs({.list = list, .expanded = "a: &a [*a]\n", .file = {}});
    QVERIFY(std::holds_alternative<Fault>(itself));
}

void TestGitLabJobList::whatAliasesWouldMakeIsKnownBeforehand()
{
    std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int level = 1; level < 15; ++level) { // ten to the power of fifteen: it can only be counted
        const std::string below = "*a" + std::to_string(level - 1);
        bomb += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
        for (int more = 1; more < 10; ++more)
            bomb += "," + below;
        bomb += "]\n";
    }

    const auto included = localIncludes(bomb);

    QVERIFY(std::holds_alternative<Fault>(included));
    QCOMPARE(std::get<Fault>(included).what, std::string("holds too many values"));
    QCOMPARE(std::get<Fault>(included).line, 6);
    const auto few = localIncludes("x: &x {a: [b, c]}\ny: [*x, *x]\ninclude: a.yml\n");
    QVERIFY(std::holds_alternative<std::vector<std::string>>(few));
    QCOMPARE(std::get<std::vector<std::string>>(few).size(), std::size_t(1));
}

void TestGitLabJobList::includesFromElsewhereAreFaults_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* yaml, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(yaml) << QString::fromUtf8(expected);
    };

    row("none", "a: {}\n", "");
    row("one", "include: ci/a.yml\n", "ci/a.yml");
    row("several", "include: [/ci/a.yml, {local: 'b.yml'}, {local: 'c/*.yml'}]\n", "ci/a.yml b.yml");
    row("an address", "a: {}\ninclude:\n- https://example.com/a.yml\n", "3: includes https://example.com/a.yml");
    row("a project", "include: {project: acme/ci, file: a.yml}\n", "1: includes acme/ci");
    row("a component", "include: [{component: x/y@1}]\n", "1: includes x/y@1");
    row("what is none", "include: [[{}], 3, {local: []}, null]\n", "3");
    row("no YAML", "include: [\n", "");
}

void TestGitLabJobList::includesFromElsewhereAreFaults()
{
    QFETCH(QString, yaml);
    QFETCH(QString, expected);

    const auto read = localIncludes(yaml.toStdString());

    if (const auto* fault = std::get_if<Fault>(&read)) {
        const auto said = QString::fromStdString(std::to_string(fault->line) + ": " + fault->what);
        QVERIFY2(said.startsWith(expected) && said.contains(QStringLiteral("from elsewhere")), qPrintable(said));
        return;
    }
    QStringList files;
    for (const std::string& file : std::get<std::vector<std::string>>(read))
        files << QString::fromStdString(file);
    QCOMPARE(files.join(u' '), expected);
}

void TestGitLabJobList::foldersAreNamedAsGitLabCiLocalDoes_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("folder");

    // As gitlab-ci-local 4.75.1 made them.
    QTest::newRow("plain") << QStringLiteral("unit-1_a") << QStringLiteral("unit-1_a");
    QTest::newRow("blank") << QStringLiteral("lint: all") << QStringLiteral("lintOiAall");
    QTest::newRow("matrix") << QStringLiteral("mx: [x]") << QStringLiteral("mxOiBbxXQ");
}

void TestGitLabJobList::foldersAreNamedAsGitLabCiLocalDoes()
{
    QFETCH(QString, job);

    QTEST(QString::fromStdString(gitlabFolderName(job.toStdString())), "folder");
}

void TestGitLabJobList::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("hours and minutes") << QStringLiteral("3h 30m") << qint64(12'600'000);
    QTest::newRow("words") << QStringLiteral("1 hour 30 minutes") << qint64(5'400'000);
    QTest::newRow("seconds") << QStringLiteral("90") << qint64(90'000);
    QTest::newRow("together") << QStringLiteral("1d2h") << qint64(93'600'000);
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("zero") << QStringLiteral("0m") << qint64(0);
    QTest::newRow("no unit that is") << QStringLiteral("3 fortnights") << qint64(0);
    QTest::newRow("negative") << QStringLiteral("-3m") << qint64(0);
    QTest::newRow("too long") << QStringLiteral("99999999h") << qint64(0);
    QTest::newRow("too long in sum") << QStringLiteral("20d 20d") << qint64(0);
    QTest::newRow("no number") << QStringLiteral("h") << qint64(0);
    QTest::newRow("a variable") << QStringLiteral("$LIMIT") << qint64(0);
}

void TestGitLabJobList::durations()
{
    QFETCH(QString, text);

    const auto read = durationFrom(text.toStdString());

    QTEST(read ? qint64(read->count()) : qint64(0), "milliseconds");
}

SIGNALBOX_TEST(TestGitLabJobList)
#include "tst_gitlabjoblist.moc"
