// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen in each step of a log that may be the cause of a failure.
//
// Memory  bounded: a few lines a pattern and step, one failing step, one pool for all others
#pragma once

#include "core/log/patternset.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::log {

/// One line on which a pattern matched.
struct Sighting {
    const Pattern* pattern = nullptr;
    std::int64_t line = 0;
    std::string text;
    bool hesitant = false;
};

struct NumberedLine {
    std::int64_t line = 0;
    std::string text;
};

enum class StepState : std::uint8_t { Open, Failed, Passed };

struct Step {
    std::string name;
    std::string command; // the last one that ran in it
    StepState state = StepState::Open;
    bool toolFailed = false; // a tool summed up so
    std::int64_t lastSighting = 0; // line number; 0: none
    std::vector<Sighting> sightings;
    std::vector<NumberedLine> tail; // the lines before its failure
};

/// Everything a verdict is made of.
struct Evidence {
    std::optional<Step> failed; // the first step that failed
    std::vector<Sighting> later; // in steps that failed after it
    std::vector<Sighting> open; // in steps of which the log does not say how they ended
    std::string openCommand; // the last command of such a step
    std::vector<NumberedLine> tail; // the last lines of the log
    std::int64_t lastSighting = 0; // line numbers; 0: none
    std::int64_t lastPassed = 0; // of a tool's summary, or of a command that ran on
    bool failureSaid = false; // by a tool or the CI system
    bool jobPassed = false; // the last word of the CI system
    bool jobEnded = false;
};

/// Follows the course of a job and sorts the sightings by step.
class StepRecorder {
public:
    explicit StepRecorder(Evidence& evidence) : m_evidence(evidence) { }

    void begin(std::string_view name, bool echoesScript);
    void nameIfNone(std::string_view name); // some systems name a step where it ends
    void runs(std::string_view command) { m_step.command = command; }
    std::string_view command() const { return m_step.command.empty() ? m_step.name : m_step.command; }
    void scriptEchoed();
    void sight(Sighting sighting);
    void markToolFailed() { m_step.toolFailed = true; }
    void markFailed(); // an error line; the step goes on
    void close(StepState state);
    void forget(); // what was seen in this step: it was tried again and passed, or was only the script
    void end() { close(m_step.state); }
    bool wantsTail() const { return m_step.state == StepState::Failed && m_step.tail.empty() && !m_evidence.failed; }
    void setTail(std::vector<NumberedLine> tail) { m_step.tail = std::move(tail); }

private:
    Evidence& m_evidence; // outlives this
    Step m_step;
    bool m_echoing = false;
    bool m_failureIsMarked = false; // the system marks a step that fails; one without a mark passed
};

} // namespace signalbox::log
