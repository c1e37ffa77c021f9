// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody has healed is told of where the line is, and a person is asked whatever becomes of that.
#include "core/agents/issuebench.h"
#include "core/agents/issuetext.h"
#include "tests/core/agents/healing.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

class Issues final : public agents::IssueBench {
public:
    bool serves(const std::string&) override { return wanted; }
    Result<ci::ToldIssue> tell(const ci::IssueReport& report, std::stop_token) override
    {
        told.push_back(report);
        if (fault)
            return *fault;
        return ci::ToldIssue{4, "https://github.com/acme/parser/issues/4", "opened"};
    }

    bool wanted = true;
    std::optional<Error> fault;
    std::vector<ci::IssueReport> told;
};

agents::EscalationEvidence evidenceOf(Healing& healing)
{
    const auto evidence = agents::escalationFromJson(healing.request().evidence);
    return evidence ? *evidence : agents::EscalationEvidence();
}

} // namespace

class TestCreateIssue : public QObject {
    Q_OBJECT

private slots:
    void aPersonIsAskedWithItsPage()
    {
        Issues issues;
        Healing healing({failing(kStrange)});
        healing.issues = &issues;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(issues.told.size(), 1U);
        QCOMPARE(issues.told[0].because.line + " " + issues.told[0].because.number, std::string("parser 3"));
        QVERIFY(issues.told[0].text.find("the moon is in the wrong place") != std::string::npos);
        QCOMPARE(evidenceOf(healing).issue, std::string("https://github.com/acme/parser/issues/4"));
        QCOMPARE(evidenceOf(healing).issueFault, std::string());
    }

    void aLineThatWantsNone()
    {
        Issues issues;
        issues.wanted = false;
        Healing healing({failing(kStrange)});
        healing.issues = &issues;

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QVERIFY(issues.told.empty());
        QVERIFY(!healing.stage().journal.events().contains(QStringLiteral("node_finished create_issue")));
    }

    void aPersonIsAskedAllTheSame_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<int>("tries");
        QTest::newRow("where it is refused") << true << 1;
        QTest::newRow("where nothing answers for some time") << false << 5;
    }

    void aPersonIsAskedAllTheSame()
    {
        QFETCH(bool, refused);
        QFETCH(int, tries);
        Issues issues;
        issues.fault = Error{refused ? ErrorCode::InvalidInput : ErrorCode::Network, "no"};
        Healing healing({failing(kStrange)});
        healing.issues = &issues;

        for (int nth = 1; nth < tries; ++nth) {
            QCOMPARE(healing.run(), QStringLiteral("waiting"));
            QVERIFY(healing.request().evidence.empty()); // nobody is asked yet
            healing.stage().timeComes();
        }
        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QCOMPARE(issues.told.size(), static_cast<std::size_t>(tries));
        QCOMPARE(evidenceOf(healing).issue, std::string());
        QCOMPARE(evidenceOf(healing).issueFault, std::string("no"));
    }

    void whatRefusesTheRunIsNotAskedForAnIssue()
    {
        Issues issues;
        Healing healing({failing(kStrange)});
        healing.issues = &issues;
        healing.ci.runFault = Error{ErrorCode::InvalidInput, "the token may not do this"};

        QCOMPARE(healing.run(), QStringLiteral("waiting"));

        QVERIFY(issues.told.empty());
    }

    void nothingInALogIsMarkdown()
    {
        agents::EscalationEvidence evidence;
        evidence.reason = "unknown_cause";
        evidence.number = "7";
        evidence.branch = "x`\n@everyone";
        evidence.commit = "8c1f2ab";
        evidence.job = "a`b|c\n/close";
        evidence.failureClass = "unknown";
        evidence.signature = "b7e1";
        evidence.rootCause = {{3, "````\n@everyone <img src=x>"}, {4, "/close " + std::string(1'000, 'x')}};

        const agents::IssueText made = agents::issueText(evidence, 2);

        QCOMPARE(made.title, std::string("CI fails in `a?b|c?/close`: unknown"));
        QVERIFY2(made.text.find("\n`````text\n3: ```` @everyone <img src=x>\n4: /close xxx") != std::string::npos,
                 made.text.c_str());
        QVERIFY(made.text.find("\n/close") == std::string::npos && made.text.find("\n@") == std::string::npos);
        QVERIFY(made.text.find("- Branch: `x??@everyone` at `8c1f2ab`") != std::string::npos);
        QVERIFY(made.text.size() < 1'200);
    }

    void secretsStayOut()
    {
        agents::EscalationEvidence evidence;
        evidence.reason = "fix_failed";
        const std::string token = "ghp_" + std::string(36, 'q');
        evidence.rootCause = {{1, "token " + token}};
        evidence.tried = {{"rerun_failed_jobs", 2, "failed"}};

        const agents::IssueText made = agents::issueText(evidence, 3);

        QVERIFY(made.text.find(token) == std::string::npos);
        QVERIFY(made.text.find("- `rerun_failed_jobs`, attempt 2: still failing") != std::string::npos);
    }

    void whatIsNotForAnIssue()
    {
        for (const char* reason :
             {"refused", "vanished", "no_rules", "cancelled", "false_alarm", "offered", "security", ""})
            QVERIFY2(!agents::isForAnIssue(reason), reason);
        for (const char* reason : {"unknown_cause", "no_fix", "limit_spent", "low_confidence", "policy", "fix_failed"})
            QVERIFY2(agents::isForAnIssue(reason), reason);
    }
};

SIGNALBOX_TEST(TestCreateIssue)
#include "tst_createissue.moc"
