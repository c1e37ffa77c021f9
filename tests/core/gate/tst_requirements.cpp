// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/gate/requestfixture.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::gate;
using namespace signalbox::test;

namespace {

Source metrics(Milliseconds age, bool answers = true)
{
    return {.name = "Prometheus staging",
            .kind = Source::Kind::Metrics,
            .readAt = kNow - age,
            .commit = {},
            .answers = answers};
}

QString refusal(const Result<ApprovalState>& judged)
{
    return judged ? QStringLiteral("accepted") : QString::fromStdString(judged.error().detail);
}

} // namespace

class TestRequirements : public QObject {
    Q_OBJECT

private slots:
    void criticalIsTypedInFull_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a part") << QStringLiteral("parser #") << false;
        QTest::newRow("another case") << QStringLiteral("Parser #3") << false;
        QTest::newRow("the whole, with a blank from dictation") << QStringLiteral(" parser #3 ") << true;
    }

    void criticalIsTypedInFull()
    {
        QFETCH(QString, typed);
        QFETCH(bool, accepted);
        Decision made = decision(Verdict::Approve);
        made.typed = typed.toStdString();

        const auto judged = judge(request(RiskLevel::Critical), made, kNow);

        QCOMPARE(bool(judged), accepted);
        if (!accepted)
            QCOMPARE(refusal(judged), QStringLiteral("Critical risk: type \"parser #3\" to approve."));
    }

    void stoppingCriticalIsNotTyped()
    {
        QVERIFY(judge(request(RiskLevel::Critical), decision(Verdict::Reject), kNow));
        QVERIFY(judge(request(RiskLevel::Critical), decision(Verdict::Hold), kNow));
    }

    void neitherAuthorNorAskerCounts()
    {
        Approval approval = request();
        approval.request.excluded.clear();
        approval.request.author = "ana";
        approval.request.askedBy = "rita";
        Decision byAuthor = decision(Verdict::Approve, "Ana");
        byAuthor.choice = "dismiss";
        Decision byAsker = byAuthor;
        byAsker.by = "rita";

        QCOMPARE(judge(approval, byAuthor, kNow).error().code, ErrorCode::Conflict);
        QCOMPARE(judge(approval, byAsker, kNow).error().code, ErrorCode::Conflict);
        byAuthor.choice = "take_over"; // nothing is let through
        QVERIFY(judge(approval, byAuthor, kNow));
        byAuthor.choice = "dismiss";
        make(approval, byAuthor);
        QCOMPARE(given(approval), 0);
    }

    void overridingTakesTwoPeopleAndALongReason_data()
    {
        QTest::addColumn<int>("against");
        QTest::newRow("against the agent") << int(Against::Agent);
        QTest::newRow("against a failed check") << int(Against::FailedCheck);
        QTest::newRow("against missing evidence") << int(Against::MissingEvidence);
        QTest::newRow("in a freeze") << int(Against::Freeze);
    }

    void overridingTakesTwoPeopleAndALongReason()
    {
        QFETCH(int, against);
        Approval approval = request();
        approval.request.against = {static_cast<Against>(against)};
        const std::string reason = "ä234567890123456789"; // 19 characters, 20 bytes

        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve, "ben", reason), kNow)),
                 QStringLiteral("Approving is an override here. A reason of at least 20 characters is needed."));
        const auto judged = judge(approval, decision(Verdict::Approve, "ben", reason + "0"), kNow);
        QVERIFY2(judged && *judged == ApprovalState::Open, qPrintable(refusal(judged)));
        QCOMPARE(approversNeeded(approval.request), 2);
        QVERIFY(judge(approval, decision(Verdict::Reject, "ben", "no"), kNow));
    }

    void staleEvidenceLocksApproving_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("commit");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* name, Source::Kind kind, int minutes, const char* commit, const char* answer) {
            QTest::newRow(name) << int(kind) << minutes << QString::fromLatin1(commit) << QString::fromLatin1(answer);
        };
        row("metrics of 5 min", Source::Kind::Metrics, 5, "", "accepted");
        row("metrics of 14 min", Source::Kind::Metrics, 14, "",
            "Locked: evidence stale. Source is 14 min old, limit 5 min.");
        row("risk of 30 min", Source::Kind::Risk, 30, "", "accepted");
        row("risk of 31 min", Source::Kind::Risk, 31, "",
            "Locked: evidence stale. Source is 31 min old, limit 30 min.");
        row("old checks of this commit", Source::Kind::Checks, 600, "5be0c1d9", "accepted");
        row("checks of another commit", Source::Kind::Checks, 1, "77ad031f",
            "Locked: evidence stale. Source is of another commit, 77ad031.");
    }

    void staleEvidenceLocksApproving()
    {
        QFETCH(int, kind);
        QFETCH(int, minutes);
        QFETCH(QString, commit);
        QFETCH(QString, answer);
        Approval approval = request();
        approval.request.commit = "5be0c1d9";
        approval.request.sources = {{.name = "Source",
                                     .kind = static_cast<Source::Kind>(kind),
                                     .readAt = kNow - std::chrono::minutes(minutes),
                                     .commit = commit.toStdString(),
                                     .answers = true}};

        QCOMPARE(refusal(judge(approval, decision(Verdict::Approve), kNow)), answer);
        QVERIFY(judge(approval, decision(Verdict::Reject), kNow)); // stopping is cheap
    }

    void aSourceThatDoesNotAnswerLeavesAnOverride()
    {
        Approval approval = request();
        approval.request.sources = {metrics(std::chrono::minutes(14), false)};

        QVERIFY(isOverride(approval.request));
        QVERIFY(!judge(approval, decision(Verdict::Approve, "ben", "short"), kNow));
        QVERIFY(judge(approval, decision(Verdict::Approve, "ben", "rehearsed on a copy this morning"), kNow));
    }

    void theFirstReasonIsHiddenUntilTheSecondDecides()
    {
        Approval approval = request(RiskLevel::Critical);
        make(approval, typedApproval("ben"));

        QVERIFY(reasonHidden(approval, approval.decisions[0], "cleo"));
        QVERIFY(!reasonHidden(approval, approval.decisions[0], "Ben"));
        make(approval, typedApproval("cleo"));
        QVERIFY(!reasonHidden(approval, approval.decisions[0], "cleo"));
    }
};

SIGNALBOX_TEST(TestRequirements)
#include "tst_requirements.moc"
