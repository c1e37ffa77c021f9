// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a run's events that is held, however many there are; what lies before it is added up. It begins and
// ends between two checkpoints, unless one superstep has more events than are held.
//
// Thread  values
#pragma once

#include "core/host/views.h"

namespace signalbox::host {

class RunPart {
public:
    static constexpr std::size_t kMostEvents = 1000;

    /// Of the newest events, or of those around a checkpoint, which then lies in the middle.
    explicit RunPart(std::int64_t around = -1) : m_around(around) { }

    /// The events after lastSeq(), oldest first.
    void take(std::vector<EventRow> events);
    /// No later ones are wanted.
    bool isEnough() const { return m_isEnough; }
    std::int64_t lastSeq() const { return m_lastSeq; }

    const std::vector<EventRow>& events() const { return m_events; }
    const EarlierEvents& earlier() const { return m_earlier; }
    /// Whether the checkpoint is one of those between the events.
    bool holds(std::int64_t checkpoint) const;

private:
    void takeOne(EventRow event);
    void dropOldest();
    void addUp(const EventRow& event);

    std::int64_t m_around;
    std::int64_t m_lastSeq = 0;
    std::vector<EventRow> m_events;
    EarlierEvents m_earlier;
    std::map<std::string, std::string> m_safeties; // of effects that have begun before the part, by key
    std::size_t m_behind = 0; // events since the wanted checkpoint
    bool m_isEnough = false;
};

} // namespace signalbox::host
