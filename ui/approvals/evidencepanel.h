// SPDX-License-Identifier: GPL-3.0-or-later
// One numbered section of the evidence. It begins with its heading; its rows are added a few at a time.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/evidencetext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

class QGridLayout;

namespace signalbox::ui {

class WrappedText;

class EvidencePanel final : public Panel {
    Q_OBJECT

public:
    EvidencePanel(const ThemeSource& themes, int number, const EvidenceSection& section, QWidget* parent = nullptr);

    static qsizetype stepsOf(const EvidenceSection& section); // to make it, and to add its rows
    bool isWhole() const { return m_added == m_rows.size(); }
    void addRows(); // the next few

    void setChanged(bool changed); // since it was last looked at
    const QString& key() const { return m_key; }
    int number() const { return m_number; }

private:
    void buildHeading(const EvidenceSection& section);
    QWidget* widgetOf(const EvidenceRow& row);
    void addLine(const EvidenceRow& row); // of a log
    QWidget* fieldRow(const EvidenceRow& row);
    QWidget* checkRow(const EvidenceRow& row);
    QGridLayout* logBlock();
    WrappedText* words(Type type, Tone tone, const QString& text);
    QWidget* wholeOf(WrappedText* words); // of any length
    WrappedText* atTheEnd(const QString& text); // of a line

    const QString m_key;
    const int m_number;
    QList<EvidenceRow> m_rows; // those of a log last
    const int m_labelWidth; // of its fields
    qsizetype m_added = 0;
    WrappedText* m_changed = nullptr;
    QGridLayout* m_log = nullptr;
};

} // namespace signalbox::ui
