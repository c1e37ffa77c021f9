// SPDX-License-Identifier: GPL-3.0-or-later
// The last line of the window: what is known to be true now. Sources, agents, a passing word, the time.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/time.h"
#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace signalbox::ui {

class Glyph;
class Label;
class LiveLabel;
class SourceStrip;
struct SourceWords;

class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const ThemeSource& themes, QWidget* parent = nullptr);

    void setAgents(int running);
    void setSources(const QList<SourceWords>& sources);
    void setStoreWorks(bool works);
    void setNotices(const QString& words, bool on); // whether the desktop is told
    void setTime(UtcTime now);
    void say(const QString& words); // gone after some seconds
    void announce(const QString& words, bool urgently); // to screen readers alone

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fade();
    void dress();

    const ThemeSource& m_themes;
    SourceStrip* m_sources;
    QLabel* m_bell;
    Label* m_notices;
    LiveLabel* m_said;
    Label* m_agents;
    Label* m_time;
    QTimer m_saying;
    bool m_tells = true; // the desktop
};

} // namespace signalbox::ui
