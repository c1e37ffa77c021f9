// SPDX-License-Identifier: GPL-3.0-or-later
// A failure of GitLab that nobody heals is told of by one issue for each signature, whoever dies when.
#include "tests/app/ctlprogram.h"
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// The log would like to give orders: to GitLab, a line that begins with a slash is one.
constexpr const char* kStrange = "frobnicate:\n"
                                 "  script:\n"
                                 "    - \"echo '/close'\"\n"
                                 "    - \"echo 'ERROR: @all the moon is in the wrong place'\"\n"
                                 "    - exit 9\n";

} // namespace

class TestGitLabIssues : public QObject {
    Q_OBJECT

private slots:
    void oneIsOpenedAndOneNoteWritten();
};

void TestGitLabIssues::oneIsOpenedAndOneNoteWritten()
{
    TestGitLab gitlab;
    if (const QString why = gitlab.start(kStrange); !why.isEmpty())
        QSKIP(qPrintable(why));
    qputenv("GITLAB_TOKEN", TestGitLab::kToken);
    qputenv("GITLAB_URL", gitlab.url().toUtf8());
    Serving serving;
    const QStringList store{u"--store"_s, serving.storePath(), u"--json"_s};
    QCOMPARE(
        runCtl(store
               + QStringList{u"repo"_s, u"add"_s, QLatin1String(TestGitLab::kProject), u"--provider"_s, u"gitlab"_s})
            .status,
        0);
    const auto asked = [&] {
        return QJsonDocument::fromJson(runCtl(store + QStringList{u"approvals"_s, u"list"_s}).output.toUtf8())
            .array()
            .size();
    };
    // Each act is done, its answer is late, and the program dies.
    const auto killed = [&](const char* path, const QString& end) {
        gitlab.order("POST", path, {{u"delay_ms"_s, 30'000}, {u"perform"_s, true}});
        const bool came = QTest::qWaitFor([&] { return gitlab.count(u"POST"_s, end) == 1; }, 3 * kPatienceMs);
        serving.kill();
        gitlab.ask("DELETE", u"/_forge/faults"_s);
        return came && serving.start();
    };
    QVERIFY(gitlab.push());
    QVERIFY(!gitlab.pipelineThat(u"failed"_s).isEmpty());
    QVERIFY(serving.start());
    QVERIFY(gitlab.hook(u"http://127.0.0.1:%1/webhook/gitlab"_s.arg(serving.port()), QLatin1String(Serving::kToken)));

    QVERIFY(killed("/issues$", u"/issues"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked(), 1, 2 * kPatienceMs);
    QVERIFY(gitlab.push());
    QVERIFY(killed("/notes$", u"/notes"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked(), 2, 2 * kPatienceMs);

    QCOMPARE(gitlab.count(u"POST"_s, u"/issues"_s), 1);
    QCOMPARE(gitlab.count(u"POST"_s, u"/notes"_s), 1);
    const QJsonArray issues = gitlab.asked("GET", u"/issues?labels=signalbox&state=opened"_s).array();
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0][u"user_notes_count"].toInt(), 1);
    QVERIFY(issues[0][u"description"].toString().contains(u"the moon is in the wrong place"_s));
    QVERIFY(!issues[0][u"description"].toString().contains(u"\n/close"_s));
    QCOMPARE(serving.stop(), 0);
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

SIGNALBOX_TEST(TestGitLabIssues)
#include "tst_gitlabissues.moc"
