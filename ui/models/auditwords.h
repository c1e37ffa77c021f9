// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the audit log in the reader's words: who, did what, to what, why.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY.md; core/store/schema.md for the actions
#pragma once

#include "core/host/views.h"
#include "core/record/auditchain.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>

namespace signalbox::ui {

/// What a record is about, for chips and filters.
enum class AuditKind { Decision, Action, Setting, Chain };

struct AuditWords {
    enum class Who { Person, Agent, Program };

    Who who = Who::Program;
    AuditKind kind = AuditKind::Action;
    QString actor; // "Heal", a person, "Signalbox"
    QString action; // "Deleted cache"
    QString subject; // "storefront #1"
    QString reason; // "Cache, automatic"
    bool failed = false; // the act was tried and did not work
    bool begun = false; // an intent: the act has not ended yet
    std::optional<RunId> run;
    std::optional<ApprovalId> approval;
};

/// Puts records into words. An act has two records, and only the first says what is done: it remembers the intents
/// that it was shown.
class AuditSpeaker {
public:
    using NameRun = std::function<QString(RunId)>; // "storefront #1"; empty: not known

    explicit AuditSpeaker(NameRun nameRun) : m_nameRun(std::move(nameRun)) { }

    void learn(const record::AuditRecord& record); // any order
    AuditWords say(const record::AuditRecord& record) const;
    /// Whether the act that this intent begins has a result among the records shown.
    bool hasEnded(const record::AuditRecord& intent) const;

private:
    struct Act {
        QString action; // "rerun_failed_jobs"
        QString arguments; // "npm ci"
        bool ended = false;
    };
    void sayAct(const record::AuditRecord& record, const Json& data, AuditWords& words) const;
    void sayApproval(const record::AuditRecord& record, const Json& data, AuditWords& words) const;
    void saySubject(const record::AuditEntry& entry, AuditWords& words) const;

    NameRun m_nameRun;
    std::map<std::string, Act> m_acts; // by subject and round
    std::map<ApprovalId, QString> m_abouts; // what approvals are about, by their first record
};

} // namespace signalbox::ui
