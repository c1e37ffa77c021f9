// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logrow.h"

#include "core/base/redaction.h"
#include "core/base/terminal.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace signalbox::host {

namespace {

constexpr std::size_t kMostShown = 64 * 1024; // bytes of a row, as it is shown; control characters grow to their names
constexpr std::size_t kMostSpans = 512; // beyond them a row goes on without colours and boxes
constexpr std::size_t kMostBoxes = 3; // of the same byte one by one; more of them are one box, with their number
constexpr std::size_t kStampLength = 24; // 2026-11-22T13:00:00.123Z
constexpr std::string_view kArrow = "\xe2\x86\x92"; // of a tab
constexpr std::string_view kDot = "\xc2\xb7"; // of a space at the end of a line
constexpr char kEscape = '\x1b';

bool isPlain(char c)
{
    return c == '\t' || (c >= ' ' && c < '\x7f');
}

/// The bytes of one character from the start of `text`; where it is not UTF-8, one.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
    const std::string_view rest = text.substr(1, length - 1);
    const bool whole = rest.size() + 1 == length
        && std::ranges::all_of(rest, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
    return whole ? length : 1;
}

class RowText {
public:
    RowText(LogRow& row, Invisible shown) : m_row(row), m_shown(shown) { }

    void read(std::string_view raw)
    {
        if (m_shown == Invisible::Everything) {
            const std::string_view line = raw.substr(0, raw.size() - (raw.ends_with('\r') ? 1 : 0));
            m_ending = raw.size() - (line.find_last_not_of(' ') + 1);
        }
        while (!raw.empty() && m_row.text.size() < kMostShown) {
            const std::size_t length = take(raw);
            raw.remove_prefix(length);
        }
        setInk({});
        if (!raw.empty())
            m_row.text += "[" + std::to_string(raw.size()) + " bytes more]";
    }

private:
    std::size_t take(std::string_view raw)
    {
        const bool everything = m_shown == Invisible::Everything;
        if (everything && raw.front() == '\t') {
            setInk(LogInk::Black);
            m_row.text += kArrow;
            setInk({});
            m_row.text += '\t';
            return 1;
        }
        if (raw.size() <= m_ending && raw.front() == ' ')
            return takeSpaces(raw);
        const auto other
            = std::ranges::find_if(raw, [everything](char c) { return !isPlain(c) || (everything && c == '\t'); });
        const auto plain
            = std::min(static_cast<std::size_t>(other - raw.begin()), raw.size() - std::min(raw.size(), m_ending));
        if (plain > 0) {
            m_row.text.append(raw.substr(0, plain));
            return plain;
        }
        if (raw.front() == kEscape) {
            if (const std::size_t sequence = terminalSequenceLength(raw); sequence > 0) {
                if (everything)
                    box("[ESC" + neutralise(raw.substr(1, sequence - 1)) + "]");
                else
                    readSequence(raw.substr(0, sequence));
                return sequence;
            }
        }
        const std::size_t length = characterLength(raw);
        const std::string shown = neutralise(raw.substr(0, length));
        if (!shown.starts_with('[')) {
            m_row.text += shown;
            return length;
        }
        std::size_t same = 1;
        while (raw.substr(same * length).starts_with(raw.substr(0, length)))
            ++same;
        const std::size_t taken = same > kMostBoxes ? same : 1;
        box(taken > 1 ? shown.substr(0, shown.size() - 1) + " \xc3\x97 " + std::to_string(taken) + "]" : shown);
        return taken * length;
    }

    std::size_t takeSpaces(std::string_view raw)
    {
        const std::size_t spaces = std::min(raw.find_first_not_of(' '), raw.size());
        setInk(LogInk::Black);
        for (std::size_t space = 0; space < spaces; ++space)
            m_row.text += kDot;
        setInk({});
        return spaces;
    }

    void box(const std::string& name)
    {
        const auto ink = m_ink;
        setInk(LogInk::Box);
        m_row.text += name;
        setInk(ink);
    }

    /// Colours are kept; whatever else a sequence does is left out.
    void readSequence(std::string_view sequence)
    {
        if (!sequence.starts_with("\x1b[") || !sequence.ends_with('m'))
            return;
        std::string_view codes = sequence.substr(2, sequence.size() - 3);
        auto ink = m_ink;
        for (bool more = true; more;) {
            const std::size_t end = codes.find(';');
            int code = 0;
            std::from_chars(codes.data(), codes.data() + std::min(end, codes.size()), code);
            if (code == 38 || code == 48)
                break; // a colour by number: left as it is
            if (code == 0 || code == 39)
                ink.reset();
            else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97))
                ink = static_cast<LogInk>(code % 10);
            more = end != std::string_view::npos;
            codes.remove_prefix(more ? end + 1 : 0);
        }
        setInk(ink);
    }

    void setInk(std::optional<LogInk> ink)
    {
        if (m_ink && m_row.text.size() > m_from && m_row.spans.size() < kMostSpans)
            m_row.spans.push_back({m_from, m_row.text.size(), *m_ink});
        m_from = m_row.text.size();
        m_ink = ink;
    }

    LogRow& m_row; // outlives this
    const Invisible m_shown;
    std::optional<LogInk> m_ink;
    std::size_t m_from = 0;
    std::size_t m_ending = 0; // bytes: the spaces at the end, and what ends the line behind them
};

std::string_view withoutTime(std::string_view raw, LogRow& row)
{
    if (raw.size() <= kStampLength)
        return raw;
    // GitHub writes seven digits after the second, this program three.
    const std::size_t end = raw.find(' ');
    if (end == std::string_view::npos || end > 30 || end < 20 || raw[end - 1] != 'Z')
        return raw;
    std::string stamp(raw.substr(0, std::min(end, kStampLength)));
    stamp.back() = 'Z';
    const auto at = parseUtc(stamp);
    if (!at)
        return raw;
    row.at = *at;
    row.hasTime = true;
    return raw.substr(end + 1);
}

} // namespace

LogRow readLogRow(std::string_view raw, bool continues, Invisible shown)
{
    constexpr std::string_view kGroup = "##[group]";
    constexpr std::string_view kError = "##[error]";
    LogRow row;
    row.continues = continues;
    if (raw.ends_with('\r') && shown == Invisible::Deceiving)
        raw.remove_suffix(1);
    if (!continues)
        raw = withoutTime(raw, row);
    if (raw.starts_with(kGroup)) {
        row.section = true;
        raw.remove_prefix(kGroup.size());
    } else if (raw.starts_with(kError)) {
        row.text = "error: ";
        raw.remove_prefix(kError.size());
    } else if (raw == "##[endgroup]") {
        return row;
    }
    RowText(row, shown).read(raw);
    return row;
}

} // namespace signalbox::host
