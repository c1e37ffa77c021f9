// SPDX-License-Identifier: GPL-3.0-or-later
// One part of the interface in one state, as the gallery shows it.
//
// Thread     GUI
// Ownership  what a part is made of belongs to its widget; theme and clock outlive it
// Units      device-independent pixels
#pragma once

#include "core/base/time.h"
#include "ui/shell/theme.h"

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace signalbox::ui {

/// What every part stands on.
struct GalleryGround {
    const ThemeSource& themes;
    const Clock& clock;
};

struct GalleryPart {
    QString name; // "LineChart, stale"
    QSize size; // a height of 0: its own
    std::function<QWidget*(const GalleryGround& ground, QWidget* parent)> make;
};

struct GallerySection {
    QString name; // "charts": that of its picture, too
    std::vector<GalleryPart> parts;
};

std::vector<GallerySection> gallerySections();

// One function a file.
std::vector<GalleryPart> chartParts();
std::vector<GalleryPart> figureParts();
std::vector<GalleryPart> statusParts();
std::vector<GalleryPart> controlParts();
std::vector<GalleryPart> runParts();
std::vector<GalleryPart> tableParts();

} // namespace signalbox::ui
