// SPDX-License-Identifier: GPL-3.0-or-later
// What signalboxctl says of a server whose token may only read, on the real test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/connections/forgeseeds.h"
#include "tests/integration/github/forgeprogram.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestDoctor : public QObject {
    Q_OBJECT

private slots:
    void eachRightOfAServerIsListed();
    void aRefusalThatIsNoneOfARightIsExplained();
    void aRepositoryThatIsGoneTakesNoRightsFromOthers();
    void cleanup() { qunsetenv("GH_TOKEN"); }

private:
    static QMap<QString, QJsonObject> rightsOn(const QStringList& store)
    {
        const QJsonObject found = jsonOf(runCtl(store + QStringList{u"doctor"_s, u"--json"_s}).output);
        QMap<QString, QJsonObject> rights;
        for (const auto& value : found[u"checks"_s].toArray()) {
            const QJsonObject check = value.toObject();
            if (check[u"check"_s].toString().startsWith(u"right "_s))
                rights.insert(check[u"check"_s].toString().section(u' ', 1, 1), check);
        }
        return rights;
    }
};

void TestDoctor::eachRightOfAServerIsListed()
{
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, kGitHub); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    qputenv("GH_TOKEN", "tok_reader");
    const Answered added
        = runCtl(store + QStringList{u"repo"_s, u"add"_s, u"acme/shop"_s, u"--api"_s, forge.url(), u"--watch-only"_s});
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    const QString listed = runCtl(store + QStringList{u"repo"_s, u"list"_s}).output;
    QVERIFY2(listed.contains(u"watched only"_s), qPrintable(listed));

    const QMap<QString, QJsonObject> rights = rightsOn(store);

    QCOMPARE(rights.size(), 10);
    QVERIFY(rights[u"read_runs"_s][u"ok"_s].toBool() && rights[u"read_environments"_s][u"ok"_s].toBool());
    const QJsonObject rerun = rights[u"rerun_jobs"_s];
    QVERIFY(!rerun[u"ok"_s].toBool() && !rerun[u"needed"_s].toBool());
    QVERIFY2(rerun[u"detail"_s].toString().contains(u"actions: write"_s), qPrintable(rerun[u"detail"_s].toString()));
    QCOMPARE(rerun[u"remedy"_s].toString(), u"without it failed jobs are not run again"_s);
    const QJsonObject hooks = rights[u"read_webhooks"_s];
    QVERIFY(!hooks[u"ok"_s].toBool() && !hooks[u"needed"_s].toBool());
    QCOMPARE(hooks[u"remedy"_s].toString(), u"without it missed deliveries are found by polling"_s);
    QVERIFY(rerun[u"check"_s].toString().endsWith(forge.url() + u" with GH_TOKEN"_s));
}

void TestDoctor::aRefusalThatIsNoneOfARightIsExplained()
{
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, kGitHub); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    qputenv("GH_TOKEN", "tok_fine");
    const Answered added = runCtl(store
                                  + QStringList{u"repo"_s, u"add"_s, forge.url() + u"/acme/shop/actions"_s,
                                                u"--provider"_s, u"github"_s}); // the address of a page
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));

    const QMap<QString, QJsonObject> rights = rightsOn(store);

    QCOMPARE(rights.size(), 10);
    int refused = 0;
    for (const QJsonObject& right : rights) {
        const QString detail = right[u"detail"_s].toString();
        QVERIFY2(right[u"ok"_s].toBool(), qPrintable(detail));
        const bool isRefused = detail.startsWith(u"HTTP 4"_s);
        QVERIFY2(detail.contains(u" ms: it may; "_s) == isRefused, qPrintable(detail));
        refused += isRefused ? 1 : 0;
    }
    QVERIFY(refused > 0);
}

void TestDoctor::aRepositoryThatIsGoneTakesNoRightsFromOthers()
{
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, gitHubWith(2)); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    const QStringList store{u"--store"_s, folder.filePath(u"s.sqlite"_s)};
    qputenv("GH_TOKEN", "tok_ops");
    for (const QString& name : {u"acme/shop-0"_s, u"acme/shop-1"_s}) {
        const Answered added = runCtl(store + QStringList{u"repo"_s, u"add"_s, name, u"--api"_s, forge.url()});
        QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    }
    qputenv("GH_TOKEN", "tok_second");

    const Answered told = runCtl(store + QStringList{u"doctor"_s});
    const QMap<QString, QJsonObject> rights = rightsOn(store);

    QVERIFY2(told.output.contains(u"FAILED\tline acme/shop-0"_s), qPrintable(told.output));
    QVERIFY2(rights[u"read_runs"_s][u"ok"_s].toBool(), qPrintable(rights[u"read_runs"_s][u"detail"_s].toString()));
}

SIGNALBOX_TEST(TestDoctor)
#include "tst_doctor.moc"
