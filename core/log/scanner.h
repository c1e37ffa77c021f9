// SPDX-License-Identifier: GPL-3.0-or-later
// Finds every expression of a set in a block of text, all at once.
//
// Thread  an ExpressionSet is immutable and shared; a Scanner belongs to one thread
// Errors  InvalidInput for an expression that cannot be compiled; the detail names it
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct hs_database;
struct hs_scratch;

namespace signalbox::log {

struct Hit {
    std::size_t end = 0; // offset after the last byte of the match
    std::uint32_t expression = 0; // its place in the set
};

/// Regular expressions that RE2 and Hyperscan read alike.
class ExpressionSet {
public:
    enum class Use : std::uint8_t {
        Blocks, // for a Scanner: without anchors, since a line begins with what the CI system puts there
        Lines, // for MatchingLines: ^ and $ are the ends of a line, and an expression may match the empty text
    };

    static Result<std::shared_ptr<const ExpressionSet>> compile(const std::vector<std::string>& expressions,
                                                                Use use = Use::Blocks);

    /// The set that serialized() gave; InvalidInput for bytes of another version, another processor or another thing.
    static Result<std::shared_ptr<const ExpressionSet>> deserialized(std::string_view bytes);
    std::string serialized() const;

    /// Changes with whatever serialized bytes depend on: the version of the engine and the features of the processor.
    static std::string engineName();

    ~ExpressionSet();

private:
    friend class Scanner;
    friend class MatchingLines;
    explicit ExpressionSet(hs_database* database) : m_database(database) { }
    ExpressionSet(const ExpressionSet&) = delete;
    ExpressionSet& operator=(const ExpressionSet&) = delete;
    hs_database* m_database;
};

class Scanner {
public:
    explicit Scanner(std::shared_ptr<const ExpressionSet> expressions);
    ~Scanner();
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;

    /// The hits in `block`, by their end. Valid until the next scan.
    const std::vector<Hit>& scan(std::string_view block);

private:
    std::shared_ptr<const ExpressionSet> m_expressions;
    hs_scratch* m_scratch = nullptr;
    std::vector<Hit> m_hits;
};

/// `regex` made cheap to scan for: without what ties it to the begin or the end of a line, and with gaps of any
/// length. It matches wherever `regex` does, and a little more.
std::string scanForm(std::string_view regex);

} // namespace signalbox::log
