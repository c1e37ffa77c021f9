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
    /// `configuredSecrets`: values to take out wherever they stand, encoded for a URL, JSON or in base64 too,
    /// besides known shapes.
    explicit Redactor(std::vector<std::string> configuredSecrets = {});
    ~Redactor();
    Redactor(const Redactor&) = delete;
    Redactor& operator=(const Redactor&) = delete;

    /// One line, or any text without private keys that span lines. Finds a secret that colours, controls, backspaces
    /// or zero-width characters break, too. What was redacted once stays as it is.
    Redacted redact(std::string_view text) const;

    /// The place to cut a text that is too long: `limit`, or before the secret that lies across it.
    std::size_t cutBefore(std::string_view text, std::size_t limit) const;

    /// The values given at construction in each of their forms, longest first; for a scanner of whole blocks.
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
    const Redactor& redactor() const { return m_redactor; }

private:
    Redacted redactSeen(std::string_view line, std::string_view seen); // `seen`: the line without hidden bytes

    const Redactor& m_redactor; // outlives this
    bool m_insideKey = false;
    int m_keyLines = 0;
};

/// Text of any length as it may be stored, such as the reason that a person types: secrets of known shapes are taken
/// out.
std::string withoutSecrets(std::string_view text);

/// Whether a line, after a time stamp perhaps, is nothing but characters as they stand inside a private key.
bool looksLikeKeyMaterial(std::string_view line);

/// Removes terminal sequences; boxes control, bidirectional and invisible characters by name, such as [ESC] or [RLO];
/// bytes that are not UTF-8 become U+FFFD.
std::string neutralise(std::string_view text);

/// The same JSON document, with the characters escaped that neutralise() makes visible: safe to print to a terminal.
std::string harmlessJson(std::string_view json);

} // namespace signalbox
