// SPDX-License-Identifier: GPL-3.0-or-later
// A status as glyph and word on its tint.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class StatusPill final : public QWidget {
    Q_OBJECT

public:
    explicit StatusPill(const ThemeSource& themes, QWidget* parent = nullptr);

    void setStatus(StatusRole role, const QString& words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const ThemeSource& m_themes;
    StatusRole m_role = StatusRole::Pending;
    QString m_words;
};

} // namespace signalbox::ui
