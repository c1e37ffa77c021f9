// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs at one store in the same instant.
#include "core/store/auditlog.h"
#include "core/store/holdrepository.h"
#include "tests/core/store/childprocess.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>

#include <cstdio>
#include <sys/stat.h>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

const std::string kStoreOfTheChild = "SIGNALBOX_TEST_SHARED_STORE";
const std::string kNameOfTheChild = "SIGNALBOX_TEST_CHILD";
constexpr int kHolds = 15;

std::string gateOf(const std::string& store)
{
    return store + ".gate"; // a pipe that nobody writes into; who opens it to read waits for whoever opens it to write
}

/// The child: opens the store when the gate opens, then holds and releases a line of its own.
int openAndWork(const std::string& path, const std::string& name)
{
    std::printf("ready\n");
    std::fflush(stdout);
    ::close(::open(gateOf(path).c_str(), O_RDONLY | O_CLOEXEC));
    OpenStore store(path);
    HoldRepository holds(*store);
    const UtcTime now = SystemClock().now();
    for (int i = 0; i < kHolds; ++i) {
        must(holds.put({.line = name, .by = name, .reason = std::to_string(i), .since = now}));
        must(holds.release(name, {.by = name, .reason = std::to_string(i), .at = now}));
    }
    return 0;
}

} // namespace

class TestTwoPrograms : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

    std::unique_ptr<ChildProcess> child(const std::string& name) const
    {
        return std::make_unique<ChildProcess>(QCoreApplication::applicationFilePath().toStdString(),
                                              std::vector<std::string>{kStoreOfTheChild + "=" + path(),
                                                                       kNameOfTheChild + "=" + name,
                                                                       "SIGNALBOX_TEST_CLASS=TestTwoPrograms"});
    }

    static bool isReady(const ChildProcess& child)
    {
        QByteArray said;
        while (!said.contains("ready")) {
            const QByteArray more = child.read();
            if (more.isEmpty())
                return false;
            said += more;
        }
        return true;
    }

    /// Two programs that open the store at once, and work until both have ended.
    void runTwo() const
    {
        QCOMPARE(::mkfifo(gateOf(path()).c_str(), 0600), 0);
        const auto ana = child("ana");
        const auto ben = child("ben");
        QVERIFY(isReady(*ana) && isReady(*ben));
        const int gate = ::open(gateOf(path()).c_str(), O_WRONLY | O_CLOEXEC); // stays open for who comes late
        QCOMPARE(ana->reap(), 0);
        QCOMPARE(ben->reap(), 0);
        ::close(gate);
        QVERIFY(QFile::remove(QString::fromStdString(gateOf(path()))));
    }

private slots:
    void initTestCase()
    {
        const QByteArray store = qgetenv(kStoreOfTheChild.c_str());
        if (!store.isEmpty())
            std::_Exit(openAndWork(store.toStdString(), qgetenv(kNameOfTheChild.c_str()).toStdString()));
    }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theAuditLogIsOneChain()
    {
        runTwo();

        OpenStore store(path());
        AuditRepository audit(*store);
        const record::AuditVerdict verdict = must(audit.verify(must(audit.head())));
        QVERIFY2(verdict.ok && verdict.endProven, verdict.why.c_str());
        QCOMPARE(verdict.records, 1 + 2 * 2 * kHolds);
        QMap<QString, int> of;
        for (const record::AuditRecord& record : must(audit.list()))
            ++of[QString::fromStdString(record.entry.actor)];
        QCOMPARE(of,
                 (QMap<QString, int>{{QStringLiteral("ana"), 2 * kHolds},
                                     {QStringLiteral("ben"), 2 * kHolds},
                                     {QStringLiteral("signalbox"), 1}}));
    }

    void anOldStoreIsBackedUpOnceAndWhole()
    {
        for (int round = 0; round < 3; ++round) {
            init();
            QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/store_v1.sqlite"),
                                QString::fromStdString(path())));
            QVERIFY(QFile::setPermissions(QString::fromStdString(path()), QFile::ReadOwner | QFile::WriteOwner));

            runTwo();

            if (QTest::currentTestFailed())
                return;
            const std::string saved = path() + ".before-v2";
            const auto old = must(Connection::open(saved, Connection::Access::ReadOnly));
            QCOMPARE(must(old->number("PRAGMA user_version")), 1);
            QCOMPARE(must(old->number("SELECT COUNT(*) FROM run")), 2);
            QVERIFY(!QFile::exists(QString::fromStdString(saved) + QStringLiteral(".part")));
        }
    }
};

SIGNALBOX_TEST(TestTwoPrograms)
#include "tst_twoprograms.moc"
