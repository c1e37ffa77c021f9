// SPDX-License-Identifier: GPL-3.0-or-later
// A whole log as a strip beside its text, with the root cause, errors and matches marked, and what is in view. A click
// goes there. The keys of the log reach the same places.
//
// Thread     GUI; a worker draws what it shows
// Ownership  the ThemeSource and the view outlive it
#pragma once

#include "core/host/logmap.h"
#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class LogView;

class LogStrip final : public QWidget {
    Q_OBJECT

public:
    LogStrip(const ThemeSource& themes, LogView& view, QWidget* parent);

    const host::LogMap& map() const { return m_map; }
    int placeOf(std::uint64_t row) const; // from the top
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void take(const host::LogMap& map);
    void goTo(int y);
    void paintMark(QPainter& painter, std::uint64_t row, const QColor& colour) const;

    const ThemeSource& m_themes;
    LogView& m_view;
    host::LogMap m_map;
    QTimer m_ask; // for another map, when it has rested
};

} // namespace signalbox::ui
