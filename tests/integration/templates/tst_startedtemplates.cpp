// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow templates as their systems start them: by a run that fails, on a runner that has the real signalboxctl,
// with the token and the permissions that they name.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Fails always, for a reason that nobody knows.
constexpr const char* kOdd = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "the frobnicator is out of tune"; exit 1
)";

/// What a job leaves behind outside of its folder tells its tries apart.
constexpr const char* kStage = R"(include:
  - local: ci/gitlab-heal-stage.yml
test:
  script:
    - |
      if mkdir "%1" 2>/dev/null; then
        echo "npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad"
        exit 1
      fi
)";

QString readTemplate(const QString& name)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/templates/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestStartedTemplates : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aFailingRunIsHealedByItsWorkflow();
    void whatCannotBeHealedIsSeenAndToldOnce();
    void aFailingPipelineIsHealedByItsStage();

private:
    QString healWorkflow() const { return readTemplate(u"github-heal.yml"_s).replace(u"[CI]"_s, u"[ci]"_s); }
    QString home() const { return m_folder->filePath(u"home"_s); }
    static QJsonArray runsOf(TestForge& forge, const QString& workflow)
    {
        QJsonArray found;
        for (const auto& run : forge.ask("GET", u"/repos/acme/shop/actions/runs"_s)[u"workflow_runs"_s].toArray()) {
            if (run[u"name"_s].toString() == workflow)
                found.append(run);
        }
        return found;
    }
    static int withConclusion(const QJsonArray& runs, const QString& conclusion)
    {
        return static_cast<int>(std::ranges::count_if(
            runs, [&](const QJsonValue& run) { return run[u"conclusion"_s].toString() == conclusion; }));
    }
    /// What the tokens that the templates name were refused.
    static QStringList refusals(TestForge& forge)
    {
        QStringList refused;
        for (const auto& request : forge.ask("GET", u"/_forge/journal"_s).array()) {
            if (request[u"status"_s].toInt() == 403)
                refused += request[u"method"_s].toString() + u' ' + request[u"path"_s].toString();
        }
        return refused;
    }
    /// The only run in the store that the runner keeps.
    QJsonObject kept(const QString& store) const
    {
        const Answered answered
            = runCtl({u"--store"_s, home() + u"/signalbox/"_s + store, u"--json"_s, u"runs"_s, u"list"_s});
        const QJsonArray runs = QJsonDocument::fromJson(answered.output.toUtf8()).array();
        return runs.size() == 1 ? runs.at(0).toObject() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStartedTemplates::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(home()));
}

void TestStartedTemplates::aFailingRunIsHealedByItsWorkflow()
{
    TestForge forge;
    forge.lendRunner(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin"), home());
    if (const QString why = forge.start(kTransientJob, "[]", {{u".github/workflows/heal.yml"_s, healWorkflow()}});
        !why.isEmpty())
        QSKIP(qPrintable(why));

    QVERIFY(forge.push());

    QTRY_COMPARE_WITH_TIMEOUT(withConclusion(runsOf(forge, u"Heal"_s), u"success"_s), 1, 3 * kPatienceMs);
    const QJsonArray ci = runsOf(forge, u"ci"_s);
    QCOMPARE(ci.size(), 1);
    QCOMPARE(ci.at(0)[u"conclusion"_s].toString(), u"success"_s);
    QCOMPARE(ci.at(0)[u"run_attempt"_s].toInt(), 2);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1);
    QCOMPARE(refusals(forge), QStringList());
    QCOMPARE(kept(u"acme-shop.sqlite"_s)[u"state"_s].toString(), u"succeeded"_s);
    // The new attempt has ended too: that starts it once more, for nothing.
    QTRY_COMPARE_WITH_TIMEOUT(withConclusion(runsOf(forge, u"Heal"_s), u"skipped"_s), 1, kPatienceMs);
    QCOMPARE(runsOf(forge, u"Heal"_s).size(), 2);
}

void TestStartedTemplates::whatCannotBeHealedIsSeenAndToldOnce()
{
    TestForge forge;
    forge.lendRunner(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin"), home());
    if (const QString why = forge.start(kOdd, "[]", {{u".github/workflows/heal.yml"_s, healWorkflow()}});
        !why.isEmpty())
        QSKIP(qPrintable(why));

    QVERIFY(forge.push());

    QTRY_COMPARE_WITH_TIMEOUT(withConclusion(runsOf(forge, u"Heal"_s), u"failure"_s), 1, 3 * kPatienceMs);
    QCOMPARE(runsOf(forge, u"Heal"_s).size(), 1); // its own failure starts it not again
    const QJsonArray issues = forge.ask("GET", u"/repos/acme/shop/issues?state=all"_s).array();
    QCOMPARE(issues.size(), 1);
    QCOMPARE(refusals(forge), QStringList());
}

void TestStartedTemplates::aFailingPipelineIsHealedByItsStage()
{
    TestGitLab forge;
    forge.lendRunner(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin"), home());
    const QJsonObject files{{u"ci/gitlab-heal-stage.yml"_s, readTemplate(u"gitlab-heal-stage.yml"_s)},
                            {u"ci/gitlab-heal.yml"_s, readTemplate(u"gitlab-heal.yml"_s)}};
    const QString ci = QString::fromLatin1(kStage).arg(m_folder->filePath(u"tried"_s));
    if (const QString why = forge.start(ci.toUtf8(), files); !why.isEmpty())
        QSKIP(qPrintable(why));

    QVERIFY(forge.push());

    const auto child
        = [&forge] { return forge.asked("GET", u"/pipelines?source=parent_pipeline"_s).array().at(0).toObject(); };
    QTRY_COMPARE_WITH_TIMEOUT(child()[u"status"_s].toString(), u"success"_s, 3 * kPatienceMs);
    QCOMPARE(forge.asked("GET", u"/pipelines?source=parent_pipeline"_s).array().size(), 1);
    const QString parent = forge.pipelineThat(u"success"_s);
    QVERIFY(!parent.isEmpty());
    QCOMPARE(forge.tries(parent), 2);
    QCOMPARE(forge.count(u"POST"_s, u"/retry"_s), 1);
    QCOMPARE(kept(u"acme-shop.sqlite"_s)[u"state"_s].toString(), u"succeeded"_s);
}

SIGNALBOX_TEST(TestStartedTemplates)
#include "tst_startedtemplates.moc"
