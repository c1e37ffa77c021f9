// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trackmodel.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

void TrackModel::setTracks(std::vector<LineTrack> tracks)
{
    const bool sameLines = std::ranges::equal(tracks, m_tracks, {}, &LineTrack::line, &LineTrack::line);
    if (!sameLines) {
        beginResetModel();
        m_tracks = std::move(tracks);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < tracks.size(); ++row) {
        if (tracks[row] == m_tracks[row])
            continue;
        m_tracks[row] = std::move(tracks[row]);
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed);
    }
}

const LineTrack* TrackModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_tracks[static_cast<std::size_t>(row)] : nullptr;
}

int TrackModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tracks.size());
}

QVariant TrackModel::data(const QModelIndex& index, int role) const
{
    const LineTrack* track = index.isValid() ? at(index.row()) : nullptr;
    if (!track)
        return {};
    switch (role) {
    case Qt::DisplayRole: return track->line;
    case Qt::AccessibleTextRole: return spokenTrack(*track, m_clock.now());
    case Qt::ToolTipRole:
        return track->others > 0
            ? plainTip(tr("%1, and %n more runs in progress", nullptr, track->others).arg(track->pill))
            : QVariant();
    default: return {};
    }
}

} // namespace signalbox::ui
