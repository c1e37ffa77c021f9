// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmstrategy.h"
#include "tests/signalboxtest.h"

#include <QStringList>
#include <QTest>

using namespace signalbox;
using namespace signalbox::agents;
using namespace Qt::StringLiterals;

namespace {

StrategyChoice choose(const std::string& failureClass, std::vector<std::string> tried = {},
                      const PolicyRules& rules = {})
{
    return chooseStrategy({.failureClass = failureClass,
                           .confidence = 1,
                           .rules = rules,
                           .records = {},
                           .tried = std::move(tried),
                           .actionsLastHour = 0});
}

/// "empty_cache", or the reason why there is none.
QString chosen(const StrategyChoice& choice)
{
    return QString::fromStdString(choice.next ? std::string(strategyName(*choice.next)) : choice.reason);
}

} // namespace

class TestNpmStrategy : public QObject {
    Q_OBJECT

private slots:
    void npmsOwnCodeNamesTheClass_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<QString>("failureClass");

        QTest::newRow("a reset") << u"npm error code ECONNRESET\nnpm error network read"_s << u"npm_network"_s;
        QTest::newRow("as older versions write it") << u"npm ERR! code ETARGET"_s << u"npm_e404"_s;
        QTest::newRow("a lockfile out of sync")
            << u"npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and "_s
            << u"lockfile_out_of_sync"_s;
        QTest::newRow("any other wrong usage") << u"npm error code EUSAGE\nnpm error Usage:"_s << u""_s;
        QTest::newRow("a broken cache") << u"npm error code ENOTDIR\nnpm error path /w/cache/_cacache/tmp"_s
                                        << u"cache_failure"_s;
        QTest::newRow("a broken folder elsewhere") << u"npm error code ENOTDIR\nnpm error path /w/src"_s << u""_s;
        QTest::newRow("a checksum in harmless text") << u"added sha512-abc"_s << u""_s;
    }

    void npmsOwnCodeNamesTheClass()
    {
        QFETCH(QString, log);

        QTEST(QString::fromStdString(classOfNpmCode(log.toStdString())), "failureClass");
    }

    void theNextStrategy_data()
    {
        QTest::addColumn<QString>("failureClass");
        QTest::addColumn<QStringList>("tried");
        QTest::addColumn<QString>("next");

        QTest::newRow("a network failure is tried again") << u"npm_network"_s << QStringList() << u"retry_install"_s;
        QTest::newRow("and again") << u"npm_network"_s << QStringList{u"retry_install"_s} << u"retry_install"_s;
        QTest::newRow("until the limit, whatever came of it")
            << u"npm_network"_s << QStringList{u"retry_install"_s, u"retry_install"_s, u"retry_install"_s}
            << u"limit_spent"_s;
        QTest::newRow("a lockfile is written anew")
            << u"lockfile_out_of_sync"_s << QStringList() << u"regenerate_lockfile"_s;
        QTest::newRow("once") << u"lockfile_out_of_sync"_s << QStringList{u"regenerate_lockfile"_s} << u"fix_failed"_s;
        QTest::newRow("a cache is checked first") << u"cache_failure"_s << QStringList() << u"verify_cache"_s;
        QTest::newRow("then emptied") << u"cache_failure"_s << QStringList{u"verify_cache"_s} << u"empty_cache"_s;
        QTest::newRow("a peer conflict asks") << u"npm_eresolve"_s << QStringList() << u"policy"_s;
        QTest::newRow("a checksum mismatch goes to a person") << u"npm_eintegrity"_s << QStringList() << u"security"_s;
        QTest::newRow("a missing package is not tried again") << u"npm_e404"_s << QStringList() << u"no_fix"_s;
        QTest::newRow("a refused login is not tried again") << u"npm_auth"_s << QStringList() << u"no_fix"_s;
        QTest::newRow("an unknown cause is not tried again") << u"unknown"_s << QStringList() << u"unknown_cause"_s;
    }

    void theNextStrategy()
    {
        QFETCH(QString, failureClass);
        QFETCH(QStringList, tried);
        std::vector<std::string> names;
        for (const QString& name : tried)
            names.push_back(name.toStdString());

        QTEST(chosen(choose(failureClass.toStdString(), names)), "next");
    }

    void thePolicyHasTheLastWord()
    {
        PolicyRules rules;
        rules.autonomy[SafetyClass::PullRequest] = Autonomy::Never;

        const StrategyChoice choice = choose("npm_eresolve", {}, rules);

        QVERIFY(!choice.next);
        QCOMPARE(choice.considered.front().verdict, std::string("never")); // so that nobody is offered it
    }

    void noLimitAllowsSecurityToBeTriedAlone()
    {
        PolicyRules rules;
        rules.autonomy[SafetyClass::Cache] = Autonomy::Automatic;
        rules.retriesPerRun = 10;

        QVERIFY(!choose("npm_eintegrity", {}, rules).next);
    }
};

SIGNALBOX_TEST(TestNpmStrategy)
#include "tst_npmstrategy.moc"
