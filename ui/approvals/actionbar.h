// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with an approval: ask, hold, reject, approve, equal in weight, none of them the default.
//
// Thread     GUI
// Ownership  themes and clock outlive it
// Source     DESIGN 4
#pragma once

#include "core/gate/approval.h"
#include "ui/widgets/surface.h"

#include <map>
#include <optional>
#include <vector>

class QBoxLayout;
class QButtonGroup;
class QHBoxLayout;

namespace signalbox::ui {

class Button;
class Flow;
class HoldButton;
class Label;
class LineField;

class ActionBar final : public Surface {
    Q_OBJECT

public:
    ActionBar(const ThemeSource& themes, const Clock& clock, QWidget* parent = nullptr);

    void setApproval(const gate::Approval& approval); // keeps what was typed
    void leave(); // another approval follows; what was typed comes back with this one
    void forget(); // it was sent
    gate::Verdict asking() const; // Answer while a question waits for one, else Ask
    void openField(gate::Verdict verdict); // for this verdict; Enter in the field sends it then
    void setBusy(bool busy); // a decision is on its way
    void setHint(const QString& hint, bool urgent);
    void lockApprove(const QString& reason); // empty: not locked
    void lockReject(const QString& reason); // likewise

    QString reason() const;
    QString typed() const;
    std::string choice() const;
    std::optional<gate::Verdict> intent() const { return m_intent; }
    LineField* reasonField() const { return m_reason; }
    LineField* typedField() const { return m_typed; }
    HoldButton* approveButton() const { return m_approve; }
    Button* button(gate::Verdict verdict) const; // not of Approve

signals:
    void asked(signalbox::gate::Verdict verdict); // by button, or by Enter in the field opened for it
    void approveHeld();
    void edited();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFields();
    void buildButtons();
    void showChoices(const gate::Approval& approval);
    void labelApprove();
    void arrange();
    void setGlyphs(bool shown);
    int buttonsWidth() const;
    int neededWidth() const; // of fields and buttons in one row

    const Clock& m_clock;
    QBoxLayout* m_rows = nullptr; // fields and buttons
    QHBoxLayout* m_buttons = nullptr;
    QWidget* m_typedBox = nullptr;
    Flow* m_typedLabel = nullptr;
    LineField* m_typed = nullptr;
    Label* m_reasonLabel = nullptr;
    LineField* m_reason = nullptr;
    QWidget* m_choiceRow = nullptr;
    QHBoxLayout* m_choiceLayout = nullptr;
    QButtonGroup* m_choiceGroup = nullptr;
    Button* m_ask = nullptr;
    Button* m_hold = nullptr;
    Button* m_reject = nullptr;
    HoldButton* m_approve = nullptr;
    Label* m_hint = nullptr; // beside the buttons
    Label* m_hintBelow = nullptr; // for a reason why it is locked, in one line
    bool m_below = false; // stays for one approval, so that nothing moves under the pointer
    gate::Approval m_approval;
    std::map<ApprovalId, QString> m_drafts; // reasons that were not sent
    std::optional<std::vector<std::string>> m_choices; // those that are shown; nothing: those of another approval
    std::optional<gate::Verdict> m_intent;
};

} // namespace signalbox::ui
