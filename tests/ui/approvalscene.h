// SPDX-License-Identifier: GPL-3.0-or-later
// The page of approvals with one escalation held, and a way to move its time.
#pragma once

#include "tests/ui/cannedhealing.h"
#include "tests/ui/cannedhost.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/linefield.h"

#include <QTest>

namespace signalbox::test {

inline constexpr Milliseconds kLongEnough{1600}; // after the prompt has appeared

struct ApprovalScene {
    explicit ApprovalScene(gate::Approval approval = escalation()) : clock(noon())
    {
        host.approvals = {std::move(approval)};
        page.resize(1244, 800);
        page.show();
    }

    bool open()
    {
        const bool shown = QTest::qWaitFor([this] { return prompt()->approval() == host.approvals.front().id; });
        pass(kLongEnough);
        return shown;
    }
    void pass(Milliseconds span)
    {
        clock.time += span;
        page.tick();
        hold()->tick();
    }
    bool answered()
    {
        return QTest::qWaitFor([this] { return !prompt()->isSending(); });
    }
    void reload()
    {
        const auto loads = std::ranges::count(host.sent, std::string("loadApprovals"));
        emit host.approvalsChanged();
        QVERIFY(QTest::qWaitFor([&] { return std::ranges::count(host.sent, std::string("loadApprovals")) > loads; }));
        QVERIFY(QTest::qWaitFor([this] { return host.isQuiet(); }));
    }
    ui::ApprovalPrompt* prompt() const { return page.prompt(); }
    ui::ActionBar* actions() const { return prompt()->actions(); }
    ui::HoldButton* hold() const { return actions()->approveButton(); }
    void press() const { QTest::mousePress(hold(), Qt::LeftButton); }
    void release() const { QTest::mouseRelease(hold(), Qt::LeftButton); }
    void ctrlEnter() { QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier); }

    CannedHost host;
    StoppedClock clock;
    ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
    ui::ApprovalsPage page{host, themes, clock};
};

inline gate::Approval grave(gate::RiskLevel risk)
{
    gate::Approval approval = escalation();
    approval.request.risk = risk;
    return approval;
}

} // namespace signalbox::test
