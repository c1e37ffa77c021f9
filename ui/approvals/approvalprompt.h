// SPDX-License-Identifier: GPL-3.0-or-later
// One approval: its evidence, and the guarded way to decide it. Takes the focus only when a person asks for it.
//
// Thread     GUI
// Ownership  themes and clock outlive it
// Source     DESIGN 4
#pragma once

#include "core/base/result.h"
#include "core/gate/approval.h"
#include "ui/approvals/decisionguard.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>
#include <string>

namespace signalbox::ui {

class ActionBar;
class EvidenceView;
class Label;
class PendingBar;
class PromptBanners;
class PromptHeader;

class ApprovalPrompt final : public QWidget {
    Q_OBJECT

public:
    ApprovalPrompt(const ThemeSource& themes, const Clock& clock, std::string person, QWidget* parent = nullptr);

    void show(const gate::Approval& approval, const QString& replacedBy = {});
    void setSent(const SentText& sent); // what became of a decision that goes elsewhere; until another is shown
    void setNarrow(bool narrow);
    void setByClicks(bool byClicks); // approving takes two clicks, not a pressed button
    void setOffline(const QString& reason); // of the lock; empty: it is not
    void addKeys(QWidget* scope); // A, H, X, 1 to 7 and Ctrl+Enter work while the focus is within `scope`
    void tick(); // four times a second
    /// What became of the decision or the taking back that was asked for last.
    void finish(const Result<void>& result);
    void setRefreshing(bool refreshing); // the server is being asked
    void finishRefresh(const Result<void>& result);

    ApprovalId approval() const { return m_approval.id; }
    bool isRefreshing() const { return m_refreshing; }
    bool isSending() const { return m_sending; }
    bool isReady() const { return m_guard.isReady(m_clock.now()); }
    EvidenceView* evidence() const { return m_evidence; }
    ActionBar* actions() const { return m_actions; }
    PendingBar* pending() const { return m_pending; }
    QString failure() const; // the strip above the evidence; empty: none
    QString notice() const; // of the banner; empty: none
    QString lockReason() const; // why Approve is locked; empty: it is not

public slots:
    void openField(gate::Verdict verdict);
    void goToSection(int number);
    void confirm(); // Ctrl+Enter

signals:
    void shown(); // perhaps again, as it is now
    void decided(signalbox::ApprovalId approval, const signalbox::gate::Decision& decision);
    void takeBackAsked(signalbox::ApprovalId approval);
    void reloadAsked(); // from the store: it is not as it was
    void refreshAsked(const std::string& line); // its server is to be asked how all stands there
    void runAsked(signalbox::RunId run);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    QList<EvidenceSection> sections() const; // as far as it is known what has become of the decision
    void showNew();
    void showState();
    void decide(gate::Verdict verdict);
    void approve();
    void send(gate::Decision decision);
    void sendAgain();
    void refuse(const Error& error);
    void showLocks();
    QString hint() const;
    bool mayAct() const;
    QString barredReason() const;

    const Clock& m_clock;
    const std::string m_person;
    PromptHeader* m_header;
    PromptBanners* m_banners;
    Label* m_quickNotice;
    EvidenceView* m_evidence;
    ActionBar* m_actions;
    PendingBar* m_pending;
    gate::Approval m_approval;
    QString m_replacedBy;
    SentText m_sent;
    QList<EvidenceSection> m_sections;
    DecisionGuard m_guard;
    QuickApprovals m_quick;
    UtcTime m_openedAt;
    std::optional<gate::Decision> m_lastSent; // kept until it is known to have arrived
    QString m_offline;
    bool m_sending = false;
    bool m_refreshing = false;
    bool m_refusedUnknown = false; // how it stands now says why
    bool m_needsReason = false; // a decision was asked for without one
};

} // namespace signalbox::ui
