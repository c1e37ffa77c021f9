// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the jobs here when the run that looks after them is cancelled: a real repository, real processes.
#include "core/host/runtime.h"
#include "tests/core/local/localworkspace.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

namespace {

constexpr int kPatienceMs = 60'000;

/// A line whose only job goes on for ever, after it has failed so often, and the run that looks after it.
class Scene {
public:
    explicit Scene(int failures = 0)
    {
        write(repository() / "signalbox.yaml",
              "jobs:\n  build:\n    script:\n"
              "      - echo >> $SIGNALBOX_STATE/begun; wc -l < $SIGNALBOX_STATE/begun\n"
              "      - \"[ $(wc -l < $SIGNALBOX_STATE/begun) -gt "
                  + std::to_string(failures)
                  + " ] || { echo npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad; exit 1; }\"\n"
                    "      - sleep "
                  + mark + "\n");
        git(repository(), {"init", "-q", "-b", "main"});
        git(repository(), {"config", "user.name", "Test Author"});
        git(repository(), {"config", "user.email", "test@example.com"});
        git(repository(), {"add", "."});
        git(repository(), {"commit", "-q", "-m", "endless"});
        Runtime::Options options;
        options.store = m_folder.filePath(QStringLiteral("s.sqlite")).toStdString();
        options.onFailure = [](const Error& error) { qWarning("%s", error.detail.c_str()); };
        runtime = must(Runtime::open(std::move(options)));
        must(runtime->lines().addLine(repository()));
        runtime->start();
        pipeline = must(runtime->startPipeline("shop"));
        run = must(runtime->watchPipeline(pipeline));
    }
    ~Scene()
    {
        static_cast<void>(runtime->localCi().cancel(pipeline, {})); // whatever the test has come to
        static_cast<void>(QTest::qWaitFor([this] { return processesWith(mark) == 0; }, kPatienceMs));
    }

    RunState state(RunId of) { return must(runtime->queries().summary(of)).state; }
    ci::Run jobs() { return must(runtime->localCi().run(pipeline, {})); }
    bool waits(RunId of) { return state(of) == RunState::Waiting || state(of) == RunState::Sleeping; }

    const std::string mark = freshMark();
    std::unique_ptr<Runtime> runtime;
    ci::RunRef pipeline;
    RunId run;

private:
    std::filesystem::path repository() const { return std::filesystem::path(m_folder.path().toStdString()) / "shop"; }

    QTemporaryDir m_folder;
};

} // namespace

class TestCancelledRuns : public QObject {
    Q_OBJECT

private slots:
    void itsJobsEndWithARun_data()
    {
        QTest::addColumn<int>("failures");
        QTest::newRow("those that it watches") << 0;
        QTest::newRow("those that it ran again") << 1;
    }

    void itsJobsEndWithARun()
    {
        QFETCH(int, failures);
        Scene s(failures);
        QTRY_VERIFY_WITH_TIMEOUT(s.jobs().attempt == failures + 1 && processesWith(s.mark) > 0 && s.waits(s.run),
                                 kPatienceMs);

        QVERIFY(s.runtime->cancel(s.run));

        QTRY_VERIFY_WITH_TIMEOUT(s.state(s.run) == RunState::Cancelled, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(s.jobs().phase == ci::Phase::Finished, kPatienceMs);
        QCOMPARE(outcomes(s.jobs()), QStringLiteral("build cancelled"));
        QCOMPARE(processesWith(s.mark), 0);
    }

    void aRehearsalHasNone()
    {
        Scene s;
        QTRY_VERIFY_WITH_TIMEOUT(processesWith(s.mark) > 0 && s.waits(s.run), kPatienceMs);
        const RunId rehearsal
            = must(s.runtime->fork({.run = s.run, .checkpoint = 0, .patch = Json::object(), .live = false})).run;
        s.runtime->wake();
        QTRY_VERIFY_WITH_TIMEOUT(s.waits(rehearsal), kPatienceMs);

        QVERIFY(s.runtime->cancel(rehearsal));

        QTRY_VERIFY_WITH_TIMEOUT(s.state(rehearsal) == RunState::Cancelled, kPatienceMs);
        QVERIFY(s.jobs().phase == ci::Phase::Running);
        QVERIFY(s.waits(s.run));
    }
};

SIGNALBOX_TEST(TestCancelledRuns)
#include "tst_cancelledruns.moc"
