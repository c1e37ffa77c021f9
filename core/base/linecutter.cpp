// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linecutter.h"

namespace signalbox {

namespace {

constexpr std::size_t kMaxLine = 256 * 1024; // a longer one is cut into several
constexpr std::size_t kSearchedForBlank = 4096;
constexpr std::size_t kBeyond = 16 * 1024; // read past the cut, to see whether a secret lies across it

/// Where to cut a line that is too long: at a blank if there is one near the end, and never inside a secret.
std::size_t cutAt(std::string_view text, const Redactor& redactor)
{
    const std::size_t blank = text.find_last_of(" \t,;\"", kMaxLine - 1);
    const bool near = blank != std::string_view::npos && blank + kSearchedForBlank > kMaxLine;
    return redactor.cutBefore(text.substr(0, kMaxLine + kBeyond), near ? blank + 1 : kMaxLine);
}

} // namespace

void LineCutter::feed(std::string_view piece, const Each& each)
{
    m_partial.append(piece);
    std::string_view left = m_partial;
    for (;;) {
        const std::size_t end = left.substr(0, kMaxLine + kBeyond).find('\n');
        if (end == std::string_view::npos && left.size() < kMaxLine + kBeyond)
            break;
        const bool whole = end < kMaxLine;
        const std::size_t length = whole ? end : cutAt(left.substr(0, end), *m_redactor);
        each(left.substr(0, length));
        left.remove_prefix(whole ? length + 1 : length);
    }
    m_partial.erase(0, m_partial.size() - left.size());
}

void LineCutter::finish(const Each& each)
{
    if (!m_partial.empty())
        each(m_partial);
    m_partial.clear();
}

} // namespace signalbox
