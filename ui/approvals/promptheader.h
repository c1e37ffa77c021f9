// SPDX-License-Identifier: GPL-3.0-or-later
// Subject and asker of an approval, the time left, and what happens without a decision.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/gate/approval.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

namespace signalbox::ui {

class Button;
class Glyph;
class Label;
class StatusPill;
class WrappedText;

class PromptHeader final : public QWidget {
    Q_OBJECT

public:
    explicit PromptHeader(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const gate::Approval& approval, UtcTime now);
    void tick(UtcTime now);
    /// `arrived`: what was decided here was taken where it had to go; `isDone`: and what is to follow began.
    void setArrived(bool arrived, bool isDone);
    void setRefreshing(bool refreshing);
    void setRead(std::optional<UtcTime> at); // since it is shown; nothing: it was not read anew

signals:
    void runAsked(); // to be opened
    void refreshAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildClock();
    void showOver();
    void showDeadline(const QString& words);
    void showOrigin();
    void nameLeft(const QString& words); // for screen readers
    void showState(const QString& words); // instead of the time that is left

    const ThemeSource& m_themes;
    Glyph* m_glyph;
    Label* m_title;
    StatusPill* m_risk;
    StatusPill* m_advisory;
    Button* m_run;
    Button* m_page; // of the run, in the CI system
    Button* m_refresh; // where a server can be asked
    WrappedText* m_origin;
    Label* m_left;
    Label* m_beforeLeft = nullptr;
    Label* m_leftWord;
    Label* m_decideBy;
    Label* m_decideBelow;
    Label* m_outcome;
    QWidget* m_bar;
    gate::Approval m_approval;
    std::optional<UtcTime> m_readAt;
    bool m_arrived = true;
    bool m_isDone = true;
    double m_share = 0; // of the time, still left
};

} // namespace signalbox::ui
