// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/approval.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::gate;

namespace {

Request fullRequest()
{
    return {.kind = "escalation",
            .subject = "parser #3",
            .line = "parser",
            .risk = RiskLevel::High,
            .askedBy = "self-healing",
            .author = "ana",
            .evidence = {{"reason", "no_fix"}, {"job", "compile"}},
            .choices = {"take_over", "dismiss"},
            .patience = Milliseconds(60'000),
            .needed = 2,
            .excluded = {"ana"},
            .against = {Against::Agent, Against::Freeze},
            .sources = {{.name = "Prometheus",
                         .kind = Source::Kind::Risk,
                         .readAt = fromUnixMs(1'000),
                         .commit = {},
                         .answers = true}},
            .commit = "5be0c1d"};
}

Approval asked()
{
    Approval approval;
    approval.request = fullRequest();
    return approval;
}

RecordedDecision approved(std::string by, bool takenBack = false)
{
    RecordedDecision made;
    made.decision.verdict = Verdict::Approve;
    made.decision.by = std::move(by);
    made.takenBack = takenBack;
    return made;
}

} // namespace

class TestApproval : public QObject {
    Q_OBJECT

private slots:
    void aRequestSurvivesStorage()
    {
        const Json stored = toJson(fullRequest());

        const auto read = requestFromJson(stored);

        QVERIFY(read);
        QCOMPARE(dumpJson(toJson(*read)), dumpJson(stored));
        QCOMPARE(read->needed, 2);
        QCOMPARE(read->patience.count(), 60'000);
        QVERIFY(read->against == fullRequest().against);
        QVERIFY(read->sources == fullRequest().sources);
        QCOMPARE(read->commit, fullRequest().commit);
    }

    void whatIsMissingHasADefault()
    {
        const auto read = requestFromJson({{"kind", "fix"}, {"subject", "x"}, {"evidence", Json::object()}});

        QVERIFY(read);
        QCOMPARE(read->needed, 1);
        QCOMPARE(read->risk, RiskLevel::Low);
        QCOMPARE(read->patience, Milliseconds(24 * 3'600'000));
    }

    void aLevelThatNobodyKnowsIsCritical()
    {
        const auto read = requestFromJson(
            {{"kind", "fix"}, {"subject", "x"}, {"evidence", Json::object()}, {"risk", "harmless, really"}});

        QVERIFY(read);
        QCOMPARE(read->risk, RiskLevel::Critical);
    }

    void whatSpeaksAgainstIsNeverLost()
    {
        const auto read = requestFromJson({{"kind", "fix"},
                                           {"subject", "x"},
                                           {"evidence", Json::object()},
                                           {"against", {"solar_flare"}},
                                           {"sources", {{{"name", "Prometheus"}}}}});

        QVERIFY(read);
        QCOMPARE(read->against.size(), std::size_t{1});
        QVERIFY(!read->sources.front().answers); // unreadable: not known to answer, and old
    }

    void aRequestForNothingIsRefused_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no evidence") << R"({"kind":"fix","subject":"x"})";
        QTest::newRow("evidence is text") << R"({"kind":"fix","subject":"x","evidence":"trust me"})";
        QTest::newRow("no subject") << R"({"kind":"fix","evidence":{}})";
        QTest::newRow("no time to decide") << R"({"kind":"fix","subject":"x","evidence":{},"patience_ms":0})";
        QTest::newRow("not an object") << "[]";
    }

    void aRequestForNothingIsRefused()
    {
        QFETCH(QString, json);

        const auto read = requestFromJson(*parseJson(json.toStdString()));

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }

    void theHashFollowsTheEvidence()
    {
        const std::string first = evidenceHash({{"a", 1}, {"b", 2}});

        QCOMPARE(evidenceHash({{"b", 2}, {"a", 1}}), first);
        QVERIFY(evidenceHash({{"a", 1}, {"b", 3}}) != first);
        QCOMPARE(first.size(), std::size_t(64));
    }

    void namesAreThoseOfTheFormat()
    {
        for (const auto state :
             {ApprovalState::Open, ApprovalState::Held, ApprovalState::Approved, ApprovalState::Rejected,
              ApprovalState::Expired, ApprovalState::Superseded, ApprovalState::Void})
            QVERIFY(stateFromName(stateName(state)) == state);
        QCOMPARE(stateName(ApprovalState::Superseded), std::string_view("superseded"));
        QCOMPARE(verdictName(Verdict::Ask), std::string_view("ask"));
        QCOMPARE(riskName(RiskLevel::Critical), std::string_view("CRITICAL"));
        QVERIFY(!verdictFromName("maybe"));
        QVERIFY(!riskFromName("low"));
    }

    void approvalsCountOncePerPerson()
    {
        Approval approval = asked();
        approval.decisions
            = {approved("ben"), approved("Ben "), approved("ana"), approved("cleo", true)}; // ana: excluded

        QCOMPARE(given(approval), 1);
    }

    void onlyAFreshDecisionCanBeTakenBack()
    {
        Approval approval = asked();
        approval.decisions = {approved("ben")};
        approval.decisions.back().at = fromUnixMs(1'000);
        approval.decisions.back().effectiveAt = fromUnixMs(6'000);

        QVERIFY(pendingDecision(approval, fromUnixMs(5'999)) != nullptr);
        QVERIFY(pendingDecision(approval, fromUnixMs(6'000)) == nullptr);

        approval.decisions.back().takenBack = true;
        QVERIFY(pendingDecision(approval, fromUnixMs(5'000)) == nullptr);
    }
};

SIGNALBOX_TEST(TestApproval)
#include "tst_approval.moc"
