// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsondiff.h"

#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;

class TestJsonDiff : public QObject {
    Q_OBJECT

private slots:
    void pathsLeadToWhatDiffers()
    {
        const Json before{{"fix", "rerun"}, {"gone", 1}, {"tried", {{{"outcome", ""}}}}};
        const Json after{{"fix", "rerun"}, {"new", nullptr}, {"tried", {{{"outcome", "failed"}}, "b"}}};

        const Json told = toJson(differences(&before, &after));

        QCOMPARE(QString::fromStdString(dumpJson(told)),
                 QStringLiteral(R"([{"after":null,"before":1,"change":"removed","path":"gone"},)"
                                R"({"after":null,"before":null,"change":"added","path":"new"},)"
                                R"({"after":"failed","before":"","change":"changed","path":"tried[0].outcome"},)"
                                R"({"after":"b","before":null,"change":"added","path":"tried[1]"}])"));
    }

    void equalValuesDoNotDiffer()
    {
        const Json before{{"a", {1, 2.5}}};
        const Json after = before;

        QVERIFY(differences(&before, &after).empty());
        QVERIFY(differences(nullptr, nullptr).empty());
    }
};

SIGNALBOX_TEST(TestJsonDiff)
#include "tst_jsondiff.moc"
