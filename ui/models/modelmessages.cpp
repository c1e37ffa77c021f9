// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modelmessages.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QLocale>

namespace signalbox::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

/// One call of the model, with the event that told of it.
struct Call {
    const host::EventRow* event = nullptr;
    QString model;
    Json exchange;

    QString said(const char* key) const { return text(fieldOr<std::string>(exchange, key, {})); }
    double costUsd() const { return fieldOr<double>(exchange, "cost_usd", 0); }
};

std::vector<Call> callsOf(const host::RunDetail& run)
{
    std::vector<Call> calls;
    for (const host::EventRow& event : run.events) {
        if (event.type != "effect_result" || !fieldOr<std::string>(event.data, "key", {}).starts_with("advice:"))
            continue;
        const Json result = fieldOr<Json>(event.data, "result", Json::object());
        const QString model = text(fieldOr<std::string>(result, "model", {}));
        for (const Json& exchange : fieldOr<Json>(result, "exchanges", Json::array()))
            calls.push_back({&event, model, exchange});
    }
    return calls;
}

QString usd(double amount)
{
    return QStringLiteral("$%1").arg(QLocale().toString(amount, 'f', amount < 0.1 ? 4 : 2));
}

QString noteOf(const Call& call)
{
    if (fieldOr<bool>(call.exchange, "cached", false))
        return Messages::tr("answered before, at no cost");
    const auto in = fieldOr<std::int64_t>(call.exchange, "tokens_in", 0);
    const auto out = fieldOr<std::int64_t>(call.exchange, "tokens_out", 0);
    QStringList parts;
    if (in > 0 || out > 0)
        parts << Messages::tr("%1 tokens read, %2 written")
                     .arg(QLocale().toString(static_cast<qlonglong>(in)),
                          QLocale().toString(static_cast<qlonglong>(out)));
    if (call.costUsd() > 0)
        parts << usd(call.costUsd());
    if (const auto took = fieldOr<std::int64_t>(call.exchange, "took_ms", 0); took > 0)
        parts << stepDuration(Milliseconds(took));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QList<ModelMessage> modelMessagesOf(const host::RunDetail& run)
{
    QList<ModelMessage> messages;
    for (const Call& call : callsOf(run)) {
        messages.append({Messages::tr("Asked %1, %2").arg(call.model, clockTime(call.event->at)),
                         {},
                         call.said("system") + u'\n' + call.said("user")});
        const QString fault = call.said("fault");
        const QString answer = call.said("answer");
        const QString note = noteOf(call);
        messages.append({answer.isEmpty() ? Messages::tr("%1 gave no answer").arg(call.model)
                                          : Messages::tr("%1 answered").arg(call.model),
                         fault.isEmpty()      ? note
                             : note.isEmpty() ? Messages::tr("left out: %1").arg(fault)
                                              : Messages::tr("left out: %1; %2").arg(fault, note),
                         answer});
    }
    return messages;
}

QString modelCalls(const host::RunDetail& run)
{
    double cost = 0;
    int count = 0;
    for (const Call& call : callsOf(run)) {
        const bool isMade = !fieldOr<bool>(call.exchange, "cached", false);
        count += isMade ? 1 : 0;
        cost += call.costUsd();
    }
    const QString number = QLocale().toString(count);
    return count == 0 ? QString() : cost > 0 ? Messages::tr("%1, %2").arg(number, usd(cost)) : number;
}

} // namespace signalbox::ui
