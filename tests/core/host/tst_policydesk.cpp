// SPDX-License-Identifier: GPL-3.0-or-later
// A policy looked at and changed in a real repository.
#include "core/host/policydesk.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/store/auditlog.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QProcess>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestPolicyDesk : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<LinePolicies> m_policies;
    SetClock m_clock;

    std::filesystem::path repository() const { return m_dir->filePath(u"parser"_s).toStdString(); }
    std::function<Result<std::filesystem::path>(const std::string&)> find() const
    {
        return [this](const std::string&) -> Result<std::filesystem::path> { return repository(); };
    }
    PolicyDesk desk() { return PolicyDesk({**m_store, m_clock, *m_policies, find(), "ana"}); }
    static PolicyEdit edit(const char* retries) { return {"parser", {{"retries_per_run", retries}}, "since June"}; }
    QString git(QStringList arguments) const
    {
        QProcess process;
        process.start(u"git"_s,
                      QStringList{u"-c"_s, u"user.name=ana"_s, u"-c"_s, u"user.email=ana@localhost"_s, u"-C"_s,
                                  QString::fromStdString(repository().string())}
                          + arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(u"store.sqlite"_s).toStdString());
        m_policies = std::make_unique<LinePolicies>(
            **m_store, m_clock, [this](const std::string&) { return policyFileIn(repository()); });
        must(local::makeFolder(repository()));
        git({u"init"_s, u"--quiet"_s, u"--initial-branch=main"_s});
        must(local::replaceFile(repository() / "signalbox.yaml", "policy:\n  retries_per_run: 2 # few\n"));
        must(local::replaceFile(repository() / "code", "1\n"));
        git({u"add"_s, u"--all"_s});
        git({u"commit"_s, u"--quiet"_s, u"--message=first"_s});
        QVERIFY(!must(m_policies->keep("parser")));
    }
    void cleanup() { m_store.reset(); }

    void itIsShownWithWhereItComesFrom()
    {
        const PolicyView view = must(desk().view("parser"));

        QCOMPARE(view.inForce.retriesPerRun, 2);
        QCOMPARE(view.branch, std::string("main"));
        QVERIFY(view.hasFile && view.fault.empty() && view.looser.empty());
        QCOMPARE(view.acceptedBy, std::string("signalbox"));
    }

    void aFaultyFileLeavesTheAcceptedOneInForce()
    {
        must(local::replaceFile(repository() / "signalbox.yaml", "policy:\n  retries_per_run: lots\n"));
        git({u"commit"_s, u"--all"_s, u"--quiet"_s, u"--message=worse"_s});

        const PolicyView view = must(desk().view("parser"));

        QCOMPARE(view.inForce.retriesPerRun, 2);
        QVERIFY2(view.fault.find("signalbox.yaml:2: ") != std::string::npos, view.fault.c_str());
    }

    void aChangeIsABranchOfItsOwnAndOnRecord()
    {
        must(local::replaceFile(repository() / "code", "2, not committed\n"));
        const PolicyOffer offer = must(desk().plan(edit("5")));
        QCOMPARE(offer.looser, std::vector<std::string>{"retries_per_run: 2 to 5"});

        const std::string branch = must(desk().propose(edit("5"), offer.digest));

        QCOMPARE(git({u"show"_s, QString::fromStdString(branch + ":signalbox.yaml")}),
                 u"policy:\n  retries_per_run: 5 # few"_s);
        QCOMPARE(git({u"diff"_s, u"--name-only"_s, u"main"_s, QString::fromStdString(branch)}), u"signalbox.yaml"_s);
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), u"M code"_s); // as the person has left it
        QCOMPARE(must(m_policies->rules("parser")).retriesPerRun, 2); // in force once it is merged
        const auto last = must(store::AuditRepository(**m_store).list()).back().entry;
        QCOMPARE(last.action, std::string("policy_proposed"));
        QCOMPARE(last.reason, std::string("since June"));
        QCOMPARE(last.evidenceHash, offer.digest);
    }

    void whatHasChangedMeanwhileIsLookedAtAgain()
    {
        const PolicyOffer offer = must(desk().plan(edit("5")));
        must(local::replaceFile(repository() / "signalbox.yaml", "policy:\n  retries_per_run: 1\n"));
        git({u"commit"_s, u"--all"_s, u"--quiet"_s, u"--message=stricter"_s});

        QCOMPARE(desk().propose(edit("5"), offer.digest).error().code, ErrorCode::Conflict);
    }

    void withoutAReasonOrAChangeThereIsNone()
    {
        PolicyEdit silent = edit("5");
        silent.reason = "  ";
        QCOMPARE(desk().propose(silent, must(desk().plan(silent)).digest).error().code, ErrorCode::InvalidInput);
        QCOMPARE(desk().propose(edit("2"), must(desk().plan(edit("2"))).digest).error().code, ErrorCode::InvalidInput);
        must(desk().propose(edit("1"), must(desk().plan(edit("1"))).digest));
        QCOMPARE(desk().propose(edit("1"), must(desk().plan(edit("1"))).digest).error().code, ErrorCode::Conflict);
    }
};

SIGNALBOX_TEST(TestPolicyDesk)
#include "tst_policydesk.moc"
