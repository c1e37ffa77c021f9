// SPDX-License-Identifier: GPL-3.0-or-later
// The outside systems of the workspace, whether each works, and the one that is chosen; and whether they may deliver
// here.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the list
// Source     mockup settings
#pragma once

#include "core/base/time.h"
#include "core/host/connectionhost.h"
#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QListView;
class QStackedWidget;

namespace signalbox::ui {

class Button;
class ConnectionPane;
class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class Label;
class LineField;
class ReceptionPane;
class RowListModel;

class ConnectionsSection final : public QWidget {
    Q_OBJECT

public:
    ConnectionsSection(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock,
                       QWidget* parent = nullptr);

    void entered();
    void setOffline(const QString& reason); // of the lock; empty: it is not

signals:
    void addAsked(); // a repository
    void troubledChanged(int connections); // how many need a person

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildList();
    QWidget* buildSecrets();
    void listen();
    void showAll(const std::vector<host::ConnectionView>& connections);
    void showReception(const host::ReceptionView& reception);
    void showSecrets(const host::SecretStoreView& places);
    void restate(); // ages
    void choose();
    void testNext(); // of all
    void unlock();
    const host::ConnectionView* chosen() const;

    const ThemeSource& m_themes;
    host::ConnectionHost& m_connections;
    const Clock& m_clock;
    std::vector<host::ConnectionView> m_known;
    std::optional<host::ReceptionView> m_reception;
    Flow* m_sentence = nullptr;
    Button* m_testAll = nullptr;
    ErrorStrip* m_strip = nullptr;
    FoldingAside* m_folding = nullptr;
    QListView* m_list = nullptr;
    RowListModel* m_rows = nullptr;
    Label* m_secrets = nullptr;
    QWidget* m_locked = nullptr; // the sealed file
    LineField* m_passphrase = nullptr;
    QStackedWidget* m_stack = nullptr; // nothing yet, one connection, webhooks
    EmptyState* m_empty = nullptr;
    ConnectionPane* m_pane = nullptr;
    ReceptionPane* m_webhooks = nullptr;
    QTimer m_tick;
    QTimer m_look; // for deliveries
    std::vector<std::string> m_toTest; // the next one last
    std::optional<host::RequestId> m_loading, m_testing, m_unlocking;
};

} // namespace signalbox::ui
