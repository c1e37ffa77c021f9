// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of each turn of the interface thread that takes more than 16 ms of its CPU time, and what it was for.
//
// Thread  GUI; events of other threads pass unmeasured
// Cost    two readings of a clock an event: for development, release builds leave it out
#pragma once

#include <QApplication>

#include <chrono>
#include <functional>

namespace signalbox::ui {

struct Turn {
    QString what; // "UpdateRequest of signalbox::ui::MainWindow"
    std::chrono::nanoseconds cpuTime{0};
};

class TurnWatch {
public:
    static constexpr std::chrono::milliseconds kLongest{16}; // a frame at 60 a second

    using CpuTime = std::function<std::chrono::nanoseconds()>;
    using Tell = std::function<void(const Turn& turn)>;

    explicit TurnWatch(Tell tell, CpuTime cpuTime = ofThisThread)
        : m_tell(std::move(tell)), m_cpuTime(std::move(cpuTime))
    {
    }

    /// `deliver` brings `event` to `receiver`, which may be gone afterwards.
    bool during(const QObject& receiver, const QEvent& event, const std::function<bool()>& deliver);

    static std::chrono::nanoseconds ofThisThread();

private:
    const Tell m_tell;
    const CpuTime m_cpuTime;
    bool m_inside = false; // what an event brings about belongs to its turn
};

class WatchedApplication final : public QApplication {
public:
    WatchedApplication(int& argc, char** argv, TurnWatch::Tell tell)
        : QApplication(argc, argv), m_watch(std::move(tell))
    {
    }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    TurnWatch m_watch;
};

} // namespace signalbox::ui
