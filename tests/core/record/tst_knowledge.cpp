// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/knowledge.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QStringList>
#include <QTest>

using namespace signalbox;
using namespace signalbox::record;

namespace {

KnowledgeRecord known(const char* fix, int tried, int worked)
{
    return {.signature = "b7e1",
            .failureClass = "cache_corrupt",
            .fix = fix,
            .tried = tried,
            .worked = worked,
            .healTotal = Milliseconds(1'250),
            .lastSeen = *parseUtc("2026-03-12T14:20:00.007Z")};
}

QString order(const std::vector<RankedFix>& ranked)
{
    QStringList names;
    for (const RankedFix& fix : ranked)
        names << QString::fromStdString(fix.fix);
    return names.join(u' ');
}

} // namespace

class TestKnowledge : public QObject {
    Q_OBJECT

private slots:
    void untriedFixesKeepTheOrderOfTheCatalogue()
    {
        QCOMPARE(order(rankFixes({"rerun", "clear", "pin"}, {})), QStringLiteral("rerun clear pin"));
    }

    void whatWorkedComesFirst()
    {
        QCOMPARE(order(rankFixes({"rerun", "clear"}, {known("clear", 1, 1)})), QStringLiteral("clear rerun"));
    }

    void whatFailedComesAfterWhatNobodyTried()
    {
        QCOMPARE(order(rankFixes({"rerun", "clear"}, {known("rerun", 1, 0)})), QStringLiteral("clear rerun"));
    }

    void manySuccessesOutweighOne()
    {
        // 9 of 10 is (9+1)/(10+2) = 0.83, 1 of 1 is 0.67
        QCOMPARE(order(rankFixes({"rerun", "clear"}, {known("rerun", 1, 1), known("clear", 10, 9)})),
                 QStringLiteral("clear rerun"));
    }

    void threeFailuresAndNoSuccessComeLast()
    {
        // 0 of 3 scores 0.2, above 1 of 20 with 0.09; still it never worked.
        QCOMPARE(order(rankFixes({"never", "rarely"}, {known("never", 3, 0), known("rarely", 20, 1)})),
                 QStringLiteral("rarely never"));
        QCOMPARE(order(rankFixes({"never", "rarely"}, {known("never", 2, 0), known("rarely", 20, 1)})),
                 QStringLiteral("never rarely"));
    }

    void theChoiceShowsItsFigures()
    {
        const RankedFix chosen = rankFixes({"rerun", "clear"}, {known("clear", 4, 3)}).front();

        QCOMPARE(QString::fromStdString(chosen.fix), QStringLiteral("clear"));
        QCOMPARE(chosen.tried, 4);
        QCOMPARE(chosen.worked, 3);
        QCOMPARE(chosen.score, 4.0 / 6.0);
        QVERIFY(rankFixes({}, {known("clear", 4, 3)}).empty());
    }

    void theExchangeFormatGoesBothWays()
    {
        const std::vector<KnowledgeRecord> records{known("rerun", 2, 1), known("clear", 5, 5)};

        const auto read = knowledgeFromJson(toJson(records));

        QVERIFY(read);
        QVERIFY(*read == records);
    }

    void aBadRecordIsNamed_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("why");
        const QString good = QStringLiteral(
            R"({"signature":"a","class":"c","fix":"f","tried":1,"worked":1,"last_seen":"2026-03-12T14:20:00Z"})");
        QTest::newRow("not a list") << QStringLiteral("{}") << "knowledge is an array of records";
        QTest::newRow("a field is missing") << QStringLiteral(R"([%1,{"signature":"a"}])").arg(good)
                                            << "record 2: needs signature, class, fix, tried, worked and last_seen";
        QTest::newRow("not an object") << QStringLiteral("[7]")
                                       << "record 1: needs signature, class, fix, tried, worked and last_seen";
        QTest::newRow("more worked than tried") << QStringLiteral("[%1]").arg(
            QString(good).replace(QLatin1String("\"worked\":1"), QLatin1String("\"worked\":2")))
                                                << "record 1: has counts that cannot be";
        QTest::newRow("a time that is none") << QStringLiteral("[%1]").arg(
            QString(good).replace(QLatin1String("2026-03-12T14:20:00Z"), QLatin1String("yesterday")))
                                             << "record 1: not an RFC 3339 UTC time: yesterday";
    }

    void aBadRecordIsNamed()
    {
        QFETCH(QString, json);
        QFETCH(QString, why);

        const auto read = knowledgeFromJson(*parseJson(json.toStdString()));

        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().detail), why);
    }
};

SIGNALBOX_TEST(TestKnowledge)
#include "tst_knowledge.moc"
