// SPDX-License-Identifier: GPL-3.0-or-later
// The test of a connection that is not there yet: each right as it is tried, and what follows.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Source     mockup add-repository
#pragma once

#include "core/base/time.h"
#include "core/host/connectionhost.h"
#include "ui/models/errortext.h"
#include "ui/models/rightwords.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

namespace signalbox::ui {

class Button;
class GapBox;
class Label;
class RightsTable;

class TestStep final : public QWidget {
    Q_OBJECT

public:
    TestStep(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock, QWidget* parent);

    void test(const host::NewRepository& which, const QString& server, const QString& tokenPage);
    void giveUp();
    bool isTesting() const { return m_testing.has_value(); }
    RightGap gap() const;
    bool canHeal() const;
    QString failure() const { return m_failure.sentence; } // of the test itself; empty: it was made

signals:
    void changed();

private:
    void take(const ci::TriedRight& right);
    void finish(const Result<void>& result);
    void say();

    host::ConnectionHost& m_connections;
    const Clock& m_clock;
    host::NewRepository m_which;
    QString m_server;
    QString m_tokenPage;
    FaultText m_failure;
    UtcTime m_begun;
    Label* m_note;
    RightsTable* m_rights;
    GapBox* m_gap;
    Button* m_page;
    Button* m_again;
    Label* m_count;
    std::optional<host::RequestId> m_testing;
};

} // namespace signalbox::ui
