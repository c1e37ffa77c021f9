// SPDX-License-Identifier: GPL-3.0-or-later
// console_load STORE [SECONDS [MS [BEAT]]]: the window on a store of any size while 20 runs are live and 500 events a
// second come, its pages shown one after the other. Prints one JSON object: the longest turn of the interface thread in
// CPU time, the time to each page, CPU to the first paint beside that of an empty window, and memory in the course of
// it. Each turn of more than MS (16) is told as it happens, with the page that was shown last. A shared machine slows
// down by several times for a while, and CPU time tells it as if the program did more. So a fixed piece of work is
// timed in the same run, and `at_best_speed` has the turns that were told by the speed that the machine had then; a low
// MS tells more of them. BEAT: milliseconds between two events of a run; 40 make 500 a second. STORE: `signalboxctl
// bench store --runs 1000000 --dir FOLDER` leaves one in FOLDER, and `signalboxctl --store STORE demo` adds runs with
// logs and a decision to look at. Rows of the load stay in it.
#include "core/host/localagenthost.h"
#include "core/host/usage.h"
#include "core/store/eventlog.h"
#include "core/store/runrepository.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/turnwatch.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace signalbox;
using namespace std::chrono_literals;

constexpr int kRuns = 20;
constexpr int kBeat_ms = 40; // an event of each run: 500 a second
constexpr int kEvents = 500; // of a run, which then ends; another one begins
constexpr std::string_view kTouch = "UPDATE run SET events = events + 1, step = step + 1,"
                                    " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run) WHERE id = ?1";
// In the transaction that makes it: a run that waits would be taken by the engine, which ends it at once, as it has no
// step.
constexpr std::string_view kStart
    = "CREATE TEMP TRIGGER live_at_once AFTER INSERT ON run WHEN NEW.line LIKE 'live-%' BEGIN"
      " UPDATE run SET state = 'running', started_at = NEW.created_at WHERE id = NEW.id; END";
constexpr std::string_view kEndOlder = "UPDATE run SET state = 'succeeded', finished_at = ?1,"
                                       " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run) WHERE state "
                                       "= 'running' AND line LIKE 'live-%'";
constexpr std::string_view kEnd = "UPDATE run SET state = 'succeeded', finished_at = ?2,"
                                  " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run) WHERE id = ?1";

/// Runs that are always at work, as far as anybody who reads the store can tell.
class Load {
public:
    Load(store::Database& database, std::chrono::milliseconds beat) : m_database(database), m_beat(beat)
    {
        prepare();
        for (int i = 0; i < kRuns; ++i)
            m_runs.push_back({"live-" + std::to_string(i), {}, i * kEvents / kRuns}); // they do not end all at once
        m_thread = std::jthread([this](const std::stop_token& stop) { feed(stop); });
    }

    std::int64_t events() const { return m_events; }

private:
    struct LiveRun {
        std::string line;
        RunId run;
        int events = 0;
    };

    void feed(const std::stop_token& stop)
    {
        auto next = std::chrono::steady_clock::now();
        while (!stop.stop_requested()) {
            std::this_thread::sleep_until(next += m_beat);
            for (LiveRun& live : m_runs) {
                if (live.run.value == 0 || live.events == kEvents)
                    replace(live);
                ++live.events;
                m_events += beat(live.run) ? 1 : 0;
            }
        }
    }

    /// New runs are at work from the beginning; those that an earlier load has left are ended.
    void prepare()
    {
        m_database.writer()
            .post([now = m_clock.now()](store::Connection& connection, store::Changes&) -> Result<void> {
                auto stored = connection.execute(kEndOlder, now);
                if (stored)
                    stored = connection.execute(kStart);
                if (!stored)
                    std::fprintf(stderr, "console_load: %s\n", stored.error().detail.c_str());
                return stored ? Result<void>() : Result<void>(stored.error());
            })
            .wait();
    }

    void replace(LiveRun& live)
    {
        if (const RunId ended = live.run; ended.value != 0) {
            auto done = m_database.writer().post(
                [ended, now = m_clock.now()](store::Connection& connection, store::Changes& changes) -> Result<void> {
                    changes.runs.insert(ended);
                    const auto stored = connection.execute(kEnd, ended, now);
                    return stored ? Result<void>() : Result<void>(stored.error());
                });
            live.events = 0;
            done.wait();
        }
        store::NewRun run;
        run.agent = "self-healing";
        run.line = live.line;
        run.state = {{"run", {{"line", run.line}, {"number", "7"}}}};
        run.frontier = Json::array();
        if (const auto created = store::RunRepository(m_database).create(run, m_clock.now()))
            live.run = created->run;
    }

    bool beat(RunId run)
    {
        const std::vector<store::EventText> events{{.type = "node_finished",
                                                    .node = "verify",
                                                    .at = m_clock.now(),
                                                    .checkpoint = 1,
                                                    .data = R"({"ms":4711,"update":{"n":123456}})"}};
        auto done = m_database.writer().post(
            [run, events](store::Connection& connection, store::Changes& changes) -> Result<void> {
                if (auto touched = connection.execute(kTouch, run); !touched)
                    return touched.error();
                changes.runs.insert(run);
                return store::appendEvents(connection, run, events);
            });
        return static_cast<bool>(done.get());
    }

    store::Database& m_database; // outlives this
    const std::chrono::milliseconds m_beat;
    SystemClock m_clock;
    std::vector<LiveRun> m_runs;
    std::atomic<std::int64_t> m_events{0};
    std::jthread m_thread;
};

/// How many times slower the machine is just now than at its best in this run, by a fixed piece of work.
class Pace {
public:
    Pace()
    {
        constexpr int kLooks = 300; // a second or so, in which its best is met
        for (int look = 0; look < kLooks; ++look)
            slowness();
        m_all.clear();
    }

    /// The least of a few rounds, so that what the caches held before is of no matter. Filling the pixels of a window
    /// is what painting one comes down to, and suffers as it does.
    double slowness()
    {
        constexpr int kRounds = 3;
        double least = std::numeric_limits<double>::max();
        for (int round = 0; round < kRounds; ++round) {
            const auto before = ui::TurnWatch::ofThisThread();
            m_pixels.fill(static_cast<uint>(++m_colour));
            const auto took = ui::TurnWatch::ofThisThread() - before;
            least = std::min(least, std::chrono::duration<double, std::milli>(took).count());
        }
        m_best = std::min(m_best, least);
        m_all.push_back(least / m_best);
        return m_all.back();
    }

    nlohmann::json figures() const
    {
        auto all = m_all;
        std::ranges::sort(all);
        const double median = all.empty() ? 1 : all[all.size() / 2];
        return {{"best_ms", m_best}, {"median_slowness", median}, {"most_slowness", all.empty() ? 1 : all.back()}};
    }

private:
    QImage m_pixels{1440, 900, QImage::Format_RGB32};
    unsigned m_colour = 0;
    double m_best = std::numeric_limits<double>::max();
    std::vector<double> m_all;
};

/// Goes from page to page, and notes how long each took to be painted.
class Visitor final : public QObject {
public:
    Visitor(ui::MainWindow& window, std::chrono::seconds stays) : m_window(window)
    {
        window.installEventFilter(this);
        connect(&m_turn, &QTimer::timeout, this, [this] { visit(); });
        m_turn.start(1s);
        QTimer::singleShot(stays, this, [] { QCoreApplication::quit(); });
    }

    static int shown() { return static_cast<int>(s_shown); }
    nlohmann::json figures() const { return {{"page_ms", m_pageMs}, {"rss_mb", m_rssMb}, {"anon_mb", m_anonMb}}; }

private:
    void visit()
    {
        using ui::PageKind;
        static constexpr std::array kPages{PageKind::Runs,      PageKind::RunDetail, PageKind::Approvals,
                                           PageKind::Knowledge, PageKind::RunDetail, PageKind::Audit,
                                           PageKind::Settings,  PageKind::Overview};
        const std::size_t visit = static_cast<std::size_t>(m_visits++);
        const PageKind page = kPages[visit % kPages.size()];
        const ui::Place place{page, page == PageKind::RunDetail ? someRun(visit) : RunId(), -1, {}};
        m_since.start();
        s_shown = page;
        m_window.go(place);
        m_awaited = page;
        if (m_visits % 10 == 0) {
            m_rssMb.push_back(host::residentMb());
            m_anonMb.push_back(host::anonymousMb());
        }
    }

    /// The page that was gone to is painted from the window's next update on, as after a click.
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest && m_awaited)
            QTimer::singleShot(0, this, [this, page = *std::exchange(m_awaited, {})] { painted(page); });
        return false;
    }

    void painted(ui::PageKind page)
    {
        if (!m_window.isPainted()) {
            QTimer::singleShot(0, this, [this, page] { painted(page); });
            return;
        }
        const double took = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
        const std::string name = std::to_string(static_cast<int>(page));
        m_pageMs[name] = std::max(m_pageMs.value(name, 0.0), took);
    }

    /// One that a person decides of, or any of the newest.
    RunId someRun(std::size_t visit) const
    {
        const auto* approval = m_window.approvals().at(0);
        if (approval && visit % 4 == 1)
            return approval->run;
        const auto& runs = m_window.runs();
        const auto count = static_cast<std::size_t>(std::max(1, runs.rowCount()));
        const auto* run = runs.at(static_cast<int>(visit * 7 % count));
        return run ? run->id : RunId();
    }

    static inline ui::PageKind s_shown = ui::PageKind::Overview;
    ui::MainWindow& m_window;
    QTimer m_turn;
    QElapsedTimer m_since; // the page was asked for
    std::optional<ui::PageKind> m_awaited; // not painted yet
    int m_visits = 0;
    nlohmann::json m_pageMs = nlohmann::json::object();
    std::vector<double> m_rssMb, m_anonMb;
};

/// CPU milliseconds of making and painting it.
double paintedMs(const std::function<std::unique_ptr<QWidget>()>& make)
{
    const double before = host::cpuSeconds();
    const auto window = make();
    window->show();
    window->repaint();
    QCoreApplication::processEvents();
    return 1000 * (host::cpuSeconds() - before);
}

std::unique_ptr<QWidget> emptyWindow()
{
    auto window = std::make_unique<QMainWindow>();
    window->resize(1440, 900);
    return window;
}

} // namespace

int main(int argc, char** argv)
{
    ui::Turn longest;
    int over = 0;
    double longestAtBest_ms = 0;
    int overAtBest = 0;
    bool counts = false;
    std::optional<Pace> pace; // after the first paint, to which its work would count
    const auto tell = [&](const ui::Turn& turn) {
        if (!counts)
            return;
        const double took = std::chrono::duration<double, std::milli>(turn.cpuTime).count();
        const double slowness = pace->slowness();
        std::fprintf(stderr, "%.1f ms, %.1f at best speed: %s, page %d\n", took, took / slowness, qPrintable(turn.what),
                     Visitor::shown());
        longestAtBest_ms = std::max(longestAtBest_ms, took / slowness);
        overAtBest += took / slowness > static_cast<double>(ui::TurnWatch::kLongest.count()) ? 1 : 0;
        over += turn.cpuTime > ui::TurnWatch::kLongest ? 1 : 0;
        longest = turn.cpuTime > longest.cpuTime ? turn : longest;
    };
    const std::chrono::milliseconds told(argc > 3 ? std::atoi(argv[3]) : 16);
    ui::WatchedApplication application(argc, argv, tell, told);
    if (argc < 2) {
        std::fprintf(stderr, "usage: console_load STORE [SECONDS [MS [BEAT]]]\n");
        return 2;
    }
    const std::chrono::seconds stays(argc > 2 ? std::atoi(argv[2]) : 30);
    const int beat_ms = argc > 4 ? std::atoi(argv[4]) : kBeat_ms;
    const double first = paintedMs(emptyWindow);
    const double empty = 1000 * host::cpuSeconds(); // from the start of the process, as a user waits
    const double begun = host::cpuSeconds();
    const auto engine = host::LocalAgentHost::open(argv[1]);
    if (!engine) {
        std::fprintf(stderr, "console_load: %s\n", engine.error().detail.c_str());
        return 4;
    }
    const QTemporaryDir folder;
    ui::Preferences preferences(folder.filePath(QStringLiteral("console.ini")));
    ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
    const SystemClock clock;
    ui::MainWindow window(**engine, themes, preferences, clock);
    window.resize(1440, 900);
    window.show();
    window.repaint();
    QCoreApplication::processEvents();
    const double painted = empty - first + 1000 * (host::cpuSeconds() - begun);

    (*engine)->start();
    const Load load((*engine)->runtime().database(), std::chrono::milliseconds(beat_ms));
    const Visitor visitor(window, stays);
    pace.emplace();
    counts = true;
    QElapsedTimer lasted;
    lasted.start();
    QCoreApplication::exec();
    nlohmann::json figures = visitor.figures();
    figures["events_per_s"] = static_cast<double>(load.events()) * 1000.0 / static_cast<double>(lasted.elapsed());
    figures["turns_over_16_ms"] = over;
    figures["longest_ms"] = std::chrono::duration<double, std::milli>(longest.cpuTime).count();
    figures["longest"] = longest.what.toStdString();
    figures["at_best_speed"] = {{"turns_over_16_ms", overAtBest}, {"longest_ms", longestAtBest_ms}};
    figures["machine"] = pace->figures();
    figures["first_paint_cpu_ms"] = {{"window", painted}, {"empty_window", empty}};
    figures["peak_mb"] = host::peakMb();
    std::puts(figures.dump().c_str());
    return 0;
}
