// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/git.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using local::Git;

class TestGit : public QObject {
    Q_OBJECT

private slots:
    void aFolderWithoutRepositoryIsNamed();
    void aRepositoryWithoutCommitSaysSo();
    void anUnknownCommitIsNamed_data();
    void anUnknownCommitIsNamed();
    void findsACommitByBranchAndById();
    void policyComesFromTheDefaultBranch();
    void aMissingFileIsNotFound();
    void snapshotIsAloneAndUnshared();
};

void TestGit::aFolderWithoutRepositoryIsNamed()
{
    const test::LocalWorkspace space;
    const auto folder = space.repository() / "inside"; // a repository further up does not count
    std::filesystem::create_directories(folder);

    const auto plain = Git(folder).commit("main", {});
    const auto missing = Git(space.folder() / "gone").commit("main", {});

    QVERIFY(!plain && plain.error().code == ErrorCode::InvalidInput);
    QCOMPARE(plain.error().detail, folder.string() + " is not a git repository");
    QCOMPARE(missing.error().detail, (space.folder() / "gone").string() + ": no such folder");
}

void TestGit::aRepositoryWithoutCommitSaysSo()
{
    const test::LocalWorkspace space;

    const auto branch = Git(space.repository()).defaultBranch({});

    QVERIFY(!branch);
    QCOMPARE(branch.error().detail, space.repository().string() + " has no commit yet");
}

void TestGit::anUnknownCommitIsNamed_data()
{
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("a branch that is not there") << QByteArray("feature");
    QTest::newRow("a commit that is not there") << QByteArray("0123456789012345678901234567890123456789");
    QTest::newRow("an option") << QByteArray("--all");
    QTest::newRow("a range") << QByteArray("main..main");
    QTest::newRow("nothing") << QByteArray("");
}

void TestGit::anUnknownCommitIsNamed()
{
    QFETCH(QByteArray, name);
    const test::LocalWorkspace space;
    space.commit("version: 1");

    const auto commit = Git(space.repository()).commit(name.toStdString(), {});

    QVERIFY(!commit && commit.error().code == ErrorCode::InvalidInput);
    QCOMPARE(commit.error().detail, space.repository().string() + " has no commit or branch " + name.toStdString());
}

void TestGit::findsACommitByBranchAndById()
{
    const test::LocalWorkspace space;
    const std::string id = space.commit("version: 1");

    for (const std::string& name : {std::string("main"), id, id.substr(0, 10)}) {
        const auto commit = Git(space.repository()).commit(name, {});

        QVERIFY(commit);
        QCOMPARE(commit->id, id);
        QCOMPARE(commit->author, std::string("Test Author"));
        QCOMPARE(commit->branch, std::string("main"));
    }
}

void TestGit::policyComesFromTheDefaultBranch()
{
    const test::LocalWorkspace space;
    space.commit("version: 1 # protected");
    test::git(space.repository(), {"checkout", "-q", "-b", "loose"});
    space.commit("version: 1 # loosened");

    const auto content = Git(space.repository()).fileAtDefaultBranch("signalbox.yaml", {});

    QVERIFY(content);
    QCOMPARE(*content, std::string("version: 1 # protected"));
}

void TestGit::aMissingFileIsNotFound()
{
    const test::LocalWorkspace space;
    const std::string id = space.commit("version: 1");

    const auto content = Git(space.repository()).fileAt(id, "other.yaml", {});

    QVERIFY(!content && content.error().code == ErrorCode::NotFound);
    QCOMPARE(content.error().detail, space.repository().string() + " has no file other.yaml at " + id);
}

void TestGit::snapshotIsAloneAndUnshared()
{
    const test::LocalWorkspace space;
    const std::string first = space.commit("version: 1 # first");
    space.commit("version: 1 # second");
    const auto folder = space.folder() / "snapshot";

    const auto made = Git(space.repository()).snapshot(first, folder, {});
    std::filesystem::remove_all(space.repository());

    QVERIFY(made);
    QCOMPARE(test::read(folder / "signalbox.yaml"), std::string("version: 1 # first"));
    const auto commit = Git(folder).commit(first, {});
    QVERIFY(commit && commit->id == first);
}

SIGNALBOX_TEST(TestGit)
#include "tst_git.moc"
