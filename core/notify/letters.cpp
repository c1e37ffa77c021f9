// SPDX-License-Identifier: GPL-3.0-or-later
// The receivers that are sent a document: a program, and a mailbox.
#include "core/base/digest.h"
#include "core/notify/bodies.h"
#include "core/notify/words.h"

#include <nlohmann/json.hpp>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace signalbox::notify {

namespace {

constexpr std::size_t kLineOfMail = 76; // bytes
constexpr std::size_t kPieceOfSubject = 30; // bytes: two thirds of an encoded word, which may have 75 characters

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the zero at its end
    return text;
}

bool isPlainAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](unsigned char c) { return c >= ' ' && c < 0x7F; });
}

/// The length of a piece that ends between two characters.
std::size_t pieceOf(std::string_view text)
{
    std::size_t end = std::min(text.size(), kPieceOfSubject);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

std::string subjectField(const std::string& subject)
{
    if (isPlainAscii(subject) && subject.size() < 900)
        return subject;
    std::string field;
    for (std::string_view rest = subject; !rest.empty(); rest.remove_prefix(pieceOf(rest)))
        field += (field.empty() ? "" : "\r\n ") + ("=?utf-8?B?" + base64(rest.substr(0, pieceOf(rest))) + "?=");
    return field;
}

/// "Thu, 26 Nov 2026 20:15:00 +0000".
std::string mailDate(UtcTime time)
{
    constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::string clock = formatUtc(time).substr(11, 8);
    return std::string(kDays[std::chrono::weekday(day).c_encoding()]) + ", "
        + std::to_string(static_cast<unsigned>(date.day())) + " " + kMonths[static_cast<unsigned>(date.month()) - 1]
        + " " + std::to_string(static_cast<int>(date.year())) + " " + clock + " +0000";
}

std::string textOf(const Carried& carried, const std::string& links)
{
    std::string text;
    if (carried.again)
        text.append(kSentAgain).append("\r\n\r\n");
    for (const Message& message : carried.messages) {
        const Words words = wordsFor(message, links);
        text += words.title + "\r\n";
        for (const Fact& fact : words.facts)
            text += "  " + fact.name + ": " + fact.value + "\r\n";
        if (!words.link.empty())
            text += "  " + words.button + ": " + words.link + "\r\n";
        text += "\r\n";
    }
    return text;
}

} // namespace

std::string callId(const Carried& carried)
{
    std::string keys;
    for (const Message& message : carried.messages)
        keys += keyOf(message) + "\n";
    return digestHex(keys).substr(0, 32);
}

std::string webhookBody(const Carried& carried, const std::string& links)
{
    Json messages = Json::array();
    for (const Message& message : carried.messages) {
        const Words words = wordsFor(message, links);
        Json one = toJson(message);
        one["key"] = keyOf(message);
        one["title"] = words.title;
        one["link"] = words.link.empty() ? Json() : Json(words.link);
        messages.push_back(std::move(one));
    }
    return dumpJson({{"id", callId(carried)}, {"sent_again", carried.again}, {"messages", std::move(messages)}});
}

std::string mailText(const Carried& carried, const Receiver& receiver)
{
    const std::string title = carried.messages.size() == 1
        ? wordsFor(carried.messages.front(), receiver.links).title
        : titleOf(carried.messages) + ": " + summaryOf(carried.messages);
    std::string to;
    for (const std::string& address : receiver.to)
        to += (to.empty() ? "" : ",\r\n ") + address;
    std::string mail = "From: Signalbox <" + receiver.from + ">\r\nTo: " + to
        + "\r\nSubject: " + subjectField((carried.again ? "[sent again] " : "") + title)
        + "\r\nDate: " + mailDate(carried.messages.back().at) + "\r\nMessage-ID: <" + callId(carried)
        + "@signalbox>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0"
          "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const std::string body = base64(textOf(carried, receiver.links));
    for (std::size_t at = 0; at < body.size(); at += kLineOfMail)
        mail += body.substr(at, kLineOfMail) + "\r\n";
    return mail;
}

} // namespace signalbox::notify
