// SPDX-License-Identifier: GPL-3.0-or-later
// Takes secrets out of text before it is stored, shown, sent or exported, and
// makes characters visible that could deceive the reader or drive a terminal.
//
// Thread  a Redactor is immutable after construction; any thread may use it
// Source  SPEC 2 and 18; token shapes from the issuers' public documentation
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

struct Redacted {
    std::string text; // each secret replaced by "[redacted: GitHub token]" and the like
    std::int64_t count = 0;
};

class Redactor {
public:
    /// `configuredSecrets`: values to take out wherever they stand, besides known shapes.
    explicit Redactor(std::vector<std::string> configuredSecrets = {});
    ~Redactor();
    Redactor(const Redactor&) = delete;
    Redactor& operator=(const Redactor&) = delete;

    /// One line, or any text without private keys that span lines.
    Redacted redact(std::string_view text) const;

    /// The values given at construction, longest first; for a scanner of whole blocks.
    const std::vector<std::string>& configuredSecrets() const;

    /// Patterns (RE2 and Hyperscan read them) one of which matches every line that redact() could change
    /// for its shape: a scanner of whole blocks finds the lines to redact with them.
    static std::vector<std::string> hints();

private:
    struct Rules;
    std::unique_ptr<const Rules> m_rules;
};

/// Redacts line after line, and keeps a private key that spans lines out from its BEGIN to its END. A line of prose
/// between them, from a job that writes at the same time, stays.
class LineRedactor {
public:
    explicit LineRedactor(const Redactor& redactor) : m_redactor(redactor) { }
    Redacted redact(std::string_view line);
    bool insideKey() const { return m_insideKey; }

private:
    const Redactor& m_redactor; // outlives this
    bool m_insideKey = false;
    int m_keyLines = 0;
};

/// Whether a line, after a time stamp perhaps, is nothing but characters as they stand inside a private key.
bool looksLikeKeyMaterial(std::string_view line);

/// Removes terminal sequences; boxes control, bidirectional and invisible characters by name, such as [ESC] or [RLO];
/// bytes that are not UTF-8 become U+FFFD.
std::string neutralise(std::string_view text);

} // namespace signalbox
