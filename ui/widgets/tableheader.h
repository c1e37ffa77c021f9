// SPDX-License-Identifier: GPL-3.0-or-later
// The header row of a table: captions on the panel, a line below.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QHeaderView>

namespace signalbox::ui {

class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    TableHeader(const ThemeSource& themes, QWidget* parent = nullptr);

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    QMargins padding(int section) const;

    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
