// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/channel.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <limits>
#include <stdexcept>

using namespace signalbox;
using graph::Reducer;

namespace {

QString text(const Json& json)
{
    return QString::fromStdString(dumpJson(json));
}

Json json(const char* from)
{
    return *parseJson(from);
}

} // namespace

class TestReducers : public QObject {
    Q_OBJECT

private slots:
    void merges_data()
    {
        QTest::addColumn<int>("reducer");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("update");
        QTest::addColumn<QString>("after"); // or the error

        const auto row
            = [](const char* name, Reducer reducer, const char* before, const char* update, const char* after) {
                  QTest::newRow(name) << static_cast<int>(reducer) << QByteArray(before) << QByteArray(update)
                                      << QString::fromLatin1(after);
              };
        row("replace keeps the last value", Reducer::Replace, "[1]", "{\"a\":2}", "{\"a\":2}");
        row("replace by null is a value", Reducer::Replace, "1", "null", "null");
        row("append begins an array", Reducer::Append, "null", "\"x\"", "[\"x\"]");
        row("append takes an array apart", Reducer::Append, "[1]", "[2,3]", "[1,2,3]");
        row("append of an empty array changes nothing", Reducer::Append, "[1]", "[]", "[1]");
        row("append keeps an inner array whole", Reducer::Append, "[1]", "[[2,3]]", "[1,[2,3]]");
        row("append to what is no array", Reducer::Append, "7", "1", "reducer append takes an array channel");
        row("add begins with the update", Reducer::Add, "null", "4", "4");
        row("add keeps whole numbers whole", Reducer::Add, "40", "2", "42");
        row("add of a fraction", Reducer::Add, "1", "0.5", "1.5");
        row("add of a word", Reducer::Add, "1", "\"2\"", "reducer add takes numbers");
        row("add to a word", Reducer::Add, "\"1\"", "2", "reducer add takes numbers");
        row("max keeps the larger", Reducer::Max, "3", "2", "3");
        row("max takes the larger", Reducer::Max, "3", "3.5", "3.5");
        row("max begins with the update, also below zero", Reducer::Max, "null", "-1", "-1");
        row("max of a word", Reducer::Max, "3", "\"9\"", "reducer max takes numbers");
        row("merge replaces keys one by one", Reducer::Merge, "{\"a\":{\"x\":1},\"b\":2}", "{\"a\":{\"y\":3}}",
            "{\"a\":{\"y\":3},\"b\":2}");
        row("merge begins an object", Reducer::Merge, "null", "{\"a\":1}", "{\"a\":1}");
        row("merge of an array", Reducer::Merge, "{}", "[1]", "reducer merge takes objects");
    }

    void merges()
    {
        QFETCH(int, reducer);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, update);
        QFETCH(QString, after);
        Json value = json(before.constData());

        const auto merged = graph::reduce({static_cast<Reducer>(reducer), {}}, value, json(update.constData()));

        QCOMPARE(merged ? text(value) : QString::fromStdString(merged.error().detail), after);
    }

    void sumBeyondWholeNumbersBecomesAFraction()
    {
        Json value = std::numeric_limits<std::int64_t>::max();

        const auto merged = graph::reduce({Reducer::Add, {}}, value, Json(1));

        QVERIFY(merged);
        QVERIFY(value.is_number_float());
        QVERIFY(value.get<double>() > 9.2e18);
    }

    void ownReducerSeesBothSides()
    {
        const graph::Channel longest{Reducer::Custom, [](const Json& old, const Json& update) -> Result<Json> {
                                         if (!update.is_string())
                                             return Error{ErrorCode::InvalidInput, "no text"};
                                         return old.is_string() && old.size() > update.size() ? old : update;
                                     }};
        Json value;

        QVERIFY(graph::reduce(longest, value, Json("ab")));
        const auto refused = graph::reduce(longest, value, Json(1));

        QCOMPARE(text(value), QStringLiteral("\"ab\""));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }

    void ownReducerThatThrowsIsAnInternalError()
    {
        const graph::Channel broken{Reducer::Custom,
                                    [](const Json&, const Json&) -> Result<Json> { throw std::runtime_error("boom"); }};
        Json value = 1;

        const auto merged = graph::reduce(broken, value, Json(2));

        QVERIFY(!merged);
        QCOMPARE(merged.error().code, ErrorCode::Internal);
        QCOMPARE(text(value), QStringLiteral("1"));
    }
};

SIGNALBOX_TEST(TestReducers)
#include "tst_reducers.moc"
