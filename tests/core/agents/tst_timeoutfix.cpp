// SPDX-License-Identifier: GPL-3.0-or-later
// A job that runs into its time limit twice: a higher one is offered for review.
#include "tests/core/agents/shelf.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr const char* kTooLong = "##[group]Run make test\n##[endgroup]\nrunning 4711 tests\n"
                                 "##[error]The action 'Run make test' has timed out after 10 minutes.\n";
constexpr const char* kNoWord = "##[group]Run make test\n##[endgroup]\n"
                                "No output has been received in the last 10m0s, this potentially indicates a stalled "
                                "build\n##[error]Process completed with exit code 1.\n";
constexpr const char* kWorkflow = "jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
                                  "      - run: make test\n        timeout-minutes: 10\n";

struct Mending : Offering {
    explicit Mending(const char* log) : Offering({failing(log), failing(log)})
    {
        shelf.pipeline.files = {{".github/workflows/ci.yml", kWorkflow}};
    }
};

} // namespace

class TestTimeoutFix : public QObject {
    Q_OBJECT

private slots:
    void aHigherLimitIsOfferedAfterOneMoreTry()
    {
        Mending m(kTooLong);
        m.healing.ci.ran = std::chrono::minutes(11);

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QCOMPARE(m.healing.ci.told(), std::string("rerun of 1"));
        QCOMPARE(m.shelf.offers.size(), 1U);
        const ci::ChangeOffer& offer = m.shelf.offers.front();
        QCOMPARE(offer.files.size(), 1U);
        QCOMPARE(offer.files.front().path, std::string(".github/workflows/ci.yml"));
        QCOMPARE(QByteArray::fromStdString(offer.files.front().content),
                 QByteArray(kWorkflow).replace("timeout-minutes: 10", "timeout-minutes: 20"));
        QCOMPARE(offer.branch, std::string("signalbox/timeout-3"));
        QCOMPARE(offer.base, std::string("main"));
        QCOMPARE(offer.commit, std::string("8c1f2ab"));
        QVERIFY(offer.text.find("`timeout-minutes: 10` becomes `timeout-minutes: 20`") != std::string::npos);
        QCOMPARE(m.asked().reason, std::string("offered"));
        QCOMPARE(m.asked().tried.back().action, std::string("raise_timeout"));
        const auto choices = m.healing.request().choices;
        QVERIFY(std::ranges::find(choices, "try_fix:raise_timeout") == choices.end()); // it is not offered twice
    }

    void whatCannotBeRaisedIsAPersons_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("workflow");
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("the log names no limit")
            << QByteArray(kNoWord) << QByteArray(kWorkflow)
            << QByteArray("the log of build does not tell which time limit it ran into");
        QTest::newRow("the log tells of a step that did not fail")
            << QByteArray(kTooLong).replace("action 'Run make test'", "action 'Deploy'") << QByteArray(kWorkflow)
            << QByteArray("the log of build tells of the time limit of step Deploy, but the step that failed is "
                          "make test");
        QTest::newRow("it is an expression")
            << QByteArray(kTooLong)
            << QByteArray(kWorkflow).replace("timeout-minutes: 10", "timeout-minutes: ${{ 10 }}")
            << QByteArray(".github/workflows/ci.yml:6: timeout-minutes of step Run make test of job build is no plain "
                          "number of minutes");
    }

    void whatCannotBeRaisedIsAPersons()
    {
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, workflow);
        QFETCH(QByteArray, fault);
        Mending m(log.constData());
        m.shelf.pipeline.files.front().content = workflow.toStdString();

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QVERIFY(m.shelf.offers.empty());
        QCOMPARE(m.asked().reason, std::string("not_made"));
        QCOMPARE(QByteArray::fromStdString(m.asked().fault), fault);
    }

    void aJobThatDidNotRunSoLongIsAPersons()
    {
        Mending m(kTooLong);
        m.healing.ci.ran = std::chrono::seconds(12);

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QVERIFY(m.shelf.offers.empty());
        QCOMPARE(m.asked().fault,
                 std::string("the log tells of a time limit of 10 minutes, but job build ran for 12 seconds"));
    }

    void anOfferWhoseAnswerWasLostIsNotRepeated()
    {
        Mending m(kTooLong);
        Stage& stage = m.healing.stage();
        m.shelf.brokenOff = [&] { stage.stop.request_stop(); };
        QCOMPARE(m.healing.run(), QStringLiteral("parked"));
        m.shelf.brokenOff = nullptr;
        stage.stop = std::stop_source();
        stage.control.stop = stage.stop.get_token();

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QCOMPARE(m.shelf.offers.size(), 1U);
        QCOMPARE(m.asked().pullRequest, std::string("https://page/7"));
    }
};

SIGNALBOX_TEST(TestTimeoutFix)
#include "tst_timeoutfix.moc"
