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
    bool everythingHeld() const { return m_everything; }
    /// Opens the question. `continuing`: how many runs go on after the release.
    void askReason(int continuing);
    void closeQuestion();

signals:
    void releaseAsked(); // the strip's own action
    void releaseConfirmed(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildQuestion();
    QString heldBy(const host::Hold& hold) const;

    const ThemeSource& m_themes;
    const QString m_person;
    std::vector<host::Hold> m_holds;
    bool m_everything = false;
    ErrorStrip* m_strip;
    QWidget* m_question;
    Label* m_asked = nullptr;
    LineField* m_reason = nullptr;
    Button* m_release = nullptr;
    Label* m_hint = nullptr;
};

} // namespace signalbox::ui
