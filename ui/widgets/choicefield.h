// SPDX-License-Identifier: GPL-3.0-or-later
// A drop-down list in the house's dress.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QComboBox>

namespace signalbox::ui {

class ChoiceField final : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceField(const ThemeSource& themes, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRect place() const; // of the words
    void tellWhole(); // in a tool tip, where they are cut

    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
