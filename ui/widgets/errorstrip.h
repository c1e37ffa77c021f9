// SPDX-License-Identifier: GPL-3.0-or-later
// A strip at the top of the panel that it concerns: what happened, what follows, and at most one action. What a server
// or a file said itself is behind "Show details".
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/result.h"
#include "ui/models/errortext.h"
#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Button;
class Flow;
class RawDetails;

class ErrorStrip final : public QWidget {
    Q_OBJECT

public:
    enum class Look { Strip, Box }; // from edge to edge; or a panel of its own, with a whole button

    /// Critical: it failed. NoData: values are old. HeldForYou: somebody stopped it.
    explicit ErrorStrip(const ThemeSource& themes, StatusRole role = StatusRole::Critical, QWidget* parent = nullptr,
                        Look look = Look::Strip);

    /// And shows itself. `details`: raw words.
    void tell(const QString& sentence, const QString& rest = {}, const QString& action = {},
              const QString& details = {});
    void tell(const FaultText& fault, const QString& action = {});
    void setBusy(const QString& words); // in place of its action: that goes on; empty: it can be asked for
    void setDetails(const QString& details);
    void setRest(const QString& rest); // of what it tells: not read out again, as a countdown
    void clear(); // and hides itself
    void setActionGlyph(const QString& iconName) const;
    void answer(const Result<void>& result); // clears itself, or tells what failed
    QString sentence() const;
    RawDetails* details() const { return m_details; }

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void say(const QString& sentence, const QString& rest);
    QRect place() const; // of what is painted
    void arrange(); // by the room that the window has

    const ThemeSource& m_themes;
    const StatusRole m_role;
    const Look m_look;
    int m_above = 0; // of a box
    Flow* m_words;
    Button* m_button;
    QString m_action;
    RawDetails* m_details;
};

} // namespace signalbox::ui
