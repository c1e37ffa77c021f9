// SPDX-License-Identifier: GPL-3.0-or-later
// The console on a real X server, used by keys and mouse and seen through the accessibility bus: scenarios.py.
#include "tests/signalboxtest.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

class TestDesktop : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char* program : {"dbus-run-session", "Xvfb", "xdotool"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QLatin1String(program))));
        }
        if (!QFileInfo::exists(QStringLiteral("/usr/libexec/at-spi-bus-launcher"))
            || QProcess::execute(kPython, {QStringLiteral("-c"), QStringLiteral("import pyatspi")}) != 0)
            QSKIP("at-spi2-core or python3-pyatspi is not installed");
    }

    void aPersonCanWorkThroughADay() { play(QStringLiteral("day")); }
    void aScreenReaderFindsANameForEverything() { play(QStringLiteral("readers")); }
    void anApprovalIsGivenByPressingForASecond() { play(QStringLiteral("approval")); }
    void whatIsAskedForWhileEverythingIsHeldBeginsWithTheRelease() { play(QStringLiteral("held")); }
    void whatWasKilledGoesOnAsItWas() { play(QStringLiteral("killed")); }
    void anXServerThatEndsLosesNothing() { play(QStringLiteral("blackout")); }
    void theDesktopTellsWhoWaits()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dunst")).isEmpty())
            QSKIP("dunst is not installed");
        play(QStringLiteral("notices"));
    }

private:
    static inline const QString kPython = QStringLiteral("/usr/bin/python3"); // the one that Debian's modules are for

    static void play(const QString& scenario)
    {
        const QTemporaryDir folder;
        QProcess player;
        player.setProcessChannelMode(QProcess::MergedChannels);
        player.start(QStringLiteral("dbus-run-session"),
                     {QStringLiteral("--"), kPython, QStringLiteral("-B"),
                      QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/ui/desktop/scenarios.py"), scenario,
                      QStringLiteral(SIGNALBOX_CONSOLE), QStringLiteral(SIGNALBOX_CTL), folder.path()});
        QVERIFY(player.waitForFinished(-1)); // the scenario has its own end
        QVERIFY2(player.exitCode() == 0, player.readAll().constData());
    }
};

SIGNALBOX_TEST(TestDesktop)

} // namespace signalbox

#include "tst_desktop.moc"
