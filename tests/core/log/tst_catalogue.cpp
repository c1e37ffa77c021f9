// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/log/linetext.h"
#include "core/log/patternset.h"
#include "core/log/scanner.h"
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace signalbox;
using namespace signalbox::log;

namespace {

constexpr const char* kSmall
    = "{'version': 1, 'classes': {'a': {'transient': 'no', 'fixes': []}}, 'markers': [],"
      "'harmless': ['^$'], 'hesitant': ['^$'], 'loud': ['x'], 'telling': ['^$'], 'hollow': ['^$'], 'patterns': [%1]}";

/// A catalogue of these patterns, written with ' for ".
std::string withPattern(const char* pattern)
{
    const QString text = QString::fromUtf8(kSmall).arg(QString::fromUtf8(pattern));
    return QString(text).replace(QLatin1Char('\''), QLatin1Char('"')).toStdString();
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void everyPatternKnowsItsExample()
    {
        const auto json = parseJson(test::shippedCatalogueText());
        const auto set = readPatternSet(test::shippedCatalogueText());
        QVERIFY(json && set);

        for (std::size_t i = 0; i < set->patterns.size(); ++i) {
            const Pattern& pattern = set->patterns[i];
            const auto example = field<std::string>((*json)["patterns"][i], "example");
            QVERIFY2(example, pattern.id.c_str());
            const std::string_view text = withoutPrefix(*example, Format::Auto);
            const auto holds = [&](const Regex& regex) { return regex.matches(text); };
            const bool fallback = pattern.regexes.empty() && pattern.command && holds(*pattern.command);
            QVERIFY2(fallback || std::ranges::any_of(pattern.regexes, holds), pattern.id.c_str());
            QVERIFY2(std::ranges::none_of(pattern.excludes, holds), pattern.id.c_str());
            // What the scanner looks for is never narrower than the pattern.
            for (std::size_t at = 0; at < pattern.regexes.size(); ++at)
                QVERIFY2(!holds(pattern.regexes[at]) || Regex(pattern.scans[at]).matches(text), pattern.id.c_str());
        }
    }

    void everyClassHasAtLeastTwoPatterns()
    {
        const auto json = parseJson(test::shippedCatalogueText());
        const auto set = readPatternSet(test::shippedCatalogueText());
        QVERIFY(json && set);
        std::map<std::string, int> patterns;

        for (const Pattern& pattern : set->patterns)
            ++patterns[pattern.failureClass];

        for (const auto& [name, entry] : (*json)["classes"].items())
            QVERIFY2(patterns[name] >= 2, name.c_str());
    }

    void theClassesAreThoseOfTheTaxonomy()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data/failures/taxonomy.md"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("shared test data is not here");
        const auto json = parseJson(test::shippedCatalogueText());
        static const QRegularExpression row(QStringLiteral("^\\| ([a-z0-9_]+) \\|"),
                                            QRegularExpression::MultilineOption);
        QStringList expected;
        for (auto it = row.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
            expected << it.next().captured(1);
        expected.removeAll(QStringLiteral("class"));
        expected.removeAll(QStringLiteral("none"));

        QStringList classes;
        for (const auto& [name, entry] : (*json)["classes"].items())
            classes << QString::fromStdString(name);

        expected.sort();
        classes.sort();
        QCOMPARE(classes, expected);
    }

    void aSecuritySignalOffersNoFix()
    {
        const auto set = readPatternSet(test::shippedCatalogueText());
        QVERIFY(set);

        for (const Pattern& pattern : set->patterns) {
            if (!test::isSecurity(pattern.failureClass))
                continue;
            QVERIFY2(pattern.fixes.empty(), pattern.id.c_str());
            QVERIFY2(pattern.transient != Transient::Yes, pattern.id.c_str());
        }
    }

    void noConfidenceIsCertain()
    {
        const auto set = readPatternSet(test::shippedCatalogueText());
        QVERIFY(set);

        for (const Pattern& pattern : set->patterns)
            QVERIFY2(pattern.confidence > 0 && pattern.confidence < 1, pattern.id.c_str());
    }

    void neverRetriesWhatARetryCannotHelp()
    {
        const auto set = readPatternSet(test::shippedCatalogueText());
        QVERIFY(set);

        for (const Pattern& pattern : set->patterns) {
            for (const FixOffer& fix : pattern.fixes)
                QVERIFY2(pattern.transient != Transient::No || fix.safety != "retry", pattern.id.c_str());
        }
    }

    void staysSmallEnoughToCarryInTheProgram() { QVERIFY(test::shippedCatalogueText().size() < 200'000); }

    void compiledBytesGiveTheSameCatalogue()
    {
        const std::string json = test::shippedCatalogueText();
        const std::string bytes = test::shippedCatalogue()->compiledBytes();
        const auto again = Catalogue::fromJson(json, bytes);
        QVERIFY(again);

        Classifier classifier(*again);
        classifier.feed("npm ERR! code ERESOLVE\n");

        QCOMPARE(classifier.finish().failureClass, std::string("npm_eresolve"));
    }

    void foreignCompiledBytesAreIgnored()
    {
        const std::string json = withPattern("{'id': 'p', 'class': 'a', 'regex': ['boom']}");
        std::string bytes = (*Catalogue::fromJson(json))->compiledBytes();
        bytes.resize(bytes.size() / 2);

        for (const std::string& foreign : {bytes, test::shippedCatalogue()->compiledBytes(), std::string("x")}) {
            const auto catalogue = Catalogue::fromJson(json, foreign);
            QVERIFY(catalogue);
            Classifier classifier(*catalogue);
            classifier.feed("boom\n");
            QCOMPARE(classifier.finish().failureClass, std::string("a"));
        }
    }

    void aBrokenCatalogueSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("says");

        const auto row = [](const char* name, const std::string& json, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(says);
        };
        row("no JSON", "{", "not JSON");
        row("another version", "{\"version\": 2}", "version");
        row("a class that is not there", withPattern("{'id': 'p', 'class': 'b', 'regex': ['x']}"), "\"p\"");
        row("no expression", withPattern("{'id': 'p', 'class': 'a'}"), "p: \"regex\"");
        row("a bad expression", withPattern("{'id': 'p', 'class': 'a', 'regex': ['(']}"), "p: missing )");
        row("a bad exclusion", withPattern("{'id': 'p', 'class': 'a', 'regex': ['x'], 'excludes': ['[']}"),
            "p: missing ]");
        row("an action that is not there",
            withPattern("{'id': 'p', 'class': 'a', 'regex': ['x'], 'fixes': [{'action': 'rm', 'safety': 'none'}]}"),
            "no such action");
        row("the same id twice",
            withPattern("{'id': 'p', 'class': 'a', 'regex': ['x']}, {'id': 'p', 'class': 'a', 'regex': ['y']}"),
            "stands twice");
        row("a confidence above one", withPattern("{'id': 'p', 'class': 'a', 'regex': ['x'], 'confidence': 97}"),
            "confidence");
        row("an expression that matches everything", withPattern("{'id': 'p', 'class': 'a', 'regex': ['x*']}"), "x*");
    }

    void aBrokenCatalogueSaysWhere()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, says);

        const auto catalogue = Catalogue::fromJson(json.toStdString());

        QVERIFY(!catalogue);
        QVERIFY(catalogue.error().code == ErrorCode::InvalidInput);
        QVERIFY2(QByteArray::fromStdString(catalogue.error().detail).contains(says), catalogue.error().detail.c_str());
    }
};

SIGNALBOX_TEST(TestCatalogue)
#include "tst_catalogue.moc"
