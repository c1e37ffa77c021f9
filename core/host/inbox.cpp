// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/inbox.h"

#include "core/store/wakeups.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

constexpr int kAtOnce = 100;
constexpr Milliseconds kAgain{std::chrono::seconds(30)}; // another program may have taken them in

bool isOver(const Json& notice)
{
    return fieldOr<std::string>(notice, "phase", {}) == ci::phaseName(ci::Phase::Finished);
}

/// Something waits there for people, or waits no more.
bool isOfGate(std::string_view source, std::string_view event)
{
    if (source == "gitlab")
        return event == "Deployment Hook";
    return event == "deployment_review" || event == "deployment_protection_rule";
}

} // namespace

bool isActedUpon(std::string_view source, std::string_view event, std::string_view action)
{
    if (isOfGate(source, event))
        return true;
    return source == "gitlab" ? event == "Pipeline Hook" : event == "workflow_run" && action == "completed";
}

void Inbox::start()
{
    m_thread = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (const auto done = work(stop); !done)
                m_scene.report(done.error());
            std::unique_lock lock(m_mutex);
            m_woken.wait_for(lock, stop, kAgain, [this] { return m_news; });
            m_news = false;
        }
    });
}

void Inbox::stop()
{
    m_thread = {};
}

void Inbox::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_woken.notify_one();
}

Result<int> Inbox::work(const std::stop_token& stop)
{
    int taken = 0;
    for (const char* source : {"github", "gitlab"}) {
        const auto done = work(source, stop);
        if (!done)
            return done;
        taken += *done;
    }
    return taken;
}

Result<int> Inbox::work(const std::string& source, const std::stop_token& stop)
{
    store::DeliveryRepository deliveries(m_scene.database);
    int taken = 0;
    while (!stop.stop_requested() && m_scene.hasLines(source)) {
        const auto waiting = deliveries.waiting(source, kAtOnce);
        if (!waiting)
            return waiting.error();
        if (waiting->empty())
            break;
        // What they begin is begun once, however often: so it comes first, and a kill in between does no harm.
        std::vector<std::int64_t> done;
        std::optional<Error> fault;
        for (const store::DeliveryRow& row : *waiting) {
            if (auto acted = act(row.delivery); !acted)
                fault = acted.error();
            if (fault)
                break;
            done.push_back(row.number);
            if (stop.stop_requested())
                break;
        }
        const auto marked = deliveries.takeUp(done, [](store::Connection&, store::Changes&) { return Result<void>(); });
        if (!marked)
            return marked.error();
        taken += *marked;
        if (fault)
            return *std::move(fault);
    }
    return taken;
}

Result<void> Inbox::act(const ci::Delivery& delivery)
{
    const auto notice = parseJson(delivery.notice);
    if (notice && delivery.source == "github" && delivery.event == "workflow_run")
        return actOnRun(delivery, *notice);
    if (notice && isOfGate(delivery.source, delivery.event))
        hintAtGate(delivery, *notice);
    if (notice && delivery.source == "gitlab" && delivery.event == "Pipeline Hook")
        hint(delivery, *notice);
    return {};
}

/// It has ended, or waits for a person. It does not tell of which attempt it is: a look does.
void Inbox::hint(const ci::Delivery& delivery, const Json& notice)
{
    const auto line = m_scene.lineOf(delivery.source, fieldOr<std::string>(notice, "repository", {}));
    const bool waits = fieldOr<std::string>(notice, "action", {}) == "manual";
    if (line && (isOver(notice) || waits))
        m_scene.changed(line->name);
}

/// Who waits and who has decided is asked there.
void Inbox::hintAtGate(const ci::Delivery& delivery, const Json& notice)
{
    if (const auto line = m_scene.lineOf(delivery.source, fieldOr<std::string>(notice, "repository", {})))
        m_scene.changed(line->name);
}

Result<void> Inbox::actOnRun(const ci::Delivery& delivery, const Json& notice)
{
    const auto line = m_scene.lineOf(delivery.source, fieldOr<std::string>(notice, "repository", {}));
    if (!line || delivery.receivedAt < line->since) // it had ended before anybody looked after the line
        return {};
    const ci::RunRef run{line->name, fieldOr<std::string>(notice, "run", {})};
    const int attempt = static_cast<int>(fieldOr<std::int64_t>(notice, "attempt", 1));
    if (run.number.empty() || !isOver(notice))
        return {};
    const auto conclusion = ci::conclusionFromName(fieldOr<std::string>(notice, "conclusion", {}));
    if (conclusion && ci::isBad(*conclusion)) {
        if (auto begun = m_scene.failed(run, attempt); !begun)
            return begun;
    }
    const auto woken = store::WakeUps(m_scene.database)
                           .answerEvent(ci::finishedEvent(run, attempt), Json::object(), m_scene.clock.now());
    if (!woken)
        return woken.error();
    m_scene.changed(run.line);
    return {};
}

} // namespace signalbox::host
