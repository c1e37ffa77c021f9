// SPDX-License-Identifier: GPL-3.0-or-later
// What a commit changed, told after it.
//
// Thread  any: a value
#pragma once

#include "core/base/ids.h"

#include <functional>
#include <set>

namespace signalbox::store {

struct Changes {
    std::set<RunId> runs;
    bool approvals = false;
    bool holds = false;
    bool knowledge = false;
    bool audit = false;
    bool news = false; // that people elsewhere may want to be told

    bool empty() const { return runs.empty() && !approvals && !holds && !knowledge && !audit && !news; }
    void add(const Changes& other)
    {
        runs.insert(other.runs.begin(), other.runs.end());
        approvals |= other.approvals;
        holds |= other.holds;
        knowledge |= other.knowledge;
        audit |= other.audit;
        news |= other.news;
    }
};

/// Called on the store thread after a commit, once for all jobs of it. Must only pass the news on.
using Listener = std::function<void(const Changes&)>;

} // namespace signalbox::store
