// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where a drawing is on its way: nothing at first, then the grey shape of one, and words where there are some.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockup states-dark, "Chart panel"
#pragma once

#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class Waiting final : public QWidget {
    Q_OBJECT

public:
    explicit Waiting(const ThemeSource& themes, QWidget* parent = nullptr);

    void setWords(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    QTimer m_toShape;
    QString m_words;
    bool m_shaped = false;
};

} // namespace signalbox::ui
