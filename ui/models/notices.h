// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told, and when: an approval is asked for, 5 min and 1 min are left, nobody decided, a second
// approver is wanted, somebody let through in the CI system what the policy does not, a server has told nothing for
// five minutes. One a line in ten minutes unless
// it gets more urgent; more than ten in ten minutes become one.
//
// Thread  GUI
// Source  DESIGN 7, COPY 6
#pragma once

#include "core/base/time.h"
#include "core/gate/approval.h"
#include "ui/models/connectiontext.h"

#include <QString>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace signalbox::ui {

/// Critical: it stays until it is closed, and passes do-not-disturb.
enum class Urgency : std::uint8_t { Normal, Critical };

struct Notice {
    QString title; // "Approval: checkout-api 4.18.0"
    QString body;
    QString button; // "Review": opens the evidence, decides nothing
    std::optional<ApprovalId> approval; // that the button opens; empty: Overview
    Urgency urgency = Urgency::Normal;
    bool operator==(const Notice&) const = default;
};

class Notices {
public:
    explicit Notices(std::string person) : m_person(std::move(person)) { }

    /// Those that are due now. What was held before the first call has been seen.
    std::vector<Notice> due(const std::vector<gate::Approval>& approvals, UtcTime now);

    /// Those of servers that have told nothing for a while. Which did not answer at the first call has been seen.
    std::vector<Notice> silences(const QList<SourceWords>& sources, const std::vector<gate::Approval>& approvals,
                                 UtcTime now);

    void setQuietUntil(std::optional<UtcTime> until) { m_quietUntil = until; } // do not disturb
    std::optional<UtcTime> quietUntil() const { return m_quietUntil; }
    bool isQuiet(UtcTime now) const { return m_quietUntil && now < *m_quietUntil; }

private:
    /// In the order of urgency.
    enum class Step { Asked, Second, FiveMinutes, OneMinute, Ended, Broken };

    struct Told {
        Step step = Step::Asked;
        UtcTime at;
    };

    std::optional<Step> stepOf(const gate::Approval& approval, UtcTime now) const;
    bool isDue(const gate::Approval& approval, Step step, UtcTime now);
    bool tooMany(UtcTime now);
    static Notice noticeOf(const gate::Approval& approval, Step step, UtcTime now);
    Notice summary(const std::vector<gate::Approval>& approvals) const;

    const std::string m_person;
    std::optional<UtcTime> m_quietUntil;
    std::map<ApprovalId, Step> m_reached; // the last step of each that was seen
    std::map<std::string, Told> m_lines; // what was told last of each line
    std::deque<UtcTime> m_events; // of the last ten minutes
    std::optional<UtcTime> m_summarised;
    std::map<QString, UtcTime> m_silent; // servers, and since when
    bool m_heardOf = false; // servers, once
    bool m_begun = false;
};

} // namespace signalbox::ui
