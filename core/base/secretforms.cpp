// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretforms.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace signalbox {

namespace {

constexpr std::size_t kShortestEncoded = 6; // the base64 of a shorter one would be found by chance
constexpr std::size_t kShortestLine = 8; // of a secret of many lines; a shorter one is a brace or a blank

/// The characters that depend on all of `secret` alone where it stands `lead` bytes after a multiple of three
/// in what was encoded. Its neighbours decide the characters around them.
std::string base64Core(std::string_view secret, std::size_t lead)
{
    static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    std::size_t held = 0;
    const std::string padded = std::string(lead, '\0') + std::string(secret);
    for (const char c : padded) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            out.push_back(kAlphabet[(bits >> (held - 6)) & 0x3fU]);
    }
    static constexpr std::array<std::size_t, 3> kShared{0, 2, 3}; // characters that hold bits of the lead
    return out.substr(std::min(kShared[lead], out.size()));
}

std::string urlSafe(std::string text)
{
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

std::string percentEncoded(std::string_view text, std::string_view digits)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::string_view("-._~").find(c) != std::string_view::npos)
            out.push_back(c);
        else
            out.append({'%', digits[byte >> 4], digits[byte & 0xf]});
    }
    return out;
}

std::string jsonEscaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        if (c == '\n')
            out.append("\\n");
        else if (c == '\t')
            out.append("\\t");
        else if (c != '\r')
            out.push_back(c);
    }
    return out;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (end >= kShortestLine)
            lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

std::vector<std::string> secretForms(std::string_view secret, std::size_t shortest)
{
    std::vector<std::string> forms{std::string(secret), percentEncoded(secret, "0123456789ABCDEF"),
                                   percentEncoded(secret, "0123456789abcdef"), jsonEscaped(secret)};
    if (secret.find_first_of("\r\n") != std::string_view::npos) {
        const auto lines = linesOf(secret);
        forms.insert(forms.end(), lines.begin(), lines.end());
    }
    for (std::size_t lead = 0; lead < 3 && secret.size() >= kShortestEncoded; ++lead) {
        forms.push_back(base64Core(secret, lead));
        forms.push_back(urlSafe(forms.back()));
    }
    std::erase_if(forms, [&](const std::string& form) { return form.size() < shortest; });
    std::ranges::sort(forms);
    const auto same = std::ranges::unique(forms);
    forms.erase(same.begin(), same.end());
    return forms;
}

} // namespace signalbox
