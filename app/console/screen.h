// SPDX-License-Identifier: GPL-3.0-or-later
// The wait for a screen. Where none can be had Qt says several lines and aborts; here the process says one and ends
// with status 3.
//
// Thread  main, around the making of the QApplication
#pragma once

namespace signalbox::console {

/// For as long as it lives, what Qt says is held back; then it is said after all.
class Screen {
public:
    Screen();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
};

} // namespace signalbox::console
