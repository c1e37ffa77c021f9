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
    QStringList all;
    for (const std::string& environment : line::environmentsIn(jobs.toStdString()))
        all << QString::fromStdString(environment);
    QCOMPARE(all.join(u' '), found);
}

SIGNALBOX_TEST(TestWorkflowEnvironments)
#include "tst_workflowenvironments.moc"
