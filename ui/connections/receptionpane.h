// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks of the console: whether they are received, at which address, by which routes, and why not by the others.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip at the top
// Source     mockup settings
#pragma once

#include "core/base/time.h"
#include "core/host/connectionhost.h"
#include "ui/widgets/panel.h"

#include <optional>

namespace signalbox::ui {

class Button;
class ErrorStrip;
class GapBox;
class Label;
class LineField;
class RowListModel;
class StatusPill;

class ReceptionPane final : public Panel {
    Q_OBJECT

public:
    ReceptionPane(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock, QWidget* parent);

    void show(const host::ReceptionView& reception);
    void setOffline(const QString& reason); // of the lock; empty: it is not
    void restate(); // how long ago the last delivery came

private:
    void buildHead();
    void buildAddress();
    void buildRoutes();
    void receive(bool on);
    void finish(const Result<void>& result);
    void settle(); // what can be pressed now
    bool isMoved() const; // another address was typed

    host::ConnectionHost& m_connections;
    const Clock& m_clock;
    host::ReceptionView m_reception;
    QString m_offline;
    StatusPill* m_pill = nullptr;
    Button* m_switch = nullptr;
    ErrorStrip* m_strip = nullptr;
    LineField* m_address = nullptr;
    Button* m_move = nullptr;
    Label* m_note = nullptr;
    RowListModel* m_routes = nullptr;
    GapBox* m_gap = nullptr;
    std::pair<QString, QString> m_toldGap;
    std::optional<host::RequestId> m_changing;
};

} // namespace signalbox::ui
