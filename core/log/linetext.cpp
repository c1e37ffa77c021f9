// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/linetext.h"

#include <re2/re2.h>

#include <cctype>
#include <cstddef>

namespace signalbox::log {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool digitAt(std::string_view text, std::size_t at)
{
    return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

/// Whether `text` begins with `shape`, where 0 stands for any digit.
bool hasShape(std::string_view text, std::string_view shape)
{
    if (text.size() < shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '0' ? !digitAt(text, i) : text[i] != shape[i])
            return false;
    }
    return true;
}

/// The length of "2026-11-22T13:00:00.1234567Z" at the start of `text`, or 0.
std::size_t timestampLength(std::string_view text)
{
    constexpr std::string_view kShape = "0000-00-00T00:00:00";
    if (!hasShape(text, kShape))
        return 0;
    std::size_t at = kShape.size();
    if (at < text.size() && text[at] == '.') {
        ++at;
        while (digitAt(text, at))
            ++at;
    }
    return at < text.size() && text[at] == 'Z' ? at + 1 : 0;
}

void skipSpace(std::string_view& text)
{
    if (text.starts_with(' '))
        text.remove_prefix(1);
}

/// "[task 2025-02-13T21:47:57.540Z] 21:47:57    ERROR -  text"
bool skipTaskPrefix(std::string_view& text)
{
    constexpr std::string_view kTask = "[task ";
    if (!text.starts_with(kTask))
        return false;
    const std::size_t time = timestampLength(text.substr(kTask.size()));
    if (time == 0 || !text.substr(kTask.size() + time).starts_with("] "))
        return false;
    text.remove_prefix(kTask.size() + time + 2);
    if (!hasShape(text, "00:00:00"))
        return true;
    const std::size_t dash = text.find(" - ");
    if (dash != std::string_view::npos && dash < 24)
        text.remove_prefix(dash + 3);
    skipSpace(text);
    return true;
}

/// "#15 15.31 text" of BuildKit.
void skipBuildKit(std::string_view& text)
{
    std::size_t at = 1;
    if (!text.starts_with('#') || !digitAt(text, at))
        return;
    while (digitAt(text, at))
        ++at;
    if (at >= text.size() || text[at] != ' ')
        return;
    std::size_t time = at + 1;
    while (digitAt(text, time))
        ++time;
    if (time < text.size() && text[time] == '.' && digitAt(text, time + 1)) {
        ++time;
        while (digitAt(text, time))
            ++time;
        if (time < text.size() && text[time] == ' ')
            at = time;
    }
    text.remove_prefix(at + 1);
}

/// "00O " or "01E+" after the timestamp of a GitLab line.
void skipStream(std::string_view& text)
{
    const bool stream = digitAt(text, 0) && digitAt(text, 1) && text.size() > 3 && (text[2] == 'O' || text[2] == 'E')
        && (text[3] == ' ' || text[3] == '+');
    if (stream)
        text.remove_prefix(4);
}

/// "section_end:1741082460:step_script\r" of GitLab, where the line goes on behind it.
void skipSection(std::string_view& text)
{
    const std::size_t end = text.starts_with("section_") ? text.find('\r') : std::string_view::npos;
    if (end != std::string_view::npos && end + 1 < text.size())
        text.remove_prefix(end + 1);
}

} // namespace

std::string_view withoutPrefix(std::string_view line, Format format)
{
    if (line.starts_with(kByteOrderMark))
        line.remove_prefix(kByteOrderMark.size());
    if (format == Format::Plain)
        return line;
    if (const std::size_t time = timestampLength(line); time != 0) {
        line.remove_prefix(time);
        skipSpace(line);
        if (format != Format::GitHub)
            skipStream(line);
    } else if (skipTaskPrefix(line)) {
        return line;
    }
    skipSection(line);
    skipBuildKit(line);
    return line;
}

std::string_view withoutSpeaker(std::string_view text)
{
    static const RE2 kClock(R"(\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?Z?\]?:? +)");
    static const RE2 kSource(R"((?:[\w.@/-]+ +\| |[@\w./-]+:? (?:test|build|lint|check|compile|install): |)"
                             R"([@\w./-]+:(?:test|build|lint|check|compile|install): | *\[[\w.-]+\] ))");
    static const RE2 kAnnotation(R"( {0,4}(?:##\[error\]|::error(?: [^:]*)?::|Error: ))");
    re2::StringPiece rest(text.data(), text.size());
    for (const RE2* speaker : {&kClock, &kSource, &kAnnotation})
        RE2::Consume(&rest, *speaker);
    return {rest.data(), rest.size()};
}

std::vector<std::string_view> overwrittenParts(std::string_view line)
{
    std::vector<std::string_view> parts;
    while (!line.empty()) {
        const std::size_t end = line.find('\r');
        const std::string_view part = line.substr(0, end);
        if (part.find_first_not_of(" \t") != std::string_view::npos)
            parts.push_back(part);
        if (end == std::string_view::npos)
            break;
        line.remove_prefix(end + 1);
    }
    return parts;
}

} // namespace signalbox::log
