// SPDX-License-Identifier: GPL-3.0-or-later
// Every example payload that GitHub publishes, signed by GitHub's library. Needs npm and its registry; skipped without.
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QStandardPaths>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kExamples = 329;
const QStringList kPackages{u"@octokit/webhooks-examples@7.6.1"_s, u"@octokit/webhooks-methods@6"_s};
const QStringList kWatched{u"check_run"_s, u"deployment"_s,   u"deployment_review"_s, u"deployment_status"_s,
                           u"push"_s,      u"pull_request"_s, u"workflow_job"_s,      u"workflow_run"_s};

} // namespace

class TestExamples : public QObject {
    Q_OBJECT

private slots:
    void everyOneIsStoredOnceAndUnderstood();
};

void TestExamples::everyOneIsStoredOnceAndUnderstood()
{
    const QString npm = QStandardPaths::findExecutable(u"npm"_s);
    if (npm.isEmpty())
        QSKIP("npm is not installed: there are no examples");
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/webhook/deliver.mjs"),
                        folder.filePath(u"deliver.mjs"_s)));
    QProcess install;
    install.start(
        npm,
        QStringList{u"install"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefix"_s, folder.path()}
            + kPackages);
    if (!install.waitForFinished(3 * kPatienceMs) || install.exitCode() != 0)
        QSKIP("npm cannot install the examples here: no registry");
    Serving serving;
    QVERIFY(serving.start());

    QProcess deliver;
    deliver.setWorkingDirectory(folder.path());
    deliver.start(u"node"_s,
                  {u"deliver.mjs"_s, u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()),
                   QString::fromLatin1(Serving::kSecret)});
    QVERIFY(deliver.waitForFinished(kPatienceMs));
    QVERIFY2(deliver.exitCode() == 0, deliver.readAllStandardError().constData());

    QMap<QString, QString> eventOf;
    for (const QByteArray& line : deliver.readAllStandardOutput().split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject told = QJsonDocument::fromJson(line).object();
        QVERIFY2(told[u"status"].toInt() == 202, line.constData());
        eventOf.insert(told[u"id"].toString(), told[u"event"].toString());
    }
    QCOMPARE(eventOf.size(), kExamples);
    for (const StoredDelivery& row : serving.stored()) {
        QCOMPARE(eventOf.take(row.id), row.event);
        const bool watched = kWatched.contains(row.event);
        QCOMPARE(row.state, watched ? u"waiting"_s : u"ignored"_s);
        if (!watched)
            continue;
        const QByteArray notice = row.id.toUtf8() + QJsonDocument(row.notice).toJson();
        QVERIFY2(row.notice[u"repository"].toString().contains(u'/'), notice.constData());
        if (row.event.startsWith(u"workflow_") || row.event == u"deployment_review")
            QVERIFY2(!row.notice[u"run"].toString().isEmpty(), notice.constData());
        if (!row.notice[u"branch_deleted"].toBool()
            && row.event != u"push") // a tag that is deleted has no commit either
            QVERIFY2(row.notice[u"commit"].toString().size() == 40, notice.constData());
    }
    QVERIFY2(eventOf.isEmpty(), qPrintable(eventOf.keys().join(u' ')));
}

SIGNALBOX_TEST(TestExamples)
#include "tst_examples.moc"
