// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that a person types into a reason get nowhere in the store.
#include "core/store/approvalrepository.h"
#include "core/store/feedbackrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

class TestTypedText : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    SetClock m_clock;

    void decide(Database& database, gate::Verdict verdict, const std::string& reason)
    {
        RunByHand run(database, *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request(), .at = {}, .event = {}}));
        ApprovalRepository approvals(database);
        const ApprovalId asked = must(approvals.listOfRun(run.id())).front().id;
        must(approvals.decide(asked,
                              {.verdict = verdict,
                               .by = "ben",
                               .reason = reason,
                               .evidenceHash = gate::evidenceHash({{"job", "compile"}}),
                               .choice = {}},
                              m_clock.now()));
        must(WakeUps(database).effectDecisions(m_clock.now() + Milliseconds(6'000))); // the run is told the reason
        const std::string kept = must(approvals.find(asked)).decisions.front().decision.reason;
        QVERIFY2(kept.starts_with("use [redacted") && kept.ends_with("\nplease"), kept.c_str());
    }

private slots:
    void noReasonKeepsASecret()
    {
        const QTemporaryDir dir;
        const std::string token = "ghp_" + std::string(36, 'a');
        const std::string reason = "use " + token + "\nplease";
        {
            OpenStore store(dir.filePath(QStringLiteral("store.sqlite")).toStdString());
            for (const auto verdict :
                 {gate::Verdict::Approve, gate::Verdict::Reject, gate::Verdict::Hold, gate::Verdict::Ask})
                decide(*store, verdict, reason);
            HoldRepository holds(*store);
            must(holds.put({.line = "", .by = "ana", .reason = reason, .since = m_clock.now()}));
            must(holds.release("", {.by = "ana", .reason = reason, .at = m_clock.now()}));
            const RunByHand run(*store, *m_graph, m_clock);
            must(FeedbackRepository(*store).judge({.run = run.id(),
                                                   .judgement = record::Judgement::Right,
                                                   .note = reason,
                                                   .act = {"ana", m_clock.now()}}));
        }

        int found = 0;
        for (const QFileInfo& each : QDir(dir.path()).entryInfoList(QDir::Files)) {
            QFile file(each.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(token.c_str()), qPrintable(each.fileName()));
            found += static_cast<int>(bytes.count("[redacted: GitHub token"));
        }
        QVERIFY2(found >= 7, "the reasons are there, without it");
    }
};

SIGNALBOX_TEST(TestTypedText)
#include "tst_typedtext.moc"
