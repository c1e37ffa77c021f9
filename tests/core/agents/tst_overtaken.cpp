// SPDX-License-Identifier: GPL-3.0-or-later
// A decision that is not sent yet while something newer comes.
#include "tests/core/agents/atthegate.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestOvertaken : public QObject {
    Q_OBJECT

private slots:
    void anApprovalThatSomethingNewerHasOvertakenIsNotSent();
    void aRejectionIsSentWhateverIsNewer();
    void whatCannotBeAskedIsAskedAgain();
};

void TestOvertaken::anApprovalThatSomethingNewerHasOvertakenIsNotSent()
{
    AtTheGate s;
    s.drive();
    s.newer = std::string("8");

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"superseded\""));
    QVERIFY(s.gate.sent.empty());
    QVERIFY(s.stage->state("root_cause").contains(QStringLiteral("run 8 of main has a newer commit")));
}

void TestOvertaken::aRejectionIsSentWhateverIsNewer()
{
    AtTheGate s;
    s.drive();
    s.newer = std::string("8");

    QCOMPARE(s.told({{"verdict", "reject"}, {"reason", "not today"}}), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"rejected\""));
    QCOMPARE(s.gate.sent.size(), 1U);
}

void TestOvertaken::whatCannotBeAskedIsAskedAgain()
{
    AtTheGate s;
    s.drive();
    s.newer = Error{ErrorCode::Network, "no answer"};
    s.approve();
    QVERIFY(s.gate.sent.empty());

    s.newer = std::string();
    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.gate.sent.size(), 1U);
}

SIGNALBOX_TEST(TestOvertaken)
#include "tst_overtaken.moc"
