// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonpatch.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <random>

using namespace signalbox;

namespace {

Json parsed(const QByteArray& text)
{
    return *parseJson({text.constData(), static_cast<std::size_t>(text.size())});
}

Json difference(const Json& before, const Json& after)
{
    Json patch = Json::array();
    appendDifference(patch, "", before, after);
    return patch;
}

/// A value of some depth, out of few letters and numbers, so that two of them have much in common.
Json anyValue(std::mt19937& random, int depth)
{
    const auto pick = [&](unsigned below) { return random() % below; };
    if (depth > 0 && pick(3) == 0) {
        Json array = Json::array();
        for (auto i = pick(7); i > 0; --i)
            array.push_back(anyValue(random, depth - 1));
        return array;
    }
    if (depth > 0 && pick(3) != 0) {
        Json object = Json::object();
        for (auto i = pick(7); i > 0; --i)
            object[std::string(1, "ab/~\"c"[pick(6)])] = anyValue(random, depth - 1);
        return object;
    }
    const Json scalars[] = {nullptr, true, 1, 1.0, -3, "x", ""};
    return scalars[pick(7)];
}

} // namespace

class TestJsonPatch : public QObject {
    Q_OBJECT

    /// As the library patches it, which ends the program, or does nothing, where a path leads below a number.
    static std::optional<Json> patched(const Json& before, const std::string& path, const Json& patch)
    {
        try {
            const Json::json_pointer place(path);
            if (!path.empty() && !before.at(place.parent_pointer()).is_structured())
                return std::nullopt;
            return before.patch(patch);
        } catch (const Json::exception&) {
            return std::nullopt;
        }
    }

private slots:
    void difference_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("patch");

        const auto row = [](const char* name, const char* before, const char* after, const char* patch) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(patch);
        };
        row("equal values need nothing", R"({"a":[1,{"b":2}]})", R"({"a":[1,{"b":2}]})", "[]");
        row("one field deep inside", R"({"a":[0,{"b":2,"c":3}]})", R"({"a":[0,{"b":7,"c":3}]})",
            R"([{"op":"replace","path":"/a/1/b","value":7}])");
        row("a field that came and one that went", R"({"a":1,"b":2})", R"({"a":1,"c":3})",
            R"([{"op":"remove","path":"/b"},{"op":"add","path":"/c","value":3}])");
        row("what an array has grown by", "[1,2]", "[1,2,3,4]",
            R"([{"op":"add","path":"/-","value":3},{"op":"add","path":"/-","value":4}])");
        row("what an array has lost, from its end", "[1,2,3]", "[1]",
            R"([{"op":"remove","path":"/2"},{"op":"remove","path":"/1"}])");
        row("a whole number that became a fraction", R"({"a":1})", R"({"a":1.0})",
            R"([{"op":"replace","path":"/a","value":1.0}])");
        row("a key with a slash and a tilde", R"({"a/b~c":1})", R"({"a/b~c":2})",
            R"([{"op":"replace","path":"/a~1b~0c","value":2}])");
        row("an array that was shifted is replaced as a whole", "[1,2,3,4,5,6,7,8]", "[0,1,2,3,4,5,6,7]",
            R"([{"op":"replace","path":"","value":[0,1,2,3,4,5,6,7]}])");
        row("an object of which all has changed, too", R"({"a":1,"b":1,"c":1,"d":1,"e":1})",
            R"({"a":2,"b":2,"c":2,"d":2,"e":2})",
            R"([{"op":"replace","path":"","value":{"a":2,"b":2,"c":2,"d":2,"e":2}}])");
    }

    void difference()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, patch);

        const Json found = ::difference(parsed(before), parsed(after));

        QCOMPARE(QByteArray::fromStdString(dumpJson(found)), patch);
    }

    void anyDifferenceLeadsFromOneToTheOther()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 5000; ++i) {
            const Json before = anyValue(random, 4);
            const Json after = anyValue(random, 4);
            Json value = before;

            const auto applied = applyPatch(value, ::difference(before, after));

            QVERIFY(applied);
            QCOMPARE(dumpJson(value), dumpJson(after));
        }
    }

    /// The library's own is the oracle.
    void anyPatchIsAppliedAsTheStandardSays()
    {
        const std::vector<std::string> paths{"",    "/a",   "/b",   "/a/b",  "/a/0",   "/0",     "/1/a", "/-", "/a/-",
                                             "/01", "/a/9", "/c/x", "/a~1b", "/b/1/a", "/b/a/b", "a",    "/",  "/0/0"};
        std::mt19937 random(11);
        int fitting = 0;
        for (int i = 0; i < 5000; ++i) {
            const Json before = anyValue(random, 4);
            const char* operation = std::array{"add", "remove", "replace"}[random() % 3];
            const std::string& path = paths[random() % paths.size()];
            if (path.empty() && *operation == 'r')
                continue; // the library takes the whole value out
            const Json patch{{{"op", operation}, {"path", path}, {"value", anyValue(random, 2)}}};
            const std::optional<Json> expected = patched(before, path, patch);
            Json value = before;

            const auto applied = applyPatch(value, patch);

            QVERIFY2(bool(applied) == expected.has_value(), dumpJson(patch).c_str());
            if (expected)
                QCOMPARE(dumpJson(value), dumpJson(*expected));
            fitting += expected ? 1 : 0;
        }
        QVERIFY(fitting > 300);
    }

    void aPatchThatDoesNotFitIsAnError_data()
    {
        QTest::addColumn<QByteArray>("patch");

        QTest::newRow("no array") << QByteArray(R"({"op":"remove"})");
        QTest::newRow("an unknown operation") << QByteArray(R"([{"op":"grow","path":"/a","value":1}])");
        QTest::newRow("a place that is not there") << QByteArray(R"([{"op":"remove","path":"/b"}])");
        QTest::newRow("no value") << QByteArray(R"([{"op":"add","path":"/b"}])");
        QTest::newRow("no path") << QByteArray(R"([{"op":"add","path":"b","value":1}])");
    }

    void aPatchThatDoesNotFitIsAnError()
    {
        QFETCH(QByteArray, patch);
        Json value{{"a", 1}};

        const auto applied = applyPatch(value, parsed(patch));

        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::InvalidInput);
    }
};

SIGNALBOX_TEST(TestJsonPatch)
#include "tst_jsonpatch.moc"
