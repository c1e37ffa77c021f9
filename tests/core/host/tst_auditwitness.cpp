// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditwitness.h"
#include "core/store/holdrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

class TestAuditWitness : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<AuditWitness> m_witness;

    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    QString folder() const { return m_dir->filePath(QStringLiteral("audit")); }
    QString file(const QString& ending) const
    {
        const auto found = QDir(folder()).entryInfoList({u'*' + ending}, QDir::Files | QDir::Hidden);
        return found.isEmpty() ? QString() : found.front().filePath();
    }
    void hold(const std::string& line)
    {
        must(store::HoldRepository(**m_store).put({.line = line, .by = "ana", .reason = {}, .since = fromUnixMs(5)}));
    }
    void edit(const std::string& sql) const
    {
        auto connection = must(store::Connection::open(path(), store::Connection::Access::ReadWrite));
        must(connection->run("DROP TRIGGER IF EXISTS audit_kept"));
        must(connection->run(sql));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(path());
        m_witness = std::make_unique<AuditWitness>(**m_store, folder().toStdString());
        must(m_witness->beginAnew());
        hold("parser");
        must(m_witness->advance());
    }
    void cleanup() { m_store.reset(); }

    void theHeadFollowsTheChain()
    {
        hold("search");
        QCOMPARE(must(m_witness->verify()).proven, 2); // a crash between commit and head leaves this
        QVERIFY(must(m_witness->verify()).endProven);

        must(m_witness->advance());

        QCOMPARE(must(m_witness->verify()).proven, 3);
    }

    void onlyTheUserCanReadTheKey()
    {
        const QString key = file(QStringLiteral(".key"));
        QCOMPARE(QFileInfo(key).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);

        QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        hold("search");

        QVERIFY2(why(m_witness->advance().error()).contains(QStringLiteral("chmod 600")), "it is said what to do");
    }

    void withoutItsHeadTheEndIsNotProven()
    {
        QVERIFY(QFile::remove(file(QStringLiteral(".head"))));

        const record::AuditVerdict verdict = must(m_witness->verify());

        QVERIFY(verdict.ok);
        QVERIFY(!verdict.endProven);
        QCOMPARE(verdict.why, std::string("no_head"));
    }

    void aHeadThatIsBegunLaterDoesNotProveThatNothingWasCutBefore()
    {
        edit("DELETE FROM audit WHERE number = 2");
        QVERIFY(QFile::remove(file(QStringLiteral(".head"))));

        must(m_witness->advance()); // the next start
        hold("search");
        must(m_witness->advance());

        const record::AuditVerdict verdict = must(m_witness->verify());
        QVERIFY(verdict.ok);
        QVERIFY(!verdict.endProven);
        QCOMPARE(verdict.why, std::string("head_late"));
        QCOMPARE(verdict.headSince, 1);
        edit("DELETE FROM audit WHERE number = 2");
        QVERIFY(!must(m_witness->verify()).ok); // what it has seen is proven
    }

    void aForgedHeadProvesNothing()
    {
        QFile head(file(QStringLiteral(".head")));
        QVERIFY(head.open(QIODevice::ReadWrite));
        const QByteArray text = head.readAll().replace("\"count\":2", "\"count\":1");
        head.seek(0);
        head.write(text);
        head.close();

        const record::AuditVerdict verdict = must(m_witness->verify());

        QVERIFY(!verdict.endProven);
        QCOMPARE(verdict.why, std::string("head_damaged"));
        QVERIFY(!m_witness->advance()); // nor is it replaced by one that would hold
    }

    void aCutTailIsNotSignedOver()
    {
        hold("search");
        must(m_witness->advance());
        edit("DELETE FROM audit WHERE number = 3");
        QCOMPARE(must(m_witness->verify()).firstBad, std::optional<std::int64_t>(3));

        QCOMPARE(m_witness->advance().error().code, ErrorCode::Conflict);
        hold("ledger"); // takes the number of what was cut

        QCOMPARE(m_witness->advance().error().code, ErrorCode::Conflict);
        QVERIFY(!must(m_witness->verify()).ok);
    }

    void aStoreMadeAnewHasAHeadOfItsOwn()
    {
        m_store.reset();
        for (const char* ending : {"", "-wal", "-shm"})
            QFile::remove(QString::fromStdString(path() + ending));
        m_store = std::make_unique<OpenStore>(path());
        QVERIFY((*m_store)->isNew());
        m_witness = std::make_unique<AuditWitness>(**m_store, folder().toStdString());
        must(m_witness->beginAnew());
        must(m_witness->advance());

        QVERIFY(must(m_witness->verify()).endProven);
        QVERIFY(!file(QStringLiteral(".before")).isEmpty());
    }
};

SIGNALBOX_TEST(TestAuditWitness)
#include "tst_auditwitness.moc"
