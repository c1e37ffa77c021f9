// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/matchinglines.h"

#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::log;

namespace {

std::int64_t countedIn(const std::shared_ptr<const ExpressionSet>& set, std::string_view text, std::size_t chunkBytes)
{
    MatchingLines lines(set);
    while (!text.empty()) {
        lines.feed(text.substr(0, chunkBytes));
        text.remove_prefix(std::min(chunkBytes, text.size()));
    }
    return lines.finish();
}

} // namespace

class TestMatchingLines : public QObject {
    Q_OBJECT

private slots:
    void eachLineCountsOnceHoweverTheInputIsCut_data()
    {
        QTest::addColumn<QStringList>("expressions");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("lines");

        const auto row = [](const char* name, const QStringList& expressions, const char* text, int lines) {
            QTest::newRow(name) << expressions << QByteArray(text) << lines;
        };
        row("no input", {QStringLiteral("x")}, "", 0);
        row("several matches on a line", {QStringLiteral("er+or"), QStringLiteral("boom")}, "error boom errror\nok\n",
            1);
        row("every line, the last without its end", {QStringLiteral("a")}, "a\nba\ncaa", 3);
        row("lines between", {QStringLiteral("fail")}, "fail\nok\n\nfail\nok\nfail", 3);
        row("at the begin of a line", {QStringLiteral("^a")}, "ab\nba\na\n", 2);
        row("at the end of a line", {QStringLiteral("b$")}, "ab\nba\nb", 2);
        row("an expression of nothing matches every line", {QStringLiteral("x*")}, "a\n\nb\nx", 4);
        row("empty lines", {QStringLiteral("^$")}, "a\n\nb\n\n\n", 3);
        row("bytes that are not UTF-8", {QStringLiteral("end")}, "\xff\xfe end\n\x80\n", 1);
    }

    void eachLineCountsOnceHoweverTheInputIsCut()
    {
        QFETCH(QStringList, expressions);
        QFETCH(QByteArray, text);
        QFETCH(int, lines);
        std::vector<std::string> texts;
        for (const QString& expression : expressions)
            texts.push_back(expression.toStdString());
        const auto set = ExpressionSet::compile(texts, ExpressionSet::Use::Lines);
        QVERIFY(set);

        for (std::size_t chunk = 1; chunk <= 24; ++chunk)
            QCOMPARE(countedIn(*set, {text.constData(), static_cast<std::size_t>(text.size())}, chunk), lines);
    }

    void aLineLongerThanAnyBufferIsOneLine()
    {
        const auto set = ExpressionSet::compile({"needle"}, ExpressionSet::Use::Lines);
        QVERIFY(set);
        std::string text(3'000'000, 'x');
        for (const std::size_t at : {0, 1'500'000, 2'999'990})
            text.replace(at, 6, "needle");

        QCOMPARE(countedIn(*set, text + "\nneedle\n", 65'536), 2);
    }

    void anExpressionThatCannotBeCompiledIsNamed()
    {
        const auto set = ExpressionSet::compile({"fine", "(?<!look)behind"}, ExpressionSet::Use::Lines);

        QVERIFY(!set);
        QVERIFY(set.error().code == ErrorCode::InvalidInput);
        QVERIFY(set.error().detail.find("(?<!look)behind") != std::string::npos);
    }

    void aSetFromItsBytesFindsTheSame()
    {
        const auto set = ExpressionSet::compile({"a+", "x*y*$"}, ExpressionSet::Use::Lines);
        QVERIFY(set);
        const auto again = ExpressionSet::deserialized((*set)->serialized());
        QVERIFY(again);

        QCOMPARE(countedIn(*again, "a\n\nb\n", 2), countedIn(*set, "a\n\nb\n", 5));
    }
};

SIGNALBOX_TEST(TestMatchingLines)
#include "tst_matchinglines.moc"
