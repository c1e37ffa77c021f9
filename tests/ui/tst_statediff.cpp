// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/lines.h"
#include "ui/models/diffmodel.h"
#include "ui/models/statediff.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

QString json(const char* text)
{
    return QString::fromUtf8(text);
}

QStringList rows(const StateDiff& diff)
{
    QStringList rows;
    for (const auto& row : diff.changed)
        rows.append(row.path + u' ' + changeLabel(row.change) + QStringLiteral(": ") + row.before
                    + QStringLiteral(" > ") + row.after);
    return rows;
}

} // namespace

class TestStateDiff : public QObject {
    Q_OBJECT

private slots:
    void tells_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("expected");

        QTest::newRow("a changed number")
            << json(R"({"retry_count":1,"line":"search"})") << json(R"({"retry_count":2,"line":"search"})")
            << test::lines({"retry_count changed: 1 > 2"});
        QTest::newRow("text without quotes")
            << json(R"({"fix":"rerun"})") << json(R"({"fix":"clear"})") << test::lines({"fix changed: rerun > clear"});
        QTest::newRow("a new element of a list")
            << json(R"({"tried":["a"]})") << json(R"({"tried":["a","b"]})") << test::lines({"tried[1] added:  > b"});
        QTest::newRow("a list that is new, element by element")
            << json(R"({})") << json(R"({"tried":["a","b"]})")
            << test::lines({"tried[0] added:  > a", "tried[1] added:  > b"});
        QTest::newRow("a new empty list")
            << json(R"({})") << json(R"({"tried":[]})") << test::lines({"tried added:  > []"});
        QTest::newRow("a field within a list")
            << json(R"({"tried":[{"outcome":"","fix":"a"}]})") << json(R"({"tried":[{"outcome":"failed","fix":"a"}]})")
            << test::lines({"tried[0].outcome changed: \"\" > failed"});
        QTest::newRow("a removed key") << json(R"({"a":true})") << json(R"({})") << test::lines({"a removed: true > "});
        QTest::newRow("another type") << json(R"({"a":[1]})") << json(R"({"a":1})")
                                      << test::lines({"a changed: [1] > 1"});
        QTest::newRow("nothing") << json(R"({"a":1})") << json(R"({"a":1})") << test::lines({});
    }

    void tells()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QStringList, expected);

        const StateDiff diff = diffStates(*parseJson(before.toStdString()), *parseJson(after.toStdString()));

        QCOMPARE(rows(diff), expected);
    }

    void keysAreCountedAtTheTop()
    {
        const Json before{{"a", {1, 2}}, {"b", 1}, {"c", 1}};
        const Json after{{"a", {3, 4}}, {"b", 1}, {"d", 1}};

        const StateDiff diff = diffStates(before, after);

        QCOMPARE(diff.keys, 4);
        QCOMPARE(diff.keysChanged, 3);
        QCOMPARE(diff.same.size(), 1);
    }

    void longValuesAreCutButKept()
    {
        const std::string text(500, 'x');
        const StateDiff diff = diffStates(Json::object(), Json{{"log", text}});

        QCOMPARE(diff.changed[0].after.size(), kShownCharacters + 1);
        QVERIFY(diff.changed[0].after.endsWith(QChar(0x2026)));
        QCOMPARE(diff.changed[0].fullAfter.size(), 500);
    }

    void onlyTheFirstLineIsShown() { QCOMPARE(shownValue(QStringLiteral("a\nb")), QStringLiteral("a\u2026")); }

    void modelShowsUnchangedKeysOnRequest()
    {
        DiffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDiff(diffStates(Json{{"a", 1}, {"b", 1}}, Json{{"a", 2}, {"b", 1}}));
        QCOMPARE(model.rowCount(), 1);

        model.setShowSame(true);

        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("a changed from 1 to 2"));
        model.setShowSame(false);
        QCOMPARE(model.rowCount(), 1);
    }
};

SIGNALBOX_TEST(TestStateDiff)
#include "tst_statediff.moc"
