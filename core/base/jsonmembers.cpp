// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonmembers.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace signalbox {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::size_t behindSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// Behind the string that begins at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (std::size_t end = text.find('"', at + 1); end != text.npos; end = text.find('"', end + 1)) {
        std::size_t begun = end; // of the backslashes before it
        while (text[begun - 1] == '\\')
            --begun;
        if ((end - begun) % 2 == 0)
            return end + 1;
    }
    return text.size();
}

/// Behind the object or array that begins at `at`.
std::size_t endOfNest(std::string_view text, std::size_t at)
{
    for (int depth = 0; at < text.size();) {
        const char c = text[at];
        at = c == '"' ? endOfString(text, at) : at + 1;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size();
}

} // namespace

/// Past `wanted` and the space around it.
bool JsonMembers::skip(char wanted)
{
    m_at = behindSpace(m_text, m_at);
    if (m_at == m_text.size() || m_text[m_at] != wanted)
        return false;
    m_at = behindSpace(m_text, m_at + 1);
    return true;
}

std::string_view JsonMembers::takeString()
{
    const std::size_t begin = m_at;
    m_at = endOfString(m_text, begin);
    return m_text.substr(begin, m_at - begin);
}

std::string_view JsonMembers::takeValue()
{
    if (m_at == m_text.size() || m_text[m_at] == '"')
        return takeString();
    const std::size_t begin = m_at;
    if (m_text[begin] == '{' || m_text[begin] == '[')
        m_at = endOfNest(m_text, begin);
    else
        m_at = std::min(m_text.find_first_of(",}] \t\r\n", begin), m_text.size());
    return m_text.substr(begin, m_at - begin);
}

std::optional<JsonMember> JsonMembers::next()
{
    const bool goesOn = skip(m_at == 0 ? '{' : ',');
    if (!goesOn || m_at == m_text.size() || m_text[m_at] != '"')
        return std::nullopt;
    JsonMember member;
    const std::string_view name = takeString();
    if (name.size() < 2 || !skip(':'))
        return std::nullopt;
    member.name = name.substr(1, name.size() - 2);
    member.value = takeValue();
    return member;
}

std::string jsonText(std::string_view value)
{
    if (value.size() < 2 || value.front() != '"')
        return {};
    if (value.find('\\') == std::string_view::npos)
        return std::string(value.substr(1, value.size() - 2));
    const auto parsed = parseJson(value);
    return parsed && parsed->is_string() ? parsed->get<std::string>() : std::string();
}

std::int64_t jsonInteger(std::string_view value, std::int64_t fallback)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    return read.ec == std::errc() && read.ptr == value.data() + value.size() ? number : fallback;
}

std::string_view jsonMember(std::string_view object, std::string_view name)
{
    JsonMembers members(object);
    for (auto member = members.next(); member; member = members.next())
        if (member->name == name)
            return member->value;
    return {};
}

} // namespace signalbox
