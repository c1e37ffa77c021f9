// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/signature.h"

#include "core/base/digest.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <iterator>

namespace signalbox::log {

namespace {

struct Replacement {
    RE2 pattern;
    const char* with;
};

constexpr std::size_t kSignatureDigits = 16;
constexpr std::size_t kShortestId = 8;
constexpr std::size_t kPodEnding = 5;

/// What has a shape of its own. The order matters: a timestamp is a timestamp before it is six numbers.
const std::array<Replacement, 9>& shapes()
{
    static const std::array<Replacement, 9> kShapes{{
        {RE2(R"(\[redacted: [^\]]*\])"), "<secret>"},
        {RE2(R"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| UTC|[+-]\d\d:?\d\d)?)"), "<time>"},
        {RE2(R"(\b\d{1,2}:\d\d:\d\d(?:[.,]\d+)?\b)"), "<time>"},
        {RE2(R"((?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"), "<id>"},
        {RE2(R"([A-Za-z][A-Za-z0-9+.-]*://[^\s"'<>)]+)"), "<url>"},
        {RE2(R"(\bsha(?:1|256|384|512)[-:][A-Za-z0-9+/=]+)"), "<hash>"},
        {RE2(R"((?:[A-Za-z]:)?[\w.@+~<>-]*(?:[\\/][\w.@+~<>-]+)*[\\/]([\w@+-][\w.@+-]*))"), R"(\1)"},
        {RE2(R"(\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b)"), "<address>"},
        {RE2(R"((?:\[[0-9a-fA-F:]*::[0-9a-fA-F:]*\]|::)(?::?\d+)?)"), "<address>"},
    }};
    return kShapes;
}

/// A number stands by itself, or before its unit. One that ends a name (test_2, TS2345) belongs to the cause.
const std::array<Replacement, 5>& numbers()
{
    static const std::array<Replacement, 5> kNumbers{{
        {RE2(R"(@[0-9a-f]{5,16}\b)"), "@<n>"},
        {RE2(R"(\b0x[0-9a-fA-F]+\b)"), "<n>"},
        {RE2(R"(\b[0-9a-f]{7,}\b)"), "<n>"},
        {RE2(R"((#L|\bgw)\d+\b)"), R"(\1<n>)"}, // a line in a link, a worker of pytest
        {RE2(R"((^|[^A-Za-z0-9_])\d+(?:[.,]\d+)*)"), R"(\1<n>)"},
    }};
    return kNumbers;
}

bool isMixed(std::string_view word)
{
    const auto digits = std::ranges::count_if(word, [](unsigned char c) { return std::isdigit(c) != 0; });
    return word.size() >= kShortestId && digits >= 2 && std::ssize(word) - digits >= 2;
}

/// Words of letters and digits mixed, such as the ending of a pod's or a temporary file's name.
std::string withoutMixedWords(std::string_view text)
{
    std::string out;
    bool afterId = false; // in "web-7d4b9c6f88-x2x4z" the ending is as random as the part before it
    while (!text.empty()) {
        const auto end = std::ranges::find_if_not(text, [](unsigned char c) { return std::isalnum(c) != 0; });
        const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
        const bool id = isMixed(word) || (afterId && word.size() == kPodEnding);
        out.append(id ? std::string_view("<n>") : word);
        text.remove_prefix(word.size());
        afterId = id && text.starts_with('-');
        if (!text.empty()) {
            out.push_back(text.front());
            text.remove_prefix(1);
        }
    }
    return out;
}

void replaceTemporaryNames(std::string& text)
{
    static const RE2 kTemporary(R"(\b(?:tmp|temp)[._-]?[A-Za-z0-9_]{4,}\b)");
    RE2::GlobalReplace(&text, kTemporary, "<temp>");
}

void squeezeBlanks(std::string& text)
{
    static const RE2 kBlanks(R"(\s+)");
    RE2::GlobalReplace(&text, kBlanks, " ");
}

} // namespace

std::string withoutVariables(std::string_view text)
{
    std::string out(text);
    replaceTemporaryNames(out);
    for (const Replacement& shape : shapes())
        RE2::GlobalReplace(&out, shape.pattern, shape.with);
    out = withoutMixedWords(out);
    for (const Replacement& number : numbers())
        RE2::GlobalReplace(&out, number.pattern, number.with);
    squeezeBlanks(out);
    return out;
}

std::string signatureOf(std::string_view failureClass, std::string_view rootCause)
{
    return digestHex(std::string(failureClass) + '\n' + withoutVariables(rootCause)).substr(0, kSignatureDigits);
}

} // namespace signalbox::log
