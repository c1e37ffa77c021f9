// SPDX-License-Identifier: GPL-3.0-or-later
// One pattern: what else was tried against its failure, its switch, and the runs that speak for it or against it, to be
// marked by a person.
//
// Thread     GUI
// Ownership  the ThemeSource and the Clock outlive it
#pragma once

#include "ui/models/evidencemodel.h"
#include "ui/widgets/panel.h"

#include <array>

class QTableView;

namespace signalbox::ui {

class Button;
class Fields;
class Segments;

class PatternAside final : public Panel {
    Q_OBJECT

public:
    PatternAside(const ThemeSource& themes, const Clock& clock, QWidget* parent = nullptr);

    /// `fixes`: all that were tried against its failure.
    void show(const host::KnowledgeRow& row, const std::vector<host::KnowledgeRow>& fixes);
    void showEvidence(std::vector<host::EvidenceRow> runs);
    void setOffline(const QString& reason); // of the lock; empty: it is not

signals:
    void switchAsked(const signalbox::host::PatternKey& pattern, signalbox::record::PatternSwitch to);
    void forgetAsked();
    void judged(signalbox::RunId run, signalbox::record::Judgement judgement);
    void runOpened(signalbox::RunId run, std::int64_t checkpoint);

private:
    void buildHeading();
    void buildEvidence();
    void buildMarks();
    void showFixes(std::vector<const host::KnowledgeRow*> fixes);
    void showMarked();
    void showLock();

    host::KnowledgeRow m_row;
    EvidenceModel m_evidence;
    Label* m_title = nullptr;
    Fields* m_fields = nullptr;
    Segments* m_switch = nullptr;
    Button* m_forget = nullptr;
    QString m_offline;
    Label* m_lock = nullptr;
    Label* m_count = nullptr;
    QTableView* m_runs = nullptr;
    Label* m_ask = nullptr;
    std::array<Button*, 3> m_marks{}; // right, wrong, not a failure
    std::optional<RunId> m_marked; // selected, kept while the runs are loaded again
};

} // namespace signalbox::ui
