// SPDX-License-Identifier: GPL-3.0-or-later
// What a run asked a language model, and what it was answered: from the record of the run.
//
// Thread  any; words follow the translators installed on the application
#pragma once

#include "core/host/views.h"

#include <QList>
#include <QString>

namespace signalbox::ui {

/// One side of an exchange.
struct ModelMessage {
    QString heading; // "small, answered at 14:24:20"
    QString note; // "1,204 and 96 tokens, $0.002, 1.2 s"; why it is left out
    QString text; // as it went over the wire, redacted
    bool operator==(const ModelMessage&) const = default;
};

QList<ModelMessage> modelMessagesOf(const host::RunDetail& run);
/// "2, $0.004": calls and what they cost; empty: none was made.
QString modelCalls(const host::RunDetail& run);

} // namespace signalbox::ui
