// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/reception.h"

#include "core/host/summaryjson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::host {

namespace {

constexpr std::size_t kAtOnce = 512; // deliveries of one commit
constexpr std::string_view kStatus = "/pipeline/status/";

net::HttpResponse ok(const Json& body)
{
    return {.status = 200, .body = dumpJson(body), .fields = {}};
}

bool isRoute(std::string_view path)
{
    return path == "/healthz" || path == "/readyz" || path == "/metrics" || path.starts_with(kStatus);
}

} // namespace

Reception::Reception(Runtime& runtime, Options options)
    : m_runtime(runtime), m_options(std::move(options)), m_webhooks({}, runtime.clock())
{
}

bool Reception::renew(const ReceptionSecrets& secrets)
{
    const std::lock_guard lock(m_proving);
    if (secrets == m_secrets)
        return false;
    m_secrets = secrets;
    m_webhooks.renew({secrets.github.value, secrets.gitlab.value});
    m_reader.reset();
    if (!secrets.status.value.empty())
        m_reader.emplace(secrets.status.value);
    m_runtime.receiveFromGitHub(!secrets.github.value.empty());
    return true;
}

Result<std::unique_ptr<Reception>> Reception::open(Runtime& runtime, Options options)
{
    std::unique_ptr<Reception> reception(new Reception(runtime, std::move(options)));
    auto receiver = net::HttpReceiver::listen(reception->m_options.listen, *reception, {});
    if (!receiver)
        return receiver.error();
    reception->m_receiver = *std::move(receiver);
    reception->renew(reception->m_options.secrets);
    Reception* const self = reception.get();
    reception->m_keeping = std::jthread([self](const std::stop_token& stop) { self->keepUntil(stop); });
    reception->m_receiving = std::jthread([self](const std::stop_token& stop) { self->m_receiver->run(stop); });
    return reception;
}

void Reception::close()
{
    if (!m_receiving.joinable())
        return;
    m_receiving = {}; // it answers what was taken, which the other one stores
    m_keeping = {};
    m_runtime.receiveFromGitHub(false);
}

bool Reception::refusesReaders() const
{
    const std::lock_guard lock(m_proving);
    return !m_reader && !isLoopback();
}

std::optional<net::HttpResponse> Reception::refuse(const net::HttpRequest& head)
{
    if (net::WebhookRoutes::has(head.path)) {
        const std::lock_guard lock(m_proving);
        auto refused = m_webhooks.refuse(head);
        if (refused)
            m_counts.answered(head.path, refused->status, m_runtime.clock().now());
        return refused;
    }
    if (!isRoute(head.path))
        return net::refusal(404, "no such route");
    if (head.method != "GET")
        return net::wrongMethod("GET");
    return std::nullopt;
}

std::optional<net::HttpResponse> Reception::answer(const net::HttpRequest& request, net::HttpTicket ticket)
{
    return net::WebhookRoutes::has(request.path) ? takeWebhook(request, ticket) : show(request);
}

std::optional<net::HttpResponse> Reception::takeWebhook(const net::HttpRequest& request, net::HttpTicket ticket)
{
    auto taken = [&] {
        const std::lock_guard lock(m_proving);
        return m_webhooks.take(request);
    }();
    if (auto* const refused = std::get_if<net::HttpResponse>(&taken)) {
        m_counts.answered(request.path, refused->status, m_runtime.clock().now());
        return std::move(*refused);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_taken.push_back({ticket, std::get<ci::Delivery>(std::move(taken))});
    }
    m_arrived.notify_one();
    return std::nullopt;
}

net::HttpResponse Reception::show(const net::HttpRequest& request)
{
    if (request.path == "/healthz")
        return ok({{"status", "ok"}});
    if (request.path == "/readyz")
        return readiness();
    if (!mayRead(request)) {
        net::HttpResponse refused = net::refusal(
            401,
            refusesReaders() ? "set SIGNALBOX_STATUS_TOKEN to read this from elsewhere" : "a bearer token is needed");
        refused.fields.emplace_back("WWW-Authenticate", "Bearer");
        return refused;
    }
    return request.path == "/metrics" ? metrics() : statusOf(request.path.substr(kStatus.size()));
}

bool Reception::mayRead(const net::HttpRequest& request) const
{
    const std::lock_guard lock(m_proving);
    return m_reader ? m_reader->proves(request.field("Authorization")) : isLoopback();
}

net::HttpResponse Reception::statusOf(std::string_view run) const
{
    RunId id;
    const auto [end, error] = std::from_chars(run.data(), run.data() + run.size(), id.value);
    if (error != std::errc() || end != run.data() + run.size())
        return net::refusal(404, "no such run");
    const auto summary = m_runtime.queries().summary(id);
    if (summary)
        return ok(toJson(*summary));
    return summary.error().code == ErrorCode::NotFound ? net::refusal(404, "no such run")
                                                       : net::refusal(503, "the store cannot be read");
}

net::HttpResponse Reception::readiness()
{
    if (!m_keeps || !m_runtime.database().isReadable())
        return net::refusal(503, "the store cannot be used");
    return ok({{"status", "ready"}});
}

net::HttpResponse Reception::metrics()
{
    const auto deliveries = store::DeliveryRepository(m_runtime.database()).count();
    if (!deliveries)
        return net::refusal(503, "the store cannot be read");
    return {.status = 200,
            .body = m_counts.exposition(*deliveries, m_receiver->connections()),
            .type = "text/plain; version=0.0.4; charset=utf-8",
            .fields = {}};
}

/// Nothing once a stop was asked for and all that was taken is stored.
std::vector<Reception::Taken> Reception::nextTaken(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, stop, [this] { return !m_taken.empty(); });
    if (m_taken.size() <= kAtOnce)
        return std::exchange(m_taken, {});
    const auto end = m_taken.begin() + static_cast<std::ptrdiff_t>(kAtOnce);
    std::vector<Taken> first(std::make_move_iterator(m_taken.begin()), std::make_move_iterator(end));
    m_taken.erase(m_taken.begin(), end);
    return first;
}

void Reception::keepUntil(const std::stop_token& stop)
{
    for (auto taken = nextTaken(stop); !taken.empty(); taken = nextTaken(stop))
        keep(taken);
}

void Reception::keep(const std::vector<Taken>& taken)
{
    std::vector<ci::Delivery> deliveries;
    deliveries.reserve(taken.size());
    for (const Taken& one : taken)
        deliveries.push_back(one.delivery);
    const auto kept = store::DeliveryRepository(m_runtime.database()).keep(deliveries);
    if (kept)
        m_counts.repeated(static_cast<std::int64_t>(taken.size()) - *kept);
    if (m_keeps.exchange(static_cast<bool>(kept)) && !kept)
        m_options.onFailure(kept.error());

    std::vector<std::pair<net::HttpTicket, net::HttpResponse>> answers;
    answers.reserve(taken.size());
    for (const Taken& one : taken) {
        net::HttpResponse response = net::refusal(503, "it cannot be stored now; send it again later");
        if (kept)
            response = {.status = 202, .body = dumpJson({{"delivery", one.delivery.id}}), .fields = {}};
        m_counts.answered("/webhook/" + one.delivery.source, response.status, m_runtime.clock().now());
        answers.emplace_back(one.ticket, std::move(response));
    }
    m_receiver->answer(std::move(answers));
    if (kept && *kept > 0)
        m_runtime.deliveriesCame();
}

} // namespace signalbox::host
