// SPDX-License-Identifier: GPL-3.0-or-later
// How many tools say the same: one line of a failing step is enough to know its class.
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::log;

class TestToolWordings : public QObject {
    Q_OBJECT

private slots:
    void aLineOfAToolHasItsClass_data()
    {
        QTest::addColumn<QByteArray>("failureClass");
        QTest::addColumn<QByteArray>("line");

        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/tool_wordings.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray& row : file.readAll().split('\n')) {
            const qsizetype tab = row.indexOf('\t');
            if (tab > 0)
                QTest::newRow(row.constData()) << row.left(tab) << row.mid(tab + 1);
        }
    }

    void aLineOfAToolHasItsClass()
    {
        QFETCH(QByteArray, failureClass);
        QFETCH(QByteArray, line);
        const QByteArray ending = failureClass == "none" ? "\n" : "\n##[error]Process completed with exit code 1.\n";

        const Classification found = test::classify((line + ending).toStdString());

        QCOMPARE(QByteArray::fromStdString(found.failureClass), failureClass);
    }

    void theFailingCommandSpeaksWhereNoLineDoes_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("failureClass");

        QTest::newRow("a test run") << QByteArray("npm test") << QByteArray("test_failure");
        QTest::newRow("a linter") << QByteArray("npm run lint") << QByteArray("lint_failure");
        QTest::newRow("a build") << QByteArray("make all") << QByteArray("compile_error");
        QTest::newRow("documentation") << QByteArray("mkdocs build") << QByteArray("doc_build");
        QTest::newRow("a script of which nobody knows") << QByteArray("./frobnicate.sh") << QByteArray("unknown");
    }

    void theFailingCommandSpeaksWhereNoLineDoes()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, failureClass);
        const QByteArray log = "##[group]Run " + command
            + "\n##[endgroup]\nthe widget is not frobnicated\n##[error]Process completed with exit code 1.\n";

        const Classification found = test::classify(log.toStdString());

        QCOMPARE(QByteArray::fromStdString(found.failureClass), failureClass);
    }

    void whoSpeaksDoesNotHideWhatIsSaid_data()
    {
        QTest::addColumn<QByteArray>("line");

        QTest::newRow("an annotation") << QByteArray("  Error: not ok 3 - adds");
        QTest::newRow("the clock of Jenkins") << QByteArray("10:25:20  not ok 3 - adds");
        QTest::newRow("a package of a workspace") << QByteArray("packages/core test: not ok 3 - adds");
        QTest::newRow("a task of a monorepo") << QByteArray("@acme/core:test: not ok 3 - adds");
        QTest::newRow("a container of compose") << QByteArray("web_1  | not ok 3 - adds");
    }

    void whoSpeaksDoesNotHideWhatIsSaid()
    {
        QFETCH(QByteArray, line);

        QCOMPARE(test::classify(line.toStdString()).failureClass, std::string("test_failure"));
    }
};

SIGNALBOX_TEST(TestToolWordings)
#include "tst_toolwordings.moc"
