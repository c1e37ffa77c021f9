// SPDX-License-Identifier: GPL-3.0-or-later
// What differs from run to run must not change a signature; what differs in cause must.
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace signalbox::log;

namespace {

struct Noise {
    const char* pattern;
    const char* with;
};

// The same failure on another day, on another machine, in another folder.
constexpr Noise kAnotherRun[]{
    {"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d", "2031-04-05T06:07:08"},
    {"\\b[0-9a-f]{40}\\b", "0123456789abcdef0123456789abcdef01234567"},
    {"\\b0x[0-9a-f]+\\b", "0x7ffe4321"},
    {"\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b", "198.51.100.77"},
    {"/home/runner/work\\b|/__w\\b|/builds\\b", "/srv/agent-3/_work"},
    {"\\b\\d+\\.\\d+(?= ?s(?:ec)?\\b)", "91.5"},
    {"(?<=[A-Za-z]):\\d+:\\d+(?=[:)\\s])", ":907:3"},
};

QString inAnotherRun(QString log)
{
    for (const Noise& noise : kAnotherRun)
        log.replace(QRegularExpression(QString::fromLatin1(noise.pattern)), QString::fromLatin1(noise.with));
    return QStringLiteral("one more line at the start\n") + log;
}

QList<QJsonObject> readLines(const QString& path)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR) + path);
    QList<QJsonObject> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            all << QJsonDocument::fromJson(line).object();
    }
    return all;
}

QList<QJsonObject> labelledLogs()
{
    return readLines(QStringLiteral("/tests/data/unseen_logs.jsonl"))
        + readLines(QStringLiteral("/../shared/data/failures/train.jsonl"));
}

} // namespace

class TestSignatureNoise : public QObject {
    Q_OBJECT

private slots:
    void anotherRunOfTheSameFailureHasTheSameSignature()
    {
        for (const QJsonObject& record : labelledLogs()) {
            const QString log = record[QStringLiteral("log")].toString();

            const Classification one = test::classify(log.toStdString());
            const Classification other = test::classify(inAnotherRun(log).toStdString());

            const std::string what = one.rootCause.empty() ? "" : one.rootCause.front().text;
            const std::string now = other.rootCause.empty() ? "" : other.rootCause.front().text;
            QVERIFY2(one.signature == other.signature, (what + "\n    " + now).c_str());
        }
    }

    void differentCausesHaveDifferentSignatures()
    {
        QMap<QByteArray, QByteArray> seen; // signature to class and root cause
        int failures = 0, shared = 0;

        for (const QJsonObject& record : labelledLogs()) {
            const Classification found = test::classify(record[QStringLiteral("log")].toString().toStdString());
            if (found.signature.empty() || found.rootCause.empty())
                continue;
            const QByteArray signature = QByteArray::fromStdString(found.signature);
            const QByteArray cause = QByteArray::fromStdString(found.failureClass);
            ++failures;
            shared += seen.contains(signature) ? 1 : 0;
            QVERIFY2(seen.value(signature, cause) == cause, cause.constData());
            seen.insert(signature, cause);
        }

        // What two threads share is a tool's own fixed sentence, such as "JavaScript heap out of memory".
        qInfo("%d of %d failures share the signature of another", shared, failures);
        QVERIFY(shared <= failures / 8);
    }
};

SIGNALBOX_TEST(TestSignatureNoise)
#include "tst_signaturenoise.moc"
