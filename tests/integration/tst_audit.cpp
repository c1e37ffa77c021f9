// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with signalboxctl is on the audit log, and whoever edits the store's file is found out.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestAudit : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString store() const { return m_folder->filePath(u"signalbox.sqlite"_s); }
    Answered ask(QStringList arguments) const
    {
        arguments << u"--store"_s << store() << u"--json"_s;
        return runCtl(arguments);
    }
    Answered verify() const { return ask({u"audit"_s, u"verify"_s}); }
    void edit(const QString& sql) const
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"edit"_s);
            file.setDatabaseName(store());
            QVERIFY(file.open());
            QSqlQuery query(file);
            for (const QString& each : {u"DROP TRIGGER audit_unchanged"_s, u"DROP TRIGGER audit_kept"_s, sql})
                QVERIFY(query.exec(each));
        }
        QSqlDatabase::removeDatabase(u"edit"_s);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(ask({u"hold-all"_s, u"--reason"_s, u"maintenance"_s}).status, 0);
        QCOMPARE(ask({u"release-all"_s, u"--reason"_s, u"it is over"_s}).status, 0);
    }

    void everyActIsListedAndExported()
    {
        const QJsonArray records = QJsonDocument::fromJson(ask({u"audit"_s, u"list"_s}).output.toUtf8()).array();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[1][u"action"].toString(), u"held"_s);
        QCOMPARE(records[2][u"reason"].toString(), u"it is over"_s);
        QCOMPARE(records[2][u"previous"].toString(), records[1][u"hash"].toString());

        const QStringList lines = ask({u"audit"_s, u"export"_s}).output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(lines[2].toUtf8()).object(), records[2].toObject());
    }

    void aWholeLogIsProven()
    {
        const Answered answered = verify();

        QCOMPARE(answered.status, 0);
        const QJsonObject verdict = jsonOf(answered.output);
        QCOMPARE(verdict[u"ok"], true);
        QCOMPARE(verdict[u"records"], 3);
        QVERIFY(verdict[u"first_bad"].isNull());
        QCOMPARE(verdict[u"end_proven"], true);
    }

    void anEditIsFoundWithItsPlace()
    {
        edit(u"UPDATE audit SET reason = 'nothing' WHERE number = 2"_s);

        const Answered answered = verify();

        QCOMPARE(answered.status, 1);
        QCOMPARE(jsonOf(answered.output)[u"ok"], false);
        QCOMPARE(jsonOf(answered.output)[u"first_bad"], 2);
    }

    void aCutTailIsFoundAlsoAfterFurtherRecords()
    {
        edit(u"DELETE FROM audit WHERE number = 3"_s);
        QCOMPARE(jsonOf(verify().output)[u"first_bad"], 3);

        const Answered held = ask({u"hold-all"_s});

        QCOMPARE(held.status, 0);
        QVERIFY2(held.diagnostics.contains(u"audit verify"_s), qPrintable(held.diagnostics)); // it is told
        QCOMPARE(verify().status, 1);
        QCOMPARE(jsonOf(verify().output)[u"first_bad"], 3);
    }
};

SIGNALBOX_TEST(TestAudit)
#include "tst_audit.moc"
