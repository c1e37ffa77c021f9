// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kTemplates = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/templates/");

QString readTemplate(const char* name)
{
    QFile file(kTemplates + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private slots:
    void areReadAsTheirSystemsReadThem();
    void maskNothingAndTriggerNothingTwice_data();
    void maskNothingAndTriggerNothingTwice();
};

void TestTemplates::areReadAsTheirSystemsReadThem()
{
    QProcess check;
    check.start(u"node"_s,
                {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/templates/check.mjs"), u"--templates"_s,
                 kTemplates, u"--packages"_s, QStringLiteral(SIGNALBOX_BINARY_DIR "/templates")});
    if (!check.waitForStarted())
        QSKIP("there is no Node.js here");
    QVERIFY(check.waitForFinished(300'000));
    if (check.exitCode() == 3)
        QSKIP(check.readAllStandardError().constData());
    QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    const QJsonObject seen = QJsonDocument::fromJson(check.readAllStandardOutput()).object();
    QCOMPARE(seen[u"faults"_s].toArray(), QJsonArray());
    const QJsonObject jobs = seen[u"jobs"_s].toObject();
    const QJsonObject stage = jobs[u".gitlab-ci.yml"_s].toArray().first().toObject();
    QCOMPARE(stage[u"name"_s].toString(), u"signalbox"_s);
    QCOMPARE(stage[u"stage"_s].toString(), u".post"_s);
    QCOMPARE(stage[u"when"_s].toString(), u"on_failure"_s);
    QCOMPARE(jobs[u"ci/gitlab-heal.yml"_s].toArray().first()[u"name"_s].toString(), u"heal"_s);
}

void TestTemplates::maskNothingAndTriggerNothingTwice_data()
{
    QTest::addColumn<QString>("text");
    for (const char* name : {"github-heal.yml", "gitlab-heal-stage.yml", "gitlab-heal.yml"})
        QTest::newRow(name) << readTemplate(name);
}

void TestTemplates::maskNothingAndTriggerNothingTwice()
{
    QFETCH(QString, text);
    QVERIFY(!text.isEmpty());
    for (const char* masking : {"continue-on-error", "allow_failure", "|| true", "write-all", "strategy: depend"})
        QVERIFY2(!text.contains(QLatin1String(masking)), masking);
    if (text.contains(u"workflow_run"_s)) {
        QVERIFY(text.contains(u"permissions: {}"_s));
        QVERIFY(text.contains(u"github.event.workflow_run.name != github.workflow"_s));
    }
}

SIGNALBOX_TEST(TestTemplates)
#include "tst_templates.moc"
