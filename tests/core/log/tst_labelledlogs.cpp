// SPDX-License-Identifier: GPL-3.0-or-later
// The classifier on logs that nobody in this project wrote.
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace signalbox;
using namespace signalbox::log;

namespace {

// A change that loses more than a little is a mistake; tests/bench/classify_train.py says what is reached.
struct Floors {
    double failureClass = 0;
    double line = 0; // the first root cause within one line of the label
    double none = 0; // logs without failure that are called so
};

QString shared(const QString& path)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data/") + path;
}

QByteArray read(const QString& path)
{
    QFile file(shared(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QJsonObject> records(const QByteArray& lines)
{
    QList<QJsonObject> all;
    for (const QByteArray& line : lines.split('\n')) {
        if (!line.isEmpty())
            all << QJsonDocument::fromJson(line).object();
    }
    return all;
}

QByteArray unseenLogs()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/unseen_logs.jsonl"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Classification classified(const QJsonObject& record)
{
    return test::classify(record[QStringLiteral("log")].toString().toStdString());
}

bool isNear(const Classification& found, const QJsonArray& labelled)
{
    return std::ranges::any_of(labelled, [&](const QJsonValue& index) {
        return !found.rootCause.empty() && std::abs(found.rootCause.front().line - 1 - index.toInteger()) <= 1;
    });
}

void checkFloors(const QList<QJsonObject>& all, const Floors& floors)
{
    int failures = 0, right = 0, near = 0, healthy = 0, none = 0;
    for (const QJsonObject& record : all) {
        const std::string wanted = record[QStringLiteral("class")].toString().toStdString();
        const Classification found = classified(record);
        if (wanted == "none") {
            ++healthy;
            none += found.failureClass == wanted ? 1 : 0;
            continue;
        }
        ++failures;
        right += found.failureClass == wanted ? 1 : 0;
        near += isNear(found, record[QStringLiteral("root_cause_index")].toArray()) ? 1 : 0;
    }
    qInfo("class %d and line %d of %d failures, none %d of %d", right, near, failures, none, healthy);
    QVERIFY(right >= floors.failureClass * failures);
    QVERIFY(near >= floors.line * failures);
    QVERIFY(none >= floors.none * healthy);
}

} // namespace

class TestLabelledLogs : public QObject {
    Q_OBJECT

private slots:
    void classesAndRootCausesAreMostlyRight()
    {
        const QList<QJsonObject> all = records(read(QStringLiteral("failures/train.jsonl")));
        if (all.isEmpty())
            QSKIP("shared test data is not here");

        checkFloors(all, {.failureClass = 0.95, .line = 0.92, .none = 1});
    }

    void logsOfOtherThreadsAreMostlyRight()
    {
        checkFloors(records(unseenLogs()), {.failureClass = 0.95, .line = 0.95, .none = 0.95});
    }

    void aSecuritySignalIsNeverRetried()
    {
        for (const QJsonObject& record :
             records(unseenLogs()) + records(read(QStringLiteral("failures/train.jsonl")))) {
            const std::string wanted = record[QStringLiteral("class")].toString().toStdString();
            const Classification found = classified(record);
            if (test::isSecurity(wanted) || test::isSecurity(found.failureClass))
                QVERIFY2(found.fixes.empty(), qPrintable(record[QStringLiteral("id")].toString()));
        }
    }

    void wholeJobLogsAreToldApart()
    {
        const QJsonArray index = QJsonDocument::fromJson(read(QStringLiteral("logs/index.json"))).array();
        if (index.isEmpty())
            QSKIP("shared test data is not here");

        for (const QJsonValue& entry : index) {
            const QString file = entry[QStringLiteral("file")].toString();
            const Classification found = test::classify(read(file).toStdString());
            const bool passed = entry[QStringLiteral("result")].toString() == QStringLiteral("passed");
            QVERIFY2((found.failureClass == "none") == passed, qPrintable(file));
            QVERIFY2(found.failureClass != "unknown", qPrintable(file));
            QVERIFY2(found.redactions == 0, qPrintable(file)); // none of them holds a secret
        }
    }

    void hostileLogsHaveTheirClass_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("failureClass");

        QTest::newRow("clears the screen") << QStringLiteral("ansi_clear.log") << QByteArray("test_failure");
        QTest::newRow("a link that is not what it shows") << QStringLiteral("osc8_link.log") << QByteArray("npm_e404");
        QTest::newRow("a line of 1.2 MB") << QStringLiteral("huge_line.log") << QByteArray("npm_network");
        QTest::newRow("bytes that are no text") << QStringLiteral("invalid_utf8.log") << QByteArray("link_error");
        QTest::newRow("orders to the reader") << QStringLiteral("inject_approve.log") << QByteArray("test_failure");
        QTest::newRow("secrets") << QStringLiteral("secrets_basic.log") << QByteArray("git_auth");
        QTest::newRow("NUL bytes") << QStringLiteral("nul_bytes.log") << QByteArray("disk_full");
        QTest::newRow("markup") << QStringLiteral("html_in_log.log") << QByteArray("compile_error");
    }

    void hostileLogsHaveTheirClass()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, failureClass);
        const QByteArray text = read(QStringLiteral("hostile/") + file);
        if (text.isEmpty())
            QSKIP("shared test data is not here");

        const Classification found = test::classify(text.toStdString());

        QCOMPARE(QByteArray::fromStdString(found.failureClass), failureClass);
        for (const CauseLine& line : found.rootCause)
            QVERIFY(line.text.find('\x1b') == std::string::npos
                    && QString::fromStdString(line.text).toStdString() == line.text);
    }
};

SIGNALBOX_TEST(TestLabelledLogs)
#include "tst_labelledlogs.moc"
