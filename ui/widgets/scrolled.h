// SPDX-License-Identifier: GPL-3.0-or-later
// A page that scrolls where it is higher than its place.
//
// Thread     GUI
// Ownership  `parent` owns what is made, and that the page
#pragma once

class QScrollArea;
class QWidget;

namespace signalbox::ui {

QScrollArea* scrolled(QWidget* page, QWidget* parent);

} // namespace signalbox::ui
