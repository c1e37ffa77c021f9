// SPDX-License-Identifier: GPL-3.0-or-later
// Lines as rows of the track diagram. Fed whole; only differences are told.
//
// Thread     GUI
// Ownership  the Clock outlives it
#pragma once

#include "ui/models/linetracks.h"

#include <QAbstractListModel>

namespace signalbox::ui {

class TrackModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TrackModel(const Clock& clock, QObject* parent = nullptr) : QAbstractListModel(parent), m_clock(clock) { }

    void setTracks(std::vector<LineTrack> tracks);
    const LineTrack* at(int row) const;
    const std::vector<LineTrack>& all() const { return m_tracks; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void putAt(int row, LineTrack track);

    const Clock& m_clock;
    std::vector<LineTrack> m_tracks;
};

} // namespace signalbox::ui
