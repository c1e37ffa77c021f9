// SPDX-License-Identifier: GPL-3.0-or-later
// The real signalboxctl heals a folder that has a .gitlab-ci.yml and nothing else, also when it is killed meanwhile.
#include "core/local/process.h"
#include "tests/app/ctlprogram.h"
#include "tests/core/local/localworkspace.h"
#include "tests/integration/gitlabcilocal/gitlabprograms.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <signal.h>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

constexpr int kPatienceMs = 120'000;

/// The second job fails once of what `once` prints.
std::string pipeline(const std::string& once)
{
    return "stages: [build, test]\n"
           "build:\n"
           "  stage: build\n"
           "  script: [echo x >> $SIGNALBOX_STATE/builds, echo made > out.txt]\n"
           "  artifacts: {paths: [out.txt]}\n"
           "unit:\n"
           "  stage: test\n"
           "  script:\n"
           "    - cat out.txt; echo x >> $SIGNALBOX_STATE/units\n"
           "    - test -e $SIGNALBOX_STATE/seen || { touch $SIGNALBOX_STATE/seen; "
        + once + "; exit 7; }\n";
}

class Folder {
public:
    explicit Folder(const std::string& yaml)
    {
        fs::create_directories(shop());
        write(shop() / ".gitlab-ci.yml", yaml);
        for (const auto& words : std::vector<std::vector<std::string>>{
                 {"init", "-q", "-b", "main"},
                 {"add", "."},
                 {"-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "Begin"}})
            git(shop(), words);
    }

    fs::path shop() const { return m_folder.path().toStdString() + "/shop"; }
    std::string state(const std::string& name) const
    {
        return read(m_folder.path().toStdString() + "/s.ci/shop/state/" + name);
    }
    QStringList words(QStringList more) const
    {
        return QStringList{u"--json"_s, u"--store"_s, m_folder.filePath(u"s.sqlite"_s)} + std::move(more);
    }
    QStringList heal(const QString& run) const
    {
        return words(
            {u"heal"_s, u"--provider"_s, u"local"_s, u"--repo"_s, QString::fromStdString(shop()), u"--run"_s, run});
    }
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

Answered answered(const QStringList& words)
{
    QProcess program;
    program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), words);
    program.closeWriteChannel();
    Answered all;
    if (program.waitForFinished(kPatienceMs) && program.exitStatus() == QProcess::NormalExit)
        all.status = program.exitCode();
    all.output = QString::fromUtf8(program.readAllStandardOutput());
    all.diagnostics = QString::fromUtf8(program.readAllStandardError());
    return all;
}

} // namespace

class TestGitLabHealing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void onlyTheFailedJobIsRunAgain();
    void whatNoRetryMendsIsNamedAndEscalated();
    void aKilledProgramFindsTheRunAsItIs();
    void aFolderBecomesALineAndTheDoctorKnowsIt();
    void whatIsMissingFailsOutside();
};

void TestGitLabHealing::initTestCase()
{
    if (const QString fault = gitlabCiLocal(); !fault.isEmpty())
        QSKIP(qPrintable(fault));
}

void TestGitLabHealing::onlyTheFailedJobIsRunAgain()
{
    const Folder folder(pipeline("echo 'npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad'"));

    const Answered healed = answered(folder.heal(u"new"_s));

    QVERIFY2(healed.status == 0, qPrintable(healed.output + healed.diagnostics));
    const QJsonObject json = jsonOf(healed.output);
    QCOMPARE(json[u"outcome"].toString(), u"retried"_s);
    QCOMPARE(json[u"attempts"].toInt(), 2);
    qInfo("class %s", qPrintable(json[u"class"].toString()));
    QCOMPARE(folder.state("builds"), std::string("x\n"));
    QCOMPARE(folder.state("units"), std::string("x\nx\n"));
}

void TestGitLabHealing::whatNoRetryMendsIsNamedAndEscalated()
{
    // From ../shared/data/failures/train.jsonl, as npm prints it.
    const Folder folder(pipeline("printf '%s\\n' 'npm ERR! code ERESOLVE'"
                                 " 'npm ERR! ERESOLVE unable to resolve dependency tree'"
                                 " 'npm ERR! Could not resolve dependency>' | sed 's/>/:/'"));

    const Answered healed = answered(folder.heal(u"new"_s));

    const QJsonObject json = jsonOf(healed.output);
    QVERIFY2(healed.status == 1, qPrintable(healed.output + healed.diagnostics));
    QCOMPARE(json[u"class"].toString(), u"npm_eresolve"_s);
    QCOMPARE(json[u"outcome"].toString(), u"escalated"_s);
    QCOMPARE(folder.state("units"), std::string("x\n"));
}

void TestGitLabHealing::aKilledProgramFindsTheRunAsItIs()
{
    const std::string mark = freshMark();
    const Folder folder("stages: [a, b]\n"
                        "first: {stage: a, script: [echo x >> $SIGNALBOX_STATE/first]}\n"
                        "waits:\n"
                        "  stage: b\n"
                        "  script: [echo x >> $SIGNALBOX_STATE/waits, 'while test ! -e $SIGNALBOX_STATE/go; do "
                        "sh -c \"sleep 0.1 # "
                        + mark + "\"; done']\n");
    QProcess program;
    program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), folder.heal(u"new"_s));
    QTRY_VERIFY_WITH_TIMEOUT(folder.state("waits") == "x\n", kPatienceMs);

    ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
    QVERIFY(program.waitForFinished(kPatienceMs));
    write(folder.file(u"s.ci/shop/state/go"_s).toStdString(), "");
    const Answered healed = answered(folder.heal(u"1"_s));

    QVERIFY2(healed.status == 0, qPrintable(healed.output + healed.diagnostics));
    QCOMPARE(jsonOf(healed.output)[u"outcome"].toString(), u"green"_s);
    QCOMPARE(folder.state("first"), std::string("x\n"));
    QCOMPARE(folder.state("waits"), std::string("x\n"));
}

void TestGitLabHealing::aFolderBecomesALineAndTheDoctorKnowsIt()
{
    const Folder folder(pipeline("true"));
    const QString shop = QString::fromStdString(folder.shop());

    const Answered added = answered(folder.words({u"repo"_s, u"add"_s, shop}));
    const Answered examined = answered(folder.words({u"doctor"_s}));

    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    QString line;
    for (const QJsonValue& check : jsonOf(examined.output)[u"checks"].toArray()) {
        if (check[u"check"].toString() == u"line shop"_s && check[u"ok"].toBool())
            line = check[u"detail"].toString();
    }
    QVERIFY2(line.startsWith(u".gitlab-ci.yml, run by gitlab-ci-local 4."_s), qPrintable(examined.output));
}

void TestGitLabHealing::whatIsMissingFailsOutside()
{
    const Folder folder(pipeline("true"));
    const fs::path bin = folder.file(u"bin"_s).toStdString();
    fs::create_directories(bin);
    fs::create_symlink(local::findProgram("git"), bin / "git");
    const Variable path("PATH", bin.string());

    const Answered refused = answered(folder.heal(u"new"_s));

    QCOMPARE(refused.status, 3);
    QVERIFY2(isOneLine(refused.diagnostics) && refused.diagnostics.contains(u"npm install -g gitlab-ci-local"_s),
             qPrintable(refused.diagnostics));
}

SIGNALBOX_TEST(TestGitLabHealing)
#include "tst_gitlabhealing.moc"
