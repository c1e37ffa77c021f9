// SPDX-License-Identifier: GPL-3.0-or-later
// What taking over a file would change, before it is done.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/models/importmodel.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Button;
class Label;

class ImportPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ImportPanel(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const host::ImportOffer& offer);
    const host::ImportOffer& offer() const { return m_offer; }

signals:
    void confirmed();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    host::ImportOffer m_offer;
    ImportModel m_model;
    Label* m_title;
    Label* m_rest;
    Button* m_take;
    Button* m_cancel;
};

} // namespace signalbox::ui
