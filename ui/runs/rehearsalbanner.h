// SPDX-License-Identifier: GPL-3.0-or-later
// The striped banner over a rehearsal: nothing that it shows has happened, and where the original is.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     DESIGN 5
#pragma once

#include "core/host/views.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Button;
class Label;

class RehearsalBanner final : public QWidget {
    Q_OBJECT

public:
    explicit RehearsalBanner(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const host::RunSummary& run); // hides itself where the run is no rehearsal
    QString sentence() const;
    Button* button() const { return m_button; }

signals:
    void originalAsked(signalbox::RunId run, qint64 checkpoint); // from which it was forked

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    Label* m_title;
    Label* m_sentence;
    Button* m_button;
    graph::Origin m_origin;
};

} // namespace signalbox::ui
