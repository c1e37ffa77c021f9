// SPDX-License-Identifier: GPL-3.0-or-later
// The exchanges of a run with a language model, to be read from the first to the last.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/modelmessages.h"
#include "ui/shell/theme.h"

#include <QPlainTextEdit>

namespace signalbox::ui {

class ModelPane final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ModelPane(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const QList<ModelMessage>& messages);

private:
    void dress();
    void write();

    const ThemeSource& m_themes;
    QList<ModelMessage> m_messages;
};

} // namespace signalbox::ui
