// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;

class TestJson : public QObject {
    Q_OBJECT

private slots:
    void textThatIsNoJsonIsAnError()
    {
        const auto parsed = parseJson("{\"a\": ");

        QVERIFY(!parsed);
        QVERIFY(parsed.error().code == ErrorCode::InvalidInput);
    }

    void textThatNestsTooDeepIsAnError()
    {
        const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
        const std::string brackets = "[\"" + std::string(2000, '[') + "\\\"\"]"; // inside a string they open nothing

        QVERIFY(!parseJson(deep));
        QVERIFY(static_cast<bool>(parseJson(brackets)));
    }

    void fieldNamesWhatIsMissingOrWrong()
    {
        const Json object{{"name", 3}};

        QCOMPARE(field<std::string>(object, "name").error().detail, std::string("\"name\" has the wrong type"));
        QCOMPARE(field<std::string>(object, "other").error().detail, std::string("\"other\" is missing"));
        QVERIFY(!field<std::string>(Json::array(), "name"));
    }

    void fallbackStandsForMissingAndForeignFields()
    {
        const Json object{{"count", "three"}, {"nothing", nullptr}};

        QCOMPARE(fieldOr<std::int64_t>(object, "count", 7), std::int64_t(7));
        QCOMPARE(fieldOr<bool>(object, "nothing", true), true);
    }

    void equalValuesGiveEqualText()
    {
        QCOMPARE(dumpJson(Json{{"b", 1}, {"a", 2}}), std::string("{\"a\":2,\"b\":1}"));
        QCOMPARE(dumpJson(Json("\xff")), std::string("\"\xef\xbf\xbd\""));
    }
};

SIGNALBOX_TEST(TestJson)
#include "tst_json.moc"
