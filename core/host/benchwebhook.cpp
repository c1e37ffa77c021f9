// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/benchwebhook.h"

#include "core/host/reception.h"
#include "core/host/usage.h"
#include "core/net/webhooksignature.h"
#include "core/store/deliveryrepository.h"

#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace signalbox::host {

namespace {

using Steady = std::chrono::steady_clock;

constexpr const char* kSecret = "of the bench";

std::string bodyOf(int bytes)
{
    const std::string head = R"({"ref":"refs/heads/main","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246",)"
                             R"("repository":{"full_name":"acme/shop"},"filler":")";
    const std::string end = "\"}";
    const std::size_t least = head.size() + end.size();
    return head + std::string(std::max(static_cast<std::size_t>(bytes), least) - least, 'x') + end;
}

std::string headOf(const std::string& body)
{
    const net::Hmac::Code code = net::Hmac(kSecret).of({body});
    std::string signature = "sha256=";
    for (const unsigned char byte : code) {
        constexpr std::string_view kHex = "0123456789abcdef";
        signature += {kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return "POST /webhook/github HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nX-GitHub-Event: push\r\n"
           "X-Hub-Signature-256: "
        + signature + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nX-GitHub-Delivery: ";
}

/// One connection, and the delivery that goes over it.
struct Way {
    int socket = -1;
    std::string out;
    std::size_t sent = 0;
    std::string in;
    Steady::time_point begun;
};

class Sender {
public:
    Sender(const WebhookBenchPlan& plan, std::string body)
        : m_plan(plan),
          m_body(std::move(body)),
          m_head(headOf(m_body)),
          m_ways(static_cast<std::size_t>(plan.connections))
    {
    }
    ~Sender()
    {
        for (const Way& way : m_ways) {
            if (way.socket >= 0)
                ::close(way.socket);
        }
    }
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    Result<void> send(std::uint16_t port);
    std::int64_t taken() const { return m_taken; }
    double percentile(double share)
    {
        std::ranges::sort(m_tookMs);
        return m_tookMs.empty() ? 0
                                : m_tookMs[static_cast<std::size_t>(share * static_cast<double>(m_tookMs.size() - 1))];
    }

private:
    static Result<int> connected(std::uint16_t port);
    static Error broken() { return {ErrorCode::Network, "the receiver has cut a connection"}; }
    void begin(Way& way);
    Result<void> write(Way& way) const;
    Result<void> read(Way& way);

    const WebhookBenchPlan m_plan;
    const std::string m_body;
    const std::string m_head;
    std::vector<Way> m_ways;
    std::vector<double> m_tookMs;
    int m_begun = 0;
    std::int64_t m_taken = 0;
};

Result<int> Sender::connected(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
        return socket;
    if (socket >= 0)
        ::close(socket);
    return Error{ErrorCode::Network, "the receiver cannot be reached on this machine"};
}

void Sender::begin(Way& way)
{
    if (m_begun == m_plan.deliveries) {
        way.out.clear();
        return;
    }
    way.out = m_head + "bench-" + std::to_string(++m_begun) + "\r\n\r\n" + m_body;
    way.sent = 0;
    way.in.clear();
    way.begun = Steady::now();
}

Result<void> Sender::write(Way& way) const
{
    const ssize_t wrote
        = ::send(way.socket, way.out.data() + way.sent, way.out.size() - way.sent, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (wrote < 0 && errno != EAGAIN)
        return broken();
    way.sent += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    return {};
}

Result<void> Sender::read(Way& way)
{
    char piece[4096];
    const ssize_t got = ::recv(way.socket, piece, sizeof(piece), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN))
        return broken();
    if (got < 0)
        return {};
    way.in.append(piece, static_cast<std::size_t>(got));
    if (!way.in.ends_with("}") && !way.in.ends_with("}\n")) // its body is one JSON object
        return {};
    m_taken += way.in.starts_with("HTTP/1.1 202") ? 1 : 0;
    m_tookMs.push_back(std::chrono::duration<double, std::milli>(Steady::now() - way.begun).count());
    begin(way);
    return {};
}

Result<void> Sender::send(std::uint16_t port)
{
    constexpr int kPatienceMs = 30'000;
    for (Way& way : m_ways) {
        const auto socket = connected(port);
        if (!socket)
            return socket.error();
        way.socket = *socket;
        begin(way);
    }
    std::vector<pollfd> ready;
    for (;;) {
        ready.clear();
        for (const Way& way : m_ways) {
            const bool writes = way.sent < way.out.size();
            ready.push_back({way.out.empty() ? -1 : way.socket, static_cast<short>(writes ? POLLOUT : POLLIN), 0});
        }
        if (std::ranges::all_of(ready, [](const pollfd& one) { return one.fd < 0; }))
            return {};
        if (::poll(ready.data(), ready.size(), kPatienceMs) <= 0)
            return Error{ErrorCode::Timeout, "the receiver does not answer"};
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            if (ready[i].revents == 0)
                continue;
            const bool writes = m_ways[i].sent < m_ways[i].out.size();
            if (auto went = writes ? write(m_ways[i]) : read(m_ways[i]); !went)
                return went;
        }
    }
}

} // namespace

Result<WebhookBenchFigures> benchWebhook(const WebhookBenchPlan& plan)
{
    const QTemporaryDir folder;
    Runtime::Options place;
    place.store = folder.filePath(QStringLiteral("store.sqlite")).toStdString();
    auto runtime = Runtime::open(std::move(place));
    if (!runtime)
        return runtime.error();
    Reception::Options options;
    options.listen = "127.0.0.1:0";
    options.secrets.github.value = kSecret;
    auto reception = Reception::open(**runtime, std::move(options));
    if (!reception)
        return reception.error();
    const std::string address = (*reception)->address();
    const int port = std::stoi(address.substr(address.rfind(':') + 1));
    Sender sender(plan, bodyOf(plan.bytes));
    const auto began = Steady::now();
    const double cpuBefore = cpuSeconds() - threadCpuSeconds();
    if (auto sent = sender.send(static_cast<std::uint16_t>(port)); !sent)
        return sent.error();
    WebhookBenchFigures figures;
    figures.seconds = std::chrono::duration<double>(Steady::now() - began).count();
    const double cpu = cpuSeconds() - threadCpuSeconds() - cpuBefore;
    figures.taken = sender.taken();
    figures.cpuUs = cpu * 1e6 / std::max(1, plan.deliveries);
    figures.p50Ms = sender.percentile(0.5);
    figures.p99Ms = sender.percentile(0.99);
    figures.rssMb = peakMb();
    const auto stored = store::DeliveryRepository((*runtime)->database()).count();
    if (!stored)
        return stored.error();
    figures.stored = stored->stored;
    return figures;
}

} // namespace signalbox::host
