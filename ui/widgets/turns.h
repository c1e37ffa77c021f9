// SPDX-License-Identifier: GPL-3.0-or-later
// Does things one after the other, each in a turn of the event loop of its own, so that none of the turns is long.
//
// Thread  GUI
#pragma once

#include <QObject>

#include <functional>
#include <vector>

namespace signalbox::ui {

class Turns final : public QObject {
    Q_OBJECT

public:
    using Step = std::function<void()>;

    using QObject::QObject;

    /// In place of what has not been done yet; the first one at once.
    void begin(std::vector<Step> steps);
    void doNext(); // now: it is needed
    void stop() { m_steps.clear(); }
    bool isDone() const { return m_steps.empty(); }

private:
    void next();

    std::vector<Step> m_steps; // the next one last
    bool m_isWaiting = false; // for its turn
};

} // namespace signalbox::ui
