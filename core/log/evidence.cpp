// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/evidence.h"

#include <algorithm>
#include <iterator>

namespace signalbox::log {

namespace {

constexpr std::ptrdiff_t kPerPattern = 4; // the first ones tell; later ones repeat
constexpr std::size_t kPerPool = 400;

void add(std::vector<Sighting>& pool, Sighting sighting)
{
    const auto same = [&](const Sighting& other) {
        return other.pattern == sighting.pattern && other.hesitant == sighting.hesitant;
    };
    if (pool.size() < kPerPool && std::ranges::count_if(pool, same) < kPerPattern)
        pool.push_back(std::move(sighting));
}

void addAll(std::vector<Sighting>& pool, std::vector<Sighting>& from)
{
    for (Sighting& sighting : from)
        add(pool, std::move(sighting));
}

} // namespace

void StepRecorder::begin(std::string_view name, bool echoesScript)
{
    const bool passed = m_failureIsMarked && m_step.state == StepState::Open;
    close(passed ? StepState::Passed : m_step.state);
    m_step.name = name;
    m_echoing = echoesScript;
    m_failureIsMarked = echoesScript;
}

void StepRecorder::nameIfNone(std::string_view name)
{
    if (m_step.name.empty())
        m_step.name = name;
    if (!name.empty())
        m_step.command = name;
}

void StepRecorder::scriptEchoed()
{
    if (m_echoing)
        forget(); // words of the script, not of its run
    m_echoing = false;
}

void StepRecorder::sight(Sighting sighting)
{
    m_step.lastSighting = sighting.line;
    add(m_step.sightings, std::move(sighting));
}

void StepRecorder::markFailed()
{
    m_step.state = StepState::Failed;
    m_evidence.failureSaid = true;
}

void StepRecorder::forget()
{
    m_step.sightings.clear();
    m_step.toolFailed = false;
    m_step.lastSighting = 0;
}

void StepRecorder::close(StepState state)
{
    m_step.state = state;
    if (state != StepState::Passed) {
        m_evidence.failureSaid = m_evidence.failureSaid || m_step.toolFailed;
        m_evidence.lastSighting = std::max(m_evidence.lastSighting, m_step.lastSighting);
    }
    if (state == StepState::Failed && !m_evidence.failed)
        m_evidence.failed = std::move(m_step);
    else if (state == StepState::Failed)
        addAll(m_evidence.later, m_step.sightings);
    else if (state == StepState::Open)
        addAll(m_evidence.open, m_step.sightings);
    if (state == StepState::Open && !command().empty())
        m_evidence.openCommand = command();
    m_step = Step{};
    m_echoing = false;
}

} // namespace signalbox::log
