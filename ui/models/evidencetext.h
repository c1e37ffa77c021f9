// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of an approval as numbered sections of rows, in words. The agent's own view comes last.
//
// Thread  any; pure
// Source  DESIGN 4
#pragma once

#include "core/gate/approval.h"
#include "ui/models/statusrole.h"

#include <QList>
#include <QString>

namespace signalbox::ui {

struct EvidenceRow {
    enum class Kind { Field, Check, Log, Text };

    Kind kind = Kind::Field;
    QString label; // of a field; the line number of a log line
    QString value;
    QString right;
    StatusRole role = StatusRole::Succeeded; // of a check
    bool mono = false;
    bool strong = false;
    bool operator==(const EvidenceRow&) const = default;
};

struct EvidenceSection {
    QString key; // stays the same while the evidence changes
    QString title;
    QString note; // at the right of the title
    QList<EvidenceRow> rows;
    bool aside = false; // in the right column
    bool needed = false; // has to be opened before approving where sections are tabs
    bool operator==(const EvidenceSection&) const = default;
};

/// `person`: who looks at it; a first approver's reason is hidden from others.
QList<EvidenceSection> evidenceOf(const gate::Approval& approval, const std::string& person = {});

/// Its name where the sections are tabs: a word, so that all of them fit beside each other.
QString tabTitle(const EvidenceSection& section);

/// Keys of the sections of `now` that differ from `before`, or are new.
QStringList changedSections(const QList<EvidenceSection>& before, const QList<EvidenceSection>& now);

QString promptTitle(const gate::Approval& approval); // "Escalated: parser #3"
QString promptOrigin(const gate::Approval& approval); // "Asked by Heal agent at 14:17. Policy: one approver."
QString choiceLabel(const std::string& choice); // "Take over"
// What is pressed, and what is told of it everywhere; `choice` empty: there is none.
QString approveLabel(const std::string& choice); // "Approve: take over"
QString approvedLabel(const std::string& choice); // "Approved: take over"
QString doneLabel(const gate::Approval& approval, const gate::Decision& decision); // the same of any verdict
QString deadlineText(const gate::Approval& approval); // "No decision: rejected"

} // namespace signalbox::ui
