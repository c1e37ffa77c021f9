// SPDX-License-Identifier: GPL-3.0-or-later
// What this user wants the window to look like; kept beside the user's other settings.
//
// Thread  GUI
// Disk    signalbox/console.ini below the user's configuration folder; what cannot be read counts as not set
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::ui {

class Preferences {
public:
    /// `file` empty: the user's own.
    explicit Preferences(QString file = {});

    QString theme() const; // "dark", "light", "system"
    void setTheme(const QString& theme);
    int scale() const; // percent, 80 to 200; taken up at the next start
    void setScale(int percent);
    QByteArray geometry() const; // of the window; empty: never kept
    void setGeometry(const QByteArray& geometry);

private:
    const QString m_file;
};

} // namespace signalbox::ui
