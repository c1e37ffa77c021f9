// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/receptioncounts.h"

namespace signalbox::host {

namespace {

constexpr int kTaken = 202; // answers of HTTP
constexpr int kUnproven = 401;

std::string headOf(const std::string& name, const std::string& type, const std::string& help)
{
    return "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

std::string single(const std::string& name, const std::string& type, const std::string& help, std::int64_t value)
{
    return headOf(name, type, help) + name + " " + std::to_string(value) + "\n";
}

} // namespace

void ReceptionCounts::answered(std::string_view path, int status, UtcTime now)
{
    const std::string source = path == "/webhook/github" ? "github" : path == "/webhook/gitlab" ? "gitlab" : "other";
    const std::lock_guard lock(m_mutex);
    ++m_answers[{source, status}];
    if (status == kUnproven)
        m_unproven[source] = {m_unproven[source].count + 1, now};
    else if (status == kTaken)
        m_unproven.erase(source);
}

ReceptionCounts::Unproven ReceptionCounts::unproven(const std::string& source) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_unproven.find(source);
    return known == m_unproven.end() ? Unproven() : known->second;
}

void ReceptionCounts::repeated(std::int64_t deliveries)
{
    const std::lock_guard lock(m_mutex);
    m_repeated += deliveries;
}

std::string ReceptionCounts::exposition(const store::DeliveryCount& deliveries, std::size_t connections) const
{
    const std::string requests = "signalbox_webhook_requests_total";
    const std::lock_guard lock(m_mutex);
    std::string text;
    if (!m_answers.empty())
        text = headOf(requests, "counter", "Requests to a webhook route since the start, by source and status.");
    for (const auto& [which, count] : m_answers)
        text += requests + "{source=\"" + which.first + "\",status=\"" + std::to_string(which.second) + "\"} "
            + std::to_string(count) + "\n";
    text += single("signalbox_webhook_repeated_total", "counter",
                   "Deliveries since the start that were stored already.", m_repeated);
    text += single("signalbox_webhook_deliveries_total", "counter", "Deliveries in the store.", deliveries.stored);
    text += single("signalbox_webhook_waiting", "gauge", "Deliveries that no agent has taken up yet.",
                   deliveries.waiting);
    text += single("signalbox_http_connections", "gauge", "Connections that are open.",
                   static_cast<std::int64_t>(connections));
    return text;
}

} // namespace signalbox::host
