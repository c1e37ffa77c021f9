// SPDX-License-Identifier: GPL-3.0-or-later
// A long value without spaces, such as a hash: the whole of it, wrapped wherever a line ends, to be selected and
// copied.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QPlainTextEdit>

namespace signalbox::ui {

class WholeText final : public QPlainTextEdit {
    Q_OBJECT

public:
    WholeText(const ThemeSource& themes, const QString& value, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace signalbox::ui
