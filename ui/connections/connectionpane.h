// SPDX-License-Identifier: GPL-3.0-or-later
// One connection: where it is, its secret, who uses it, and what it may do, each right as it was tried last.
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

class QGridLayout;
class QStackedWidget;

namespace signalbox::ui {

class Button;
class ErrorStrip;
class GapBox;
class Label;
class LineField;
class QuestionBar;
class RightsTable;
class StatusPill;
class TokenForm;

class ConnectionPane final : public Panel {
    Q_OBJECT

public:
    ConnectionPane(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock, QWidget* parent);

    void show(const host::ConnectionView& connection);
    void setOffline(const QString& reason); // of the lock; empty: it is not
    void restate(); // how long it has been silent
    void test();

private:
    struct Field {
        Label* label = nullptr;
        LineField* value = nullptr;
    };

    void buildHead();
    void buildFields();
    Field addField(QGridLayout* grid, int at, const QString& label);
    QWidget* buildRights();
    QWidget* buildReplacing();
    void listen();
    void showFields();
    void showRights();
    void sayTests();
    void take(const ci::TriedRight& right);
    void finish(host::RequestId request, const Result<void>& result);
    void askToRemove();
    void replace();
    void settle(); // what can be pressed now
    bool isServer() const { return m_connection.kind == host::ConnectionKind::Forge; }

    host::ConnectionHost& m_connections;
    const Clock& m_clock;
    host::ConnectionView m_connection;
    QString m_offline;
    Label* m_name = nullptr;
    StatusPill* m_pill = nullptr;
    Button* m_replace = nullptr;
    Button* m_remove = nullptr;
    ErrorStrip* m_strip = nullptr;
    QuestionBar* m_question = nullptr;
    Field m_address, m_token, m_users, m_updates;
    QStackedWidget* m_stack = nullptr; // the rights, or a token in place of the one that is there
    Label* m_tests = nullptr;
    RightsTable* m_rights = nullptr;
    GapBox* m_gap = nullptr;
    Button* m_page = nullptr;
    Button* m_heal = nullptr;
    Button* m_again = nullptr;
    TokenForm* m_form = nullptr;
    Button* m_save = nullptr;
    UtcTime m_begun; // of the test
    std::optional<host::RequestId> m_testing, m_replacing, m_removing, m_healing;
};

} // namespace signalbox::ui
