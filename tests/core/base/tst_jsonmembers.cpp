// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonmembers.h"

#include "core/base/json.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;

class TestJsonMembers : public QObject {
    Q_OBJECT

private slots:
    void membersAreThoseOfTheParsedObject()
    {
        const Json object{{"text", "a \"quoted\" \\ line\n\u00fc"},
                          {"brackets", "}],{["},
                          {"slash", "ends in \\"},
                          {"slashes", "\\\\\" and \\\""},
                          {"count", -12},
                          {"share", 0.5},
                          {"none", nullptr},
                          {"list", {{{"line", 3}, {"text", "]"}}, 7}},
                          {"empty", Json::object()}};

        for (const int indent : {-1, 2}) {
            const std::string written = object.dump(indent);
            JsonMembers members(written);
            Json read = Json::object();
            for (auto member = members.next(); member; member = members.next())
                read[std::string(member->name)] = Json::parse(member->value);

            QCOMPARE(QString::fromStdString(dumpJson(read)), QString::fromStdString(dumpJson(object)));
        }
    }

    void valuesAreReadAsWhatTheyAre()
    {
        const std::string text = dumpJson({{"line", 4711}, {"text", "tab\there"}, {"share", 1.5}});

        QCOMPARE(jsonText(jsonMember(text, "text")), std::string("tab\there"));
        QCOMPARE(jsonInteger(jsonMember(text, "line"), 1), 4711);
        QCOMPARE(jsonInteger(jsonMember(text, "share"), 1), 1);
        QCOMPARE(jsonInteger(jsonMember(text, "missing"), 1), 1);
        QCOMPARE(jsonText(jsonMember(text, "line")), std::string());
        QCOMPARE(jsonText(jsonMember(R"({"a":{"b":"deep"}} more)", "b")), std::string());
    }

    void whatIsCutOffHasAnEnd()
    {
        const std::string whole = dumpJson({{"a", "b\""}, {"c", {{{"d", 1}}}}, {"e", 2}});
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            JsonMembers members(std::string_view(whole).substr(0, length));
            int count = 0;
            while (members.next())
                QVERIFY(++count <= 3);
        }
    }
};

SIGNALBOX_TEST(TestJsonMembers)
#include "tst_jsonmembers.moc"
