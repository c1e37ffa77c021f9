// SPDX-License-Identifier: GPL-3.0-or-later
// What the receiver of webhooks counts, for metrics.
//
// Thread  any
// Source  https://prometheus.io/docs/instrumenting/exposition_formats/ (text format)
#pragma once

#include "core/store/deliveryrepository.h"

#include <map>
#include <mutex>
#include <string>

namespace signalbox::host {

class ReceptionCounts {
public:
    void answered(std::string_view path, int status); // on a route of webhooks
    void repeated(std::int64_t deliveries); // known already

    std::string exposition(const store::DeliveryCount& deliveries, std::size_t connections) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::int64_t> m_answers; // source and status; guarded by m_mutex
    std::int64_t m_repeated = 0; // guarded by m_mutex
};

} // namespace signalbox::host
