// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/errortext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QTest>

namespace signalbox {

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void ages_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("words");

        QTest::newRow("seconds below a minute") << 42 << QStringLiteral("42\u202fs");
        QTest::newRow("minutes below an hour") << 24 * 60 + 59 << QStringLiteral("24\u202fmin");
        QTest::newRow("then the time of day") << 3600 << "11:00";
        QTest::newRow("then the date") << 36 * 3600 << "11 Mar";
        QTest::newRow("a clock that runs ahead is no negative age") << -5 << QStringLiteral("0\u202fs");
    }

    void ages()
    {
        QFETCH(int, seconds);
        QFETCH(QString, words);

        QCOMPARE(ui::age(test::noon() - std::chrono::seconds(seconds), test::noon()), words);
    }

    void durations_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("ofAStep");

        QTest::newRow("a few milliseconds") << 12 << "0:00" << QStringLiteral("12\u202fms");
        QTest::newRow("seconds with a decimal in steps") << 6400 << "0:06" << QStringLiteral("6.4\u202fs");
        QTest::newRow("minutes") << 277'000 << "4:37"
                                 << "4:37";
        QTest::newRow("hours") << 3'725'000 << "1:02:05"
                               << "1:02:05";
    }

    void durations()
    {
        QFETCH(int, ms);
        QFETCH(QString, words);
        QFETCH(QString, ofAStep);

        QCOMPARE(ui::duration(Milliseconds(ms)), words);
        QCOMPARE(ui::stepDuration(Milliseconds(ms)), ofAStep);
    }

    void everyErrorHasASentenceAndAnAction()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const auto words = ui::errorWords(static_cast<ErrorCode>(code));
            QVERIFY(words.sentence.endsWith(u'.'));
            QVERIFY(words.action.endsWith(u'.'));
            QVERIFY(!words.sentence.contains(u'!'));
        }
    }

    void unknownNamesBecomeReadable()
    {
        QCOMPARE(ui::className("gradle_resolve"), QStringLiteral("Gradle resolve"));
        QCOMPARE(ui::fixName("clear_cache_rerun"), QStringLiteral("Clear cache, re-run failed jobs"));
    }

    void aRunThatAPersonTookOverIsFailedNotFine()
    {
        const auto run = test::aRun(1, "parser", host::RunState::Succeeded, "escalated");

        QCOMPARE(ui::statusOf(run), ui::StatusRole::Failed);
        QCOMPARE(ui::runLabel(run), QStringLiteral("Escalated"));
    }

    void aRunWhosePipelineDidNotPassIsNotCalledPassed()
    {
        const auto dismissed = test::aRun(1, "parser", host::RunState::Succeeded, "dismissed");
        const auto cancelled = test::aRun(2, "parser", host::RunState::Succeeded, "cancelled");

        QCOMPARE(ui::statusOf(dismissed), ui::StatusRole::Cancelled);

        host::RunSummary joined; // its own question gave way to one for several runs
        joined.state = host::RunState::Sleeping;
        joined.step = "wait_for_human";
        joined.approval = ApprovalId{1};
        QCOMPARE(ui::statusOf(joined), ui::StatusRole::HeldForYou);
        joined.step = "verify";
        QCOMPARE(ui::statusOf(joined), ui::StatusRole::Running);
        QCOMPARE(ui::runLabel(dismissed), QStringLiteral("Not a failure"));
        QCOMPARE(ui::runLabel(cancelled), QStringLiteral("Cancelled"));
    }

    void textFromOutsideIsNeutralised()
    {
        QCOMPARE(ui::text("parser\x1b[2J \xe2\x80\xae<b>"), QStringLiteral("parser [RLO]<b>"));
        QCOMPARE(ui::text("caf\xc3\xa9"), QStringLiteral("caf\u00e9"));
    }

    void aToolTipShowsMarkupAsItStands()
    {
        const QString tip = ui::plainTip(QStringLiteral("<img src=x> & co"));

        QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
        QVERIFY(tip.contains(QStringLiteral("&lt;img src=x&gt; &amp; co")));
        QCOMPARE(ui::plainTip(QStringLiteral("plain")), QStringLiteral("plain"));
    }
};

SIGNALBOX_TEST(TestWords)

} // namespace signalbox

#include "tst_words.moc"
