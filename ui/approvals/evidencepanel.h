// SPDX-License-Identifier: GPL-3.0-or-later
// One numbered section of the evidence.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/evidencetext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

namespace signalbox::ui {

class EvidencePanel final : public Panel {
    Q_OBJECT

public:
    EvidencePanel(const ThemeSource& themes, int number, const EvidenceSection& section, QWidget* parent = nullptr);

    void setChanged(bool changed); // since it was last looked at
    const QString& key() const { return m_key; }
    int number() const { return m_number; }

private:
    void buildHeading(const EvidenceSection& section);
    void addRow(const EvidenceRow& row);
    QWidget* fieldRow(const EvidenceRow& row);
    QWidget* checkRow(const EvidenceRow& row);
    QWidget* logRows(const QList<EvidenceRow>& rows);
    Label* words(Type type, Tone tone, const QString& text);

    const QString m_key;
    const int m_number;
    Label* m_changed = nullptr;
};

} // namespace signalbox::ui
