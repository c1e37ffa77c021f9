// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of signalboxctl: what it takes, what it refuses, and with which words and status.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

} // namespace

class TestArguments : public QObject {
    Q_OBJECT

private slots:
    void badUsageIsOneLineAndStatusTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");

        QTest::newRow("no command") << QStringList{} << u"no command"_s;
        QTest::newRow("a command that is not there") << QStringList{u"clasify"_s} << u"\"clasify\""_s;
        QTest::newRow("a group without its second word") << QStringList{u"policy"_s} << u"\"policy\""_s;
        QTest::newRow("a group with a wrong second word") << QStringList{u"policy"_s, u"x"_s} << u"\"policy x\""_s;
        QTest::newRow("an unknown option") << QStringList{u"classify"_s, u"--loud"_s, u"f"_s} << u"--loud"_s;
        QTest::newRow("an option of the command before it")
            << QStringList{u"--format"_s, u"plain"_s, u"classify"_s} << u"--format"_s;
        QTest::newRow("settings that are not there")
            << QStringList{u"--config"_s, u"/nowhere/at/all.json"_s, u"graph"_s, u"--list"_s}
            << u"/nowhere/at/all.json"_s;
        QTest::newRow("a bench of no step")
            << QStringList{u"bench"_s, u"graph"_s, u"--steps"_s, u"0"_s} << u"--steps"_s;
        QTest::newRow("an option without its value") << QStringList{u"classify"_s, u"--format"_s} << u"--format"_s;
        QTest::newRow("an empty value") << QStringList{u"--store="_s, u"classify"_s, u"f"_s} << u"--store"_s;
        QTest::newRow("a value for a flag") << QStringList{u"--json=yes"_s, u"classify"_s, u"f"_s} << u"--json"_s;
        QTest::newRow("an argument too few") << QStringList{u"classify"_s} << u"FILE"_s;
        QTest::newRow("an argument too many") << QStringList{u"classify"_s, u"a"_s, u"bee"_s} << u"\"bee\""_s;
        QTest::newRow("an empty argument") << QStringList{u"classify"_s, u""_s} << u"empty"_s;
        QTest::newRow("a format that is not one")
            << QStringList{u"classify"_s, u"--format"_s, u"jenkins"_s, u"f"_s} << u"jenkins"_s;
        QTest::newRow("a name with a line break and an escape")
            << QStringList{u"classify"_s, u"no\nsuch\x1b[31m"_s} << u"no"_s;
    }

    void badUsageIsOneLineAndStatusTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);

        const Answered answered = runCtl(arguments);

        QCOMPARE(answered.status, 2);
        QCOMPARE(answered.output, QString());
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY2(answered.diagnostics.contains(named), qPrintable(answered.diagnostics));
        QVERIFY(!answered.diagnostics.contains(u'\x1b'));
    }

    void aFolderWhoseNameCannotBeALineIsNotKept()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"a b"_s));

        const Answered answered = runCtl({u"heal"_s, u"--store"_s, u"s.sqlite"_s, u"--provider"_s, u"local"_s,
                                          u"--repo"_s, u"a b"_s, u"--run"_s, u"new"_s},
                                         {}, folder.path());

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY(!QFile::exists(folder.filePath(u"s.workspace.json"_s)));
    }

    void helpAnswersAtEveryLevel_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("holds");

        QTest::newRow("the program") << QStringList{u"--help"_s} << u"policy check"_s;
        QTest::newRow("the program, in short") << QStringList{u"-h"_s} << u"classify"_s;
        QTest::newRow("as a word") << QStringList{u"help"_s} << u"policy check"_s;
        QTest::newRow("a group, as a word") << QStringList{u"help"_s, u"policy"_s} << u"policy check"_s;
        QTest::newRow("a command, as a word")
            << QStringList{u"help"_s, u"policy"_s, u"check"_s} << u"usage: signalboxctl policy check [FILE]"_s;
        QTest::newRow("a group") << QStringList{u"policy"_s, u"--help"_s} << u"policy check"_s;
        QTest::newRow("a command") << QStringList{u"classify"_s, u"--help"_s} << u"usage: signalboxctl classify"_s;
        QTest::newRow("before the command") << QStringList{u"--help"_s, u"classify"_s} << u"--format"_s;
        QTest::newRow("a command of two words")
            << QStringList{u"policy"_s, u"check"_s, u"--help"_s} << u"usage: signalboxctl policy check [FILE]"_s;
    }

    void helpAnswersAtEveryLevel()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, holds);

        const Answered answered = runCtl(arguments);

        QCOMPARE(answered.status, 0);
        QCOMPARE(answered.diagnostics, QString());
        QVERIFY2(answered.output.contains(holds), qPrintable(answered.output));
        QVERIFY(answered.output.contains(u"--store URL"));
    }

    void versionIsThatOfTheBuild()
    {
        const Answered text = runCtl({u"--version"_s});
        const Answered json = runCtl({u"--json"_s, u"--version"_s});

        QCOMPARE(text.status, 0);
        QCOMPARE(text.output, u"signalboxctl "_s + QStringLiteral(SIGNALBOX_VERSION) + u'\n');
        QCOMPARE(jsonOf(json.output).value(u"version").toString(), QStringLiteral(SIGNALBOX_VERSION));
    }

    void globalOptionsStandOnBothSides()
    {
        const Answered before = runCtl({u"--json"_s, u"classify"_s, u"-"_s});
        const Answered after = runCtl({u"classify"_s, u"-"_s, u"--json"_s, u"--store=unused.db"_s});

        QCOMPARE(before.status, 0);
        QVERIFY2(!jsonOf(before.output).isEmpty(), qPrintable(before.output));
        QCOMPARE(after.status, 0);
        QVERIFY2(!jsonOf(after.output).isEmpty(), qPrintable(after.output));
    }

    void twoDashesEndTheOptions()
    {
        const Answered answered = runCtl({u"classify"_s, u"--"_s, u"--json"_s});

        QCOMPARE(answered.status, 2);
        QVERIFY2(answered.diagnostics.contains(u"cannot open --json"), qPrintable(answered.diagnostics));
    }

    void whoOnlyLooksMakesNoStore()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(u"none/signalbox.sqlite"_s);

        for (const QStringList& command : {QStringList{u"runs"_s, u"list"_s}, QStringList{u"approvals"_s, u"list"_s},
                                           QStringList{u"audit"_s, u"verify"_s}, QStringList{u"knowledge"_s, u"list"_s},
                                           QStringList{u"store"_s, u"show"_s}}) {
            const auto answer = runCtl(QStringList{u"--store"_s, store} + command);
            QCOMPARE(answer.status, 4);
            QVERIFY2(isOneLine(answer.diagnostics) && answer.diagnostics.contains(store),
                     qPrintable(answer.diagnostics));
            QVERIFY(answer.diagnostics.contains(u"demo"_s));
        }
        const auto doctor = runCtl({u"--store"_s, store, u"doctor"_s});
        QVERIFY2(doctor.output.contains(u"there is none"_s), qPrintable(doctor.output));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void knowledgeThatIsNoJsonIsRefusedWithWhatToDo()
    {
        const QTemporaryDir folder;
        const QString file = writtenFile(folder.path(), u"notes.txt"_s, "not json");

        const auto answer = runCtl({u"--store"_s, folder.filePath(u"s.sqlite"_s), u"knowledge"_s, u"import"_s, file});

        QCOMPARE(answer.status, 2);
        QVERIFY2(isOneLine(answer.diagnostics) && answer.diagnostics.contains(u"knowledge export"_s),
                 qPrintable(answer.diagnostics));
    }
};

SIGNALBOX_TEST(TestArguments)

#include "tst_arguments.moc"
