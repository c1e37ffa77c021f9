// SPDX-License-Identifier: GPL-3.0-or-later
// The faces that a log may be drawn with: its own and, for each script that it lacks, one that the system has. Qt
// would look for a missing character in all of the system's fonts, which takes a second where there are many; here a
// face is opened when a text first asks for it, one a turn, and what no face has is left to be shown by its number.
//
// Thread  GUI
#pragma once

#include <QChar>
#include <QFontMetricsF>
#include <QObject>
#include <QRawFont>
#include <QTimer>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace signalbox::ui {

struct LogFace {
    QFont font; // without a substitute for what it lacks
    QRawFont raw;
    QFontMetricsF metrics;
    bool pictures = false; // emoji in colour, each of them unpacked when it is first drawn
};

class LogFaces final : public QObject {
    Q_OBJECT

public:
    explicit LogFaces(const QFont& log, QObject* parent = nullptr);
    ~LogFaces() override;

    const LogFace& own() const { return m_own; }

    struct Answer {
        const LogFace* face = nullptr;
        bool awaited = false; // a face that may have it is not open yet
    };
    Answer faceOf(char32_t character);

    /// Whether glyphs of this script stand side by side as they are; else their shapes depend on their neighbours.
    static bool isSimple(QChar::Script script);

signals:
    void opened(); // texts look otherwise now

private:
    struct Candidate {
        QString family;
        bool asked = false;
        std::optional<LogFace> face;
    };

    const std::vector<Candidate*>& candidatesOf(QChar::Script script);
    Candidate* candidate(const QString& family);
    void openNext();

    LogFace m_own;
    std::deque<Candidate> m_candidates; // their places stay
    std::map<int, std::vector<Candidate*>> m_ofScript;
    std::deque<Candidate*> m_toOpen;
    QTimer m_turn;
};

} // namespace signalbox::ui
