// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretchecks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace signalbox {

namespace {

double entropyBits(std::string_view text)
{
    std::array<int, 256> counts{};
    for (const char c : text)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        const double share = count / static_cast<double>(text.size());
        bits -= count == 0 ? 0.0 : share * std::log2(share);
    }
    return bits;
}

/// A variable, a call, a template's gap, or what something else has masked already.
bool isMasked(std::string_view value)
{
    static constexpr std::array<std::string_view, 9> kIndirect{"$",   "%",        "{",        "<",   "[",
                                                               "***", "secrets.", "process.", "env."};
    return std::ranges::any_of(kIndirect, [&](std::string_view start) { return value.starts_with(start); })
        || value.find_first_not_of("*xX.:-") == std::string_view::npos;
}

bool hasDigit(std::string_view value)
{
    return value.find_first_of("0123456789") != std::string_view::npos;
}

bool isPath(std::string_view value)
{
    const bool drive = value.size() > 2 && value[1] == ':' && value[2] == '\\';
    return value.starts_with('/') || value.starts_with("./") || value.starts_with("../") || value.starts_with('~')
        || drive || value.find("://") != std::string_view::npos;
}

bool saysNothing(std::string_view value)
{
    static constexpr std::array<std::string_view, 10> kOff{"true",  "false",   "null",     "none",    "undefined",
                                                           "unset", "missing", "required", "enabled", "disabled"};
    const auto same = [&](std::string_view word) {
        return std::ranges::equal(word, value, {}, {}, [](unsigned char c) { return std::tolower(c); });
    };
    return std::ranges::any_of(kOff, same);
}

struct Letters {
    bool lower = false;
    bool upper = false;
};

Letters lettersOf(std::string_view value)
{
    const auto holds = [&](auto is) { return std::ranges::any_of(value, [&](unsigned char c) { return is(c) != 0; }); };
    return {holds([](unsigned char c) { return std::islower(c); }),
            holds([](unsigned char c) { return std::isupper(c); })};
}

bool isIrregular(std::string_view value)
{
    if (isPath(value) || value.find('(') != std::string_view::npos
        || value.find_first_not_of("0123456789.,:_-+TZ") == std::string_view::npos)
        return false;
    const Letters letters = lettersOf(value);
    const bool sign = value.find_first_of("!@#%^&*+=/?|~") != std::string_view::npos;
    const double bits = entropyBits(value);
    if (hasDigit(value))
        return bits >= (value.size() < 12 ? 2.3 : 2.8);
    return value.size() >= 10
        && ((sign && bits >= 2.8) || (letters.lower && letters.upper && value.size() >= 16 && bits >= 3.7));
}

} // namespace

bool holdsUp(SecretCheck check, std::string_view value)
{
    switch (check) {
    case SecretCheck::None: return true;
    case SecretCheck::Unmasked: return !isMasked(value.substr(value.rfind(':') + 1)); // npos + 1 is 0
    case SecretCheck::Digits: return !isMasked(value) && hasDigit(value);
    case SecretCheck::Mixed: {
        const Letters letters = lettersOf(value);
        return letters.lower && letters.upper && hasDigit(value);
    }
    case SecretCheck::Word: return !isMasked(value) && !isPath(value) && !saysNothing(value);
    case SecretCheck::Entropy: return !isMasked(value) && isIrregular(value);
    }
    return false;
}

} // namespace signalbox
