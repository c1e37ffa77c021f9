// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/workflowenvironments.h"
#include "tests/core/line/environmentworkflows.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

class TestWorkflowEnvironments : public QObject {
    Q_OBJECT

private slots:
    void areThoseOfItsJobs_data();
    void areThoseOfItsJobs();
};

void TestWorkflowEnvironments::areThoseOfItsJobs_data()
{
    QTest::addColumn<QByteArray>("jobs");
    QTest::addColumn<QString>("found");
    for (const auto& [name, jobs, found] : test::kEnvironmentWorkflows)
        QTest::newRow(name) << QByteArray(jobs) << QString::fromLatin1(found);
}

void TestWorkflowEnvironments::areThoseOfItsJobs()
{
    QFETCH(QByteArray, jobs);
    QFETCH(QString, found);
    const auto told = line::environmentsIn(jobs.toStdString());
    QStringList all;
    for (const std::string& environment : told.names)
        all << QString::fromStdString(environment);
    if (!told.areAll)
        all << QStringLiteral("*");
    QCOMPARE(all.join(u' '), found);
}

SIGNALBOX_TEST(TestWorkflowEnvironments)
#include "tst_workflowenvironments.moc"
