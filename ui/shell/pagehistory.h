// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window has been: back and forward as in a browser.
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox::ui {

enum class PageKind { Overview, Approvals, Runs, RunDetail, Knowledge, Audit, Settings };

struct Place {
    PageKind page = PageKind::Runs;
    RunId run; // of RunDetail
    std::int64_t checkpoint = -1; // of RunDetail; below 0: the newest
    ApprovalId approval; // of Approvals; 0: the first
    QString filter{}; // of Audit, as typed; empty: as it was left
    bool operator==(const Place&) const = default;
};

class PageHistory {
public:
    void visit(const Place& place); // forgets what lay ahead
    std::optional<Place> back();
    std::optional<Place> forward();
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace signalbox::ui
