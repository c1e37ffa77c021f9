// SPDX-License-Identifier: GPL-3.0-or-later
// What the receiver of webhooks counts, for metrics.
//
// Thread  any
// Source  https://prometheus.io/docs/instrumenting/exposition_formats/ (text format)
#pragma once

#include "core/base/time.h"
#include "core/store/deliveryrepository.h"

#include <map>
#include <mutex>
#include <string>

namespace signalbox::host {

class ReceptionCounts {
public:
    void answered(std::string_view path, int status, UtcTime now); // on a route of webhooks
    void repeated(std::int64_t deliveries); // known already

    /// Deliveries whose signature or token was wrong since one came whose was right, and when the last of them came.
    struct Unproven {
        std::int64_t count = 0;
        UtcTime last;
    };
    Unproven unproven(const std::string& source) const;

    std::string exposition(const store::DeliveryCount& deliveries, std::size_t connections) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::int64_t> m_answers; // source and status; guarded by m_mutex
    std::map<std::string, Unproven> m_unproven; // by source; guarded by m_mutex
    std::int64_t m_repeated = 0; // guarded by m_mutex
};

} // namespace signalbox::host
