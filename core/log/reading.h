// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a log once: scans blocks, looks closer at the few lines that matched, and keeps the evidence.
#pragma once

#include "core/log/blocks.h"
#include "core/log/compiled.h"
#include "core/log/evidence.h"

#include "core/base/redaction.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::log {

class Classifier::Reading {
public:
    Reading(std::shared_ptr<const Catalogue> catalogue, Format format, std::shared_ptr<const Redactor> redactor);

    void feed(std::string_view chunk);
    Classification finish();

private:
    struct LineHits { // what matched on one line, each once
        std::vector<std::size_t> patterns;
        std::vector<std::size_t> markers;
        bool secret = false;
        void clear();
    };

    void readBlock(std::string_view raw);
    std::vector<Hit> hitsIn(std::string_view block);
    void advanceTo(std::size_t offset);
    void collect(std::uint32_t expression);
    void readLine(std::string_view line);
    void readText(std::string_view text);
    void readMarker(MarkerKind kind, std::string_view name, bool echoes);
    void readMarkers(std::string_view text, bool beginning);
    void readPatterns(std::string_view text);
    void sight(const Pattern& pattern, std::string_view text, bool hesitant);
    void sightNext(const Pattern& pattern, bool hesitant);
    void takePending();
    std::vector<NumberedLine> linesUpTo(std::size_t end, std::int64_t line) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    std::shared_ptr<const Redactor> m_redactor;
    const Catalogue::Compiled& m_compiled; // of m_catalogue
    const Format m_format;
    LineBlocks m_blocks;
    Scanner m_scanner;
    LineRedactor m_lines;
    Evidence m_evidence;
    StepRecorder m_steps;

    std::string m_clean; // the block without terminal sequences
    std::string_view m_block;
    std::size_t m_lineStart = 0; // in m_block
    std::size_t m_lineEnd = 0;
    std::int64_t m_line = 1; // number of the line at m_lineStart
    LineHits m_hits; // of that line
    Sighting m_pending; // its text is the first line with text of the next block; no pattern: nothing pends

    bool m_sawKey = false;
    bool m_endsInsideLine = false;
    std::int64_t m_redactions = 0;
    std::int64_t m_bytes = 0;
};

} // namespace signalbox::log
