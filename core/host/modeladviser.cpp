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
constexpr std::size_t kMostSaid = 200; // bytes of a refusal
constexpr int kQuestions = 2; // of one failure: an answer that is not of the form is asked for once more
constexpr Milliseconds kRest{std::chrono::minutes(5)};
constexpr double kMicro = 1e6;

store::MicroUsd microUsd(double usd)
{
    constexpr double kMost = 1e15; // a billion dollars: sums of them stay numbers
    return static_cast<store::MicroUsd>(std::min(std::ceil(usd * kMicro), kMost));
}

std::string hashOf(const std::string& server, const model::Prompt& prompt)
{
    return digestHex(server + '\0' + prompt.system + '\0' + prompt.user + '\0' + dumpJson(prompt.schema));
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
    if (std::ranges::any_of(*key, [](unsigned char c) { return c <= ' ' || c >= 0x7F; }))
        return Error{ErrorCode::InvalidInput, place.keyFrom + " holds characters that no key has"};
    place.key = *std::move(key);
    return place;
}

UtcTime ModelAdviser::monthStart() const
{
    const auto day = std::chrono::floor<std::chrono::days>(m_scene.clock.now());
    const std::chrono::year_month_day date(day);
    return UtcTime(std::chrono::sys_days(date.year() / date.month() / 1));
}

Result<store::ModelBudget> ModelAdviser::budgetFor(const Question& question) const
{
    store::ModelBudget budget{.from = monthStart(), .all = microUsd(question.settings.monthUsd), .line = 0};
    budget.line = budget.all;
    if (question.line.empty()) // of a person who tries it out
        return budget;
    const auto rules = m_scene.rules(question.line);
    if (!rules)
        return Error{rules.error().code, "the policy of " + question.line + " cannot be read: " + rules.error().detail};
    budget.line = microUsd(rules->moneyPerMonthUsd);
    return budget;
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

/// Each try is a call of its own, which may be paid for though its answer is lost.
Result<ModelAdviser::Outcome> ModelAdviser::askNow(const Question& question, Outcome outcome, const Redactor& redactor,
                                                   const std::stop_token& stop)
{
    const auto failed = [&](std::string note, const std::string& fault) {
        outcome.note = std::move(note);
        outcome.exchange.fault = redactor.redact(fault).text;
        return outcome;
    };
    auto place = placeOf(question.settings);
    if (!place)
        return failed("no_place", place.error().detail);
    if (const std::string why = rest(); !why.empty())
        return failed("resting", why);
    const auto budget = budgetFor(question);
    if (!budget)
        return failed("no_place", budget.error().detail);
    place->timeLimit = m_scene.timeLimit;
    net::ChatModel chat(m_outgoing.client(), *std::move(place));
    store::ModelCallRepository calls(m_scene.database);
    const double most = model::mostUsd(question.settings, question.prompt);
    const auto from = std::chrono::steady_clock::now();
    for (int tries = 1;; ++tries) {
        const auto begun = calls.begin(
            {m_scene.clock.now(), question.run, question.line, question.settings.name, outcome.exchange.promptHash},
            microUsd(most), *budget);
        if (!begun)
            return begun.error();
        if (!*begun)
            return failed("budget", "the month's money for the model is spent");
        const auto reply = chat.ask(question.prompt, stop);
        outcome.exchange.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - from);
        if (reply) {
            outcome.call = **begun;
            return taken(std::move(outcome), *reply, question, redactor);
        }
        const ErrorCode code = reply.error().code;
        if (code == ErrorCode::Cancelled)
            return reply.error();
        const double cost = code == ErrorCode::InvalidInput ? 0 : most;
        outcome.exchange.costUsd += cost;
        if (const auto ended = calls.end(**begun, {{}, 0, 0, microUsd(cost)}); !ended)
            return ended.error();
        if (code == ErrorCode::InvalidInput || code == ErrorCode::Internal)
            return failed(code == ErrorCode::Internal ? "malformed" : "refused", reply.error().detail);
        if (tries >= question.tries) {
            leaveAlone(reply.error().detail);
            return failed("silent", reply.error().detail);
        }
        pause(tries * m_scene.pause, stop);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "told to stop"};
    }
}

ModelAdviser::Outcome ModelAdviser::taken(Outcome outcome, const model::Reply& reply, const Question& question,
                                          const Redactor& redactor)
{
    constexpr double kBelieved = 10; // times the most: more than that no server has counted
    const double most = model::mostUsd(question.settings, question.prompt);
    const bool isCounted = reply.tokens.in > 0 || reply.tokens.out > 0;
    agents::Exchange& exchange = outcome.exchange;
    exchange.tokens = reply.tokens;
    outcome.callUsd = isCounted ? std::min(model::costUsd(question.settings, reply.tokens), kBelieved * most) : most;
    exchange.costUsd += outcome.callUsd;
    exchange.answer = redactor.redact(reply.text.substr(0, model::kMostAnswer + 1)).text;
    if (!reply.refusal.empty()) {
        outcome.note = "refused";
        exchange.fault = "it will not answer: " + redactor.redact(neutralise(reply.refusal.substr(0, kMostSaid))).text;
    } else if (reply.isCut) {
        outcome.note = "malformed";
        exchange.fault = "its answer was cut for its length";
    }
    return outcome;
}

Result<void> ModelAdviser::endCall(const Outcome& outcome, bool counts)
{
    if (outcome.call == 0)
        return {};
    const agents::Exchange& made = outcome.exchange;
    return store::ModelCallRepository(m_scene.database)
        .end(outcome.call,
             {counts ? made.answer : std::string(), made.tokens.in, made.tokens.out, microUsd(outcome.callUsd)});
}

Result<ModelAdviser::Outcome> ModelAdviser::exchange(const Question& question, const Redactor& redactor,
                                                     const std::stop_token& stop)
{
    Outcome outcome;
    outcome.exchange.system = question.prompt.system;
    outcome.exchange.user = question.prompt.user;
    outcome.exchange.promptHash = hashOf(question.settings.server, question.prompt);
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
    Question question{run, failure.line, workspace->model, model::promptFor(asked), kTries};
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
        if (auto ended = endCall(*outcome, static_cast<bool>(advice)); !ended)
            return ended.error();
        advised.note = outcome->note;
        advised.detail = made.fault;
        advised.exchanges.push_back(std::move(made));
        if (advice)
            advised.advice = *std::move(advice);
        if (advised.note != "malformed")
            break;
        const bool isOurs
            = !advised.exchanges.back().answer.empty(); // else a server's words, which are no orders either
        question.prompt = model::askedAgain(std::move(question.prompt),
                                            isOurs ? advised.detail : std::string("it was no answer of that form"));
    }
    return advised;
}

Result<void> ModelAdviser::tryOut(const model::Settings& settings, const std::stop_token& stop)
{
    Question question{.run = {}, .line = {}, .settings = settings, .prompt = {}, .tries = 1};
    question.prompt.system = "Answer with one JSON object of the given schema and with nothing else.";
    question.prompt.user = "Say that you can be reached.";
    question.prompt.form = "reached";
    question.prompt.schema = {{"type", "object"},
                              {"additionalProperties", false},
                              {"required", Json::array({"reached"})},
                              {"properties", {{"reached", {{"type", "boolean"}}}}}};
    const Redactor redactor(knownSecrets(*m_scene.workspace.now()));
    const auto outcome = askNow(question, {}, redactor, stop);
    if (!outcome)
        return outcome.error();
    if (auto ended = endCall(*outcome, false); !ended)
        return ended;
    if (!outcome->note.empty())
        return Error{outcome->note == "no_place" ? ErrorCode::InvalidInput : ErrorCode::Network,
                     outcome->exchange.fault};
    const auto answer = parseJson(outcome->exchange.answer);
    if (!answer || !field<bool>(*answer, "reached"))
        return Error{ErrorCode::Network,
                     settings.name
                         + " answers, but not in the form that is asked for; name a model that keeps to a JSON schema"};
    return {};
}

} // namespace signalbox::host
