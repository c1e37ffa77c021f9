// SPDX-License-Identifier: GPL-3.0-or-later
// Says what is held, by whom and why; and asks for the reason before everything is released.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <vector>

namespace signalbox::ui {

class Button;
class ErrorStrip;
class Label;
class LineField;

class HoldBanner final : public QWidget {
    Q_OBJECT

public:
    HoldBanner(const ThemeSource& themes, const QString& person, QWidget* parent = nullptr);

    void showHolds(const std::vector<host::Hold>& holds);
    void restate() { tell(); } // times are told in another zone
    bool everythingHeld() const { return holdOf({}) != nullptr; }
    bool isHeld(const QString& line) const { return holdOf(line) != nullptr; } // on its own, besides everything
    /// Opens the question for a line that is held; empty: everything. `continuing`: how many runs go on then.
    void askReason(const QString& line, int continuing);
    void closeQuestion();

signals:
    void releaseAsked(const QString& line); // the strip's own action
    void releaseConfirmed(const QString& line, const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildQuestion();
    void tell();
    const host::Hold* holdOf(const QString& line) const;
    QString heldBy(const host::Hold& hold) const;

    const ThemeSource& m_themes;
    const QString m_person;
    std::vector<host::Hold> m_holds;
    ErrorStrip* m_strip;
    QWidget* m_question = nullptr;
    QString m_line; // that the question is about
    Label* m_title = nullptr;
    Label* m_asked = nullptr;
    LineField* m_reason = nullptr;
    Button* m_release = nullptr;
    Label* m_hint = nullptr;
};

} // namespace signalbox::ui
