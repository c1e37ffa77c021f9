// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/files.h"
#include "core/local/jobcache.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

namespace fs = std::filesystem;

class TestJobCache : public QObject {
    Q_OBJECT

private slots:
    void init();
    void savedPathsComeBack();
    void savingAgainReplacesTheEntry();
    void whatTheCheckoutHasNotStaysAsItWas();
    void aLinkInTheCheckoutIsNotFollowed();
    void clearedEntriesAreGone();
    void treesWithReadOnlyFoldersAreRemoved();

private:
    local::JobCache cache() const { return {m_root / "cache" / "build", -1}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_checkout;
};

void TestJobCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = m_folder->path().toStdString();
    m_checkout = m_root / "work" / "checkout";
    fs::create_directories(m_checkout);
}

void TestJobCache::savedPathsComeBack()
{
    test::write(m_checkout / "a" / "100%" / "file", "content");

    const auto saved = cache().save("a/100%", m_checkout);
    fs::remove_all(m_checkout / "a");
    const auto restored = cache().restore("a/100%", m_checkout);

    QVERIFY(saved && *saved);
    QVERIFY(restored && *restored);
    QCOMPARE(test::read(m_checkout / "a" / "100%" / "file"), std::string("content"));
    QVERIFY(cache().paths() == std::vector<std::string>{"a/100%"});
}

void TestJobCache::savingAgainReplacesTheEntry()
{
    test::write(m_checkout / "deps" / "old", "1");
    QVERIFY(cache().save("deps", m_checkout));
    test::write(m_checkout / "deps" / "new", "2");

    QVERIFY(cache().save("deps", m_checkout));

    const auto restored = cache().restore("deps", m_checkout);
    QVERIFY(restored && *restored);
    QVERIFY(!fs::exists(m_checkout / "deps" / "old"));
    QVERIFY(fs::exists(m_checkout / "deps" / "new"));
    QCOMPARE(cache().paths().size(), 1U);
}

void TestJobCache::whatTheCheckoutHasNotStaysAsItWas()
{
    test::write(m_checkout / "deps" / "file", "1");
    QVERIFY(cache().save("deps", m_checkout));

    const auto saved = cache().save("deps", m_checkout); // it was moved out

    QVERIFY(saved && !*saved);
    QCOMPARE(cache().paths().size(), 1U);
}

void TestJobCache::aLinkInTheCheckoutIsNotFollowed()
{
    test::write(m_root / "private" / "keys" / "id", "secret");
    fs::create_directory_symlink(m_root / "private", m_checkout / "a");

    const auto saved = cache().save("a/keys", m_checkout);
    test::write(m_root / "cache" / "build" / "a%2Fkeys", "planted");
    const auto restored = cache().restore("a/keys", m_checkout);

    QVERIFY(!saved || !*saved);
    QVERIFY(!restored);
    QCOMPARE(test::read(m_root / "private" / "keys" / "id"), std::string("secret"));
}

void TestJobCache::clearedEntriesAreGone()
{
    test::write(m_checkout / "deps" / "file", "1");
    QVERIFY(cache().save("deps", m_checkout));

    QVERIFY(cache().clear());
    QVERIFY(cache().clear()); // again: nothing is there

    const auto restored = cache().restore("deps", m_checkout);
    QVERIFY(restored && !*restored);
    QVERIFY(fs::is_empty(m_root / "cache"));
}

void TestJobCache::treesWithReadOnlyFoldersAreRemoved()
{
    test::write(m_root / "tree" / "locked" / "file", "1");
    fs::create_directory_symlink(m_checkout, m_root / "tree" / "link");
    fs::permissions(m_root / "tree" / "locked", fs::perms::owner_read | fs::perms::owner_exec);

    QVERIFY(local::removeTree(m_root / "tree"));
    QVERIFY(local::removeTree(m_root / "tree")); // again: nothing is there

    QVERIFY(!fs::exists(m_root / "tree"));
    QVERIFY(fs::exists(m_checkout));
}

SIGNALBOX_TEST(TestJobCache)
#include "tst_jobcache.moc"
