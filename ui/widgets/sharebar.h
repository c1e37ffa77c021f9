// SPDX-License-Identifier: GPL-3.0-or-later
// A share with its interval: a dot on a band on a line from 0 to 1.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/knowledgemodel.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

void paintShare(QPainter& painter, const QRectF& place, const Share& share, const Theme& theme);

/// A name, its share, and how many of how many.
class ShareRow final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString name;
        int worked = 0;
        int tried = 0;
        bool strong = false;
        bool operator==(const Content&) const = default;
    };
    ShareRow(const ThemeSource& themes, const Content& content, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    const Content m_content;
};

} // namespace signalbox::ui
