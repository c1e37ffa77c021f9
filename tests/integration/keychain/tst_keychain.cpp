// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in the desktop's keychain: the real signalboxctl, and a gnome-keyring on a bus of its own.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;
constexpr const char* kSecret = "ghp_0123456789abcdefghij";

/// A bus, and on it a keyring that is unlocked or not; both end with it.
class Desktop {
public:
    /// Empty; else what is missing here.
    QString start(const QString& home)
    {
        for (const char* program : {"dbus-daemon", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                return QString::fromLatin1(program) + u" is not installed"_s;
        }
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForReadyRead(kPatience))
            return u"no bus starts here"_s;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        qputenv("XDG_DATA_HOME", home.toUtf8());
        qputenv("XDG_RUNTIME_DIR", home.toUtf8());
        return {};
    }
    bool keyring(const QByteArray& password)
    {
        QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
        if (!password.isEmpty())
            arguments << u"--unlock"_s;
        m_keyring.start(u"gnome-keyring-daemon"_s, arguments);
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        return m_keyring.waitForStarted(kPatience)
            && QTest::qWaitFor(
                   [] {
                       QProcess asked;
                       asked.start(u"dbus-send"_s,
                                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                                    u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
                       return asked.waitForFinished(kPatience) && asked.readAll().contains("true");
                   },
                   kPatience);
    }
    void lock()
    {
        m_keyring.terminate();
        m_keyring.waitForFinished(kPatience);
    }
    ~Desktop()
    {
        for (QProcess* program : {&m_keyring, &m_bus}) {
            program->terminate();
            if (program->state() != QProcess::NotRunning && !program->waitForFinished(kPatience))
                program->kill();
        }
        for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qunsetenv(name);
    }

private:
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace

class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void aTokenIsKeptListedAndRemoved();
    void withoutAKeychainItIsSealed();

private:
    static bool standsInAFile(const QString& folder, const QByteArray& words)
    {
        for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(words))
                return true;
        }
        return false;
    }
};

void TestKeychain::aTokenIsKeptListedAndRemoved()
{
    const QTemporaryDir home;
    const QTemporaryDir folder;
    Desktop desktop;
    if (const QString why = desktop.start(home.path()); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(desktop.keyring("pw\n"));
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    const auto ctl
        = [&](const QStringList& words, const QByteArray& input = {}) { return runCtl(store + words, input); };

    const Answered set = ctl({u"secret"_s, u"set"_s, u"GH_TOKEN"_s}, QByteArray(kSecret) + '\n');
    QVERIFY2(set.status == 0, qPrintable(set.diagnostics));
    const Answered listed = ctl({u"secret"_s, u"list"_s, u"--json"_s});
    const QJsonObject one = QJsonDocument::fromJson(listed.output.toUtf8()).array().at(0).toObject();
    QCOMPARE(one[u"place"_s].toString(), u"keychain"_s);
    QCOMPARE(one[u"readable"_s].toBool(), true);
    QCOMPARE(one[u"end"_s].toString(), u"ghij"_s);
    QVERIFY(!standsInAFile(folder.path(), kSecret));

    desktop.lock();
    QVERIFY(desktop.keyring({})); // nobody has unlocked it
    const Answered locked = ctl({u"repo"_s, u"add"_s, u"acme/shop"_s, u"--api"_s, u"http://127.0.0.1:1"_s});
    QVERIFY(locked.status != 0 && isOneLine(locked.diagnostics));
    QVERIFY2(locked.diagnostics.contains(u"The keychain is locked. Signalbox cannot read tokens. Unlock it"_s),
             qPrintable(locked.diagnostics));

    desktop.lock();
    QVERIFY(desktop.keyring("pw\n"));
    const Answered unlocked = ctl({u"repo"_s, u"add"_s, u"acme/shop"_s, u"--api"_s, u"http://127.0.0.1:1"_s});
    QVERIFY2(unlocked.diagnostics.contains(u"http://127.0.0.1:1"_s), qPrintable(unlocked.diagnostics)); // it is used
    QCOMPARE(ctl({u"secret"_s, u"remove"_s, u"GH_TOKEN"_s}).status, 0);
    QCOMPARE(ctl({u"secret"_s, u"list"_s, u"--json"_s}).output.trimmed(), u"[]"_s);
    QVERIFY(!standsInAFile(folder.path(), kSecret));
}

void TestKeychain::withoutAKeychainItIsSealed()
{
    const QTemporaryDir folder;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.filePath(u"none"_s).toUtf8());
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};

    const Answered refused = runCtl(store + QStringList{u"secret"_s, u"set"_s, u"GH_TOKEN"_s}, kSecret);
    QVERIFY2(refused.status != 0 && refused.diagnostics.contains(u"There is no keychain"_s)
                 && isOneLine(refused.diagnostics),
             qPrintable(refused.diagnostics));
    const QStringList seal{u"secret"_s, u"set"_s, u"GH_TOKEN"_s, u"--keep"_s, u"sealed"_s};
    QCOMPARE(runCtl(store + seal, kSecret).status, 2); // without a passphrase
    qputenv("SIGNALBOX_PASSPHRASE", "correct horse");
    QCOMPARE(runCtl(store + seal, kSecret).status, 0);
    QVERIFY(runCtl(store + QStringList{u"secret"_s, u"list"_s}).output.contains(u"GH_TOKEN\tsealed\t...ghij"_s));
    qunsetenv("SIGNALBOX_PASSPHRASE");
    QVERIFY(runCtl(store + QStringList{u"secret"_s, u"list"_s}).output.contains(u"cannot be read now"_s));
    QCOMPARE(runCtl(store + QStringList{u"secret"_s, u"set"_s, QString::fromLatin1(kSecret)}, "x").status, 2);
    QVERIFY(!standsInAFile(folder.path(), kSecret) && !standsInAFile(folder.path(), "correct horse"));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

SIGNALBOX_TEST(TestKeychain)
#include "tst_keychain.moc"
