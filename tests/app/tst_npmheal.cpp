// SPDX-License-Identifier: GPL-3.0-or-later
// What npm-heal refuses, in one line, and a rehearsal that touches nothing.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestNpmHeal : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatItCannotHeal_data()
    {
        QTest::addColumn<QStringList>("files"); // path, content, path, content
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("says");

        QTest::newRow("a folder that is not there") << QStringList() << u"nowhere"_s << u"no such folder"_s;
        QTest::newRow("no manifest") << QStringList{u"a.txt"_s, u"a"_s} << u"."_s << u"has no package.json"_s;
        QTest::newRow("a manifest that is no JSON")
            << QStringList{u"package.json"_s, u"{"_s} << u"."_s << u"is not a JSON object"_s;
        QTest::newRow("another package manager")
            << QStringList{u"package.json"_s, u"{}"_s, u"yarn.lock"_s, u""_s} << u"."_s << u"yarn.lock"_s;
        QTest::newRow("a workspace of a project above")
            << QStringList{u"package.json"_s, u"{\"workspaces\": [\"part\"]}"_s, u"part/package.json"_s, u"{}"_s}
            << u"part"_s << u"may be a workspace of"_s;
        QTest::newRow("a dependency outside of the project")
            << QStringList{u"shop/package.json"_s, u"{\"dependencies\": {\"lib\": \"file:../lib\"}}"_s} << u"shop"_s
            << u"outside of the project"_s;
    }

    void refusesWhatItCannotHeal()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, folder);
        QFETCH(QString, says);
        QTemporaryDir place;
        for (qsizetype i = 0; i + 1 < files.size(); i += 2)
            write(place.path(), files[i], files[i + 1].toUtf8());

        const Answered answered
            = runCtl({u"npm-heal"_s, folder, u"--store"_s, place.filePath(u"s.sqlite"_s)}, {}, place.path());

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY2(answered.diagnostics.contains(says), qPrintable(answered.diagnostics));
        QVERIFY(!QFile::exists(place.filePath(u"s.sqlite"_s)));
    }

    void aManifestBehindALinkIsRefused()
    {
        QTemporaryDir place;
        write(place.path(), u"elsewhere.json"_s, "{}");
        write(place.path(), u"shop/readme"_s, "");
        QVERIFY(QFile::link(place.filePath(u"elsewhere.json"_s), place.filePath(u"shop/package.json"_s)));

        const Answered answered = runCtl({u"npm-heal"_s, place.filePath(u"shop"_s), u"--dry-run"_s});

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
    }

    void aRehearsalSaysWhatItWouldDo_data()
    {
        QTest::addColumn<QByteArray>("lockfile");
        QTest::addColumn<QString>("says");

        QTest::newRow("no lockfile") << QByteArray() << u"there is no lockfile"_s;
        QTest::newRow("one that fits") << QByteArray(R"({"packages": {"": {"dependencies": {"cart": "^2.4.0"}}}})")
                                       << u"matches package.json"_s;
        QTest::newRow("one that does not fit")
            << QByteArray(R"({"packages": {"": {"dependencies": {"cart": "^1.0.0"}}}})")
            << u"does not match package.json"_s;
        QTest::newRow("one that cannot be read") << QByteArray("<<<<<<< HEAD") << u"cannot be read"_s;
    }

    void aRehearsalSaysWhatItWouldDo()
    {
        QFETCH(QByteArray, lockfile);
        QFETCH(QString, says);
        QTemporaryDir place;
        write(place.path(), u"package.json"_s, R"({"dependencies": {"cart": "^2.4.0"}})");
        if (!lockfile.isEmpty())
            write(place.path(), u"package-lock.json"_s, lockfile);
        const QStringList before = QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden);

        const Answered answered
            = runCtl({u"npm-heal"_s, place.path(), u"--dry-run"_s, u"--store"_s, place.filePath(u"s.sqlite"_s)});

        QCOMPARE(answered.status, 0);
        QVERIFY2(answered.output.contains(says), qPrintable(answered.output));
        QCOMPARE(QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

private:
    static void write(const QString& folder, const QString& path, const QByteArray& bytes)
    {
        QDir(folder).mkpath(QFileInfo(path).path());
        QFile file(folder + u'/' + path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

SIGNALBOX_TEST(TestNpmHeal)
#include "tst_npmheal.moc"
