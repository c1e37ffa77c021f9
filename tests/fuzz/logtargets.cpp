// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/blocks.h"
#include "core/log/classify.h"
#include "core/log/linetext.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace signalbox::fuzz {

namespace {

constexpr std::array kFormats{log::Format::Auto, log::Format::GitHub, log::Format::GitLab, log::Format::Plain};

std::shared_ptr<const log::Catalogue> shippedCatalogue()
{
    std::ifstream file(SIGNALBOX_SOURCE_DIR "/resources/patterns/catalogue.json");
    std::stringstream text;
    text << file.rdbuf();
    const auto catalogue = log::Catalogue::fromJson(text.str());
    require(static_cast<bool>(catalogue), "the shipped catalogue can be read");
    return *catalogue;
}

/// Cuts `bytes` into pieces whose lengths come from `seed`.
template <typename Take>
void inPieces(std::string_view bytes, unsigned seed, Take take)
{
    while (!bytes.empty()) {
        seed = seed * 1103515245U + 12345U;
        const std::size_t length = std::min<std::size_t>(bytes.size(), 1 + (seed >> 16) % 97);
        take(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
}

log::Classification classified(std::string_view bytes, log::Format format, unsigned seed)
{
    static const auto kCatalogue = shippedCatalogue();
    log::Classifier classifier(kCatalogue, format);
    if (seed == 0)
        classifier.feed(bytes);
    else
        inPieces(bytes, seed, [&](std::string_view piece) { classifier.feed(piece); });
    return classifier.finish();
}

void checkLine(std::string_view line)
{
    for (const std::string_view part : log::overwrittenParts(line)) {
        require(part.empty() || (part.data() >= line.data() && part.data() + part.size() <= line.data() + line.size()),
                "a part lies in its line");
        for (const log::Format format : kFormats) {
            const std::string_view text = log::withoutPrefix(part, format);
            require(text.empty() || part.ends_with(text), "a prefix only is taken off");
        }
    }
}

} // namespace

void log(std::string_view bytes)
{
    if (bytes.size() < 2)
        return;
    const signalbox::log::Format format = kFormats[static_cast<unsigned char>(bytes[0]) % kFormats.size()];
    const unsigned seed = static_cast<unsigned char>(bytes[1]) + 1U;
    bytes.remove_prefix(2);

    const auto whole = classified(bytes, format, 0);
    const auto pieces = classified(bytes, format, seed);

    require(whole.failureClass == pieces.failureClass && whole.signature == pieces.signature
                && whole.lines == pieces.lines && whole.redactions == pieces.redactions,
            "a log in pieces is the same log");
    require(whole.bytes == static_cast<std::int64_t>(bytes.size()), "every byte counts");
    require(whole.confidence >= 0 && whole.confidence <= 1, "confidence is a share");
    for (const auto& cause : whole.rootCause) {
        require(cause.line >= 1 && cause.line <= whole.lines, "a cause stands in the log");
        require(neutralise(cause.text) == cause.text, "a cause is neutralised");
    }
}

void sections(std::string_view bytes)
{
    std::string joined;
    signalbox::log::LineBlocks blocks([&](std::string_view block) { joined.append(block); });
    inPieces(bytes, static_cast<unsigned>(bytes.size()) + 1, [&](std::string_view piece) { blocks.feed(piece); });
    blocks.finish();
    require(joined == bytes, "blocks are the log");

    for (std::string_view left = bytes; !left.empty();) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        checkLine(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
}

} // namespace signalbox::fuzz
