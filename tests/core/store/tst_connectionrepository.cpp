// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on a store look at one line.
#include "core/store/connectionrepository.h"
#include "core/store/processowner.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

const Error kNoToken{ErrorCode::Unauthorized, "no token for acme/shop: set GH_TOKEN"};
const Error kSilent{ErrorCode::Network, "nothing answers there"};

/// thisProcess(), as if it had begun in another instant: it is gone.
std::string goneOwner()
{
    std::string owner = thisProcess();
    owner.resize(owner.rfind(':') + 1);
    return owner + "1";
}

LookedAt lookedAt(const std::string& by)
{
    return {
        .line = "acme/shop", .server = "https://api.github.com", .name = "GitHub", .lines = {"acme/shop"}, .by = by};
}

} // namespace

class TestConnectionRepository : public QObject {
    Q_OBJECT

private:
    const std::string m_ours = "machine:boot:ns:2:2";
    const std::string m_living = thisProcess();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<ConnectionRepository> m_connections;
    SetClock m_clock;

    void looks(const std::string& by) { must(m_connections->wentWell(lookedAt(by), m_clock.now())); }
    void fails(const std::string& by, const Error& why)
    {
        must(m_connections->failed(lookedAt(by), why, m_clock.now()));
    }
    bool isLost() { return must(m_connections->lost()).contains("acme/shop"); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
        m_connections = std::make_unique<ConnectionRepository>(**m_store);
    }

    void theOneWithoutATokenSaysNothing()
    {
        looks(m_living);
        fails(m_ours, kNoToken);
        QVERIFY(!isLost());

        fails(m_ours, kSilent); // that both would find
        QVERIFY(isLost());
    }

    void unlessNobodyElseLooks()
    {
        fails(m_ours, kNoToken);
        QVERIFY(isLost());

        looks(m_living);
        QVERIFY(!isLost());
        fails(m_ours, kNoToken);
        QVERIFY(!isLost());
        fails(m_living, kNoToken); // it is revoked
        QVERIFY(isLost());
    }

    void whoeverIsGoneLooksNoMore()
    {
        looks(goneOwner());
        fails(m_ours, kNoToken);
        QVERIFY(isLost());

        looks(m_living); // takes its place
        fails(m_ours, kNoToken);
        QVERIFY(!isLost());
    }
};

SIGNALBOX_TEST(TestConnectionRepository)
#include "tst_connectionrepository.moc"
