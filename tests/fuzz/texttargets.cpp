// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/baretext.h"
#include "core/base/codepoint.h"
#include "core/base/json.h"
#include "core/base/redaction.h"
#include "tests/fuzz/targets.h"
#include "tests/samples/secretsamples.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::fuzz {

namespace {

constexpr std::array<std::string_view, 6> kHidden{
    "\x1b[31m", "\b", "\r", "\x1b]8;;https://a.example\x1b\\", "\xe2\x80\x8b", std::string_view("\0", 1)};

struct Planted {
    std::string text;
    std::string secret;
};

/// Puts a secret between the bytes; the first three choose which, where, and what is hidden inside of it.
Planted plantedIn(std::string_view bytes)
{
    static const auto kSamples = test::secretSamples(7);
    const auto number = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])); };
    const test::SecretSample& sample = kSamples[number(0) % kSamples.size()];
    std::string line = sample.text;
    if (number(2) % 8 < kHidden.size() && sample.text.find('\n') == std::string::npos) {
        const std::size_t inside = line.find(sample.secret) + 1 + number(1) % (sample.secret.size() - 1);
        line.insert(inside, kHidden[number(2) % 8]);
    }
    bytes.remove_prefix(3);
    const std::size_t at = bytes.size() / 2;
    return {std::string(bytes.substr(0, at)) + "\n" + line + "\n" + std::string(bytes.substr(at)), sample.secret};
}

std::string redactedLines(const Redactor& redactor, std::string_view text)
{
    LineRedactor lines(redactor);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += lines.redact(text.substr(0, end)).text + '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool holds(const std::string& text, const std::string& secret)
{
    return bareText(text, Backspace::Keeps).text.find(secret) != std::string::npos;
}

} // namespace

void redaction(std::string_view bytes)
{
    static const Redactor kRedactor({"correct horse battery", "pl\xc3\xa4in+secret/2"});
    if (bytes.size() < 3)
        return;
    const Planted planted = plantedIn(bytes);

    const std::string lines = redactedLines(kRedactor, planted.text);
    const Redacted whole = kRedactor.redact(planted.text);

    require(!holds(lines, planted.secret), "no line holds the secret");
    require(!holds(whole.text, planted.secret), "the text does not hold the secret");
    require(whole.count > 0, "a secret counts");
    require(kRedactor.redact(whole.text).text == whole.text, "what was redacted stays");
    const std::size_t cut = kRedactor.cutBefore(planted.text, planted.text.size() / 2);
    require(cut <= planted.text.size() / 2, "a cut is never later than asked");
}

void terminal(std::string_view bytes)
{
    const std::string shown = neutralise(bytes);
    for (std::string_view left = shown; !left.empty();) {
        const CodePoint point = decodeCodePoint(left);
        require(point.length > 0, "what is shown is UTF-8");
        require(point.value == '\n' || point.value == '\t' || (point.value >= 0x20 && point.value < 0x7f)
                    || point.value >= 0xa0,
                "no control is left");
        require(invisibleName(point.value).empty(), "nothing invisible is left");
        left.remove_prefix(point.length);
    }
    require(neutralise(shown) == shown, "once is enough");
    require(bareText(bytes, Backspace::Keeps).text.size() <= bytes.size(), "nothing is made up");

    const Json value = {{"text", std::string(bytes)}};
    const auto read = parseJson(harmlessJson(dumpJson(value)));
    require(static_cast<bool>(read), "what is printed is JSON");
    require(dumpJson(*read) == dumpJson(value), "what is printed is the same document");
}

} // namespace signalbox::fuzz
