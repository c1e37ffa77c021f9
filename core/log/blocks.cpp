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
        if (m_held.empty())
            handOn(chunk);
        else
            completeHeld(chunk);
    }
}

void LineBlocks::finish()
{
    if (!m_held.empty())
        m_sink(m_held);
    m_held.clear();
}

/// Whole lines go on where they are; the start of the last one is kept.
void LineBlocks::handOn(std::string_view& chunk)
{
    const std::string_view block = chunk.substr(0, kBlockBytes);
    const std::size_t lines = block.rfind('\n') + 1; // npos + 1 is 0
    const std::size_t cut = lines == 0 && block.size() == kBlockBytes ? cutOf(block) : lines;
    if (cut > 0)
        m_sink(chunk.substr(0, cut));
    else
        m_held = chunk;
    chunk.remove_prefix(cut > 0 ? cut : chunk.size());
}

/// Adds to the start of a line what is there of its rest.
void LineBlocks::completeHeld(std::string_view& chunk)
{
    const std::string_view fits = chunk.substr(0, kBlockBytes - m_held.size());
    const std::size_t rest = std::min(fits.find('\n'), fits.size() - 1) + 1;
    m_held.append(chunk.substr(0, rest));
    chunk.remove_prefix(rest);
    const bool full = m_held.size() == kBlockBytes;
    if (m_held.back() != '\n' && !full)
        return;
    const std::size_t cut = cutOf(m_held);
    m_sink(std::string_view(m_held).substr(0, cut));
    m_held.erase(0, cut);
}

} // namespace signalbox::log
