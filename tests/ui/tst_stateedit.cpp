// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/models/stateedit.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class TestStateEdit : public QObject {
    Q_OBJECT

private slots:
    void whatIsTypedBecomesAPatch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("changed");

        QTest::newRow("nothing") << u"{\"count\": 1, \"fix\": {\"name\": \"retry\", \"safe\": true}, \"list\": [1]}"_s
                                 << u"{}"_s << QString();
        QTest::newRow("a number") << u"{\"count\": 2, \"fix\": {\"name\": \"retry\", \"safe\": true}, \"list\": [1]}"_s
                                  << u"{\"count\":2}"_s << u"count"_s;
        QTest::newRow("inside an object, only what changed")
            << u"{\"count\": 1, \"fix\": {\"name\": \"clear\", \"safe\": true}, \"list\": [1]}"_s
            << u"{\"fix\":{\"name\":\"clear\"}}"_s << u"fix"_s;
        QTest::newRow("a key of an object goes") << u"{\"count\": 1, \"fix\": {\"name\": \"retry\"}, \"list\": [1]}"_s
                                                 << u"{\"fix\":{\"safe\":null}}"_s << u"fix"_s;
        QTest::newRow("a list as a whole")
            << u"{\"count\": 1, \"fix\": {\"name\": \"retry\", \"safe\": true}, \"list\": []}"_s << u"{\"list\":[]}"_s
            << u"list"_s;
        QTest::newRow("a channel goes, another comes")
            << u"{\"fix\": {\"name\": \"retry\", \"safe\": true}, \"list\": [1], \"new\": \"x\"}"_s
            << u"{\"count\":null,\"new\":\"x\"}"_s << u"count new"_s;
    }

    void whatIsTypedBecomesAPatch()
    {
        QFETCH(QString, text);

        const StateEdit edit = readEdit(state(), text);

        QCOMPARE(edit.fault, QString());
        QTEST(QString::fromStdString(dumpJson(edit.patch)), "patch");
        QTEST(edit.changed.join(u' '), "changed");
        Json forked = state();
        forked.merge_patch(edit.patch);
        QCOMPARE(dumpJson(forked), dumpJson(*parseJson(text.toStdString()))); // the fork has what was typed
    }

    void whatCannotBeForkedSaysWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("fault");

        QTest::newRow("no JSON") << u"{\n\"count\": 1,\n}"_s << 3 << u"not JSON"_s;
        QTest::newRow("nothing at all") << QString() << 1 << u"not JSON"_s;
        QTest::newRow("a list") << u"[1]"_s << 0 << u"object"_s;
        QTest::newRow("another kind") << u"{\n\"count\": \"one\"}"_s << 2 << u"count was a number"_s;
        QTest::newRow("null in a key") << u"{\n\"fix\": {\"name\": null, \"safe\": true}}"_s << 2 << u"null"_s;
        QTest::newRow("null") << u"{\n\"other\": {\"a\": null}}"_s << 2 << u"null"_s;
    }

    void whatCannotBeForkedSaysWhere()
    {
        QFETCH(QString, text);
        QFETCH(QString, fault);

        const StateEdit edit = readEdit(state(), text);

        QVERIFY2(edit.fault.contains(fault), qPrintable(edit.fault));
        QTEST(edit.line, "line");
    }

    void aChannelThatTheRunNeverHadIsTold()
    {
        QCOMPARE(readEdit(state(), u"{\"retry_cuont\": 1}"_s).fresh, QStringList{u"retry_cuont"_s});
    }

private:
    static Json state()
    {
        return {{"count", 1}, {"fix", {{"name", "retry"}, {"safe", true}}}, {"list", Json::array({1})}};
    }
};

SIGNALBOX_TEST(TestStateEdit)
#include "tst_stateedit.moc"
