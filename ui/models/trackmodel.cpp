// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trackmodel.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

void TrackModel::setTracks(std::vector<LineTrack> tracks)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(tracks, at(row)->line, &LineTrack::line) != tracks.end())
            continue;
        beginRemoveRows({}, row, row);
        m_tracks.erase(m_tracks.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < tracks.size(); ++row)
        putAt(static_cast<int>(row), std::move(tracks[row]));
}

/// A line that is known moves there: what is marked stays marked.
void TrackModel::putAt(int row, LineTrack track)
{
    const auto place = m_tracks.begin() + row;
    const auto known
        = std::find_if(place, m_tracks.end(), [&track](const LineTrack& each) { return each.line == track.line; });
    if (known == m_tracks.end()) {
        beginInsertRows({}, row, row);
        m_tracks.insert(place, std::move(track));
        endInsertRows();
        return;
    }
    if (known != place) {
        const int from = static_cast<int>(known - m_tracks.begin());
        beginMoveRows({}, from, from, {}, row);
        std::rotate(place, known, known + 1);
        endMoveRows();
    }
    if (*place == track)
        return;
    *place = std::move(track);
    emit dataChanged(index(row), index(row));
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
    case Qt::AccessibleDescriptionRole: return latelyWords(*track);
    case Qt::ToolTipRole: {
        QStringList tips;
        if (track->others > 0)
            tips << tr("%1, and %n more runs in progress", nullptr, track->others).arg(track->pill);
        tips << latelyWords(*track);
        return plainTip(tips.join(u'\n'));
    }
    default: return {};
    }
}

} // namespace signalbox::ui
