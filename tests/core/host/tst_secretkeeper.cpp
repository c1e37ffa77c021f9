// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/secretkeeper.h"

#include "core/host/secrets.h"
#include "tests/core/host/fulldisk.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace signalbox {

namespace fs = std::filesystem;
using host::NewSecret;
using host::SecretFile;
using host::SecretKeeper;
using host::SecretPlace;

class TestSecretKeeper : public QObject {
    Q_OBJECT

private:
    static constexpr const char* kSecret = "ghp_0123456789abcdefghij";
    static constexpr int kSlowDisk_ms = 60'000; // each write waits for it

    QTemporaryDir m_folder;
    fs::path store() const { return fs::path(m_folder.path().toStdString()) / "s.sqlite"; }
    static NewSecret sealed(const std::string& value, const std::string& passphrase = "horse")
    {
        return {.value = value, .keep = SecretPlace::Sealed, .passphrase = passphrase};
    }
    std::string content() const
    {
        std::ifstream file(SecretFile::beside(store()));
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    static QString valueIn(SecretKeeper& keeper, const std::string& name)
    {
        const auto found = keeper.find(name);
        return QString::fromStdString(found ? found->value : "! " + found.error().detail);
    }

private slots:
    void init()
    {
        qunsetenv("SIGNALBOX_PASSPHRASE");
        QFile::remove(QString::fromStdString(SecretFile::beside(store()).string()));
    }

    void whatIsSealedIsOpenedByItsPassphraseAlone()
    {
        SecretKeeper writer;
        writer.useStore(store());
        QVERIFY(writer.keep("GH_TOKEN", sealed(kSecret)));
        QVERIFY(writer.keep("GITLAB_TOKEN", {.value = "glpat-0123456789", .keep = SecretPlace::Sealed}));
        QCOMPARE(valueIn(writer, "GH_TOKEN"), QLatin1String(kSecret));
        QVERIFY(content().find("0123456789") == std::string::npos);
        const auto mode = fs::status(SecretFile::beside(store())).permissions();
        QVERIFY(mode == (fs::perms::owner_read | fs::perms::owner_write));

        SecretKeeper reader;
        reader.useStore(store());
        QVERIFY(valueIn(reader, "GH_TOKEN").contains(QLatin1String("SIGNALBOX_PASSPHRASE")));
        const auto wrong = reader.unlock("mule");
        QVERIFY(!wrong && wrong.error().detail.find("another passphrase") != std::string::npos);
        QVERIFY(reader.unlock("horse"));
        QCOMPARE(valueIn(reader, "GH_TOKEN"), QLatin1String(kSecret));
        QCOMPARE(valueIn(reader, "GITLAB_TOKEN"), QLatin1String("glpat-0123456789"));
        QVERIFY(valueIn(reader, "OTHER").isEmpty());
        QCOMPARE(reader.values().size(), std::size_t(2));
        QVERIFY(!reader.keep("GH_TOKEN", sealed("another one", "mule")));
        QCOMPARE(valueIn(reader, "GH_TOKEN"), QLatin1String(kSecret));
    }

    void aProgramOpensItByItsEnvironment()
    {
        SecretKeeper writer;
        writer.useStore(store());
        QVERIFY(writer.keep("GH_TOKEN", sealed(kSecret)));
        qputenv("SIGNALBOX_PASSPHRASE", "horse");
        SecretKeeper reader;
        reader.useStore(store());
        QCOMPARE(valueIn(reader, "GH_TOKEN"), QLatin1String(kSecret));
        const auto listed = reader.list();
        QVERIFY(listed && listed->size() == 1 && listed->front().place == SecretPlace::Sealed);

        QVERIFY(writer.keep("GH_TOKEN", sealed("ghp_another0123456789"))); // by another program
        QCOMPARE(valueIn(reader, "GH_TOKEN"), QLatin1String("ghp_another0123456789"));
        QVERIFY(reader.remove("GH_TOKEN"));
        QVERIFY(valueIn(writer, "GH_TOKEN").isEmpty());
        const auto gone = reader.remove("GH_TOKEN");
        QVERIFY(!gone && gone.error().code == ErrorCode::NotFound);
    }

    void aDamagedFileIsToldOf()
    {
        SecretKeeper writer;
        writer.useStore(store());
        QVERIFY(writer.keep("GH_TOKEN", sealed(kSecret)));
        std::string text = content();
        const auto box = text.find("\"box\": \"") + 20;
        text[box] = text[box] == '0' ? '1' : '0';
        std::ofstream(SecretFile::beside(store())) << text;
        SecretKeeper reader;
        reader.useStore(store());
        const auto opened = reader.unlock("horse");
        QVERIFY(!opened && opened.error().detail.find("damaged") != std::string::npos);

        std::ofstream(SecretFile::beside(store())) << "{\"sealed\": ";
        const auto found = reader.find("GH_TOKEN");
        QVERIFY(!found && found.error().detail.find("is damaged; restore it") != std::string::npos);
        QVERIFY(!reader.keep("GH_TOKEN", sealed(kSecret))); // what may be mended is not written over
    }

    void aFullDiskLeavesWhatWasThere()
    {
        SecretKeeper writer;
        writer.useStore(store());
        QVERIFY(writer.keep("GH_TOKEN", sealed(kSecret)));
        const std::string before = content();
        {
            const test::FullDisk full(64);
            const auto kept = writer.keep("GITLAB_TOKEN", sealed("glpat-0123456789"));
            QVERIFY(!kept && kept.error().code == ErrorCode::Io);
        }
        QCOMPARE(content(), before);
        QCOMPARE(valueIn(writer, "GH_TOKEN"), QLatin1String(kSecret));
        QVERIFY(valueIn(writer, "GITLAB_TOKEN").isEmpty());
    }

    void aKillLeavesTheOldOrTheNew()
    {
        SecretKeeper writer;
        writer.useStore(store());
        QVERIFY(writer.keep("GH_TOKEN", sealed("ghp_value0000000000000")));
        for (int round = 0; round < 5; ++round) {
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                for (int count = 0;; ++count)
                    static_cast<void>(writer.keep(
                        "GH_TOKEN", {.value = "ghp_value" + std::to_string(count), .keep = SecretPlace::Sealed}));
            }
            const std::string before = content();
            const bool changed = QTest::qWaitFor([&] { return content() != before; }, kSlowDisk_ms);
            kill(child, SIGKILL); // whatever came of it: else it holds what this program writes to
            waitpid(child, nullptr, 0);
            QVERIFY(changed);
            SecretKeeper reader;
            reader.useStore(store());
            QVERIFY(reader.unlock("horse"));
            QVERIFY2(valueIn(reader, "GH_TOKEN").startsWith(QLatin1String("ghp_value")),
                     qPrintable(valueIn(reader, "GH_TOKEN")));
        }
        QVERIFY(writer.keep("GITLAB_TOKEN", sealed("glpat-0123456789"))); // its lock is nobody's any more
    }

    void whatIsForThisSessionIsInNoFile()
    {
        SecretKeeper keeper;
        keeper.useStore(store());
        QVERIFY(keeper.keep("GH_TOKEN", {.value = kSecret, .keep = SecretPlace::Session}));
        QCOMPARE(valueIn(keeper, "GH_TOKEN"), QLatin1String(kSecret));
        QVERIFY(content().empty());
        QVERIFY(keeper.remove("GH_TOKEN"));
        QVERIFY(valueIn(keeper, "GH_TOKEN").isEmpty());
        QVERIFY(!keeper.keep("GH_TOKEN", {.value = "", .keep = SecretPlace::Session}));
        QVERIFY(!keeper.keep("GH_TOKEN", {.value = kSecret, .keep = SecretPlace::Environment}));
    }

    void whatIsKeptIsFoundByNameAndRedacted()
    {
        SecretKeeper& keeper = SecretKeeper::ofProcess();
        keeper.useStore(store());
        QVERIFY(keeper.keep("SHOP_TOKEN", {.value = kSecret, .keep = SecretPlace::Session}));
        QCOMPARE(*host::secretNamed("SHOP_TOKEN"), kSecret);
        const auto known = host::knownSecrets(host::Workspace());
        QVERIFY(std::ranges::find(known, kSecret) != known.end());
        qputenv("SHOP_TOKEN", "of the environment");
        QCOMPARE(*host::secretNamed("SHOP_TOKEN"), "of the environment");
        qunsetenv("SHOP_TOKEN");
        QVERIFY(keeper.remove("SHOP_TOKEN"));
        QVERIFY(host::isSecretName("GH_TOKEN") && !host::isSecretName("ghp-1") && !host::isSecretName("1A"));
        QCOMPARE(host::endOf(kSecret), "ghij");
        QCOMPARE(host::endOf("short"), "");
    }

    void passwordsOfTheEnvironmentAreKnown()
    {
        qputenv("MYSQL_PWD", "wheelbarrow-1");
        qputenv("SHOP_DATABASE", "postgres://shop:wheelbarrow-2@db.acme.com:5432/shop?x=1@2");
        qputenv("SHOP_PAGE", "https://acme.com:8443/a@b:wheelbarrow-3");

        const auto known = host::knownSecrets(host::Workspace());

        const auto isKnown = [&](const std::string& value) { return std::ranges::find(known, value) != known.end(); };
        QVERIFY(isKnown("wheelbarrow-1") && isKnown("wheelbarrow-2"));
        QVERIFY(!isKnown("wheelbarrow-3") && !isKnown(qgetenv("PWD").toStdString()));
        for (const char* name : {"MYSQL_PWD", "SHOP_DATABASE", "SHOP_PAGE"})
            qunsetenv(name);
    }
};

SIGNALBOX_TEST(TestSecretKeeper)

} // namespace signalbox

#include "tst_secretkeeper.moc"
