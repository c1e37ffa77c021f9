// SPDX-License-Identifier: GPL-3.0-or-later
// Sources and their ages, side by side, each with its plug; or what keeps all of them from mattering.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockups overview and settings
#pragma once

#include "ui/models/connectiontext.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class SourceStrip final : public QWidget {
    Q_OBJECT

public:
    SourceStrip(const ThemeSource& themes, QWidget* parent);

    void setSources(const QList<SourceWords>& sources);
    void setFault(const QString& fault); // in their place; empty: none
    QString words() const; // all of them

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QList<SourceWords> shown() const;
    int widthOf(const SourceWords& source) const;
    void tellChange();

    const ThemeSource& m_themes;
    QList<SourceWords> m_sources;
    QString m_fault;
};

} // namespace signalbox::ui
