// SPDX-License-Identifier: GPL-3.0-or-later
// logview_turns FILE [WORDS]: the longest turn of the interface thread, in CPU time, while the log viewer opens FILE,
// goes through it up and down and to the right, and searches it. Prints one JSON object.
#include "core/host/usage.h"
#include "ui/shell/turnwatch.h"
#include "ui/widgets/logview.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <functional>
#include <utility>

namespace {

using namespace signalbox;
using namespace std::chrono_literals;

constexpr int kBefore = 10; // the first frame loads the fonts
constexpr int kTurns = 400;
constexpr int kTurnsOfIndexing = 40; // keys before the index is whole

/// Presses a key a turn, as a person does who looks for something.
class Reader final : public QObject {
public:
    Reader(ui::LogView& view, const QString& words, std::function<void()> open)
        : m_view(view), m_words(words), m_open(std::move(open))
    {
        connect(&m_tick, &QTimer::timeout, this, [this] { turn(); });
        m_tick.start(16ms);
    }

    qint64 indexedAfterMs() const { return m_indexedAfterMs; }

private:
    void turn()
    {
        if (++m_ticks < kBefore)
            return;
        if (m_ticks == kBefore) {
            m_opened.start();
            return m_open();
        }
        if (m_view.extent().complete && m_indexedAfterMs < 0)
            m_indexedAfterMs = m_opened.elapsed();
        if (m_indexedAfterMs < 0 && m_turn >= kTurnsOfIndexing)
            return;
        ++m_turn;
        if (m_turn == kTurns / 2 && !m_words.isEmpty())
            m_view.setSearch({.text = m_words.toStdString(), .isRegex = true});
        if (m_turn == kTurns)
            return QCoreApplication::quit();
        if (m_turn % 100 == 90)
            press(m_turn < kTurns / 2 ? Qt::Key_End : Qt::Key_Home);
        else
            press(m_turn % 200 < 100 ? Qt::Key_PageDown : Qt::Key_PageUp);
        QScrollBar& across = *m_view.horizontalScrollBar();
        if (m_turn % 20 == 0)
            across.setValue(m_turn % 40 == 0 ? across.maximum() : 0);
    }

    void press(int key)
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_view, &event);
    }

    ui::LogView& m_view;
    const QString m_words;
    const std::function<void()> m_open;
    QTimer m_tick;
    QElapsedTimer m_opened;
    qint64 m_indexedAfterMs = -1;
    int m_ticks = 0;
    int m_turn = 0; // since it is open
};

} // namespace

int main(int argc, char** argv)
{
    ui::Turn longest;
    int over = 0;
    ui::WatchedApplication application(argc, argv, [&](const ui::Turn& turn) {
        ++over;
        longest = turn.cpuTime > longest.cpuTime ? turn : longest;
    });
    if (argc < 2) {
        std::fprintf(stderr, "usage: logview_turns FILE [WORDS]\n");
        return 2;
    }
    const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
    ui::LogView view(themes);
    view.resize(1440, 900);
    view.show();
    const Reader reader(view, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString(), [&] {
        longest = {};
        over = 0;
        view.open(argv[1], false);
    });
    QCoreApplication::exec();
    const nlohmann::json figures{{"lines", view.extent().lines},
                                 {"matches", view.matches().lines},
                                 {"indexed_ms", reader.indexedAfterMs()},
                                 {"turns_over_16_ms", over},
                                 {"longest_ms", std::chrono::duration<double, std::milli>(longest.cpuTime).count()},
                                 {"longest", longest.what.toStdString()},
                                 {"peak_mb", host::peakMb()},
                                 {"anon_mb", host::anonymousMb()}};
    std::puts(figures.dump().c_str());
    return 0;
}
