// SPDX-License-Identifier: GPL-3.0-or-later
// What this user wants the window to look like; kept beside the user's other settings.
//
// Thread  GUI
// Disk    signalbox/console.ini below the user's configuration folder; what cannot be read counts as not set
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::ui {

/// Of the parts of run detail beside which splitters stand, in logical pixels.
struct RunDetailSizes {
    int graphHeight = 313;
    int stateWidth = 332;
    bool operator==(const RunDetailSizes&) const = default;
};

class Preferences {
public:
    /// `file` empty: the user's own.
    explicit Preferences(QString file = {});

    QString theme() const; // "dark", "light", "high-contrast", "system"
    void setTheme(const QString& theme);
    QString motion() const; // "reduced", "full", "system"
    void setMotion(const QString& motion);
    int scale() const; // percent, 80 to 200; taken up at the next start
    void setScale(int percent);
    QString language() const; // "en", "de", "ja", "system"; taken up at the next start
    void setLanguage(const QString& language);
    enum class Window { Main, Approval, Log };
    QByteArray geometry(Window window = Window::Main) const; // empty: never kept
    void setGeometry(const QByteArray& geometry, Window window = Window::Main);
    RunDetailSizes runDetailSizes() const;
    void setRunDetailSizes(const RunDetailSizes& sizes);
    bool railCollapsed() const; // by choice, not for want of room
    void setRailCollapsed(bool collapsed);
    QString timesIn() const; // "workspace", "utc", "local"
    void setTimesIn(const QString& zone);
    QString workspaceZone() const; // "Europe/Berlin"; empty: this computer's
    void setWorkspaceZone(const QString& name);
    bool approveByClicks() const; // two of them, in place of a button kept pressed
    void setApproveByClicks(bool byClicks);
    bool letterKeys() const; // commands have keys without Ctrl or Alt
    void setLetterKeys(bool on);

private:
    const QString m_file;
};

} // namespace signalbox::ui
