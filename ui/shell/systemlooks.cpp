// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/systemlooks.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWidget>

namespace signalbox::ui {

namespace {

/// Of a system that says one thing and shows another: what it says, in black and white.
QPalette inMode(const QPalette& system, Mode mode)
{
    if (modeOf(system) == mode)
        return system;
    QPalette plain(mode == Mode::Dark ? Qt::black : Qt::white);
    plain.setColor(QPalette::Highlight, plain.color(QPalette::WindowText));
    return plain;
}

} // namespace

Mode modeOf(const QPalette& palette)
{
    const double ground = contrast(palette.color(QPalette::Window), Qt::black);
    const double words = contrast(palette.color(QPalette::WindowText), Qt::black);
    return ground < words ? Mode::Dark : Mode::Light;
}

SystemLooks::SystemLooks(const QPalette& palette, ThemeSource& themes)
    : QObject(&themes), m_themes(themes), m_palette(palette)
{
}

SystemLooks& SystemLooks::of(const ThemeSource& themes)
{
    return *themes.findChild<SystemLooks*>(QString(), Qt::FindDirectChildrenOnly);
}

Theme SystemLooks::theme() const
{
    const Mode mode = m_scheme.value_or(modeOf(m_palette));
    return m_contrast ? Theme::highContrast(inMode(m_palette, mode)) : Theme::load(mode);
}

void SystemLooks::hear(std::optional<Mode> scheme, bool contrast)
{
    const bool same = scheme == m_scheme && contrast == m_contrast;
    m_scheme = scheme;
    m_contrast = contrast;
    if (!same && m_themes.choice() == ThemeSource::Choice::System)
        emit changed();
}

void SystemLooks::watch(QWidget& window)
{
    window.installEventFilter(this);
}

/// Windows are told of a palette some time after it was set, of ours too.
bool SystemLooks::eventFilter(QObject* watched, QEvent* event)
{
    const bool another = event->type() == QEvent::ThemeChange; // of the desktop; its palette lies under ours
    const bool isPalette = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange;
    if (another)
        QGuiApplication::setPalette(QPalette());
    if (another
        || (isPalette && QGuiApplication::palette().color(QPalette::Window) != m_themes.theme().surface.window)) {
        m_palette = QGuiApplication::palette();
        emit changed(); // which sets ours again
    }
    return QObject::eventFilter(watched, event);
}

} // namespace signalbox::ui
