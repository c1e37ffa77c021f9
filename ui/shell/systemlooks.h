// SPDX-License-Identifier: GPL-3.0-or-later
// What a theme follows of the system: its palette, dark or light, and whether it wants more contrast.
//
// Thread     GUI
// Ownership  the ThemeSource makes it and owns it
#pragma once

#include "ui/shell/theme.h"

#include <optional>

namespace signalbox::ui {

class SystemLooks final : public QObject {
    Q_OBJECT

public:
    /// `palette`: the system's, as long as nobody has set one.
    SystemLooks(const QPalette& palette, ThemeSource& themes);
    static SystemLooks& of(const ThemeSource& themes);

    const QPalette& palette() const { return m_palette; }
    Theme theme() const;

    /// As the desktop says; without a scheme, its palette tells.
    void hear(std::optional<Mode> scheme, bool contrast);
    /// Takes up another palette of the system, as the events of this window tell of it.
    void watch(QWidget& window);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const ThemeSource& m_themes;
    QPalette m_palette;
    std::optional<Mode> m_scheme;
    bool m_contrast = false;
};

/// Qt 6.4 does not tell the system's scheme, but its palette does, as long as nobody has set another one.
Mode modeOf(const QPalette& palette);

} // namespace signalbox::ui
