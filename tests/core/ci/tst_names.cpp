// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/cisystem.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

class TestCiNames : public QObject {
    Q_OBJECT

private slots:
    void everyConclusionIsFoundByItsName();
    void everyPhaseIsFoundByItsName();
    void storedNamesStayAsTheyAre();
    void unknownNamesAreNoConclusion();
    void finishedEventTellsRunsAndAttemptsApart();
};

void TestCiNames::everyConclusionIsFoundByItsName()
{
    using enum ci::Conclusion;
    for (const auto conclusion : {None, Success, Failure, Cancelled, TimedOut, Skipped, Lost}) {
        const auto name = ci::conclusionName(conclusion);

        QVERIFY(ci::conclusionFromName(name) == conclusion);
    }
}

void TestCiNames::everyPhaseIsFoundByItsName()
{
    for (const auto phase : {ci::Phase::Queued, ci::Phase::Running, ci::Phase::Finished})
        QVERIFY(ci::phaseFromName(ci::phaseName(phase)) == phase);
}

void TestCiNames::storedNamesStayAsTheyAre()
{
    QVERIFY(ci::conclusionName(ci::Conclusion::TimedOut) == "timed_out");
    QVERIFY(ci::conclusionName(ci::Conclusion::Lost) == "lost");
    QVERIFY(ci::phaseName(ci::Phase::Running) == "running");
}

void TestCiNames::unknownNamesAreNoConclusion()
{
    QVERIFY(!ci::conclusionFromName("green"));
    QVERIFY(!ci::phaseFromName(""));
}

void TestCiNames::finishedEventTellsRunsAndAttemptsApart()
{
    const std::string first = ci::finishedEvent({"shop", "7"}, 1);

    QVERIFY(first == ci::finishedEvent({"shop", "7"}, 1));
    QVERIFY(first != ci::finishedEvent({"shop", "7"}, 2));
    QVERIFY(first != ci::finishedEvent({"shop", "71"}, 1));
    QVERIFY(first != ci::finishedEvent({"shop2", "7"}, 1));
}

SIGNALBOX_TEST(TestCiNames)
#include "tst_names.moc"
