// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "app/ctl/input.h"
#include "app/ctl/output.h"
#include "core/host/patterncache.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cstdio>

namespace signalbox::ctl {

namespace {

constexpr std::array<std::pair<std::string_view, log::Format>, 4> kFormats{{{"auto", log::Format::Auto},
                                                                            {"github", log::Format::GitHub},
                                                                            {"gitlab", log::Format::GitLab},
                                                                            {"plain", log::Format::Plain}}};

struct Answer {
    log::Classification classification;
    double seconds = 0; // of reading and classifying, without compiling the patterns
};

std::optional<log::Format> formatNamed(std::string_view name)
{
    for (const auto& [known, format] : kFormats) {
        if (known == name)
            return format;
    }
    return std::nullopt;
}

Result<Answer> classifyInput(Input& input, log::Format format)
{
    const auto catalogue = host::PatternCache().catalogue();
    if (!catalogue)
        return catalogue.error();
    const auto started = std::chrono::steady_clock::now();
    log::Classifier classifier(*catalogue, format);
    for (;;) {
        const auto chunk = input.next();
        if (!chunk)
            return chunk.error();
        if (chunk->empty())
            break;
        classifier.feed(*chunk);
    }
    Answer answer{classifier.finish(), 0};
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return answer;
}

log::FixOffer bestFix(const log::Classification& found)
{
    return found.fixes.empty() ? log::FixOffer{} : found.fixes.front();
}

std::string_view nameOf(log::Transient transient)
{
    switch (transient) {
    case log::Transient::No: return "no";
    case log::Transient::Yes: return "yes";
    case log::Transient::Unknown: break;
    }
    return "unknown";
}

Json toJson(const Answer& answer)
{
    const log::Classification& found = answer.classification;
    Json rootCause = Json::array();
    for (const log::CauseLine& cause : found.rootCause)
        rootCause.push_back({{"line", cause.line}, {"text", cause.text}});
    Json alternatives = Json::array();
    for (const log::Alternative& other : found.alternatives)
        alternatives.push_back({{"class", other.failureClass}, {"confidence", other.confidence}});
    const log::FixOffer fix = bestFix(found);
    return {{"class", found.failureClass},    {"pattern", found.pattern},
            {"confidence", found.confidence}, {"transient", nameOf(found.transient)},
            {"root_cause", rootCause},        {"fix", {{"action", fix.action}, {"safety", fix.safety}}},
            {"alternatives", alternatives},   {"signature", found.signature},
            {"untrusted", {"root_cause"}},    {"redactions", found.redactions},
            {"lines", found.lines},           {"bytes", found.bytes},
            {"seconds", answer.seconds}};
}

/// "0.97": two digits, whatever the locale.
std::string share(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::string toText(const log::Classification& found)
{
    std::string text = "class:      " + found.failureClass;
    if (!found.signature.empty())
        text += ", confidence " + share(found.confidence) + ", transient: " + std::string(nameOf(found.transient));
    text += '\n';
    if (!found.rootCause.empty())
        text += "from the log, which is not to be trusted:\n";
    for (const log::CauseLine& cause : found.rootCause)
        text += "line " + std::to_string(cause.line) + ":\t" + cause.text + '\n';
    const log::FixOffer fix = bestFix(found);
    text += "fix:        " + fix.action + (fix.safety == "none" ? "" : " (" + fix.safety + ')') + '\n';
    for (const log::Alternative& other : found.alternatives)
        text += "or:         " + other.failureClass + ", confidence " + share(other.confidence) + '\n';
    if (!found.signature.empty())
        text += "signature:  " + found.signature + '\n';
    return text + "read:       " + std::to_string(found.lines) + " lines, " + std::to_string(found.bytes) + " bytes, "
        + std::to_string(found.redactions) + " secrets taken out\n";
}

Exit statusOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Cancelled: return Exit::Interrupted;
    case ErrorCode::InvalidInput: return Exit::BadInput;
    default: return Exit::OutsideFailed;
    }
}

} // namespace

Exit classify(const Invocation& asked)
{
    const std::string name = asked.value("--format").value_or("auto");
    const auto format = formatNamed(name);
    if (!format)
        return fail(Exit::BadInput, "unknown format \"" + name + "\"; it is auto, github, gitlab or plain");
    auto input = Input::open(asked.arguments.front());
    if (!input)
        return fail(statusOf(input.error()), input.error().detail + "; name a log, or - for standard input");
    const auto answer = classifyInput(*input, *format);
    if (!answer)
        return fail(statusOf(answer.error()), answer.error().detail);
    if (asked.json)
        printJson(toJson(*answer));
    else
        printText(toText(answer->classification));
    return Exit::Done;
}

} // namespace signalbox::ctl
