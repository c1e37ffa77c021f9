// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the chain of the audit log holds, when that was checked, and what to do where it does not.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/time.h"
#include "core/record/auditchain.h"
#include "ui/widgets/panel.h"

namespace signalbox::ui {

class Button;
class Glyph;

class ChainPanel final : public Panel {
    Q_OBJECT

public:
    explicit ChainPanel(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const record::AuditVerdict& verdict, UtcTime checkedAt, Milliseconds took);
    void note(const QString& words); // in place of when it was checked

signals:
    void bothPartsAsked(); // to be exported

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph* m_glyph;
    Label* m_sentence;
    Label* m_rest;
    Label* m_below;
    Label* m_checked;
    Button* m_export;
    bool m_broken = false;
};

} // namespace signalbox::ui
