// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside of any length: nothing of a prompt leaves the window, and all of the text can be read.
#include "core/agents/gateevidence.h"
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "ui/approvals/evidencepanel.h"
#include "ui/approvals/evidenceview.h"
#include "ui/approvals/longtext.h"
#include "ui/approvals/pendingbar.h"
#include "ui/approvals/promptbanners.h"
#include "ui/approvals/promptheader.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/wrappedtext.h"

#include <nlohmann/json.hpp>

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = test::ApprovalScene;

namespace {

const std::string kName(200, 'N'); // as long as GitHub lets one be
const std::string kLine = "src/b.c:1:1: error: " + std::string(20'000, 'B');

gate::Approval escalated()
{
    gate::Approval approval = test::grave(gate::RiskLevel::Critical);
    agents::EscalationEvidence evidence = test::parserEvidence();
    evidence.rootCause = {{41, kLine}, {42, kLine}};
    for (std::string* each : {&evidence.job, &evidence.step, &evidence.branch, &evidence.author, &evidence.fault,
                              &evidence.issueFault, &evidence.failureClass, &evidence.signature})
        *each = kLine;
    evidence.reason = "refused";
    evidence.blocked = {kLine, kName};
    evidence.considered = {{kName, "retry", "tried"}, {"clear_cache_rerun", "cache", "asks"}};
    evidence.tried = {{kName, 2, kLine}};
    approval.request.evidence = agents::toJson(evidence);
    approval.request.subject = kName;
    approval.request.author = kName;
    gate::RecordedDecision first;
    first.decision = {gate::Verdict::Hold, kName, kLine, "hash 3", {}, {}};
    first.at = test::noon();
    first.effectiveAt = test::noon();
    approval.decisions = {first};
    return approval;
}

gate::Approval atAGate()
{
    agents::GateEvidence made;
    made.provider = "github";
    made.run.line = kName;
    made.run.number = "1187";
    made.run.commit = "8c1f2ab0d9e4";
    made.run.branch = kName;
    made.run.author = kName;
    ci::Job job;
    job.name = kLine;
    job.phase = ci::Phase::Finished;
    job.conclusion = ci::Conclusion::Success;
    made.run.jobs = {job};
    made.gate.environment = kName;
    made.gate.mayDecide = true;
    made.gate.reviewers = {{kName, false}, {kName, true}};
    made.rules = ci::GateRules{1, true, false, kName};
    made.changes = ci::GateChanges();
    made.changes->deployed = "5be0c1d7a2f3";
    made.changes->commits = made.changes->files = 1;
    made.changes->newest.resize(1);
    made.changes->newest[0].commit = "8c1f2ab0d9e4";
    made.changes->newest[0].title = kLine;
    made.changes->paths.resize(1);
    made.changes->paths[0].path = kLine;
    made.riskFrom = "production_name";
    made.freeze = made.policyFault = made.fault = kLine;
    gate::Approval approval = test::grave(gate::RiskLevel::Critical);
    approval.request.kind = "deployment";
    approval.request.subject = kName;
    approval.request.line = kName;
    approval.request.author = kName;
    approval.request.needed = 1;
    approval.request.choices.clear();
    approval.request.evidence = agents::toJson(made, 1);
    return approval;
}

gate::Approval decidedThere()
{
    gate::Approval approval = atAGate();
    approval.state = gate::ApprovalState::Rejected;
    approval.closedAt = test::noon();
    gate::RecordedDecision made;
    made.decision = {gate::Verdict::Reject, kName, kLine, approval.evidenceHash, {}, {}};
    made.at = test::noon();
    made.effectiveAt = test::noon();
    approval.decisions = {made};
    return approval;
}

EvidenceView* evidenceIn(const Scene& scene)
{
    return scene.prompt()->evidence();
}

bool isFilled(const Scene& scene)
{
    const auto panels = evidenceIn(scene)->findChildren<EvidencePanel*>();
    return panels.size() == evidenceOf(scene.host.approvals.front(), "operator").size()
        && std::ranges::all_of(panels, &EvidencePanel::isWhole);
}

/// Whether a part, and every word in it, is between the sides of what surrounds it.
QString outside(const QWidget& part, const QWidget& around)
{
    QList<const QWidget*> all{&part};
    for (const auto* words : part.findChildren<QLabel*>())
        if (words->isVisible())
            all << words;
    for (const QWidget* each : all) {
        const int left = each->mapTo(&around, QPoint()).x();
        if (left < 0 || left + each->width() > around.width())
            return QStringLiteral("%1 %2: %3 to %4 of %5")
                .arg(QLatin1String(each->metaObject()->className()), part.accessibleName())
                .arg(left)
                .arg(left + each->width())
                .arg(around.width());
    }
    return {};
}

} // namespace

class TestLongEvidence : public QObject {
    Q_OBJECT

private slots:
    void everySectionIsInsideTheWindow_data()
    {
        QTest::addColumn<gate::Approval>("approval");
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1440, 900), QSize(960, 600), QSize(900, 520)}) {
            const auto add = [&](const char* name, const gate::Approval& approval) {
                QTest::addRow("%s %dx%d", name, size.width(), size.height()) << approval << size;
            };
            add("escalation", escalated());
            add("gate", atAGate());
            add("decided", decidedThere());
        }
    }

    void everySectionIsInsideTheWindow()
    {
        QFETCH(gate::Approval, approval);
        QFETCH(QSize, size);
        Scene scene(approval);
        scene.page.resize(size);
        scene.page.open(approval.id);
        QVERIFY(scene.open());
        scene.prompt()->setSent({QString::fromStdString(kLine), false});
        QTRY_VERIFY(isFilled(scene));
        const auto* area = evidenceIn(scene)->findChild<QScrollArea*>();
        const auto panels = evidenceIn(scene)->findChildren<EvidencePanel*>();
        QVERIFY(panels.size() >= 5);
        const bool narrow = evidenceIn(scene)->isNarrow();
        QCOMPARE(narrow, size.width() < 1000);

        for (const EvidencePanel* panel : panels) {
            if (narrow)
                evidenceIn(scene)->goTo(panel->number());
            QTRY_COMPARE(outside(*panel, *area->viewport()), QString());
            QVERIFY(panel->isVisible() && panel->width() > 150);
        }
        const auto* header = scene.prompt()->findChild<PromptHeader*>();
        QTRY_COMPARE(outside(*header, scene.page), QString());
        QTRY_COMPARE(outside(*scene.prompt()->pending(), scene.page), QString());
        const QWidget* foot
            = scene.actions()->isVisible() ? static_cast<const QWidget*>(scene.actions()) : scene.prompt()->pending();
        QTRY_VERIFY(foot->mapTo(&scene.page, foot->rect().bottomRight()).x() < size.width());
        QTRY_VERIFY(foot->mapTo(&scene.page, foot->rect().bottomRight()).y() < size.height());
        for (const LongText* each : evidenceIn(scene)->findChildren<LongText*>()) {
            const auto* words = each->findChild<WrappedText*>();
            QTRY_VERIFY(!each->isVisible() || words->isCut() == each->link()->isVisible());
            QTRY_VERIFY(!each->isVisible() || words->height() >= words->heightForWidth(words->width()));
            QTRY_VERIFY(!each->link()->isVisible() || each->link()->y() >= words->geometry().bottom());
        }
        if (scene.actions()->isVisible()) {
            const auto* toType = scene.actions()->findChild<Flow*>();
            QTRY_VERIFY(toType->height() >= toType->heightForWidth(toType->width()));
            QTRY_VERIFY(scene.actions()->reasonField()->width() >= 140);
        }
        QVERIFY2(area->height() >= 90, qPrintable(QString::number(area->height())));
    }

    void whatIsToldAboveTheEvidenceLeavesItRoom()
    {
        Scene scene(escalated());
        scene.page.resize(900, 520);
        QVERIFY(scene.open());
        auto* banners = scene.prompt()->findChild<PromptBanners*>();
        banners->tellRefused({ErrorCode::Conflict, kLine}, false);
        banners->showEnded(QString::fromStdString(kLine));

        QTRY_VERIFY(banners->height() > 60);
        const auto* area = evidenceIn(scene)->findChild<QScrollArea*>();
        QTRY_VERIFY(banners->height() < 260);
        QCOMPARE(outside(*banners, scene.page), QString());
        QVERIFY(area->height() >= 40);
    }

    void whatIsCutIsShownWholeWhenAsked()
    {
        Scene scene(escalated());
        QVERIFY(scene.open());
        QTRY_VERIFY(isFilled(scene));
        const auto all = evidenceIn(scene)->findChildren<LongText*>();
        const auto cause = std::ranges::find_if(all, [](const LongText* each) {
            return each->findChild<WrappedText*>()->text() == QString::fromStdString(kLine);
        });
        QVERIFY(cause != all.end());
        QTRY_VERIFY((*cause)->link()->isVisible());
        const int before = (*cause)->height();
        QVERIFY(before < 220);

        (*cause)->link()->click();
        QTRY_VERIFY((*cause)->height() > 1000);
        auto* words = (*cause)->findChild<WrappedText*>();
        QVERIFY(!words->isCut());
        QCOMPARE(words->heightForWidth(words->width()), words->height());

        (*cause)->link()->click();
        QTRY_COMPARE((*cause)->height(), before);
    }

    void aWrappedTextIsCopiedAsItIs()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        WrappedText text(themes, Type::Log, Tone::Primary);
        text.setText(QStringLiteral("src/") + QString(100, u'p'));
        text.setSelectable();
        text.resize(200, text.heightForWidth(200));
        QVERIFY(text.height() > 3 * text.fontMetrics().height());
        text.show();

        QTest::mousePress(&text, Qt::LeftButton, {}, {1, 2});
        QTest::mouseMove(&text, text.rect().bottomRight() - QPoint(1, 1));
        QTest::keyClick(&text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&text, Qt::Key_C, Qt::ControlModifier);

        QCOMPARE(QGuiApplication::clipboard()->text(), text.text());
    }

    /// Its heights are kept, as layouts ask for them many times over.
    void aParagraphIsAsHighAsItsWordsAreNow()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        Flow flow(themes, Type::Body);
        const QString words = QStringLiteral("3 runs wait for a person.");
        flow.setParts({{.words = words, .tone = Tone::Primary, .strong = false, .mono = false}});
        const int width = flow.sizeHint().width();
        const int line = flow.heightForWidth(width);

        flow.setParts({{.words = words, .tone = Tone::Primary, .strong = false, .mono = true}});
        QCOMPARE(flow.heightForWidth(width), 2 * line);
        flow.setMostLines(1);
        QCOMPARE(flow.heightForWidth(width), line);
    }

    /// Whatever should make a section wider than the window.
    void whatIsBesideTheWindowHasNotBeenLookedAt()
    {
        Scene scene;
        QVERIFY(scene.open());
        QTRY_VERIFY(isFilled(scene));
        QTRY_COMPARE(scene.prompt()->lockReason(), QString());
        const auto panels = evidenceIn(scene)->findChildren<EvidencePanel*>();
        panels.front()->setMinimumWidth(3000);

        QTRY_COMPARE(scene.prompt()->lockReason(), QStringLiteral("evidence incomplete"));
        scene.pass(Milliseconds(250));
        QVERIFY(scene.hold()->isLocked());
        auto* bar = evidenceIn(scene)->findChild<QScrollArea*>()->horizontalScrollBar();
        QTRY_VERIFY(bar->isVisible());
        bar->setValue(bar->maximum());

        QCOMPARE(scene.prompt()->lockReason(), QString());
    }
};

SIGNALBOX_TEST(TestLongEvidence)
#include "tst_longevidence.moc"
