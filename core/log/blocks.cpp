// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/blocks.h"

#include <algorithm>

namespace signalbox::log {

namespace {

/// Where to cut a full block: after its last line end; in a line that never ends, after its last blank,
/// so that no word is cut in two; else at the end.
std::size_t cutOf(std::string_view block)
{
    const std::size_t line = block.rfind('\n');
    if (line != std::string_view::npos)
        return line + 1;
    const std::size_t blank = block.find_last_of(" \t\r,;");
    return blank != std::string_view::npos && blank > block.size() / 2 ? blank + 1 : block.size();
}

} // namespace

void LineBlocks::feed(std::string_view chunk)
{
    while (!chunk.empty()) {
        if (m_held.empty() && chunk.size() >= kBlockBytes) { // a mapped file: nothing is copied
            const std::size_t cut = cutOf(chunk.substr(0, kBlockBytes));
            m_sink(chunk.substr(0, cut));
            chunk.remove_prefix(cut);
            continue;
        }
        takeFrom(chunk);
        if (m_held.size() == kBlockBytes)
            flushWholeLines();
    }
}

void LineBlocks::finish()
{
    if (!m_held.empty())
        m_sink(m_held);
    m_held.clear();
}

void LineBlocks::takeFrom(std::string_view& chunk)
{
    const std::size_t room = std::min(chunk.size(), kBlockBytes - m_held.size());
    m_held.append(chunk.substr(0, room));
    chunk.remove_prefix(room);
}

void LineBlocks::flushWholeLines()
{
    const std::size_t cut = cutOf(m_held);
    m_sink(std::string_view(m_held).substr(0, cut));
    m_held.erase(0, cut);
}

} // namespace signalbox::log
