// SPDX-License-Identifier: GPL-3.0-or-later
// What failed in a log, why, and what would fix it.
//
// Thread  a Catalogue is immutable and shared; a Classifier belongs to one thread
// Memory  constant, whatever the size of the log
// Units   line numbers count from 1 in the input; confidence is a share, 0 to 1: the
//         precision of the pattern on labelled logs
// Errors  InvalidInput for a catalogue that cannot be read
#pragma once

#include "core/base/redaction.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::log {

enum class Format : std::uint8_t { Auto, GitHub, GitLab, Plain };

enum class Transient : std::uint8_t { No, Yes, Unknown };

struct CauseLine {
    std::int64_t line = 0;
    std::string text; // redacted, neutralised, without timestamp
};

/// One fix a pattern offers. `action` and `safety` are the names of CLI.md.
struct FixOffer {
    std::string action = "none";
    std::string safety = "none";
};

struct Alternative {
    std::string failureClass;
    double confidence = 0;
};

struct Classification {
    std::string failureClass = "none"; // an id of the failure taxonomy, "unknown" or "none"
    std::string pattern; // id of the pattern that matched; empty for unknown and none
    double confidence = 0;
    Transient transient = Transient::Unknown;
    std::vector<CauseLine> rootCause; // the root cause first
    std::string failingStep; // empty where the log has no steps
    std::vector<FixOffer> fixes; // best first; empty: none
    std::vector<Alternative> alternatives;
    std::string signature; // equal for the same failure in another run; empty for "none"
    std::int64_t redactions = 0;
    std::int64_t lines = 0;
    std::int64_t bytes = 0;
};

/// The compiled pattern catalogue.
class Catalogue {
public:
    struct Compiled; // in core/log/compiled.h

    /// Reads the catalogue of resources/patterns/catalogue.json.
    /// `bytes` is what compiledBytes() gave before: with it the catalogue is ready in milliseconds instead of
    /// half a second. Bytes of another catalogue, version or processor are ignored.
    static Result<std::shared_ptr<const Catalogue>> fromJson(std::string_view json, std::string_view bytes = {});
    ~Catalogue();

    /// To keep beside the program's data, for fromJson().
    std::string compiledBytes() const;
    bool usesGivenBytes() const; // fromJson() took them

private:
    friend class Classifier;
    explicit Catalogue(std::unique_ptr<const Compiled> compiled);
    std::unique_ptr<const Compiled> m_compiled;
};

/// Reads one log in chunks of any size, then answers once.
class Classifier {
public:
    /// `redactor` knows the values of configured secrets; without one, secrets are known by their shape only.
    explicit Classifier(std::shared_ptr<const Catalogue> catalogue, Format format = Format::Auto,
                        std::shared_ptr<const Redactor> redactor = nullptr);
    ~Classifier();
    void feed(std::string_view chunk);
    Classification finish();

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace signalbox::log
