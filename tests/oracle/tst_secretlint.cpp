// SPDX-License-Identifier: GPL-3.0-or-later
// What a well-known scanner of secrets finds, the redactor takes out. Needs npm and its registry; skipped without.
#include "core/base/redaction.h"
#include "tests/samples/secretsamples.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox;

constexpr int kPatience = 180'000; // milliseconds, for the registry
constexpr int kSeeds = 12;
const QStringList kPackages{u"@secretlint/core@13"_s, u"@secretlint/secretlint-rule-preset-recommend@13"_s};
// It guards the scanner's own comments in a source, and finds nothing.
const QString kNoFinder = u"filter-comments"_s;

QByteArray asLine(const test::SecretSample& sample)
{
    return QJsonDocument(QJsonObject{{u"text"_s, QString::fromStdString(sample.text)}}).toJson(QJsonDocument::Compact)
        + '\n';
}

/// The text with its secrets out, line by line as a log is read.
std::string redactedText(const Redactor& redactor, std::string_view text)
{
    LineRedactor lines(redactor);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += lines.redact(text.substr(0, end)).text + '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace

class TestSecretlint : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString npm = QStandardPaths::findExecutable(u"npm"_s);
        if (npm.isEmpty())
            QSKIP("npm is not installed: the scanner cannot be asked");
        QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/oracle/secretlint.mjs"),
                            m_folder.filePath(u"secretlint.mjs"_s)));
        QProcess install;
        install.setWorkingDirectory(m_folder.path());
        install.start(npm,
                      QStringList{u"install"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefix"_s,
                                  m_folder.path()}
                          + kPackages);
        if (!install.waitForFinished(kPatience) || install.exitCode() != 0)
            QSKIP("npm cannot install the scanner here: no registry");
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            for (test::SecretSample& sample : test::secretSamples(seed))
                m_samples.push_back(std::move(sample));
        }
        askScanner();
    }

    void everyRuleOfTheScannerIsTried()
    {
        QStringList untried;
        for (const QString& rule : m_preset) {
            const bool tried
                = std::ranges::any_of(m_found, [&](const QStringList& rules) { return rules.contains(rule); });
            if (!tried && rule != kNoFinder)
                untried.append(rule);
        }

        QVERIFY(!m_preset.isEmpty());
        QVERIFY2(untried.isEmpty(), qPrintable(u"no sample for "_s + untried.join(u", "_s)));
    }

    void whatTheScannerFindsIsTakenOut()
    {
        const Redactor redactor;
        int found = 0;
        QCOMPARE(m_found.size(), m_samples.size());

        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            found += m_found[i].isEmpty() ? 0 : 1;
            const std::string out = redactedText(redactor, m_samples[i].text);
            QVERIFY2(m_found[i].isEmpty() || out.find(m_samples[i].secret) == std::string::npos,
                     qPrintable(m_found[i].join(u", "_s) + u": "_s + QString::fromStdString(out)));
        }
        qInfo("%d samples, %d of them found by the scanner", static_cast<int>(m_samples.size()), found);
    }

    void whatIsLeftHoldsNothingForTheScanner()
    {
        const Redactor redactor;
        for (test::SecretSample& sample : m_samples)
            sample.text = redactedText(redactor, sample.text);

        askScanner();

        for (std::size_t i = 0; i < m_samples.size(); ++i)
            QVERIFY2(m_found[i].isEmpty(),
                     qPrintable(m_found[i].join(u", "_s) + u": "_s + QString::fromStdString(m_samples[i].text)));
    }

private:
    void askScanner()
    {
        QByteArray input;
        for (const test::SecretSample& sample : m_samples)
            input += asLine(sample);
        QProcess node;
        node.setWorkingDirectory(m_folder.path());
        node.start(u"node"_s, {u"secretlint.mjs"_s});
        QVERIFY(node.waitForStarted());
        node.write(input);
        node.closeWriteChannel();
        QVERIFY2(node.waitForFinished(kPatience) && node.exitCode() == 0, node.readAllStandardError().constData());
        m_found.clear();
        for (const QByteArray& line : node.readAllStandardOutput().split('\n')) {
            const QJsonObject answer = QJsonDocument::fromJson(line).object();
            if (answer.contains(u"rules"))
                m_found.push_back(answer.value(u"rules").toVariant().toStringList());
            if (answer.contains(u"preset"))
                m_preset = answer.value(u"preset").toVariant().toStringList();
        }
    }

    QTemporaryDir m_folder;
    std::vector<test::SecretSample> m_samples;
    std::vector<QStringList> m_found; // rules, one entry a sample
    QStringList m_preset;
};

SIGNALBOX_TEST(TestSecretlint)

#include "tst_secretlint.moc"
