// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/shell/turnwatch.h"

#include <QTest>

using namespace signalbox::ui;
using namespace std::chrono_literals;

class TestTurnWatch : public QObject {
    Q_OBJECT

private slots:
    void aTurnOverAFrameIsToldWithWhatItWasFor()
    {
        spend(17ms);

        QCOMPARE(m_told, QStringList{QStringLiteral("UpdateRequest of TestTurnWatch, 17 ms")});
    }

    void aTurnWithinAFrameIsNot()
    {
        spend(16ms);

        QCOMPARE(m_told, QStringList());
    }

    void whatAnEventBringsAboutBelongsToItsTurn()
    {
        m_watch.during(*this, QEvent(QEvent::Timer), [this] {
            spend(20ms);
            spend(21ms);
            return true;
        });

        QCOMPARE(
            m_told,
            QStringList{QStringLiteral("Timer of TestTurnWatch, 21 ms of it UpdateRequest of TestTurnWatch, 41 ms")});
    }

    void aReceiverMayBeGoneAfterwards()
    {
        auto receiver = std::make_unique<QObject>();
        m_watch.during(*receiver, QEvent(QEvent::DeferredDelete), [&] {
            receiver.reset();
            m_now += 30ms;
            return true;
        });

        QCOMPARE(m_told, QStringList{QStringLiteral("DeferredDelete of QObject, 30 ms")});
    }

    void init() { m_told.clear(); }

private:
    void spend(std::chrono::milliseconds time)
    {
        m_watch.during(*this, QEvent(QEvent::UpdateRequest), [this, time] {
            m_now += time;
            return true;
        });
    }

    std::chrono::nanoseconds m_now{0};
    QStringList m_told;
    TurnWatch m_watch{
        [this](const Turn& turn) { m_told << QStringLiteral("%1, %2 ms").arg(turn.what).arg(turn.cpuTime / 1ms); },
        [this] { return m_now; }};
};

SIGNALBOX_TEST(TestTurnWatch)

#include "tst_turnwatch.moc"
