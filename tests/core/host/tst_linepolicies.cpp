// SPDX-License-Identifier: GPL-3.0-or-later
// Policy from the default branch of a real repository, held against the one that was accepted.
#include "core/host/ports.h"
#include "core/host/runstarter.h"
#include "core/local/files.h"
#include "core/store/approvalrepository.h"
#include "core/store/policyrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QProcess>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

class TestLinePolicies : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<LinePolicies> m_policies;
    SetClock m_clock;

    std::filesystem::path repository() const { return m_dir->filePath(QStringLiteral("parser")).toStdString(); }
    void git(QStringList arguments) const
    {
        arguments.prepend(QString::fromStdString(repository().string()));
        arguments.prepend(QStringLiteral("-C"));
        for (const char* setting : {"user.name=ana", "user.email=ana@localhost"}) {
            arguments.prepend(QString::fromLatin1(setting));
            arguments.prepend(QStringLiteral("-c"));
        }
        QCOMPARE(QProcess::execute(QStringLiteral("git"), arguments), 0);
    }
    void commit(const std::string& yaml) const
    {
        must(local::replaceFile(repository() / "signalbox.yaml", yaml));
        git({QStringLiteral("add"), QStringLiteral("--all")});
        git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--message=change")});
    }
    int retries() { return must(m_policies->rules("parser")).retriesPerRun; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
        m_policies = std::make_unique<LinePolicies>(
            **m_store, m_clock, [this](const std::string&) { return policyFileIn(repository()); });
        must(local::makeFolder(repository()));
        git({QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--initial-branch=main")});
        commit("policy: {retries_per_run: 2}\n");
    }
    void cleanup() { m_store.reset(); }

    void readingAloneKeepsNothing()
    {
        QCOMPARE(retries(), 2);
        QVERIFY(!must(store::PolicyRepository(**m_store).accepted("parser")));
    }

    void aStricterPolicyIsInForceAtOnce()
    {
        QVERIFY(!must(m_policies->keep("parser")));
        commit("policy: {retries_per_run: 1}\n");
        QVERIFY(!must(m_policies->keep("parser")));

        QCOMPARE(retries(), 1);
        commit("policy: {retries_per_run: 2}\n"); // what was accepted before is looser now
        QCOMPARE(retries(), 1);
    }

    void aLooserOneWaitsForItsApproval()
    {
        QVERIFY(!must(m_policies->keep("parser")));
        commit("policy: {retries_per_run: 9}\n");

        const auto proposal = must(m_policies->keep("parser"));

        QVERIFY(proposal.has_value());
        QCOMPARE(proposal->looser, std::vector<std::string>{"retries_per_run: 2 to 9"});
        QCOMPARE(retries(), 2);
        must(m_policies->accept(*proposal, "ben", "agreed"));
        QCOMPARE(retries(), 9);
        QCOMPARE(must(store::PolicyRepository(**m_store).accepted("parser"))->acceptedBy, std::string("ben"));
    }

    void aFileThatIsGoneLoosensToo()
    {
        commit("policy: {autonomy: {retry: never}}\n");
        QVERIFY(!must(m_policies->keep("parser")));
        git({QStringLiteral("rm"), QStringLiteral("--quiet"), QStringLiteral("signalbox.yaml")});
        git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--message=away")});

        QVERIFY(must(m_policies->keep("parser")).has_value());
        QCOMPARE(must(m_policies->rules("parser")).autonomy[SafetyClass::Retry], Autonomy::Never);
    }

    void anotherBranchSaysNothing()
    {
        QVERIFY(!must(m_policies->keep("parser")));
        git({QStringLiteral("checkout"), QStringLiteral("--quiet"), QStringLiteral("-b"), QStringLiteral("sneaky")});
        commit("policy: {retries_per_run: 9}\n");

        QVERIFY(!must(m_policies->keep("parser")));
        QCOMPARE(retries(), 2);
    }

    void aPersonIsAskedOnce()
    {
        const GraphSet graphs{{std::string(agents::kPolicyReview), must(agents::policyReviewGraph(m_policies.get()))}};
        RunStarter starter(**m_store, graphs, m_clock);
        QVERIFY(!must(m_policies->keep("parser")));
        commit("policy: {retries_per_run: 8}\n");
        const auto proposal = must(m_policies->keep("parser"));

        must(starter.reviewPolicy(*proposal));
        must(starter.reviewPolicy(*proposal));

        QCOMPARE(must(store::RunRepository(**m_store).list({})).size(), std::size_t(1));
    }
};

SIGNALBOX_TEST(TestLinePolicies)
#include "tst_linepolicies.moc"
