// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/holdrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

gate::Hold hold(std::string line)
{
    return {.line = std::move(line), .by = "ana", .reason = "freeze", .since = fromUnixMs(5)};
}

gate::Release release(std::string reason = "thawed")
{
    return {.by = "ben", .reason = std::move(reason), .at = fromUnixMs(9)};
}

} // namespace

class TestHoldRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    Database& database() { return **m_store; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aHoldHoldsUntilItIsReleased()
    {
        HoldRepository holds(database());
        must(holds.put(hold("parser")));
        QVERIFY(must(holds.isHeld("parser")));
        QVERIFY(!must(holds.isHeld("ledger")));

        must(holds.release("parser", release()));

        QVERIFY(!must(holds.isHeld("parser")));
        must(holds.put(hold("parser"))); // and again
        QVERIFY(must(holds.isHeld("parser")));
    }

    void holdingAllHoldsEveryLine()
    {
        HoldRepository holds(database());
        must(holds.put(hold("parser")));
        must(holds.put(hold("")));

        QVERIFY(must(holds.isHeld("ledger")));
        const auto all = must(holds.list());
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(all.front().line.empty());
        QCOMPARE(all.back().since, fromUnixMs(5));
    }

    void itIsSaidWhoHoldsAlready()
    {
        HoldRepository holds(database());
        must(holds.put(hold("")));

        QCOMPARE(why(holds.put(hold("")).error()), QStringLiteral("everything is held already, by ana"));
        QCOMPARE(why(holds.release("parser", release()).error()), QStringLiteral("line parser is not held"));
        QCOMPARE(holds.release("", release(" ")).error().code, ErrorCode::InvalidInput);
        QVERIFY(must(holds.isHeld("parser")));
    }
};

SIGNALBOX_TEST(TestHoldRepository)
#include "tst_holdrepository.moc"
