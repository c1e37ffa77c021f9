// SPDX-License-Identifier: GPL-3.0-or-later
// In place of the actions once a decision was made: when it takes effect, and Take back until then.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/gate/approval.h"
#include "ui/models/statusrole.h"
#include "ui/widgets/surface.h"

namespace signalbox::ui {

class Button;
class Glyph;
class Label;
class WrappedText;

class PendingBar final : public Surface {
    Q_OBJECT

public:
    explicit PendingBar(const ThemeSource& themes, QWidget* parent = nullptr);

    void showPending(const gate::Approval& approval, const gate::RecordedDecision& made, UtcTime now,
                     const std::string& person);
    void showClosed(const QString& words, StatusRole role);
    QString words() const;
    Button* takeBackButton() const { return m_takeBack; }

signals:
    void takeBackAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph* m_glyph;
    WrappedText* m_words;
    Label* m_reason;
    Button* m_takeBack;
};

} // namespace signalbox::ui
