// SPDX-License-Identifier: GPL-3.0-or-later
// The place in the header where the palette begins: looks like a field, opens it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QAbstractButton>

namespace signalbox::ui {

class SearchBox final : public QAbstractButton {
    Q_OBJECT

public:
    explicit SearchBox(const ThemeSource& themes, QWidget* parent = nullptr);

    /// Without its words, for want of room.
    void setCompact(bool compact);
    int wholeWidth() const; // with its words
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int compactWidth() const;

    const ThemeSource& m_themes;
    bool m_compact = false;
};

} // namespace signalbox::ui
