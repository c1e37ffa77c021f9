// SPDX-License-Identifier: GPL-3.0-or-later
// From a job of GitLab that runs into its time limit twice to a merge request that raises it.
#include "tests/app/ctlprogram.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestTimeoutMerge : public QObject {
    Q_OBJECT

private slots:
    void aTimeLimitIsRaised_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("the job's own") << QByteArray("  timeout: 2s\n") << QByteArray("  timeout: 4s\n");
        QTest::newRow("the project's") << QByteArray() << QByteArray("  timeout: 6s\n");
    }

    void aTimeLimitIsRaised()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray rest = "  script:\n    - sleep 600\n";
        TestGitLab gitlab;
        if (const QString why = gitlab.start("test:\n" + before + rest, {}, {{u"build_timeout"_s, 3}}); !why.isEmpty())
            QSKIP(qPrintable(why));
        qputenv("GITLAB_TOKEN", TestGitLab::kToken);
        qputenv("GITLAB_URL", gitlab.url().toUtf8());
        QVERIFY(gitlab.push());
        const QString pipeline = gitlab.pipelineThat(u"failed"_s);
        const QTemporaryDir folder;

        const Answered answered
            = runCtl({u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--json"_s, u"heal"_s, u"--provider"_s,
                      u"gitlab"_s, u"--repo"_s, u"acme/shop"_s, u"--run"_s, pipeline});

        QVERIFY2(answered.status == 1, qPrintable(answered.output + answered.diagnostics)); // merging it is a person's
        QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 1);
        const QJsonArray merges = gitlab.asked("GET", u"/merge_requests"_s).array();
        QVERIFY2(merges.size() == 1, qPrintable(answered.output + answered.diagnostics));
        QCOMPARE(merges[0][u"source_branch"_s].toString(), u"signalbox/timeout-"_s + pipeline);
        const QString file = u"/repository/files/.gitlab-ci.yml?ref=signalbox%2Ftimeout-"_s + pipeline;
        const QByteArray content
            = QByteArray::fromBase64(gitlab.asked("GET", file)[u"content"_s].toString().toLatin1());
        QVERIFY2(content.contains("test:\n" + after + rest), content.constData());
        QCOMPARE(gitlab.contractFault(), QByteArray());
    }
};

SIGNALBOX_TEST(TestTimeoutMerge)
#include "tst_timeoutmerge.moc"
