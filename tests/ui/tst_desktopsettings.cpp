// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/shell/desktopsettings.h"
#include "ui/shell/systemlooks.h"

#include <QApplication>
#include <QDBusContext>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::Mode;
using Choice = ui::ThemeSource::Choice;

/// The settings of a desktop, as its portal tells them.
class Portal final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    std::map<QString, uint> values; // of org.freedesktop.appearance

public slots:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        if (group == kGroup && values.contains(key))
            return QDBusVariant(QVariant::fromValue(QDBusVariant(values[key]))); // twice, as it does
        sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"Requested setting not found"_s);
        return {};
    }

private:
    static inline const QString kGroup = u"org.freedesktop.appearance"_s;
};

/// A bus with nobody on it but this test.
class PrivateBus {
public:
    bool start()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
        if (!m_daemon.waitForReadyRead())
            return false;
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        return true;
    }
    ~PrivateBus()
    {
        for (const QString& name : m_names)
            QDBusConnection::disconnectFromBus(name);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    QDBusConnection connection(const QString& name)
    {
        m_names << name;
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

class TestDesktopSettings : public QObject {
    Q_OBJECT

private slots:
    void thePortalIsAsked()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("dbus-daemon is not installed");
        PrivateBus bus;
        QVERIFY(bus.start());
        Portal portal;
        portal.values = {{u"color-scheme"_s, 1}, {u"contrast"_s, 0}};
        QDBusConnection theirs = bus.connection(u"portal"_s);
        QVERIFY(theirs.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(theirs.registerService(u"org.freedesktop.portal.Desktop"_s));

        const ui::DesktopSettings desktop(bus.connection(u"console"_s));

        QTRY_COMPARE(desktop.scheme(), std::optional(Mode::Dark));
        QVERIFY(!desktop.wantsContrast() && !desktop.wantsStill());
    }

    void theWindowFollowsTheDesktopWhileItIsOpen()
    {
        test::WindowBench bench;
        bench.themes.choose(Choice::System);
        auto* desktop = bench.window->findChild<ui::DesktopSettings*>();
        const auto says = [&](const QString& key, uint value) {
            desktop->hear(u"org.freedesktop.appearance"_s, key, QDBusVariant(value));
        };
        const ui::Theme& theme = bench.themes.theme();

        says(u"color-scheme"_s, 1);
        QCOMPARE(theme.mode, Mode::Dark);
        says(u"color-scheme"_s, 2);
        QCOMPARE(theme.mode, Mode::Light);
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window), theme.surface.window);
        says(u"contrast"_s, 1);
        QCOMPARE(theme.text.tertiary, theme.text.primary);
        QVERIFY(ui::contrast(theme.text.primary, theme.surface.panel) > 15);
        says(u"color-scheme"_s, 1);
        QCOMPARE(theme.mode, Mode::Dark);
        QVERIFY(ui::contrast(theme.text.primary, theme.surface.panel) > 15);
    }

    void whatWasChosenHereStaysAsItIs()
    {
        ui::ThemeSource themes(Choice::Light);
        const QSignalSpy changed(&themes, &ui::ThemeSource::changed);

        ui::SystemLooks::of(themes).hear(Mode::Dark, true);
        QCOMPARE(themes.theme().mode, Mode::Light);
        QCOMPARE(changed.count(), 0);
        ui::SystemLooks::of(themes).hear(Mode::Dark, false);
        themes.choose(Choice::System);

        QCOMPARE(themes.theme().mode, Mode::Dark);
    }

    void anotherPaletteOfTheSystemIsTakenUp()
    {
        test::WindowBench bench;
        bench.themes.choose(Choice::System);
        const ui::Theme& theme = bench.themes.theme();

        QApplication::setPalette(QPalette(Qt::white)); // as a desktop's plugin does
        QTRY_COMPARE(theme.mode, Mode::Light);
        QApplication::setPalette(QPalette(Qt::black));
        QTRY_COMPARE(theme.mode, Mode::Dark);
        QTRY_COMPARE(QGuiApplication::palette().color(QPalette::Window), theme.surface.window);
        bench.themes.choose(Choice::HighContrast);
        QCOMPARE(theme.surface.panel, QColor(Qt::black));
        QEvent another(QEvent::ThemeChange); // the style's own palette lies under that of a test
        QCoreApplication::sendEvent(bench.window.get(), &another);

        QCOMPARE(theme.mode, Mode::Light);
        QVERIFY(theme.surface.panel != QColor(Qt::black));
    }
};

SIGNALBOX_TEST(TestDesktopSettings)

} // namespace signalbox

#include "tst_desktopsettings.moc"
