// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/gateevidence.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::agents;

namespace {

std::string ways(const GateEvidence& evidence, int needed)
{
    std::string text(enforcementName(enforcementOf(evidence, needed)));
    for (const WayAround& way : waysAround(evidence, needed))
        text += " " + way.way;
    return text;
}

} // namespace

class TestGateEvidence : public QObject {
    Q_OBJECT

private slots:
    void waysAround_data();
    void waysAround();
    void whereNobodyIsAskedThatIsAWayAround();
    void onlyAdministratorsGoAroundOurRule_data();
    void onlyAdministratorsGoAroundOurRule();
};

void TestGateEvidence::waysAround_data()
{
    QTest::addColumn<int>("bypass"); // -1: not told
    QTest::addColumn<int>("noSelf");
    QTest::addColumn<int>("needed");
    QTest::addColumn<QString>("words");
    QTest::newRow("GitHub keeps to a rule of one") << 0 << 1 << 1 << "enforced";
    QTest::newRow("two are needed here") << 0 << 1 << 2 << "advisory one_reviewer";
    QTest::newRow("administrators") << 1 << 1 << 1 << "advisory admins_bypass";
    QTest::newRow("the author") << 0 << 0 << 1 << "advisory self_review";
    QTest::newRow("all of them") << 1 << 0 << 2 << "advisory one_reviewer admins_bypass self_review";
    QTest::newRow("what is not told is not made up") << -1 << 1 << 1 << "unknown";
}

void TestGateEvidence::waysAround()
{
    QFETCH(int, bypass);
    QFETCH(int, noSelf);
    QFETCH(int, needed);
    QFETCH(QString, words);
    const auto known = [](int value) { return value < 0 ? std::optional<bool>() : std::optional(value == 1); };
    GateEvidence evidence;
    evidence.gate.reviewers = {{"boss", false}, {"release", true}};
    evidence.rules = ci::GateRules{1, known(bypass), known(noSelf), "any"};

    QCOMPARE(QString::fromStdString(ways(evidence, needed)), words);
}

void TestGateEvidence::whereNobodyIsAskedThatIsAWayAround()
{
    GateEvidence evidence;
    evidence.rules = ci::GateRules();
    evidence.rules->isOpen = true;

    QCOMPARE(ways(evidence, 1), std::string("advisory anyone_starts"));
}

void TestGateEvidence::onlyAdministratorsGoAroundOurRule_data()
{
    QTest::addColumn<int>("bypass"); // -1: not told
    QTest::addColumn<QString>("words");
    QTest::newRow("they may not") << 0 << "enforced";
    QTest::newRow("they may") << 1 << "advisory admins_bypass";
    QTest::newRow("not told") << -1 << "unknown";
}

void TestGateEvidence::onlyAdministratorsGoAroundOurRule()
{
    QFETCH(int, bypass);
    QFETCH(QString, words);
    GateEvidence evidence;
    evidence.gate.rule = "signalbox";
    evidence.gate.reviewers = {{"boss", false}};
    evidence.rules = ci::GateRules{1, bypass < 0 ? std::optional<bool>() : std::optional(bypass == 1), false, "any"};

    QCOMPARE(QString::fromStdString(ways(evidence, 2)), words);
}

SIGNALBOX_TEST(TestGateEvidence)
#include "tst_gateevidence.moc"
