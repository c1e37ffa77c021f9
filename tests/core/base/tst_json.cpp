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
        QVERIFY(!parseJson({})); // not even an address
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

    void parsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written"); // empty: it is no JSON

        const auto row = [](const char* name, const QByteArray& text, const QByteArray& written) {
            QTest::newRow(name) << text << written;
        };
        row("of two equal keys the last counts", R"({"b":1,"a":2,"b":{"c":3}})", R"({"a":2,"b":{"c":3}})");
        row("whole numbers to both ends", "[-9223372036854775808,18446744073709551615,-0,0]",
            "[-9223372036854775808,18446744073709551615,0,0]");
        row("a whole number beyond them is a fraction", "100000000000000000000", "1e+20");
        row("a fraction stays one", "[1.0,-0.0,1e3,0.1]", "[1.0,-0.0,1000.0,0.1]");
        row("a number too large", "1e999", {});
        row("a pair of surrogates", R"("\ud83d\ude80")", "\"\xf0\x9f\x9a\x80\"");
        row("the second half of a pair", R"("\ude80")", {});
        row("an escaped control character", R"("\u001b\n\u0000")", R"("\u001b\n\u0000")");
        row("a bare control character", "\"\x01\"", {});
        row("bytes that are no UTF-8", "\"\xff\"", {});
        row("a byte order mark", "\xef\xbb\xbf[1]", "[1]");
        row("something behind the value", "[1] 2", {});
        row("nothing", "", {});
        row("500 levels", QByteArray(500, '[') + QByteArray(500, ']'), QByteArray(500, '[') + QByteArray(500, ']'));
        row("501 levels", QByteArray(501, '[') + QByteArray(501, ']'), {});
    }

    void parsed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);

        const auto value = parseJson({text.constData(), static_cast<std::size_t>(text.size())});

        QCOMPARE(value ? QByteArray::fromStdString(dumpJson(*value)) : QByteArray(), written);
    }

    void textIsWrittenAsTheLibraryDoes()
    {
        const Json value{{"", Json::array()},
                         {"a\"b\\", Json::object()},
                         {"numbers", {-1, 0, 1.5, 1e300, std::numeric_limits<std::uint64_t>::max()}},
                         {"text", {"plain", "\x7f", "tab\t", "\xc3\xa4", "\xff", std::string(1, '\0')}},
                         {"rest", {true, false, nullptr, {{"deep", {{}}}}}}};

        QCOMPARE(dumpJson(value), value.dump(-1, ' ', false, Json::error_handler_t::replace));
    }

    void equalValuesGiveEqualText()
    {
        QCOMPARE(dumpJson(Json{{"b", 1}, {"a", 2}}), std::string("{\"a\":2,\"b\":1}"));
        QCOMPARE(dumpJson(Json("\xff")), std::string("\"\xef\xbf\xbd\""));
    }
};

SIGNALBOX_TEST(TestJson)
#include "tst_json.moc"
