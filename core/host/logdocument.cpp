// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logdocument.h"

#include "core/host/logsearching.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace signalbox::host {

namespace {

constexpr std::size_t kFirstStep = 256 * 1024; // holds the first screen
constexpr std::size_t kIndexStep = 8 * 1024 * 1024; // some milliseconds
constexpr std::size_t kSearchStep = 4 * 1024 * 1024;
constexpr std::size_t kCopyBytes = 1024 * 1024; // at most, for a clipboard
constexpr std::chrono::milliseconds kLookEvery(250);
constexpr std::chrono::milliseconds kTellEvery(100);
constexpr std::string_view kErrorMark = "##[error]";

} // namespace

class LogDocument::Worker {
public:
    Worker(LogDocument& document, std::filesystem::path path, bool growing)
        : m_document(document),
          m_serial(document.m_opened),
          m_path(std::move(path)),
          m_growing(growing),
          m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    using Task = std::function<void(Worker&)>;
    void post(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    void show(Invisible invisible) { m_file->show(invisible); }
    void sendRows(std::uint64_t first, int rows) { send(m_file->window(first, static_cast<std::size_t>(rows))); }
    void sendCopy(std::uint64_t first, int rows)
    {
        auto window = m_file->window(first, static_cast<std::size_t>(rows), kCopyBytes);
        if (!window)
            return fail(window.error());
        tell([copied = *std::move(window)](LogDocument& document) { emit document.copyReady(copied); });
    }

    void sendLastRows(int rows)
    {
        const auto count = static_cast<std::size_t>(rows);
        if (!m_file->isIndexed())
            return send(m_file->lastRows(count));
        const std::uint64_t all = m_file->index().rows();
        send(m_file->window(all - std::min<std::uint64_t>(all, count), count));
    }

    void sendRowOfLine(std::int64_t line)
    {
        if (!m_file->isIndexed() && static_cast<std::uint64_t>(line) > m_file->index().lines())
            return postpone([line](Worker& worker) { worker.sendRowOfLine(line); });
        tell([row = m_file->index().rowOfLine(static_cast<std::uint64_t>(std::max<std::int64_t>(line, 1)))](
                 LogDocument& document) { emit document.rowFound(row); });
    }

    void sendErrorBehind(std::int64_t line)
    {
        if (!m_file->isIndexed())
            return postpone([line](Worker& worker) { worker.sendErrorBehind(line); });
        std::uint64_t row = m_file->index().rowOfLine(static_cast<std::uint64_t>(std::max<std::int64_t>(line, 1)));
        auto rows = LogRows::from(*m_file, row);
        const std::uint64_t end = rows ? rows->offset() + 8 * kIndexStep : 0;
        for (; rows && rows->offset() < end; ++row) {
            const auto raw = rows->next();
            if (!raw || !*raw)
                return;
            const std::size_t mark = (*raw)->substr(0, 64).find(kErrorMark);
            if (mark != std::string_view::npos)
                return tell([row](LogDocument& document) { emit document.rowFound(row); });
        }
    }

    void findSections()
    {
        if (!m_sections)
            m_sections.emplace(*m_file);
        m_sectionsAsked = true;
    }

    void wantMap(const std::vector<std::int64_t>& cause)
    {
        findSections(); // they tell of the errors
        m_mapWanted = cause;
    }

    void search(const log::SearchWords& words)
    {
        m_search.reset();
        if (words.text.empty())
            return;
        auto compiled = log::LineSearch::compile(words);
        if (!compiled)
            return tell([why = QString::fromStdString(compiled.error().detail)](LogDocument& document) {
                emit document.searchRefused(why);
            });
        m_search.emplace(*m_file, *std::move(compiled));
    }

    void sendMatch(std::uint64_t row, bool forward)
    {
        if (!m_search)
            return;
        if (m_search->matches() == 0 && !m_search->isDone())
            return postpone([row, forward](Worker& worker) { worker.sendMatch(row, forward); });
        const auto found = m_search->next(row, forward);
        if (!found)
            return fail(found.error());
        if (*found)
            tell([match = **found](LogDocument& document) { emit document.matchFound(match.row, match.number); });
    }

private:
    void run(const std::stop_token& stop)
    {
        auto opened = LogFile::open(m_path);
        if (!opened)
            return fail(opened.error());
        m_file.emplace(*std::move(opened));
        if (const auto read = m_file->indexMore(kFirstStep); !read)
            return fail(read.error());
        tellExtent();
        while (!stop.stop_requested() && !m_failed) {
            if (doTasks() || readOn() || searchOn() || lookForSections() || drawMap())
                continue;
            waitForMore(stop);
        }
    }

    bool doTasks()
    {
        std::deque<Task> tasks;
        {
            const std::lock_guard lock(m_mutex);
            tasks.swap(m_tasks);
        }
        for (const Task& task : tasks)
            task(*this);
        return !tasks.empty();
    }

    bool readOn()
    {
        if (m_file->isIndexed())
            return false;
        if (const auto read = m_file->indexMore(kIndexStep); !read)
            fail(read.error());
        if (m_file->isIndexed() || isTimeToTell())
            tellExtent();
        return true;
    }

    bool lookForSections()
    {
        if (!m_sectionsAsked)
            return false;
        if (const auto looked = m_sections->step(kSearchStep); !looked)
            fail(looked.error());
        if (m_sections->isDone()) {
            m_sectionsAsked = false;
            auto found = m_sections->found();
            if (!found)
                fail(found.error());
            else
                tell([sections = *std::move(found)](LogDocument& document) { emit document.sectionsReady(sections); });
        }
        return true;
    }

    bool drawMap()
    {
        const auto wanted = std::exchange(m_mapWanted, {});
        if (!wanted)
            return false;
        auto map = drawLogMap(*m_file, m_search ? &*m_search : nullptr, *wanted, m_sections->errors());
        if (!map)
            fail(map.error());
        else
            tell([drawn = *std::move(map)](LogDocument& document) { emit document.mapReady(drawn); });
        return true;
    }

    bool searchOn()
    {
        if (!m_search || m_search->isDone()) {
            doPostponed();
            return false;
        }
        const std::uint64_t before = m_search->searched();
        if (const auto searched = m_search->step(kSearchStep); !searched)
            fail(searched.error());
        if (m_search->isDone() || isTimeToTell())
            tell([matches = LogMatches{m_search->matches(), m_search->isDone()}](LogDocument& document) {
                emit document.matchesChanged(matches);
            });
        doPostponed();
        return m_search->searched() > before;
    }

    void waitForMore(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        const auto more = [this] { return !m_tasks.empty(); };
        if (m_growing)
            m_wake.wait_for(lock, stop, kLookEvery, more);
        else
            m_wake.wait(lock, stop, more);
        lock.unlock();
        if (m_growing)
            look();
    }

    void look()
    {
        const auto change = m_file->look();
        if (!change)
            return fail(change.error());
        if (*change == LogFile::Change::Replaced) {
            m_sections.reset();
            m_sectionsAsked = false;
            m_mapWanted.reset();
            m_search.reset(); // its places are of the old file; who wants it asks again
            tell([](LogDocument& document) { emit document.replaced(); });
            tellExtent();
        }
    }

    void postpone(Task task) { m_postponed.push_back(std::move(task)); }
    void doPostponed()
    {
        if (!m_file->isIndexed())
            return;
        for (const Task& task : std::exchange(m_postponed, {}))
            task(*this);
    }

    bool isTimeToTell()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_told < kTellEvery)
            return false;
        m_told = now;
        return true;
    }

    void send(Result<LogWindow> window)
    {
        if (!window)
            return fail(window.error());
        tell([rows = *std::move(window)](LogDocument& document) { emit document.windowReady(rows); });
    }

    void tellExtent()
    {
        const log::LineIndex& index = m_file->index();
        tell([extent = LogExtent{index.rows(), index.lines(), m_file->bytes(), m_file->isIndexed()}](
                 LogDocument& document) { emit document.extentChanged(extent); });
    }

    void fail(const Error& error)
    {
        m_failed = true;
        tell([detail = QString::fromStdString(error.detail)](LogDocument& document) { emit document.failed(detail); });
    }

    /// On the interface's thread, unless another file was opened meanwhile.
    template <typename What>
    void tell(What what)
    {
        QMetaObject::invokeMethod(
            &m_document,
            [serial = m_serial, &document = m_document, what = std::move(what)] {
                if (document.m_opened == serial)
                    what(document);
            },
            Qt::QueuedConnection);
    }

    LogDocument& m_document; // outlives this
    const int m_serial;
    const std::filesystem::path m_path;
    const bool m_growing;

    // The worker's own.
    std::optional<LogFile> m_file;
    std::optional<LogSearching> m_search;
    std::optional<LogSections> m_sections;
    bool m_sectionsAsked = false;
    std::optional<std::vector<std::int64_t>> m_mapWanted; // with these lines
    std::vector<Task> m_postponed; // until enough is indexed
    std::chrono::steady_clock::time_point m_told;
    bool m_failed = false;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks; // guarded

    std::jthread m_thread; // last: it uses what stands above
};

LogDocument::LogDocument(QObject* parent) : QObject(parent) { }

LogDocument::~LogDocument() = default;

void LogDocument::open(const std::filesystem::path& file, bool growing)
{
    close();
    m_worker = std::make_unique<Worker>(*this, file, growing);
    show(m_shown);
}

template <typename Task>
void LogDocument::post(Task task)
{
    if (m_worker)
        m_worker->post(std::move(task));
}

void LogDocument::show(Invisible invisible)
{
    m_shown = invisible;
    post([invisible](Worker& worker) { worker.show(invisible); });
}

void LogDocument::close()
{
    m_worker.reset();
    ++m_opened;
}

void LogDocument::askRows(std::uint64_t firstRow, int rows)
{
    post([firstRow, rows](Worker& worker) { worker.sendRows(firstRow, rows); });
}

void LogDocument::askLastRows(int rows)
{
    post([rows](Worker& worker) { worker.sendLastRows(rows); });
}

void LogDocument::askCopy(std::uint64_t firstRow, int rows)
{
    post([firstRow, rows](Worker& worker) { worker.sendCopy(firstRow, rows); });
}

void LogDocument::askLine(std::int64_t line)
{
    post([line](Worker& worker) { worker.sendRowOfLine(line); });
}

void LogDocument::askErrorBehind(std::int64_t line)
{
    post([line](Worker& worker) { worker.sendErrorBehind(line); });
}

void LogDocument::askSections()
{
    post([](Worker& worker) { worker.findSections(); });
}

void LogDocument::askMap(const std::vector<std::int64_t>& cause)
{
    post([cause](Worker& worker) { worker.wantMap(cause); });
}

void LogDocument::search(const log::SearchWords& words)
{
    post([words](Worker& worker) { worker.search(words); });
}

void LogDocument::askMatch(std::uint64_t fromRow, bool forward)
{
    post([fromRow, forward](Worker& worker) { worker.sendMatch(fromRow, forward); });
}

} // namespace signalbox::host
