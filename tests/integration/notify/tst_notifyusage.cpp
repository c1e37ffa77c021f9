// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestNotifyUsage : public QObject {
    Q_OBJECT

private slots:
    void aReceiverIsAddedListedAndRemoved();
    void badUsageIsOneLine_data();
    void badUsageIsOneLine();

private:
    QTemporaryDir m_folder;

    Answered ctl(const QStringList& arguments)
    {
        return runCtl(QStringList{u"--store"_s, m_folder.filePath(u"store.sqlite"_s)} + arguments);
    }
};

void TestNotifyUsage::aReceiverIsAddedListedAndRemoved()
{
    const QStringList adding{u"notify"_s,          u"add"_s,           u"team"_s,   u"--way"_s,  u"slack"_s,
                             u"--tells"_s,         u"approval,hold"_s, u"--line"_s, u"parser"_s, u"--variable"_s,
                             u"NOT_SET_ANYWHERE"_s};
    const Answered added = ctl(adding);
    QCOMPARE(added.status, 0);
    QVERIFY(added.diagnostics.contains(u"NOT_SET_ANYWHERE is not set"_s));
    QCOMPARE(ctl(adding).status, 2);

    const QJsonObject listed
        = QJsonDocument::fromJson(ctl({u"--json"_s, u"notify"_s, u"list"_s}).output.toUtf8()).array().at(0).toObject();
    QCOMPARE(listed[u"receiver"].toString(), u"team"_s);
    QCOMPARE(listed[u"way"].toString(), u"slack"_s);
    QCOMPARE(listed[u"tells"].toArray(), (QJsonArray{u"approval"_s, u"hold"_s}));
    QCOMPARE(listed[u"waiting"].toInt(-1), 0);
    QVERIFY(isOneLine(ctl({u"notify"_s, u"test"_s, u"team"_s}).diagnostics));

    QCOMPARE(ctl({u"notify"_s, u"remove"_s, u"team"_s}).status, 0);
    QCOMPARE(ctl({u"--json"_s, u"notify"_s, u"list"_s}).output, u"[]\n"_s);
}

void TestNotifyUsage::badUsageIsOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");

    QTest::newRow("no way") << QStringList{u"add"_s, u"x"_s} << "--way is one of slack, teams";
    QTest::newRow("the address itself") << QStringList{u"add"_s,   u"x"_s,          u"--way"_s,
                                                       u"slack"_s, u"--variable"_s, u"https://hooks.slack.com/x"_s}
                                        << "never what they hold";
    QTest::newRow("an unknown kind") << QStringList{u"add"_s, u"x"_s, u"--way"_s, u"slack"_s, u"--tells"_s, u"all"_s}
                                     << "not all";
    QTest::newRow("mail to nobody") << QStringList{u"add"_s, u"x"_s, u"--way"_s, u"mail"_s} << "from is an address";
}

void TestNotifyUsage::badUsageIsOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);

    const Answered answered = ctl(QStringList{u"notify"_s} + arguments);

    QCOMPARE(answered.status, 2);
    QVERIFY(isOneLine(answered.diagnostics));
    QVERIFY2(answered.diagnostics.contains(says), qPrintable(answered.diagnostics));
}

SIGNALBOX_TEST(TestNotifyUsage)
#include "tst_notifyusage.moc"
