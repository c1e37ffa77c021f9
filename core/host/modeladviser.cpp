// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/modeladviser.h"

#include "core/base/digest.h"
#include "core/host/secrets.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <cstdlib>

namespace signalbox::host {

namespace {

constexpr int kTries = 3;
constexpr int kQuestions = 2; // of one failure: an answer that is not of the form is asked for once more
constexpr Milliseconds kRest{std::chrono::minutes(5)};
constexpr double kMicro = 1e6;

store::MicroUsd microUsd(double usd)
{
    return static_cast<store::MicroUsd>(std::ceil(usd * kMicro));
}

std::string hashOf(const model::Prompt& prompt)
{
    return digestHex(prompt.system + '\0' + prompt.user + '\0' + dumpJson(prompt.schema));
}

model::Failure redacted(model::Failure failure, const Redactor& redactor)
{
    for (std::string* text : {&failure.line, &failure.branch, &failure.job, &failure.step})
        *text = redactor.redact(*text).text;
    LineRedactor lines(redactor); // a key may span some of them
    for (std::string& line : failure.excerpt)
        line = lines.redact(line).text;
    return failure;
}

/// Sleeps, unless it is told to stop.
void pause(Milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any over;
    std::unique_lock lock(mutex);
    over.wait_for(lock, stop, time, [] { return false; });
}

} // namespace

Result<net::ChatPlace> ModelAdviser::placeOf(const model::Settings& settings)
{
    net::ChatPlace place{.server = settings.server, .key = {}, .keyFrom = settings.key, .model = settings.name};
    const bool isUsual = settings.key.empty();
    if (isUsual)
        place.keyFrom = "OPENAI_API_KEY";
    if (const char* const base = std::getenv("OPENAI_BASE_URL"); place.server.empty() && base && *base != '\0')
        place.server = base;
    if (place.server.empty())
        place.server = model::kOpenAi;
    while (place.server.ends_with('/'))
        place.server.pop_back();
    if (const std::string fault = net::faultOfServer(place.server); !fault.empty())
        return Error{ErrorCode::InvalidInput, "the model's server " + place.server + " " + fault};
    auto key = secretNamed(place.keyFrom);
    if (!key)
        return key.error();
    if (key->empty() && (!isUsual || place.server == model::kOpenAi))
        return Error{ErrorCode::InvalidInput,
                     place.keyFrom + " is not set; set it, or " + place.keyFrom + "_FILE, to ask " + place.model};
    place.key = *std::move(key);
    return place;
}

UtcTime ModelAdviser::monthStart() const
{
    const auto day = std::chrono::floor<std::chrono::days>(m_scene.clock.now());
    const std::chrono::year_month_day date(day);
    return UtcTime(std::chrono::sys_days(date.year() / date.month() / 1));
}

Result<double> ModelAdviser::spentUsd()
{
    const auto spent = store::ModelCallRepository(m_scene.database).spentSince(monthStart());
    return spent ? Result<double>(static_cast<double>(*spent) / kMicro) : spent.error();
}

std::string ModelAdviser::rest()
{
    const std::lock_guard lock(m_mutex);
    return m_scene.clock.now() < m_restsUntil ? m_restsFor : std::string();
}

void ModelAdviser::leaveAlone(const std::string& why)
{
    const std::lock_guard lock(m_mutex);
    m_restsUntil = m_scene.clock.now() + kRest;
    m_restsFor = why;
}

Result<model::Reply> ModelAdviser::tryOften(const Question& question, const net::ChatPlace& place,
                                            const std::stop_token& stop)
{
    net::ChatPlace limited = place;
    limited.timeLimit = m_scene.timeLimit;
    net::ChatModel chat(m_outgoing.client(), std::move(limited));
    for (int tries = 1;; ++tries) {
        auto reply = chat.ask(question.prompt, stop);
        const bool mayHelp
            = !reply && (reply.error().code == ErrorCode::Network || reply.error().code == ErrorCode::Timeout);
        if (!mayHelp || tries == kTries)
            return reply;
        pause(tries * m_scene.pause, stop);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "told to stop"};
    }
}

Result<ModelAdviser::Outcome> ModelAdviser::askNow(const Question& question, Outcome outcome, const Redactor& redactor,
                                                   const std::stop_token& stop)
{
    const auto failed = [&](std::string note, const std::string& fault) {
        outcome.note = std::move(note);
        outcome.exchange.fault = redactor.redact(fault).text;
        return outcome;
    };
    const auto place = placeOf(question.settings);
    if (!place)
        return failed("no_place", place.error().detail);
    if (const std::string why = rest(); !why.empty())
        return failed("resting", why);
    store::ModelCallRepository calls(m_scene.database);
    const double most = model::mostUsd(question.settings, question.prompt);
    const auto begun = calls.begin(
        {m_scene.clock.now(), question.run, question.line, question.settings.name, outcome.exchange.promptHash},
        microUsd(most), monthStart(), microUsd(question.settings.monthUsd));
    if (!begun)
        return begun.error();
    if (!*begun)
        return failed("budget", "the month's money for the model is spent");
    outcome.call = **begun;
    const auto from = std::chrono::steady_clock::now();
    const auto reply = tryOften(question, *place, stop);
    outcome.exchange.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - from);
    if (!reply && reply.error().code == ErrorCode::Cancelled)
        return reply.error();
    if (!reply) {
        const ErrorCode code = reply.error().code;
        if (code == ErrorCode::Network || code == ErrorCode::Timeout)
            leaveAlone(reply.error().detail);
        outcome.exchange.costUsd = code == ErrorCode::InvalidInput ? 0 : most; // what was lost may have been paid for
        const auto ended = calls.end(std::exchange(outcome.call, 0), {{}, 0, 0, microUsd(outcome.exchange.costUsd)});
        if (!ended)
            return ended.error();
        return failed(code == ErrorCode::InvalidInput   ? "refused"
                          : code == ErrorCode::Internal ? "malformed"
                                                        : "silent",
                      reply.error().detail);
    }
    outcome.exchange.tokens = reply->tokens;
    const bool isCounted = reply->tokens.in > 0 || reply->tokens.out > 0;
    outcome.exchange.costUsd = isCounted ? model::costUsd(question.settings, reply->tokens) : most;
    outcome.exchange.answer = redactor.redact(reply->text).text;
    if (!reply->refusal.empty())
        return failed("refused", "it will not answer: " + withoutSecrets(neutralise(reply->refusal)));
    if (reply->isCut)
        return failed("malformed", "its answer was cut for its length");
    return outcome;
}

Result<ModelAdviser::Outcome> ModelAdviser::exchange(const Question& question, const Redactor& redactor,
                                                     const std::stop_token& stop)
{
    Outcome outcome;
    outcome.exchange.system = question.prompt.system;
    outcome.exchange.user = question.prompt.user;
    outcome.exchange.promptHash = hashOf(question.prompt);
    auto known
        = store::ModelCallRepository(m_scene.database).answerTo(outcome.exchange.promptHash, question.settings.name);
    if (!known)
        return known.error();
    if (!*known)
        return askNow(question, std::move(outcome), redactor, stop);
    outcome.exchange.answer = **std::move(known);
    outcome.exchange.cached = true;
    return outcome;
}

Result<agents::Advised> ModelAdviser::advise(RunId run, const model::Failure& failure, const std::stop_token& stop)
{
    const auto workspace = m_scene.workspace.now();
    const Redactor redactor(knownSecrets(*workspace));
    const model::Failure asked = redacted(failure, redactor);
    Question question{run, failure.line, workspace->model, model::promptFor(asked)};
    agents::Advised advised{.model = question.settings.name, .advice = {}, .note = {}, .detail = {}, .exchanges = {}};
    for (int i = 0; i < kQuestions; ++i) {
        auto outcome = exchange(question, redactor, stop);
        if (!outcome)
            return outcome.error();
        agents::Exchange& made = outcome->exchange;
        auto advice = outcome->note.empty() ? model::adviceFrom(made.answer, asked)
                                            : Result<model::Advice>(Error{ErrorCode::InvalidInput, made.fault});
        if (!advice && outcome->note.empty()) {
            outcome->note = "malformed";
            made.fault = advice.error().detail;
        }
        if (outcome->call != 0) {
            const auto ended = store::ModelCallRepository(m_scene.database)
                                   .end(outcome->call,
                                        {advice ? made.answer : std::string(), made.tokens.in, made.tokens.out,
                                         microUsd(made.costUsd)});
            if (!ended)
                return ended.error();
        }
        advised.note = outcome->note;
        advised.detail = made.fault;
        advised.exchanges.push_back(std::move(made));
        if (advice)
            advised.advice = *std::move(advice);
        if (advised.note != "malformed")
            break;
        question.prompt = model::askedAgain(std::move(question.prompt), advised.detail);
    }
    return advised;
}

Result<std::string> ModelAdviser::tryOut(const model::Settings& settings, const std::stop_token& stop)
{
    auto place = placeOf(settings);
    if (!place)
        return place.error();
    place->timeLimit = m_scene.timeLimit;
    model::Prompt prompt;
    prompt.system = "Answer with one JSON object of the given schema and with nothing else.";
    prompt.user = "Say that you can be reached.";
    prompt.form = "reached";
    prompt.schema = {{"type", "object"},
                     {"additionalProperties", false},
                     {"required", Json::array({"reached"})},
                     {"properties", {{"reached", {{"type", "boolean"}}}}}};
    const auto reply = net::ChatModel(m_outgoing.client(), *std::move(place)).ask(prompt, stop);
    if (!reply)
        return reply.error();
    if (!reply->refusal.empty())
        return Error{ErrorCode::InvalidInput,
                     settings.name + " will not answer: " + withoutSecrets(neutralise(reply->refusal))};
    const auto answer = parseJson(reply->text);
    if (!answer || !field<bool>(*answer, "reached"))
        return Error{ErrorCode::InvalidInput,
                     settings.name
                         + " answers, but not in the form that is asked for; name a model that keeps to a JSON schema"};
    return reply->model.empty() ? settings.name : reply->model;
}

} // namespace signalbox::host
