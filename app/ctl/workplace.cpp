// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/workplace.h"

#include "app/ctl/interrupt.h"
#include "app/ctl/output.h"
#include "core/gate/decisionrules.h"
#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <future>

namespace signalbox::ctl {

namespace {
constexpr Milliseconds kLookAgain{100}; // an interrupt is noticed this late

/// Who only looks makes no store in passing.
Result<void> findStore(const Invocation& asked)
{
    const auto workspace = host::Workspace::load(asked.store);
    std::error_code error;
    if (!asked.needsStore || !workspace || std::filesystem::exists(workspace->store, error) || error)
        return {}; // opening it says what else is wrong
    return Error{ErrorCode::NotFound,
                 "there is no store " + workspace->store.string()
                     + "; signalboxctl demo, heal or serve makes one, --store names another"};
}
} // namespace

Result<std::unique_ptr<Workplace>> Workplace::open(const std::string& place, int workers)
{
    std::unique_ptr<Workplace> workplace(new Workplace);
    Workplace* const self = workplace.get();
    host::Runtime::Options options;
    options.store = place;
    options.workers = workers;
    options.onCommit = [self](const store::Changes&) { self->notice(); };
    options.onOtherCommit = [self] { self->notice(); };
    options.onFailure = [self](const Error& error) { self->noticeFailure(error); };
    options.onRemoteFailure = [](const Error& error) { printDiagnostic("signalboxctl: " + error.detail); };
    options.onAuditFailure = [](const Error& error) { printDiagnostic("signalboxctl: " + error.detail); };
    auto runtime = host::Runtime::open(std::move(options));
    if (!runtime)
        return runtime.error();
    workplace->m_runtime = *std::move(runtime);
    return workplace;
}

Workplace::~Workplace()
{
    m_runtime.reset();
}

void Workplace::notice()
{
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_changed.notify_all();
}

void Workplace::noticeFailure(const Error& error)
{
    if (!store::isOfStore(error))
        return printDiagnostic("signalboxctl: " + error.detail);
    {
        const std::lock_guard lock(m_mutex);
        m_storeFault = error;
        m_news = true;
    }
    m_changed.notify_all();
}

/// Else whoever waits for an end does not know why none comes.
void Workplace::tellHolds(const std::string& of)
{
    const auto holds = m_runtime->queries().holds();
    if (!holds)
        return;
    for (const gate::Hold& hold : *holds) {
        if (!of.empty() && !hold.line.empty() && hold.line != of)
            continue;
        const std::string line = hold.line.empty() ? "all lines are" : "line " + hold.line + " is";
        const std::string option = hold.line.empty() ? "" : " --line " + hold.line;
        printDiagnostic("signalboxctl: " + line + " held by " + hold.by
                        + ": automatic steps wait for signalboxctl release-all" + option + " --reason TEXT");
    }
}

/// Told once, and again after a while without it.
void Workplace::outlast(const Error& fault)
{
    constexpr std::chrono::minutes kQuiet{1};
    const auto now = std::chrono::steady_clock::now();
    const bool isNews = fault != m_outlasted || now - m_outlastedAt > kQuiet;
    m_outlasted = fault;
    m_outlastedAt = now;
    if (isNews)
        printDiagnostic("signalboxctl: " + fault.detail);
}

Result<void> Workplace::driveUntil(const std::function<Result<bool>()>& done, StoreFault whatIf)
{
    tellHolds();
    m_runtime->start();
    for (;;) {
        const auto rested = done();
        if (!rested || *rested) {
            m_runtime->stop();
            if (rested && !interrupted())
                m_runtime->bringMessages();
            return rested ? Result<void>() : Result<void>(rested.error());
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kLookAgain, [this] { return m_news; });
        m_news = false;
        const std::optional<Error> fault = std::exchange(m_storeFault, std::nullopt);
        lock.unlock();
        if (fault && whatIf == StoreFault::Ends) {
            m_runtime->stop();
            return *fault;
        }
        if (fault)
            outlast(*fault);
        if (interrupted()) {
            m_runtime->stop();
            return Error{ErrorCode::Cancelled, "interrupted; what was begun goes on when it is started again"};
        }
    }
}

void Workplace::doUnlessInterrupted(const std::function<void(std::stop_token)>& work)
{
    std::stop_source stop;
    const auto done = std::make_shared<std::promise<void>>(); // it may be left after its end is seen
    const auto ended = done->get_future();
    m_runtime->pool().post([&work, token = stop.get_token(), done] {
        work(token);
        done->set_value();
    });
    while (ended.wait_for(kLookAgain) != std::future_status::ready) {
        if (interrupted())
            stop.request_stop();
    }
}

Exit statusOf(const Error& error)
{
    if (store::isOfStore(error))
        return Exit::StoreUnusable;
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput: return Exit::BadInput;
    case ErrorCode::Conflict: return Exit::Negative;
    case ErrorCode::Cancelled: return Exit::Interrupted;
    default: return Exit::OutsideFailed;
    }
}

Exit fail(const Error& error)
{
    return fail(statusOf(error), error.detail);
}

Exit withWorkplace(const Invocation& asked, const std::function<Exit(Workplace&)>& work, int workers)
{
    if (const auto found = findStore(asked); !found)
        return fail(Exit::StoreUnusable, found.error().detail);
    auto workplace = Workplace::open(asked.store, workers);
    if (!workplace) {
        const bool usage = workplace.error().code == ErrorCode::InvalidInput;
        return fail(usage ? Exit::BadInput : Exit::StoreUnusable, workplace.error().detail);
    }
    return work(**workplace);
}

Exit tryStore(const Invocation& asked)
{
    return withWorkplace(asked, [](Workplace&) { return Exit::Done; });
}

Result<std::int64_t> numberArgument(const std::string& text, const std::string& what)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return Error{ErrorCode::InvalidInput, "\"" + text + "\" is not " + what};
    return number;
}

Result<std::int64_t> numberOption(const Invocation& asked, const char* name, std::int64_t fallback)
{
    const auto text = asked.value(name);
    return text ? numberArgument(*text, std::string("a whole number for ") + name) : fallback;
}

Result<std::int64_t> boundedOption(const Invocation& asked, const Bounds& bounds)
{
    auto given = numberOption(asked, bounds.option, bounds.fallback);
    if (given && (*given < 1 || *given > bounds.most))
        return Error{ErrorCode::InvalidInput,
                     std::string(bounds.option) + " is from 1 to " + std::to_string(bounds.most)};
    return given;
}

Result<bool> rests(host::Runtime& runtime, RunId run)
{
    const auto summary = runtime.queries().summary(run);
    if (!summary)
        return summary.error();
    if (host::isTerminal(summary->state))
        return true;
    if (host::followsOutage(*summary))
        return true;
    if (summary->state != host::RunState::Waiting || !summary->approval)
        return false;
    const auto approval = runtime.queries().approval(*summary->approval);
    if (!approval)
        return approval.error();
    return !approval->closedAt && !gate::outcome(*approval); // what was decided takes effect within seconds
}

} // namespace signalbox::ctl
