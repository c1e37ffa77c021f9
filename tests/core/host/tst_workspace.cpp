// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo.h"
#include "core/host/workspace.h"
#include "tests/core/host/fulldisk.h"
#include "tests/signalboxtest.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::host;

class TestWorkspace : public QObject {
    Q_OBJECT

private slots:
    void whatWasSavedIsLoadedAgain()
    {
        const QTemporaryDir folder;
        const std::string place = folder.filePath(QStringLiteral("here/signalbox.sqlite")).toStdString();
        auto workspace = Workspace::load("sqlite:" + place);
        QVERIFY(static_cast<bool>(workspace));
        workspace->lines["parser"] = "/repositories/parser";
        workspace->keepCheckpointsDays = 7;
        workspace->webhooks = {.on = true, .address = "[::1]:6000"};
        const RemoteLine remote{.api = "https://github.acme.com/api/v3",
                                .repository = "acme/shop",
                                .token = "ACME_TOKEN",
                                .since = UtcTime(std::chrono::seconds(1'800'000'000))};
        workspace->remotes["acme/shop"] = remote;
        QVERIFY(static_cast<bool>(workspace->save()));

        const auto again = Workspace::load(place);

        QVERIFY(static_cast<bool>(again));
        QCOMPARE(again->lines.at("parser").string(), std::string("/repositories/parser"));
        QCOMPARE(again->ci, workspace->ci);
        QCOMPARE(again->keepCheckpointsDays, 7);
        QVERIFY(again->webhooks == workspace->webhooks);
        QVERIFY(again->remotes.at("acme/shop") == remote);
        QVERIFY(again->has("acme/shop") && again->has("parser") && !again->has("shop"));
    }

    void aRemoteLineThatCannotBeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("told");
        QTest::newRow("provider") << QByteArray(R"("provider":"bitbucket","repository":"a/b")")
                                  << QStringLiteral("provider");
        QTest::newRow("repository") << QByteArray(R"("provider":"github","repository":"../b")")
                                    << QStringLiteral("repository");
        QTest::newRow("groups within groups are GitLab's")
            << QByteArray(R"("provider":"github","repository":"a/b/c")") << QStringLiteral("OWNER/NAME");
        QTest::newRow("a user's own is none")
            << QByteArray(R"("provider":"gitlab","repository":"b")") << QStringLiteral("GROUP/PROJECT");
        QTest::newRow("a token in the clear")
            << QByteArray("\"provider\":\"github\",\"repository\":\"a/b\",\"api\":\"http://acme.com\"")
            << QStringLiteral("TLS");
    }

    void aRemoteLineThatCannotBeIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("signalbox.workspace.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"remotes\":{\"a/b\":{\"since\":\"2026-11-22T13:00:00Z\"," + json + "}}}");
        file.close();

        const auto loaded = Workspace::load(folder.filePath(QStringLiteral("signalbox.sqlite")).toStdString());

        QVERIFY(!loaded && loaded.error().code == ErrorCode::InvalidInput);
        const QString line = QString::fromStdString(loaded.error().detail);
        QVERIFY2(line.contains(QStringLiteral("line a/b: ")) && line.contains(told), qPrintable(line));
    }

    void aFileThatIsNotJsonIsNamed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("signalbox.workspace.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{oops");
        file.close();

        const auto loaded = Workspace::load(folder.filePath(QStringLiteral("signalbox.sqlite")).toStdString());

        QVERIFY(!loaded);
        QVERIFY(QString::fromStdString(loaded.error().detail).contains(QStringLiteral("signalbox.workspace.json")));
    }

    void aPathThatIsNotUtf8IsRefusedWithAWord()
    {
        const QTemporaryDir folder;
        const std::string place = folder.path().toStdString();
        auto workspace = Workspace::load(place + "/signalbox.sqlite");
        QVERIFY(static_cast<bool>(workspace));
        workspace->lines["parser"] = place + "/pars\xff";

        const auto store = Workspace::load(place + "/st\xffre.sqlite");
        const auto saved = workspace->save();

        QVERIFY(!store && store.error().code == ErrorCode::InvalidInput);
        QVERIFY(!saved && saved.error().code == ErrorCode::InvalidInput);
    }

    void withoutAHomeInTheEnvironmentTheStoreIsInThatOfTheUser()
    {
        const QByteArray home = qgetenv("HOME");
        const QByteArray data = qgetenv("XDG_DATA_HOME");
        qunsetenv("XDG_DATA_HOME");
        for (const char* none : {"", "here"}) {
            qputenv("HOME", none);
            QVERIFY(Workspace::defaultStore().is_absolute());
        }
        qputenv("HOME", home);
        if (!data.isNull())
            qputenv("XDG_DATA_HOME", data);
    }

    void aTimeToKeepThatIsNoneIsRefused()
    {
        const QTemporaryDir folder;
        const std::string place = folder.filePath(QStringLiteral("signalbox.sqlite")).toStdString();
        for (const char* days : {"-1", "\"ten\"", "36501", "1.5"}) {
            QFile file(folder.filePath(QStringLiteral("signalbox.workspace.json")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("{\"keep_checkpoints_days\": ") + days + "}");
            file.close();

            const auto loaded = Workspace::load(place);

            QVERIFY(!loaded);
            QVERIFY(QString::fromStdString(loaded.error().detail).contains(QStringLiteral("keep_checkpoints_days")));
        }
    }

    void linesThatAreNoneAreNotTakenForNone()
    {
        const QTemporaryDir folder;
        for (const char* json :
             {R"({"lines":5})", R"({"lines":{"shop":5}})", R"({"remotes":[]})", R"({"receivers":""})"}) {
            QFile file(folder.filePath(QStringLiteral("signalbox.workspace.json")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
            file.close();

            const auto loaded = Workspace::load(folder.filePath(QStringLiteral("signalbox.sqlite")).toStdString());

            QVERIFY2(!loaded && loaded.error().code == ErrorCode::InvalidInput, json);
        }
    }

    void aStoreOfAnotherKindIsRefused_data()
    {
        QTest::addColumn<QByteArray>("place");
        for (const char* place : {"postgresql://host/db", "mysql://host/db", "file:///tmp/store.sqlite", "sqlite:"})
            QTest::newRow(place) << QByteArray(place);
    }
    void aStoreOfAnotherKindIsRefused()
    {
        QFETCH(QByteArray, place);
        QVERIFY(!Workspace::load(place.toStdString()));
    }

    void aDemoThatCannotBeWrittenLeavesNothingHalfMade()
    {
        const QTemporaryDir folder;
        const std::filesystem::path demo = folder.filePath(QStringLiteral("demo")).toStdString();
        const std::filesystem::path store = folder.filePath(QStringLiteral("store.sqlite")).toStdString();
        const auto made = [&] {
            const test::FullDisk disk(100);
            return makeDemo(store.string(), demo);
        }();

        QVERIFY(!made);
        QDirIterator all(folder.path(), {QStringLiteral(".new-*")}, QDir::AllEntries | QDir::Hidden,
                         QDirIterator::Subdirectories);
        QVERIFY2(!all.hasNext(), qPrintable(all.next()));
    }
};

SIGNALBOX_TEST(TestWorkspace)
#include "tst_workspace.moc"
