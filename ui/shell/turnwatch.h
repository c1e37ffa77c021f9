// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of each turn of the interface thread that takes more than 16 ms of its CPU time, or what it is told to, and
// what it was for.
//
// Thread  GUI; events of other threads pass unmeasured
// Cost    two readings of a clock an event, those within a turn too: for development, release builds leave it out
#pragma once

#include <QApplication>

#include <chrono>
#include <functional>

namespace signalbox::ui {

struct Turn {
    QString what; // "UpdateRequest of signalbox::ui::MainWindow, 11 ms of it Paint of QTableView"
    std::chrono::nanoseconds cpuTime{0};
};

class TurnWatch {
public:
    static constexpr std::chrono::milliseconds kLongest{16}; // a frame at 60 a second

    using CpuTime = std::function<std::chrono::nanoseconds()>;
    using Tell = std::function<void(const Turn& turn)>;

    explicit TurnWatch(Tell tell, CpuTime cpuTime = ofThisThread, std::chrono::nanoseconds longest = kLongest)
        : m_tell(std::move(tell)), m_cpuTime(std::move(cpuTime)), m_most(longest)
    {
    }

    /// `deliver` brings `event` to `receiver`, which may be gone afterwards.
    bool during(const QObject& receiver, const QEvent& event, const std::function<bool()>& deliver);

    static std::chrono::nanoseconds ofThisThread();

private:
    struct Part {
        const char* receiverClass = nullptr;
        QEvent::Type type = QEvent::None;
        std::chrono::nanoseconds own{0}; // without the events within it
    };

    const Tell m_tell;
    const CpuTime m_cpuTime;
    const std::chrono::nanoseconds m_most;
    int m_depth = 0; // what an event brings about belongs to its turn
    std::chrono::nanoseconds m_inner{0}; // spent by the events within the present one
    Part m_longest; // of the present turn
};

class WatchedApplication final : public QApplication {
public:
    WatchedApplication(int& argc, char** argv, TurnWatch::Tell tell,
                       std::chrono::nanoseconds longest = TurnWatch::kLongest)
        : QApplication(argc, argv), m_watch(std::move(tell), TurnWatch::ofThisThread, longest)
    {
    }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    TurnWatch m_watch;
};

} // namespace signalbox::ui
