// SPDX-License-Identifier: GPL-3.0-or-later
// Every expectation of the shared hostile cases, through the real program. A case that nobody has looked at fails.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

const QString kFolder = QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data/hostile/");

QByteArray bytesOf(const QString& name)
{
    QFile file(kFolder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Expected {
    const char* id;
    const char* failureClass; // null: not a log
    QStringList shown; // in the answer
    QStringList gone; // from it, whatever is asked
};

const std::vector<Expected>& expectations()
{
    static const std::vector<Expected> all{
        {"ansi-clear-screen", "test_failure", {u"FAIL"_s}, {u"\u001b"_s, u"owned title"_s}},
        {"osc8-link", "npm_e404", {}, {u"\u001b"_s, u"evil.example"_s}},
        {"huge-line", "npm_network", {u"ECONNRESET"_s}, {}},
        {"invalid-utf8", "link_error", {u"undefined reference"_s}, {}},
        {"prompt-injection-approve", "test_failure", {u"untrusted"_s}, {u"safe_to_fix"_s, u"approve"_s}},
        {"secrets-basic",
         "git_auth",
         {u"github.com/acme/x.git"_s},
         {u"AKIAIOSFODNN7"_s, u"wJalrXUtn"_s, u"ca978112"_s, u"eyJhbGci"_s, u"189f40034"_s}},
        {"nul-bytes", "disk_full", {u"hidden after NUL"_s}, {QString(QChar(u'\0')), u"\\u0000"_s}},
        {"html-in-log", "compile_error", {u"TS2304"_s}, {}},
        {"job-name-traversal", nullptr, {}, {}},
        {"command-injection-fields", nullptr, {}, {}},
    };
    return all;
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QDir(kFolder).exists())
            QSKIP("shared test data is not here");
    }

    void everyCaseIsLookedAt()
    {
        const QJsonArray cases = QJsonDocument::fromJson(bytesOf(u"cases.json"_s)).array();

        QVERIFY(!cases.isEmpty());
        for (const auto& entry : cases) {
            const QByteArray id = entry.toObject().value(u"id").toString().toUtf8();
            QVERIFY2(std::ranges::any_of(expectations(), [&](const Expected& known) { return id == known.id; }),
                     id.constData());
        }
    }

    void logsAreReadForWhatTheyAre_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("file");
        for (const auto& entry : QJsonDocument::fromJson(bytesOf(u"cases.json"_s)).array()) {
            const QByteArray id = entry.toObject().value(u"id").toString().toUtf8();
            for (std::size_t i = 0; i < expectations().size(); ++i) {
                if (id == expectations()[i].id && expectations()[i].failureClass)
                    QTest::newRow(id.constData()) << static_cast<int>(i) << entry.toObject().value(u"file").toString();
            }
        }
    }

    void logsAreReadForWhatTheyAre()
    {
        QFETCH(int, row);
        QFETCH(QString, file);
        const Expected& expected = expectations()[static_cast<std::size_t>(row)];

        const Answered json = runCtl({u"classify"_s, u"--json"_s, kFolder + file});
        const Answered words = runCtl({u"classify"_s, kFolder + file});

        QCOMPARE(json.status, 0);
        QCOMPARE(words.status, 0);
        QCOMPARE(jsonOf(json.output).value(u"class").toString(), QString::fromLatin1(expected.failureClass));
        for (const QString& text : expected.shown)
            QVERIFY2(json.output.contains(text), qPrintable(json.output));
        for (const QString& text : expected.gone)
            QVERIFY2(!json.output.contains(text) && !words.output.contains(text), qPrintable(words.output));
    }

    void theFourSecretsAreCounted()
    {
        const Answered answered = runCtl({u"classify"_s, u"--json"_s, kFolder + u"secrets_basic.log"_s});

        QCOMPARE(jsonOf(answered.output).value(u"redactions").toInt(), 4);
    }

    void aJobNamedAfterAPathIsRefusedAndNamed()
    {
        const QTemporaryDir folder;
        const QString name
            = QJsonDocument::fromJson(bytesOf(u"job_traversal.json"_s)).object().value(u"name").toString();
        QVERIFY(name.startsWith(u"../"));
        const QString path = writtenFile(folder.path(), u"signalbox.yaml"_s,
                                         "jobs:\n  \"" + name.toUtf8() + "\":\n    script: [make]\n");

        const Answered answered = runCtl({u"policy"_s, u"check"_s, path});

        QCOMPARE(answered.status, 2);
        QVERIFY2(answered.diagnostics.contains(name), qPrintable(answered.diagnostics));
    }

    void fieldsThatLookLikeCommandsReachNoShell()
    {
        const QJsonObject fields = QJsonDocument::fromJson(bytesOf(u"cmd_injection.json"_s)).object();
        const QTemporaryDir folder;

        for (const QString& key : {u"repository"_s, u"branch"_s, u"workflow"_s}) {
            const QString value = fields.value(key).toString();
            QVERIFY(!value.isEmpty());
            const Answered answered
                = runCtl({u"--store"_s, folder.filePath(u"store.sqlite"_s), u"heal"_s, u"--provider"_s, u"local"_s,
                          u"--repo"_s, value, u"--run"_s, fields.value(u"run_id"_s).toString()},
                         {}, folder.path());
            QVERIFY2(answered.status == 2 || answered.status == 3, qPrintable(answered.diagnostics));
            QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        }
        QVERIFY(!QFile::exists(folder.filePath(u"pwned"_s)));
    }
};

SIGNALBOX_TEST(TestHostile)

#include "tst_hostile.moc"
