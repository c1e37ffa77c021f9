// SPDX-License-Identifier: GPL-3.0-or-later
// The window with something on every page of it.
#pragma once

#include "tests/ui/approvalscene.h"
#include "tests/ui/cannedrights.h"
#include "tests/ui/windowbench.h"

#include <vector>

namespace signalbox::test {

/// Over a canned engine; without lines it is at its first run.
struct WholeWindow : WindowParts {
    explicit WholeWindow(bool lines)
    {
        engine.findings = {{.check = "git", .ok = true, .needed = true, .detail = "git version 2.39.5", .remedy = {}},
                           {.check = "npm", .ok = false, .needed = false, .detail = "no", .remedy = "install npm"}};
        if (lines)
            fill();
        openWindow();
    }

    void fill()
    {
        host::RunDetail healing = healingRun(clock.time);
        engine.states.clear();
        for (const auto& [number, state] : healingStates())
            engine.states[{healing.summary.id, number}] = state;
        engine.runs = {healing.summary, aRun(3, "parser", host::RunState::Waiting),
                       aRun(2, "storefront", host::RunState::Succeeded, "healed")};
        engine.details.emplace(healing.summary.id, healing);
        engine.approvals = {grave(gate::RiskLevel::High)};
        engine.knowledge = {{.signature = "cache:tar",
                             .failureClass = "cache_corruption",
                             .fix = "clear_cache_rerun",
                             .tried = 3,
                             .worked = 2,
                             .lastSeen = noon()}};
        record::AuditRecord record;
        record.number = 1;
        record.entry = {.at = noon(),
                        .actor = "operator",
                        .action = "held",
                        .subject = "all",
                        .line = {},
                        .reason = "database maintenance",
                        .evidenceHash = {}};
        engine.audit = {record};
        engine.outside.connections = someConnections();
        engine.verdict.ok = true;
        engine.verdict.records = 1;
    }

    /// Waits until whatever was asked for has come, and is painted.
    void settle() const
    {
        QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor([this] { return engine.isQuiet() && window->isPainted(); }));
    }
};

inline std::vector<ui::Place> everyPlace()
{
    std::vector<ui::Place> all;
    using ui::PageKind;
    for (const PageKind page : {PageKind::Overview, PageKind::Approvals, PageKind::Runs, PageKind::Knowledge,
                                PageKind::Audit, PageKind::Settings})
        all.push_back({.page = page, .run = {}, .checkpoint = -1, .approval = {}});
    all.push_back({.page = PageKind::RunDetail, .run = RunId{7}, .checkpoint = -1, .approval = {}});
    return all;
}

} // namespace signalbox::test
