// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/workspace.h"
#include "tests/signalboxtest.h"

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
        QVERIFY(static_cast<bool>(workspace->save()));

        const auto again = Workspace::load(place);

        QVERIFY(static_cast<bool>(again));
        QCOMPARE(again->lines.at("parser").string(), std::string("/repositories/parser"));
        QCOMPARE(again->ci, workspace->ci);
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

    void aStoreOfAnotherKindIsRefused() { QVERIFY(!Workspace::load("postgresql://host/db")); }
};

SIGNALBOX_TEST(TestWorkspace)
#include "tst_workspace.moc"
