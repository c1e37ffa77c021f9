// SPDX-License-Identifier: GPL-3.0-or-later
// A decision at a gate of GitLab that the token here may not make: refused here where that is known, told where GitLab
// says it.
#include "tests/integration/gitlab/gatescene.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Only this person starts jobs of production.
QJsonObject startedBy(const char* user)
{
    return {{u"production"_s, QJsonObject{{u"deployers"_s, QJsonArray{rule(user)}}}}};
}

} // namespace

class TestGitLabRefusals : public QObject {
    Q_OBJECT

private slots:
    void aTokenThatIsNoReviewerIsRefused_data();
    void aTokenThatIsNoReviewerIsRefused();
    void whatIsNotAllowedIsTold_data();
    void whatIsNotAllowedIsTold();
    void aStartThatIsRefusedAfterTheApprovalIsTold();
};

void TestGitLabRefusals::aTokenThatIsNoReviewerIsRefused_data()
{
    QTest::addColumn<QByteArray>("ci");
    QTest::addColumn<QJsonObject>("environments");
    QTest::newRow("to start") << QByteArray(kManual) << startedBy("lead");
    QTest::newRow("to approve") << QByteArray(kDeploying) << approvedBy({"lead"});
}

void TestGitLabRefusals::aTokenThatIsNoReviewerIsRefused()
{
    QFETCH(QByteArray, ci);
    QFETCH(QJsonObject, environments);
    GateScene s;
    if (const QString why = s.begin(ci, environments); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval(u"open"_s);
    QCOMPARE(s.evidence(asked)[u"gate"_s][u"may_decide"_s], QJsonValue(false));

    for (const char* verdict : {"approve", "reject"}) {
        const Answered refused = s.decide(verdict, asked);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.diagnostics.contains(
                     u"The token here is no reviewer of production. Decide on GitLab, it is honoured here."_s)
                     && isOneLine(refused.diagnostics),
                 qPrintable(refused.diagnostics));
    }

    QCOMPARE(s.approval(u"open"_s)[u"id"_s], asked[u"id"_s]);
    QCOMPARE(s.posted("/play") + s.posted("/cancel") + s.posted("/approval"), 0);
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

void TestGitLabRefusals::whatIsNotAllowedIsTold_data()
{
    QTest::addColumn<QByteArray>("ci");
    QTest::addColumn<QJsonObject>("environments");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("to start") << QByteArray(kManual) << QJsonObject() << QByteArray("/play$");
    QTest::newRow("to approve") << QByteArray(kDeploying) << approvedBy({"boss"}) << QByteArray("/approval$");
}

/// The token has lost its right since it was looked at.
void TestGitLabRefusals::whatIsNotAllowedIsTold()
{
    QFETCH(QByteArray, ci);
    QFETCH(QJsonObject, environments);
    QFETCH(QByteArray, path);
    GateScene s;
    if (const QString why = s.begin(ci, environments); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval(u"open"_s);
    s.gitlab.order("POST", path.constData(), {{u"status"_s, 403}, {u"body"_s, u"{\"message\":\"403 Forbidden\"}"_s}});

    QCOMPARE(s.decide("approve", asked).status, 0);

    QVERIFY(s.waits(asked)); // a person is told, and asked again
    const QString fault = s.evidence(s.approval(u"open"_s))[u"fault"_s].toString();
    QVERIFY2(fault.contains(u"may not do this on acme/shop"_s), qPrintable(fault));
    QVERIFY(!s.gitlab.pipelineThat(u"manual"_s).isEmpty());
    const QJsonObject before = s.shown(asked);
    QCOMPARE(before[u"state"_s].toString(), u"approved"_s); // here, and that is all
    QCOMPARE(before[u"sent"_s].toString(), u"refused"_s);
    QCOMPARE(before[u"sent_fault"_s].toString(), fault);
    s.end();
}

/// The approval is taken; whoever gave it may not start the job, and its next one is asked about.
void TestGitLabRefusals::aStartThatIsRefusedAfterTheApprovalIsTold()
{
    GateScene s;
    if (const QString why = s.begin(kDeploying, approvedBy({"boss"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval(u"open"_s);
    s.gitlab.order("POST", "/play$", {{u"status"_s, 403}, {u"body"_s, u"{\"message\":\"403 Forbidden\"}"_s}});

    QCOMPARE(s.decide("approve", asked).status, 0);

    QVERIFY(s.waits(asked)); // for somebody who starts it
    const QJsonObject shown = s.shown(asked);
    QCOMPARE(shown[u"state"_s].toString(), u"approved"_s);
    QCOMPARE(shown[u"sent"_s].toString(), u"not_started"_s);
    QVERIFY2(shown[u"sent_fault"_s].toString().contains(u"may not do this on acme/shop"_s),
             qPrintable(shown[u"sent_fault"_s].toString()));
    const QString id = QString::number(asked[u"id"_s].toInt());
    const QString words = runCtl({u"--store"_s, s.serving.storePath(), u"approvals"_s, u"show"_s, id}).output;
    QVERIFY2(words.contains(u"approved, taken there, not carried out: "_s), qPrintable(words));
    QCOMPARE(s.posted("/approval"), 1);
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

SIGNALBOX_TEST(TestGitLabRefusals)
#include "tst_gitlabrefusals.moc"
