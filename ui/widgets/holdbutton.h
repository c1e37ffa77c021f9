// SPDX-License-Identifier: GPL-3.0-or-later
// A button that acts only after it was kept pressed with the mouse for a second, or, by choice, on the second of two
// clicks that whoever listens has to tell apart from a double-click.
// Enter, Space and double-clicks do nothing, so that no slip approves.
//
// Thread     GUI
// Ownership  themes and clock outlive it
// Source     DESIGN 4
#pragma once

#include "core/base/time.h"
#include "ui/shell/theme.h"

#include <QAbstractButton>
#include <QTimer>

#include <functional>
#include <optional>

namespace signalbox::ui {

class HoldButton final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr Milliseconds kHoldFor{1000};

    HoldButton(const ThemeSource& themes, const Clock& clock, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setLocked(bool locked, const QString& reason = {});
    bool isLocked() const { return m_locked; }
    /// Asked when the mouse goes down; false: this press does not count, however long it lasts.
    void setGuard(std::function<bool()> mayBegin) { m_mayBegin = std::move(mayBegin); }
    void setByClicks(bool byClicks); // clickedOnce for each click, never heldLongEnough
    bool isByClicks() const { return m_byClicks; }
    double progress() const; // 0 to 1
    void tick(); // looks at the clock; called by a timer while pressed

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void heldLongEnough();
    void clickedOnce();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void letGo();
    void nameForReaders();

    const ThemeSource& m_themes;
    const Clock& m_clock;
    std::function<bool()> m_mayBegin;
    std::optional<UtcTime> m_since;
    QTimer m_timer;
    QString m_lockReason;
    bool m_locked = false;
    bool m_byClicks = false;
};

} // namespace signalbox::ui
