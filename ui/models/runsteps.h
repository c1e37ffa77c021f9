// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a run as a list: one for each checkpoint, and those that run or wait now.
//
// Thread  any; pure
#pragma once

#include "core/host/views.h"
#include "ui/models/statusrole.h"

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::ui {

struct RunStep {
    std::optional<std::int64_t> checkpoint; // empty: not finished
    QStringList nodes; // empty: the start
    QString name; // "Verify"
    StatusRole role = StatusRole::Succeeded;
    UtcTime at; // when it ended, or began
    std::optional<Milliseconds> took;
    QString note; // "still failing", "Input received"
    bool operator==(const RunStep&) const = default;
};

QList<RunStep> stepsOf(const host::RunDetail& run);

/// As the window counts steps and checkpoints: the start is the first. The store counts from 0.
QString stepNumber(std::int64_t checkpoint);

QString shortStepName(std::string_view node); // "Fix"

/// The second line of a step: "2:06, still failing", "running 1:12".
QString stepDetail(const RunStep& step, UtcTime now);

/// Something done to the outside world, with its outcome.
struct ToolCall {
    QString key;
    QString safety;
    QString intent;
    QString result; // empty: not finished
    UtcTime at;
    StatusRole role = StatusRole::Running;
};

QList<ToolCall> toolCallsOf(const host::RunDetail& run);

/// "2 retry, 1 cache": what was done by safety class, observations left out; empty: nothing.
QString sideEffects(const host::RunDetail& run);

} // namespace signalbox::ui
