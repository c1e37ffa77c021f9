// SPDX-License-Identifier: GPL-3.0-or-later
// A token that a person gives, and where it is kept.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/connectionhost.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class ChoiceField;
class Label;
class LineField;

class TokenForm final : public QWidget {
    Q_OBJECT

public:
    TokenForm(const ThemeSource& themes, host::ConnectionHost& connections, QWidget* parent);

    void setServer(bool isIt); // what is asked for is a token; else another secret
    void begin(); // empty, and asks where secrets can be kept
    /// What is used where nothing is typed; empty: a token is needed.
    void setKnown(const QString& words);
    host::NewSecret secret() const;
    QString missing() const; // what keeps it from being taken; empty: nothing
    LineField* field() const { return m_token; }

signals:
    void edited();

private:
    void show(const host::SecretStoreView& places);
    void arrange();

    const ThemeSource& m_themes;
    host::ConnectionHost& m_connections;
    host::SecretStoreView m_places;
    QString m_known;
    LineField* m_token;
    Label* m_label; // of it
    bool m_isServer = true;
    ChoiceField* m_keep;
    LineField* m_passphrase;
    QWidget* m_passphraseRow;
    LineField* m_again; // of a new file, which nobody can open after a slip
    QWidget* m_againRow;
    Label* m_note;
};

} // namespace signalbox::ui
